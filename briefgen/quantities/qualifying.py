"""The words before a figure that must not be lost: its qualifier, and that it is below zero."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from briefgen.quantities.grammar import Grammar
from briefgen.types.fact import Ambiguity, Found, Quantity

WINDOW = 60
"""Characters before a number in which its qualifier is looked for."""


def with_qualifier(found: Found, text: str, floor: int, grammar: Grammar) -> Found:
    """Return a figure of a text with the words before it, which begin at `floor` or later."""
    if isinstance(found, Ambiguity):
        qualified = _with_qualifier(found.undecided, text, floor, grammar)
        return replace(found, start=qualified.start, undecided=qualified)
    return _with_qualifier(found, text, floor, grammar)


def _with_qualifier(found: Quantity, text: str, floor: int, grammar: Grammar) -> Quantity:
    before = text[max(floor, found.start - WINDOW) : found.start]
    value = found.value
    word = grammar.qualifier.search(before)
    minus = None if word else grammar.minus.search(before)
    if isinstance(value, Decimal) and minus:
        found = replace(found, start=found.start - len(minus[0]), value=-value)
        before = before[: minus.start()]
        word = grammar.qualifier.search(before)
    elif isinstance(value, Decimal) and (down := grammar.decreases.search(before)):
        return replace(_qualified(found, down[0]), value=-abs(value))
    if word:
        earlier = grammar.qualifier.search(before[: word.start()]) or word
        return _qualified(found, before[earlier.start() :])
    return found


def _qualified(found: Quantity, words: str) -> Quantity:
    words = words.lstrip()
    return replace(found, start=found.start - len(words), qualifier=" ".join(words.split()))
