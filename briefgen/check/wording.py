"""Rules about words: how hard they are to read, and which change what a form says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from briefgen.check.passage import passages, spoken, words_of
from briefgen.check.rule import LANGUAGE, OWN, Remark, Scope, rule, scoped_rule
from briefgen.languages.acronyms import acronyms_in
from briefgen.languages.lexicon import lexicon
from briefgen.languages.units import SYMBOLS
from briefgen.markup import words_in
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.point import Form, Modality, Recommendation
from briefgen.types.reference import references
from briefgen.types.source_map import Path


# What stands before may be left out of a brief.
@rule("context-dependent-opening", "warning", "Every form stands alone.", rests_on=(LANGUAGE,))
def context_dependent_openings(argument: Argument) -> Iterator[Remark]:
    """Report each form that begins with a connective or pronoun that needs what was said before."""
    words = lexicon(argument.article.language)
    if words is None:
        return
    for passage in passages(argument):
        if passage.form is None or not passage.opens:
            continue
        if found := words.hanging_start.match(words_in(passage.text, figure="0", quotation="0")):
            message = f'begins with "{found[1]}", which leans on what stands before'
            yield Remark(passage.path, message, "name what is meant; the form must stand alone")


_ACRONYM = late_pattern(r"(?<![\w$])[A-Z][A-Z0-9&]*[A-Z][A-Z0-9]*(?=s?(?!\w))(?!\$)")
_AMOUNT = late_pattern(r"\d[ \u00a0\u202f-]?$")
_NOT_ONLY_UNITS = frozenset({"KB", "MB", "GB", "TB", "PB"})
"""Symbols that stand for something else where no number stands before them."""
_ROMAN = late_pattern(r"X{0,3}(?:IX|IV|V?I{0,3})")


@rule("unexplained-acronym", "warning", "Every acronym is in the glossary.", rests_on=("glossary",))
def unexplained_acronyms(argument: Argument) -> Iterator[Remark]:
    """Report each acronym (two or more capitals) that the glossary does not hold, once.

    The symbol of a unit, such as MW, and what an author is called are none; what a text writes out
    itself, another one may not.
    """
    known = {
        word
        for term in argument.glossary
        for word in (term.short, *re.split(r"[\s/]+", term.short))
    }
    for author in argument.article.authors:
        known |= _acronyms(" ".join(map(str, author.model_dump().values()))).keys()
    for passage in passages(argument):
        text = words_in(passage.text, figure="1")
        here = {short for short, _, _ in acronyms_in(text)}
        for acronym in _acronyms(text):
            if acronym not in known and acronym not in here and not _ROMAN.fullmatch(acronym):
                known.add(acronym)
                message = f'uses the acronym "{acronym}", which is not in the glossary'
                hint = "add it (plain: true for what every reader knows), or spell it out"
                yield Remark(passage.path, message, hint, passage.text_line)


def _acronyms(text: str) -> dict[str, None]:
    """Return the acronyms of a text, once each, without the symbols of units."""
    found: dict[str, None] = {}
    for acronym in _ACRONYM.finditer(text):
        is_unit = acronym[0] in SYMBOLS and (
            acronym[0] not in _NOT_ONLY_UNITS or _AMOUNT.search(text[: acronym.start()])
        )
        if not is_unit:
            found[acronym[0]] = None
    return found


@rule(
    "lost-hedge",
    "warning",
    "Every form of a possible, planned or reported point says so.",
    rests_on=(OWN, LANGUAGE),
)
def lost_hedges(argument: Argument) -> Iterator[Remark]:
    """Report each form of a possible, planned or reported point that says it as certain."""
    words = lexicon(argument.article.language)
    if words is None:
        return
    quotations = {one.id: one.text for one in argument.quotations}
    forms: dict[Path, tuple[Modality, list[str]]] = {}
    for passage in passages(argument):
        if passage.whole[-1] == "more":  # printed after the summary, which is looked at
            continue
        if passage.whole[-1] == "headline" and isinstance(passage.point, Recommendation):
            continue  # "Give farmers machines" says what to do, not what is
        if passage.point is not None and passage.point.modality in words.hedge:
            _, said = forms.setdefault(passage.whole, (passage.point.modality, []))
            said.append(words_in(passage.text))
            quoted = (one.id for one in references(passage.text) if one.sign == ">")
            said += [quotations[one] for one in quoted if one in quotations]
    for path, (modality, said) in forms.items():
        if not any(map(words.hedge[modality].search, said)):
            message = f"says as certain what is {modality}"
            hint = f"keep a word such as {words.hedge_examples[modality]}"
            yield Remark(path, message, hint)


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
