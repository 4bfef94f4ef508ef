"""A rule about words that are copied from the article without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from briefgen.check.against.index import SourceIndex, words_of
from briefgen.check.against.rule import GAP, Comparison, source_rule
from briefgen.check.rule import Remark
from briefgen.languages.lexicon import lexicon
from briefgen.languages.quoted import quoted
from briefgen.pattern import late_pattern

LONGEST_RUN = 8
"""Words in a row that may not be the article's, outside quotation marks."""

LEAST_TELLING, LONG_RUN = 4, 12
"""Content words of a copied run that are no names, dates or numbers, and words of a run
that is copied whatever it holds."""

Run = tuple[str, ...]


@source_rule("copied-run", "warning", "No run of eight words is copied outside quotation marks.")
def copied_runs(compared: Comparison) -> Iterator[Remark]:
    """Report each run of the article's words that a sentence has without quotation marks.

    A list of names is none: half of a run must be other words.
    """
    runs = CopiedRuns(compared.index)
    for each in compared.statements:
        if each.passage.path[0] in ("title", "short_title"):
            continue  # a brief may bear the article's
        if run := runs.copied_in(each.text):
            message = f'copies {len(run)} words of the article: "{" ".join(run)}"'
            hint = "say it in your own words, or put it in quotation marks as a quotation"
            yield Remark(each.passage.path, message, hint)


def unquoted(text: str) -> str:
    """Return a text with a gap for what stands in quotation marks."""
    for one in reversed(quoted(text)):
        text = f"{text[: one.start]}{GAP}{text[one.end :]}"
    return text


class CopiedRuns:
    """The runs of words that an article has, by their first three."""

    def __init__(self, index: SourceIndex) -> None:
        self._index = index
        self._words: list[str] = []
        self._places: dict[Run, list[int]] = {}
        for paragraph in index.source.paragraphs:
            start = len(self._words)
            self._words += [*words_of(paragraph.text), END]
            for at in range(start, len(self._words) - SEED):
                self._places.setdefault(tuple(self._words[at : at + SEED]), []).append(at)

    def longest(self, text: str) -> int:
        """Return how many words of a text stand in the article in a row, three at least or none."""
        return max(len(self._run(words_of(part))) for part in text.split(GAP))

    def copied_in(self, text: str) -> list[str]:
        """Return the longest run that a text copies, outside quotation marks and figures."""
        return max(map(self.copied, unquoted(text).split(GAP)), key=len)

    def copied(self, text: str) -> list[str]:
        """Return the longest run of a text that the article has, if it is too long to be chance.

        Names, dates and numbers can be said in one way only, and so can what is called by a name:
        it takes some content words besides, and more of them where a run holds any of these. The
        first word of a sentence is a name only if the article has it so within a sentence.
        """
        best = self._run(words_of(text))
        while (
            len(best) >= LONGEST_RUN
            and not self._index.stems(best[-1])
            and _ends_clause(best, text)
        ):
            best = best[:-1]  # ", and" is the beginning of what is said in other words
        if len(best) < LONGEST_RUN:
            return []
        given = set(_capitals_within(text))
        given |= {word for word in words_of(text)[:1] if word in self._names}
        given |= {word for word in best if word[0].isdigit() or self._is_month(word)}
        content = sum(word not in given and bool(self._index.stems(word)) for word in best)
        least = LEAST_TELLING + (len(best) < LONG_RUN and not given.isdisjoint(best))
        return best if content >= least else []

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words that the article writes with a capital within its sentences."""
        texts = (one.text for one in self._index.sentences)
        return frozenset(word for text in texts for word in _capitals_within(text))

    def _is_month(self, word: str) -> bool:
        words = lexicon(self._index.language)
        return bool(words and re.fullmatch(words.months, word, re.IGNORECASE))

    def _run(self, words: Sequence[str]) -> list[str]:
        """Return the longest run of words that the article has."""
        best: list[str] = []
        for at in range(len(words) - SEED + 1):
            if at and len(words) - at <= len(best):
                break
            for place in self._places.get(tuple(words[at : at + SEED]), ()):
                length = SEED
                while (
                    at + length < len(words) and self._words[place + length] == words[at + length]
                ):
                    length += 1
                if length > len(best):
                    best = [*words[at : at + length]]
        return best


def _capitals_within(text: str) -> Iterator[str]:
    """Yield the words of a sentence that have a capital, its first word left out."""
    first = _FIRST.match(text)
    for found in _CAPITAL.finditer(text, first.end() if first else 0):
        yield from words_of(found[0])


_FIRST = late_pattern(r"[^\w]*\w[\w'\u2019-]*")
_CAPITAL = late_pattern(r"(?<!\w)[^\W\d_a-z][\w'\u2019-]*")


def _ends_clause(run: Sequence[str], text: str) -> bool:
    """Whether a comma or another mark stands before the last word of a run in a text."""
    before = r"\W+".join(map(re.escape, run[:-1]))
    found = re.search(rf"{before}[,;:]\W*{re.escape(run[-1])}(?!\w)", text, re.IGNORECASE)
    return found is not None


SEED, END = 3, ""
"""Words by which a run is looked up, and what stands between two paragraphs."""
