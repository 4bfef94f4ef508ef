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
from briefgen.check.rule import REGISTERED, Rule

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

_ORDER = """
    duplicate-id duplicate-term unknown-reference malformed-reference unknown-companion
    together-cycle words-missing unknown-member unsupported-markup
    unsafe-link unsupported-character unnormalised-text unset-script unattributed-view
    unsound-series

    unused-fact unused-source unresolved-sources unbacked-number missing-noun stale-fact
    number-missing-in-detail incomparable-facts headline-stop relative-date
    context-dependent-opening unexplained-acronym vague-link wide-table long-quotation event-order
    future-date lost-hedge many-recommendations invisible-character
"""
"""The order of the list, and of remarks on one line; a rule that is not named here comes later."""

_PLACES = {code: place for place, code in enumerate(_ORDER.split())}


def _rank(rule: Rule) -> tuple[bool, bool, int]:
    return rule.scoped, rule.severity != "error", _PLACES.get(rule.code, len(_PLACES))


RULES: tuple[Rule, ...] = tuple(sorted(REGISTERED, key=_rank))

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
