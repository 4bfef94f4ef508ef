"""Every rule, in the order in which they are checked and listed.

A rule is a function with the decorator `@rule` or `@scoped_rule` in one of the modules imported
here. The list that users see, and what partial checking needs to know, come from the decorator.
"""

from __future__ import annotations

from briefgen.check import (
    characters,
    dates,
    facts,
    figures,
    prose,
    reading,
    references,
    sources,
    structure,
    together,
    wording,
)
from briefgen.check.rule import REGISTERED, in_order

MODULES = (
    structure,
    references,
    together,
    sources,
    prose,
    characters,
    figures,
    facts,
    wording,
    dates,
    reading,
)
"""The modules with rules; importing them registers these."""

RULES = in_order(REGISTERED)

AT_LOAD: tuple[tuple[str, str], ...] = (
    ("headline-too-long", "Headlines have at most 12 words."),
    ("number-too-long", "Numbers have at most 15 digits before and 12 after the decimal point."),
    ("not-a-date", "Dates are known to the day, month, part of a year or year."),
    ("source-status", "A resolved source has an address or a reference, another has none."),
    ("pin-excluded", "Nothing is pinned and excluded at once."),
    ("more-and-detail", "The longest form is a detail, or what more adds to the summary."),
    ("more-alone", "What more adds stands after a summary."),
    ("pin-form-missing", "What is pinned has the form that it is pinned in."),
    ("control-character", "No characters that no page can print."),
    ("word-too-long", "No word of more than 200 characters."),
)
"""What the types reject while an argument is loaded: the codes of errors that need no rule."""


def rules() -> tuple[tuple[str, str, str], ...]:
    """Return the code, the severity and one line about each rule, for lists and manuals."""
    return tuple((rule.code, rule.severity, rule.summary) for rule in RULES)


def input_errors() -> tuple[tuple[str, str, str], ...]:
    """Return the same for what is rejected while an argument is loaded."""
    return tuple((code, "error", summary) for code, summary in AT_LOAD)
