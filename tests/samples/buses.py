"""A small argument in Markdown: night buses, and one risk."""

BUSES = """---
title: Night buses carry the shift workers
article: {title: Night buses, authors: [Ada Example], date: 2024-03-01}
---
The night lines keep people in work.

# Risks

## Money is secured for one year only
The council votes the money each October.
"""
