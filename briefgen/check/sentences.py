"""Sentences and words of prose, as they are counted."""

from __future__ import annotations

import re
from itertools import pairwise

from briefgen.check.passage import Passage
from briefgen.languages import conventions
from briefgen.markup import words_in
from briefgen.types.argument import Argument

_QUOTATION = re.compile(r"\[>([a-z0-9-]+)\]")


def sentences(text: str, language: str) -> list[str]:
    """Return the sentences of a text; common abbreviations do not end one, a fact can begin one."""
    ends = [0, *conventions(language).sentence_ends(text), len(text)]
    return [part for start, end in pairwise(ends) if (part := text[start:end].strip())]


def spoken(passage: Passage, argument: Argument) -> list[str]:
    """Return the sentences of a passage, quotations filled in and each figure a single word."""
    quotations = {each.id: each.text for each in argument.quotations}
    text = _QUOTATION.sub(lambda found: quotations.get(found[1], ""), passage.text)
    return sentences(words_in(text, figure="Figure"), argument.article.language)


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence: what has a letter or a digit between spaces."""
    return [word for word in sentence.split() if any(letter.isalnum() for letter in word)]
