"""Words that stand for what somebody still has to write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from briefgen.cache import kept
from briefgen.check.passage import texts
from briefgen.check.rule import Remark
from briefgen.check.scope import Scope
from briefgen.types.argument import Argument
from briefgen.types.finding import shown

CODE = "placeholder"

HINT = "write your own words in its place, or delete the key"

_SAFE = 6
"""So many words of the skeleton's in a row are nobody's own; fewer must be the whole of a text."""

_MARKS = re.compile(r"\bTODO\b|\bFIXME\b|\bTKTK\b|\bXXXX+\b|(?i:\blorem ipsum\b|\[insert\b)")
"""What writers leave for later. TK, TBC and XXX are no such marks: they are names and numbers."""


def placeholders(argument: Argument, scope: Scope) -> Iterator[Remark]:
    """Remark each text that has kept words of the skeleton, or a mark such as TODO."""
    within, whole = _examples(tuple(scope.examples))
    for path, text in texts(argument):
        words = " ".join(text.split())
        if left := _left(words, within, whole):
            yield Remark(path, f"still says {shown(left)}", HINT)


def _left(text: str, within: Collection[str], whole: Collection[str]) -> str | None:
    """Return the first words in a text that nobody has written."""
    if text.rstrip(".") in whole:
        return text
    if found := next((example for example in within if example in text), None):
        return found
    if mark := _MARKS.search(text):
        return None if text.isupper() and len(text.split()) > 1 else mark[0]
    return None


@kept(2)
def _examples(given: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the examples that are sought within texts, and those that must be a whole text."""
    plain = [" ".join(one.split()).rstrip(".") for one in given]
    within = tuple(one for one in plain if len(one.split()) >= _SAFE)
    return within, frozenset(plain)
