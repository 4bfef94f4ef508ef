"""No acronym without an entry in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.languages.units import SYMBOLS
from briefgen.markup import words_in
from briefgen.types.argument import Argument

_ACRONYM = re.compile(r"(?<![\w$])[A-Z][A-Z0-9&]*[A-Z][A-Z0-9]*(?=s?(?!\w))(?!\$)")
_AMOUNT = re.compile(r"\d[ \u00a0\u202f-]?$")
_NOT_ONLY_UNITS = frozenset({"KB", "MB", "GB", "TB", "PB"})
"""Symbols that stand for something else where no number stands before them."""
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")


def unexplained_acronyms(argument: Argument) -> Iterator[Remark]:
    """Remark each acronym (two or more capitals) that the glossary does not hold, once.

    The symbol of a unit, such as MW, is none.
    """
    known = {
        word
        for term in argument.glossary
        for word in (term.short, *re.split(r"[\s/]+", term.short))
    }
    for passage in passages(argument):
        for acronym in _acronyms(words_in(passage.text, figure="1")):
            if acronym not in known and not _ROMAN.fullmatch(acronym):
                known.add(acronym)
                message = f'uses the acronym "{acronym}", which is not in the glossary'
                hint = "add it (plain: true for what every reader knows), or spell it out"
                yield Remark(passage.path, message, hint)


def _acronyms(text: str) -> dict[str, None]:
    """Return the acronyms of a text, once each, without the symbols of units."""
    found: dict[str, None] = {}
    for acronym in _ACRONYM.finditer(text):
        is_unit = acronym[0] in SYMBOLS and (
            acronym[0] not in _NOT_ONLY_UNITS or _AMOUNT.search(text[: acronym.start()])
        )
        if not is_unit:
            found[acronym[0]] = None
    return found
