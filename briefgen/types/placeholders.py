"""Sentences of a skeleton made from an article that are to be written: `check` tells each."""

from __future__ import annotations

TITLE = "Say the message of the brief in one line"
THESIS = "Say the whole article in one short sentence"
THESIS_SUMMARY = "Say it again, with its main reason and its main limit"
WHY_NOW = "Say why a reader should care at this moment"
REASON = "Say the strongest reason as a statement"
SUMMARY = "Say in a sentence or so what the article gives for it"

EVENT = "Say in a few words what happened"

PLACEHOLDERS = (TITLE, THESIS, THESIS_SUMMARY, WHY_NOW, REASON, SUMMARY, EVENT)
