"""Who says it: a name beside a verb of saying, of whom the passage says nothing of the kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.cache import Same
from briefgen.check.against.capital_nouns import has_capital_nouns
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.name_kinds import name_kinds
from briefgen.check.against.names import NAME
from briefgen.check.against.other_names import before
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.same_names import SameNames, same_names
from briefgen.check.rule import Remark
from briefgen.pattern import late_pattern


def speakers_without_words(compared: Comparison) -> Iterator[Remark]:
    """Yield a remark for each name that says something and in its passage has no verb of saying.

    Whoever wrote the article says all of it, and is not looked at.
    """
    index, names = compared.index, same_names(Same(compared))
    if has_capital_nouns(index.language):
        return
    authors = {
        word
        for author in compared.argument.article.authors
        for word in words_of(" ".join(map(str, author.model_dump().values())))
    }
    said_by_all = " ".join(one.text for one in index.source.paragraphs)
    authors |= {word for found in _OWN.finditer(said_by_all) for word in words_of(found[1])} | {
        *words_of(compared.argument.article.publisher or "")
    }
    for each in compared.statements:
        near = compared.beside(each)
        if each.passage.path[0] == "facts" or index.is_all(near):
            continue
        for name in _speaking(each, names):
            if name in authors:
                continue
            said = any(_has_said(name, one, names) for one in near)
            said = said or _is_quoted_beside(name, each, names) or _is_meant(name, near, names)
            of_all = index.is_all(each.among)  # it sums up more than one sentence
            if said and (of_all or not _is_the_authors_own(name, each, names)):
                continue
            sentence = next((one for one in near if _holds(name, one.text, names)), None)
            message = f"lets {name.title()} say it, which its passage does not"
            hint = (
                sentence.reading(sentence.text)
                if sentence
                else "say who says it as the article does"
            )
            yield Remark(each.passage.path, message, hint)


_OWN = late_pattern(
    rf"(?<!\w)(?i:our|notre|nos|unsere?[mnrs]?|nuestr[oa]s?|nostr[oaie])\s+({NAME.pattern})"
)
"""A name behind "our" or "my", of what the authors of the article belong to: our PolicyEngine."""


def _is_meant(name: str, near: Sequence[Sentence], names: SameNames) -> bool:
    """Whether a passage lets somebody say something whom the paragraph before it names.

    "He adds that" says who it is of no other, and nobody else is named beside a verb of saying.
    """
    index = names.compared.index
    if not any(_holds(name, one.text, names) for one in before(near, names)):
        return False
    said = [one.text for one in near if index.words.reports.search(one.text)]
    others = {word for text in said for word in speakers_in(text, index) if names.is_name(word)}
    return bool(said) and all(names.is_same(name, other) for other in others)


def _is_quoted_beside(name: str, each: Statement, names: SameNames) -> bool:
    """Whether the sentence nearest to a statement has a name and a quotation: "he puts it so:"."""
    beside = names.compared.index.beside(each.nearest) if each.nearest else ()
    return any(_holds(name, one.text, names) for one in beside) and any(
        _QUOTES.search(one.text) or ":" in one.text for one in beside
    )


def _is_the_authors_own(name: str, each: Statement, names: SameNames) -> bool:
    """Whether the article says by itself what a statement lets somebody say.

    Neither the sentence nearest to what is said nor the one before it has the name or quotation
    marks, and the nearest, which is near enough to be meant, no verb of saying.
    """
    index = names.compared.index
    said = each.text
    for verb in reversed([*index.words.reports.finditer(said)]):
        said = f"{said[: verb.start()]}{said[verb.end() :]}"
    said = said[:1] + NAME.sub("", said[1:])  # what begins a sentence may be no name
    nearest, share = index.nearest(said, names.compared.beside(each))
    if nearest is None or share < LEAST_SHARE:
        return False
    beside = index.beside(nearest)
    until = beside[: beside.index(nearest) + 1]
    if any(_holds(name, one.text, names) or _QUOTES.search(one.text) for one in until):
        return False
    text = nearest.text
    return not (index.words.reports.search(text) or index.words.accords.search(text))


LEAST_SHARE = 0.5
"""Share of the words of what is said that a sentence has which says the same."""

_QUOTES = late_pattern(r"[\"\u201c\u201d\u201e\u00ab\u00bb]")


def _speaking(each: Statement, names: SameNames) -> Iterator[str]:
    """Yield the names close before or behind a verb of saying that says what stands around it."""
    text = each.text
    for verb in names.compared.index.words.reports.finditer(text):
        before = [*NAME.finditer(text[: verb.start()])]
        if not before or text[before[-1].end() : verb.start()].strip():
            continue
        run = _RUN.search(text[: before[-1].end()])
        opening = text[: run.start()] if run else ""
        if names.compared.index.words.governs_name.search(opening):
            continue  # "a study on Latin America found"
        words = words_of(before[-1][0])[-1:]
        behind = text[verb.end() : verb.end() + 6]
        reports = behind[:1] in ",." or behind.lstrip().startswith(("that", "que", "qu", "che"))
        if reports and words and names.is_name(words[0]):
            yield words[0]


_RUN = late_pattern(rf"{NAME.pattern}(?:\s{NAME.pattern})*$")
"""Names in a row at the end of a text: Latin America."""


def _holds(name: str, text: str, names: SameNames) -> bool:
    """Whether a text has a name, or another part of it: Faviola, of Faviola Gonzalez."""
    alike = {name, *name_kinds(Same(names)).mates(name)}
    return any(
        names.is_same(one, word) or one in names.terms.get(word, ())
        for word in words_of(text)
        for one in alike
    )


def _has_said(name: str, sentence: Sentence, names: SameNames) -> bool:
    """Whether a sentence has a name and any verb that may let it say something."""
    words = names.compared.index.words
    said = (words.reports, words.accords, *words.evidence_levels[:3], words.says_that)
    text = sentence.text
    if not _holds(name, text, names):
        return False
    cited = any(_holds(name, found[0], names) for found in _CITATION.finditer(text))
    return cited or any(one.search(text) for one in said)


_CITATION = late_pattern(r"\([^()]*\d[^()]*\)")
"""Names in brackets with a year or a page, whose work says it: (Reed and Moss, p. 4)."""


def _ends_in(pattern: re.Pattern[str], text: str) -> bool:
    return any(not text[one.end() :].strip() for one in pattern.finditer(text))


PERSON = late_pattern(rf"{NAME.pattern}(?:\s[A-Z]\.)?\s{NAME.pattern}")
"""A name in several words, which may be a person's."""

_QUOTES_OR_LISTS = late_pattern(r"[\"\u201c\u00ab:]")


def speakers_in(text: str, index: SourceIndex) -> frozenset[str]:
    """Return the last words of names beside a verb of saying, in small letters."""
    found: set[str] = set()
    for verb in index.words.reports.finditer(text):
        before = list(NAME.finditer(text[: verb.start()]))
        opening = text[: before[-1].start()] if before else ""
        words = index.words
        if words.governs_name.search(opening) or _ends_in(words.is_agent, opening):
            continue  # "the draft, seen by Reuters, says"
        if before and len(text[before[-1].end() : verb.start()].strip(" ,")) == 0:
            found.update(words_of(before[-1][0])[-1:])
    for start in index.words.accords.finditer(text):
        names = re.match(rf"{NAME.pattern}(?:\s{NAME.pattern})*", text[start.end() :])
        if names:
            found.update(words_of(names[0])[-1:])
    opens = PERSON.match(text)
    if opens and not found and index.words.reports.search(_QUOTES_OR_LISTS.split(text)[0]):
        found.update(words_of(opens[0])[-1:])  # "Ann Reed, who had no part in it, told"
    return frozenset(word for word in found if index.stems(word))  # he is nobody's name
