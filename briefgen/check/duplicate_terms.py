"""A glossary that explains a term twice would expand it by chance."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.rule import Remark
from briefgen.types.argument import Argument


def duplicate_terms(argument: Argument) -> Iterator[Remark]:
    """Remark each glossary entry whose term was explained before."""
    seen: dict[str, int] = {}
    for number, term in enumerate(argument.glossary):
        if term.short in seen:
            message = f'"{term.short}" is explained in glossary[{seen[term.short]}] already'
            yield Remark(("glossary", number, "short"), message, "keep one of the two")
        seen.setdefault(term.short, number)
