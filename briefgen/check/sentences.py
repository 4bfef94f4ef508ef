"""Sentences and words of prose, as they are counted."""

from __future__ import annotations

import re

from briefgen.check.lexicon import lexicon
from briefgen.check.passage import Passage, words_in
from briefgen.types.argument import Argument

_END = re.compile(
    r"(?<=[.!?\u2026])[\"'\u2019\u201d\u00bb)\]]*\s+"
    r"(?=[\"'\u2018\u201c\u00ab(\[\s]*[A-Z\u00c0-\u00de0-9#])"
)
_QUOTATION = re.compile(r"\[>([a-z0-9-]+)\]")


def sentences(text: str, language: str) -> list[str]:
    """Return the sentences of a text; common abbreviations do not end one, a fact can begin one."""
    words = lexicon(language)
    found: list[str] = []
    open_end = False
    for part in _END.split(text):
        if open_end:
            found[-1] += " " + part
        else:
            found.append(part)
        open_end = bool(words and words.abbreviated.search(part))
    return found


def spoken(passage: Passage, argument: Argument) -> list[str]:
    """Return the sentences of a passage, quotations filled in and each figure a single word."""
    quotations = {each.id: each.text for each in argument.quotations}
    text = _QUOTATION.sub(lambda found: quotations.get(found[1], ""), passage.text)
    return sentences(words_in(text, figure="Figure"), argument.article.language)


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence: what has a letter or a digit between spaces."""
    return [word for word in sentence.split() if any(letter.isalnum() for letter in word)]
