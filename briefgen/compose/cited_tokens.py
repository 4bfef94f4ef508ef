"""Tokens of light Markdown that cite: what stands around and between them goes.

What stands at the end of a paragraph, before the stop of its last sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.markup import Token
from briefgen.pattern import late_pattern
from briefgen.types.prose import Prose, Text


def before_stop(prose: Prose, cited: Prose, stops: str = ".?!") -> Prose:
    """Return prose with what cites before the last of `stops`, or else at its end."""
    last = prose[-1] if prose else None
    if not (cited and isinstance(last, Text) and last.text.endswith(tuple(stops))):
        return (*prose, *cited)
    words = (Text(last.text[:-1]),) if last.text[:-1] else ()
    return (*prose[:-1], *words, *cited, Text(last.text[-1]))


_BETWEEN = late_pattern(r"\s*[,;]?\s*")


def is_citation(token: Token) -> bool:
    """Whether a token cites a source."""
    return token.type == "reference" and token.meta["kind"] == "@"


def without_separators(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield tokens without the commas between citations and the brackets around them.

    How several sources are parted, and whether brackets stand around them, is for the reader to
    say: they print as marks, in brackets of their own, or not at all.
    """
    kept = [token for token in tokens if token.type != "text" or token.content]
    kept = [
        token
        for n, token in enumerate(kept)
        if not (
            0 < n < len(kept) - 1
            and is_citation(kept[n - 1])
            and is_citation(kept[n + 1])
            and token.type == "text"
            and _BETWEEN.fullmatch(token.content)
        )
    ]
    contents = _without_brackets(kept)
    for token, content in zip(kept, contents, strict=True):
        yield token if token.content == content else Token("text", content)


_OPENED = late_pattern(
    r"([(\[])(?:(?:see|see also|cf\.?|e\.g\.,?|from|source:|voir|voir aussi|source :)\s*)?$",
    re.IGNORECASE,
)
"""Brackets that nothing but citations follow, with words that only lead to them."""


def _without_brackets(kept: Sequence[Token]) -> list[str]:
    contents = [token.content for token in kept]
    start = 0
    while start < len(kept):
        end = start
        while end < len(kept) and is_citation(kept[end]):
            end += 1
        if start < end < len(kept) and start and kept[start - 1].type == kept[end].type == "text":
            before, after = contents[start - 1].rstrip(), contents[end].lstrip()
            opened = _OPENED.search(before)
            if opened and (opened[1], after[:1]) in (("(", ")"), ("[", "]")):
                contents[start - 1], contents[end] = before[: opened.start()], after[1:]
        start = max(end, start + 1)
    return contents
