"""Every figure of a sentence, with what it says and where it stands.

One pass over the text; what stands around a number is looked for in a window of fixed width.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.quantities.grammar import Grammar, grammar_of
from briefgen.quantities.periods import masked_periods
from briefgen.quantities.scanning import Scan
from briefgen.types.quantity import Found


def find_quantities(text: str, language: str) -> tuple[Found, ...]:
    """Return the figures of a sentence, in order; fiscal years and quarters are among them.

    No figures are: dates and years, names (Resolution 2100, G5), ordinals, the numbers of pages,
    lists and notes, addresses. In a language without words for figures none is found.
    """
    grammar = grammar_of(language)
    if grammar is None:
        return ()
    found = sorted(_found(text, grammar), key=lambda each: each.start)
    return tuple(found)


def _found(text: str, grammar: Grammar) -> Iterator[Found]:
    periods, masked = masked_periods(text, grammar)
    yield from periods
    masked = grammar.exempt.sub(lambda found: "\ue000" * len(found[0]), masked)
    scan = Scan(masked, grammar)
    at = 0
    while number := grammar.number.search(masked, at):
        read = scan.read(number, at)
        if read:
            yield from read
        at = max(number.end(), *(_stop(each) for each in read)) if read else number.end()


def _stop(found: Found) -> int:
    return getattr(found, "stop", found.end)
