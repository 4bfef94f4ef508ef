"""Rules about how hard a text is to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from briefgen.check.passage import spoken, words_of
from briefgen.check.rule import LANGUAGE, Remark, scoped_rule
from briefgen.check.scope import Scope
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.point import Form
from briefgen.types.source_map import Path

SENTENCE_WORDS = 25
"""The limit that plain-language guides give, among them the United Kingdom's.

It holds where no audience is named.
"""


@scoped_rule(
    "long-sentence",
    "warning",
    "Sentences have at most the audience's words, or 25.",
    rests_on=(LANGUAGE,),
)
def long_sentences(argument: Argument, scope: Scope) -> Iterator[Remark]:
    """Report, once a form, sentences of more words than the audience's limit."""
    audience = scope.audience
    limit = audience.sentence_words if audience else SENTENCE_WORDS
    most = f"the most for {audience.name}" if audience else "easily read"
    for path, lengths in _sentence_lengths(argument, scope).items():
        long = [words for words in lengths if words > limit]
        if long:
            count = "a sentence" if len(long) == 1 else f"{len(long)} sentences, one"
            message = f"has {count} of {max(long)} words; {limit} are {most}"
            yield Remark(path, message, "make two of it")


def _sentence_lengths(argument: Argument, scope: Scope) -> dict[Path, list[int]]:
    forms: dict[Path, list[int]] = {}
    for passage in scope.passages(argument):
        lengths = [len(words_of(sentence)) for sentence in spoken(passage, argument)]
        forms.setdefault(passage.whole, []).extend(lengths)
    return forms


LEAST_WORDS = 20
"""A form of fewer words is too short for a level of its own."""

_PATTERNS = {"en": ("en_US", 1.0), "fr": ("fr", 73.6 / 84.6)}
"""Hyphenation patterns by language, and what a syllable weighs against an English one."""

_PARTS = late_pattern(r"[^\W\d_]+")


class _Count(Struct, frozen=True):
    """What a text has of each, syllables weighed."""

    sentences: int
    words: int
    syllables: float

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: years of schooling."""
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


@scoped_rule(
    "hard-reading",
    "warning",
    "The text asks for no more schooling than the audience's level.",
    rests_on=(LANGUAGE,),
)
def hard_reading(argument: Argument, scope: Scope) -> Iterator[Remark]:
    """Report, once and at the hardest form, that the audience's reading level is exceeded.

    Summaries and details count, all together: a level of one sentence says little. A language
    without a formula is not measured.
    """
    audience = scope.audience
    language = argument.article.language.partition("-")[0]
    if audience is None or audience.reading_level is None or language not in _PATTERNS:
        return
    forms = _counts(argument, scope, _syllables(language))
    if not forms:
        return
    grade = _sum(forms.values()).grade
    if round(grade) <= audience.reading_level:
        return
    long = {path: count for path, count in forms.items() if count.words >= LEAST_WORDS} or forms
    hardest = max(long, key=lambda path: long[path].grade)
    message = (
        f"the text for {audience.name} asks for {grade:.0f} years of schooling;"
        f" {audience.reading_level} are the most; this form is the hardest,"
        f" with {long[hardest].grade:.0f}"
    )
    hint = f"shorter words and sentences, or a wording of its own for {audience.name}"
    yield Remark(hardest, message, hint)


def _counts(
    argument: Argument, scope: Scope, syllables: Callable[[str], float]
) -> dict[Path, _Count]:
    parts: dict[Path, list[_Count]] = {}
    for passage in scope.passages(argument):
        if passage.form in (Form.SUMMARY, Form.DETAIL):
            sentences = [
                spoken_words
                for each in spoken(passage, argument)
                if (spoken_words := words_of(each))
            ]
            words = [word for sentence in sentences for word in sentence]
            if words:
                count = _Count(len(sentences), len(words), sum(map(syllables, words)))
                parts.setdefault(passage.whole, []).append(count)
    return {path: _sum(counts) for path, counts in parts.items()}


def _sum(counts: Iterable[_Count]) -> _Count:
    counts_of = list(counts)
    return _Count(
        sum(count.sentences for count in counts_of),
        sum(count.words for count in counts_of),
        sum(count.syllables for count in counts_of),
    )


def _syllables(language: str) -> Callable[[str], float]:
    """Return what counts the syllables of a word: one at least, as of a number."""
    import pyphen  # noqa: PLC0415 - only where a reading level is asked for

    name, weight = _PATTERNS[language]
    patterns = pyphen.Pyphen(lang=name, left=1, right=1)

    def count(word: str) -> float:
        found = sum(len(patterns.positions(part)) + 1 for part in _PARTS.findall(word))
        return weight * max(1, found)

    return count
