"""Checking: what an argument says against itself, and what its readers would stumble over.

A rule is a function with the decorator `@rule` in a module of its theme; `rules.RULES` lists them
all. `checking` runs every rule, `errors` those that a build asks for, `partly` those of an argument
of which some could not be read.
"""
