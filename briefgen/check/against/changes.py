"""Less of something for more of it: a comparison beside what the article says has changed.

"Depends more on gas" is turned, where the article says that the dependence on it was reduced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.against.clause_pairs import Clause
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.rule import Comparison, Statement
from briefgen.pattern import late_pattern
from briefgen.types.point import Form

RISE_OR_FALL = 0
"""The place of rise and fall among contraries, in each language."""

ROOT = 5
"""Letters by which a verb and its noun are alike: depends, dependence."""

LEAST_SHARED = 2
"""Words besides the verb that a sentence shares which speaks of the same."""


def changed_otherwise(each: Statement, compared: Comparison) -> tuple[str, str, Clause] | None:
    """Return where a statement has more of what has become less in its passage, or contrary."""
    index, near = compared.index, compared.beside(each)
    if index.is_all(near) or each.passage.form in (None, Form.HEADLINE):
        return None
    stems = index.stems(each.text)
    for ours in compared.clauses.of(each.text):
        for root, more, words in _compared_in(ours, index):
            said = [
                found
                for one in near
                if len(one.stems & stems) >= LEAST_SHARED
                for found in _changes_of(root, one, compared)
            ]
            if said and all(rises != more for rises, _, _ in said):
                _, change, clause = said[0]
                return words, change, clause
    return None


def _compared_in(clause: Clause, index: SourceIndex) -> Iterator[tuple[str, bool, str]]:
    """Yield the root of each word that stands directly before more or less, and which of them."""
    changes = (pair for pair, _ in index.contraries(clause.text))
    if index.words.negates.search(clause.text) or RISE_OR_FALL in changes:
        return
    for pair in index.words.more_or_less:
        for pattern, more in zip(pair, (True, False), strict=True):
            for found in pattern.finditer(clause.text):
                before = _LAST.search(clause.text[: found.start()])
                word = next(iter(words_of(before[0])), "") if before else ""
                if before and len(word) > ROOT and index.stems(word):
                    yield word[:ROOT], more, f"{before[0].strip()} {found[0]}"


ADVERB = late_pattern(r"(?:ly|ment|mente)$", re.IGNORECASE)
"""The ending of a word that only says how something is: increasingly tentative."""

_LAST = late_pattern(r"[^\W\d_]+\s+$")


def _changes_of(
    root: str, sentence: Sentence, compared: Comparison
) -> Iterator[tuple[bool, str, Clause]]:
    """Yield whether something of a root rises in a sentence, with the words that say so."""
    index = compared.index
    for clause in compared.clauses.of_sentence(sentence):
        directions = {
            rises: word
            for (pair, rises), word in index.contraries(clause.text).items()
            if pair == RISE_OR_FALL
        }
        directions = {up: word for up, word in directions.items() if not ADVERB.search(word)}
        named = any(word.startswith(root) for word in clause.words)
        if named and len(directions) == 1 and not index.words.negates.search(clause.text):
            yield *next(iter(directions.items())), clause
