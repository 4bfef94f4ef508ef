"""Terms of the glossary in prose: where they stand, and how they read where they are expanded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.languages import conventions
from briefgen.markup import Token, characters_of_script
from briefgen.pattern import compile_pattern
from briefgen.types.prose import Acronym
from briefgen.types.supplements import Term

_HYPHENS = ("-", "\u2010", "\u2011")
_JOINS = (*_HYPHENS, "’", "'")
"""What joins a term to the word before it: non-EU, l’UE."""


def pattern_of(glossary: Sequence[Term]) -> re.Pattern[str] | None:
    """Return the pattern that finds terms, the longest first, each with its inflection.

    A name that every reader knows and that needs no note is not looked for.
    """
    sought = [term.short for term in glossary if term.note or not term.plain]
    if not sought:
        return None
    words = "|".join(re.escape(short) for short in sorted(sought, key=len, reverse=True))
    return compile_pattern(rf"(?<!\w)({words})((?:[’']s|s(?:[’'](?=\s+\w))?)?)(?!\w)")


def is_compound(text: str, start: int, end: int) -> bool:
    """Whether a term between two places of a text is part of a word: UN-led, non-EU, l’UE.

    There it cannot be expanded.
    """
    return text[max(0, start - 1) : start] in _JOINS or text[end : end + 1] in _HYPHENS


def is_spelt_out(term: Term, before: str, after: str) -> bool:
    """Whether a text says itself what a term stands for: Long Form (LF), LF (Long Form)."""
    long = term.long.casefold()
    opened = before.rstrip().endswith("(") and after.startswith(")")
    if opened and _same_noun(before.rstrip()[:-1].rstrip().casefold(), long):
        return True
    return after.casefold().startswith((f" ({long})", f"\u00a0({long})"))


def _same_noun(before: str, long: str) -> bool:
    """Whether a text ends as a long form does, in either number: tax credits (PTC)."""
    said, meant = before.split()[-1:], long.split()[-1:]
    return bool(said) and {said[0], f"{said[0]}s"} & {meant[0], f"{meant[0]}s"} != set()


def expandable(term: Term, suffix: str, around: tuple[str, str], language: str) -> Acronym:
    """Return a term that may be expanded, with the article before it where that changes.

    `around` is what stands before and behind it in its paragraph, as far as it is text.
    """
    words, (before, after) = conventions(language), around
    article = words.article_before(before)
    if article is None:
        long = _without_second_article(term.long, before, words.definite)
        definite = words.definite_for(long, before, after)
        return Acronym(term.short, long, suffix, long_article=f"{definite} " * bool(definite))
    own = before[-len(article) - 1 :]
    long = words.article_for(article, term.long) + own[-1]
    return Acronym(term.short, term.long, suffix, article=own, long_article=long)


def _without_second_article(long: str, before: str, definite: str) -> str:
    """Return a long form without its article where the text has it already: the UN."""
    article = f"{definite} "
    twice = definite and long.startswith(article) and before.casefold().endswith(f" {article}")
    return long.removeprefix(article) if twice else long


def with_script_characters(tokens: Sequence[Token], glossary: Sequence[Term]) -> Sequence[Token]:
    """Return tokens in which a term with a figure above or below the line is text.

    CO~2~ is the term CO₂.
    """
    shorts = tuple(term.short for term in glossary if not term.short.isascii())
    if not shorts:
        return tokens
    found: list[Token] = []
    joined = False
    for token in tokens:
        before = found[-1].content if found and found[-1].type == "text" else None
        content = None if before is None else before + characters_of_script(token)
        if content is not None and content != before and content.endswith(shorts):
            found[-1], joined = Token("text", content), True
        elif joined and token.type == "text":
            found[-1], joined = (
                Token("text", f"{before}{token.content}"),
                False,
            )
        else:
            found.append(token)
            joined = False
    return found
