"""Long sentences are read twice, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import Passage, passages, words_in
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument
from briefgen.types.place import Path

SENTENCE_WORDS = 25
"""The limit that plain-language guides give, among them the United Kingdom's."""

_END = re.compile(
    r"(?<=[.!?\u2026])[\"'\u2019\u201d)\]]*\s+(?=[\"'\u2018\u201c(\[]*[A-Z\u00c0-\u00de0-9])"
)
_ABBREVIATED = re.compile(r"(?:^|\s)(?:[A-Z]|Dr|Mr|Mrs|Ms|St|Prof|Gen|No|cf|vs|e\.g|i\.e)\.$")


def long_sentences(argument: Argument) -> Iterator[Remark]:
    """Remark, once a form, sentences of more than `SENTENCE_WORDS` words."""
    for path, lengths in _forms(argument).items():
        long = [words for words in lengths if words > SENTENCE_WORDS]
        if long:
            count = "a sentence" if len(long) == 1 else f"{len(long)} sentences, one"
            message = f"has {count} of {max(long)} words; {SENTENCE_WORDS} are easily read"
            yield Remark(path, message, "make two of it")


def _forms(argument: Argument) -> dict[Path, list[int]]:
    quotations = {each.id: each.text for each in argument.quotations}
    forms: dict[Path, list[int]] = {}
    for passage in passages(argument):
        whole = passage.path[:-1] if isinstance(passage.path[-1], int) else passage.path
        forms.setdefault(whole, []).extend(_lengths(passage, quotations))
    return forms


def _lengths(passage: Passage, quotations: dict[str, str]) -> list[int]:
    text = re.sub(r"\[>([a-z0-9-]+)\]", lambda found: quotations.get(found[1], ""), passage.text)
    return [_words(sentence) for sentence in sentences(words_in(text, figure="Figure"))]


def _words(sentence: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in sentence.split())


def sentences(text: str) -> list[str]:
    """Return the sentences of plain text; common abbreviations do not end one."""
    found: list[str] = []
    open_end = False
    for part in _END.split(text):
        if open_end:
            found[-1] += " " + part
        else:
            found.append(part)
        open_end = bool(_ABBREVIATED.search(part))
    return found
