"""A rule about words that are copied from the article without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.against.index import SourceIndex, words_of
from briefgen.check.against.rule import GAP, Comparison, source_rule
from briefgen.check.rule import Remark

LONGEST_RUN = 8
"""Words in a row that may not be the article's, outside quotation marks."""

Run = tuple[str, ...]


@source_rule("copied-run", "warning", "No run of eight words is copied outside quotation marks.")
def copied_runs(compared: Comparison) -> Iterator[Remark]:
    """Report each run of the article's words that a sentence has without quotation marks.

    A list of names is none: half of a run must be other words.
    """
    held = _runs(compared.index)
    for each in compared.statements:
        runs = (_copied(part, held) for part in each.text.split(GAP))
        if run := max(runs, key=len):
            message = f'copies {len(run)} words of the article: "{" ".join(run)}"'
            hint = "say it in your own words, or put it in quotation marks as a quotation"
            yield Remark(each.passage.path, message, hint)


def _runs(index: SourceIndex) -> frozenset[Run]:
    found: set[Run] = set()
    for paragraph in index.source.paragraphs:
        words = words_of(paragraph.text)
        last = len(words) - LONGEST_RUN + 1
        found.update(tuple(words[at : at + LONGEST_RUN]) for at in range(last))
    return frozenset(found)


def _copied(text: str, held: frozenset[Run]) -> list[str]:
    """Return the longest run of a text that the article has."""
    words = words_of(text)
    best: list[str] = []
    run = 0
    for at in range(len(words) - LONGEST_RUN + 1):
        run = run + 1 if tuple(words[at : at + LONGEST_RUN]) in held else 0
        if run and run + LONGEST_RUN - 1 > len(best):
            best = words[at - run + 1 : at + LONGEST_RUN]
    capitals = re.findall(r"(?<!\w)[^\W\d_a-z][\w'\u2019-]*", text)
    names = {word for capital in capitals for word in words_of(capital)}
    return best if sum(word not in names for word in best) * 2 > len(best) else []
