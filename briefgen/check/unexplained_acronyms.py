"""No acronym without an entry in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.markup import words_in
from briefgen.types.argument import Argument

_ACRONYM = re.compile(r"(?<![\w$])[A-Z][A-Z0-9&]*[A-Z][A-Z0-9]*(?=s?(?!\w))(?!\$)")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")


def unexplained_acronyms(argument: Argument) -> Iterator[Remark]:
    """Remark each acronym (two or more capitals) that the glossary does not hold, once."""
    known = {
        word
        for term in argument.glossary
        for word in (term.short, *re.split(r"[\s/]+", term.short))
    }
    for passage in passages(argument):
        for acronym in dict.fromkeys(_ACRONYM.findall(words_in(passage.text))):
            if acronym not in known and not _ROMAN.fullmatch(acronym):
                known.add(acronym)
                message = f'uses the acronym "{acronym}", which is not in the glossary'
                hint = "add it (plain: true for what every reader knows), or spell it out"
                yield Remark(passage.path, message, hint)
