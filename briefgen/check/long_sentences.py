"""Long sentences are read twice, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.rule import Remark
from briefgen.check.scope import Scope
from briefgen.check.sentences import spoken, words_of
from briefgen.types.argument import Argument
from briefgen.types.source_map import Path

SENTENCE_WORDS = 25
"""The limit that plain-language guides give, among them the United Kingdom's.

It holds where no audience is named.
"""


def long_sentences(argument: Argument, scope: Scope) -> Iterator[Remark]:
    """Remark, once a form, sentences of more words than the audience's limit."""
    audience = scope.audience
    limit = audience.sentence_words if audience else SENTENCE_WORDS
    most = f"the most for {audience.name}" if audience else "easily read"
    for path, lengths in _forms(argument, scope).items():
        long = [words for words in lengths if words > limit]
        if long:
            count = "a sentence" if len(long) == 1 else f"{len(long)} sentences, one"
            message = f"has {count} of {max(long)} words; {limit} are {most}"
            yield Remark(path, message, "make two of it")


def _forms(argument: Argument, scope: Scope) -> dict[Path, list[int]]:
    forms: dict[Path, list[int]] = {}
    for passage in scope.passages(argument):
        lengths = [len(words_of(sentence)) for sentence in spoken(passage, argument)]
        forms.setdefault(passage.whole, []).extend(lengths)
    return forms
