"""Rules about dates, numbers and names that are typed in prose: their passage has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from briefgen.check.against.capital_nouns import chooser
from briefgen.check.against.figures import MOST_COUNT, covers, said_amounts
from briefgen.check.against.index import Sentence, SourceIndex, stem, words_of
from briefgen.check.against.long_names import written_out
from briefgen.check.against.names import names_in, own_names, roots_of
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.rule import Remark
from briefgen.languages.acronyms import acronyms_in
from briefgen.languages.written_dates import written_dates
from briefgen.quantities import find_quantities
from briefgen.types.date import PartialDate
from briefgen.types.quantity import Quantity
from briefgen.types.value import Share


@source_rule("date-not-in-source", "error", "Every date in prose stands in its passage.")
def typed_dates(compared: Comparison) -> Iterator[Remark]:
    """Report each date in prose that its passage does not give, nor is the article's own.

    A coarser date may stand for that of the passage, never a finer one.
    """
    article = compared.argument.article
    for each in compared.statements:
        dates = written_dates(each.text, article.language)
        if not dates:
            continue
        known = [PartialDate(found.date) for one in each.among for found in one.dates]
        known += [article.date, article.cut_off]
        for found in dates:
            date = PartialDate(found.date)
            if not any(covers(date, one) for one in known):
                words = each.text[found.start : found.end]
                message = f'says "{words}", a date that its passage does not give'
                yield Remark(each.passage.path, message, _places(compared, date))


def _places(compared: Comparison, date: PartialDate) -> str:
    for one in compared.index.sentences:
        if any(covers(date, PartialDate(found.date)) for found in one.dates):
            return f"{one.paragraph.locator} gives it; look whether it is of the same thing"
    return "the article does not give it"


@source_rule("number-not-in-source", "error", "Every number in prose stands in its passage.")
def typed_numbers(compared: Comparison) -> Iterator[Remark]:
    """Report each figure that is typed in prose, and that its passage does not hold."""
    language = compared.argument.article.language
    for each in compared.statements:
        typed = find_quantities(each.text, language)
        if not typed:
            continue
        held = {said_amounts(quantity) for one in each.among for quantity in one.quantities}
        held |= {_share(quantity) for one in each.among for quantity in one.quantities}
        held |= {(end,) for ends in held if len(ends) > 1 for end in ends}  # 5-14: from 5 to 14
        for found in typed:
            if not isinstance(found, Quantity):
                continue
            if other := _other_qualifier(found, each, compared):
                words = each.text[found.start : found.unit_end].strip()
                message = f'says "{f"{other[0]} {words}".strip()}"; its passage says "{other[1]}"'
                yield Remark(each.passage.path, message, "write the qualifier of the article")
            if counted := _other_count(found, each, compared.index):
                words = each.text[found.start : found.unit_end].strip()
                message = f'says "{words}"; the article says "{counted}"'
                yield Remark(each.passage.path, message, "count as the article does")
                continue
            if _share(found) in held - {()}:
                continue
            if said_amounts(found) not in held:
                words = each.text[found.start : found.unit_end].strip()
                message = f'says "{words}", which its passage does not'
                yield Remark(each.passage.path, message, "make it a fact with its own passage")


def _other_qualifier(
    found: Quantity, each: Statement, compared: Comparison
) -> tuple[str, str] | None:
    """Return our word before a figure and the article's, where they mean something else."""
    meanings = compared.index.words.qualifier_meanings
    before = each.text[max(0, found.end - len(each.text[found.start : found.end]) - CLOSE) :]
    said = before[: before.find(each.text[found.start : found.end])]
    ours = _meaning(f"{said} {found.qualifier or ''}", meanings)
    said_so = [
        (one.text[max(0, other.start - CLOSE) : other.start], other.qualifier)
        for one in each.among
        for other in one.quantities
        if (said_amounts(other), _share(other)) == (said_amounts(found), _share(found))
    ]
    theirs = [_meaning(f"{words} {qualifier or ''}", meanings) for words, qualifier in said_so]
    if not theirs or not all(theirs) or any(one.keys() & ours for one in theirs if one):
        return None
    if not ours and (_is_small(found) or "almost" not in theirs[0]):
        return None  # a count may be rounded in words; nearly half is no half
    return next(iter(ours.values()), ""), next(iter(theirs[0].values()))


CLOSE = 12
"""Characters before a figure in which a word such as only is one of it."""


def _meaning(text: str, meanings: Mapping[str, re.Pattern[str]]) -> dict[str, str]:
    found = {name: words.search(text) for name, words in meanings.items()}
    return {name: match[0] for name, match in found.items() if match}


def _other_count(found: Quantity, each: Statement, index: SourceIndex) -> str | None:
    """Return the words by which the article counts the same noun otherwise, and never so."""
    noun = next(iter(_nouns(each.text, found, index)), None)
    if noun is None or not _is_small(found):
        return None
    counted = [
        (one, other)
        for one in each.among
        if noun in one.stems
        for other in one.quantities
        if _is_small(other) and noun in _nouns(one.text, other, index)
    ]
    if not counted or any(said_amounts(other) == said_amounts(found) for _, other in counted):
        return None
    one, other = counted[0]
    return one.text[other.start : other.unit_end].strip()


def _is_small(quantity: Quantity) -> bool:
    """Whether a figure is a count that an editor may have made."""
    value = quantity.value
    if not isinstance(value, Decimal) or quantity.unit == "%" or quantity.scale:
        return False
    return value <= MOST_COUNT


NOUN_AMONG = 2
"""Words that tell something behind a number, of which one is its noun."""


def _nouns(text: str, quantity: Quantity, index: SourceIndex) -> list[str]:
    behind = _CLAUSE_END.split(text[quantity.end : quantity.end + 40])[0]
    stems = [stem(word) for word in words_of(behind) if index.stems(word)]
    return stems[:NOUN_AMONG]


_CLAUSE_END = re.compile(r"[,;:.()]")


def _share(quantity: Quantity) -> tuple[Decimal, ...]:
    """Return a share in percent, as a fraction or a percentage says it: two fifths are 40 %."""
    match quantity.value:
        case Share(part, whole):
            return (Decimal(-1), 100 * part / whole)
        case Decimal() as value if quantity.unit == "%":
            return (Decimal(-1), value)
    return ()


@source_rule("name-elsewhere", "warning", "Names stand in the passage of what is said.")
def names_from_elsewhere(compared: Comparison) -> Iterator[Remark]:
    """Report each name that the article has, and the passage of the sentence has not.

    The author, and what an acronym of the passage stands for, may be named anywhere.
    """
    everywhere = own_names(compared.argument, with_terms=False) | {
        word
        for each in compared.index.source.paragraphs
        if each.kind in ("title", "standfirst", "heading")
        for word in words_of(each.text)
    }
    terms = _terms(compared)
    known_near: dict[tuple[int, ...], set[str]] = {}
    is_name = chooser(compared.index.source)
    for each in compared.statements:
        key = tuple(map(id, each.among))
        if key not in known_near:
            words = _said(each.among, terms)
            known_near[key] = {root for word in words for root in roots_of(word)}
        near = known_near[key]
        for name, opens, start in names_in(each):
            word = next(iter(words_of(name)), "")
            if not is_name(name, each.text, start):
                continue
            known = word not in compared.index.vocabulary or word in everywhere
            if opens or not word or known or not roots_of(word).isdisjoint(near):
                continue
            if _is_plural(name) and word.removesuffix("s") in near:
                continue
            if word in _of_acronyms(each.text, near, compared):
                continue
            message = f'names "{name}", which its passage does not'
            yield Remark(each.passage.path, message, _named_at(compared, word))


def _is_plural(name: str) -> bool:
    """Whether a name is an acronym with the s of a plural: MPs."""
    return len(name) > 2 and name[:-1].isupper() and name.endswith("s")  # noqa: PLR2004


def _of_acronyms(text: str, near: set[str], compared: Comparison) -> set[str]:
    """Return the words of a text that write out an acronym of its passage."""
    found = written_out(text, compared.index.acronyms)
    return {word for short, words in found if short.casefold() in near for word in words}


def _said(among: list[Sentence], terms: dict[str, set[str]]) -> set[str]:
    """Return the words of paragraphs, with those of what their acronyms stand for."""
    words = {word for one in among for word in words_of(one.paragraph.text)}
    words |= {part for word in words if "-" in word for part in word.split("-")}
    words |= {word.replace(".", "") for word in words if "." in word}  # U.K.
    return words.union(*(terms.get(word, set()) for word in words))


def _terms(compared: Comparison) -> dict[str, set[str]]:
    """Return the words of what acronyms stand for, by the article and the glossary."""
    found = {
        short.casefold(): set(words_of(long))
        for each in compared.index.source.paragraphs
        for short, long, _ in acronyms_in(each.text)
    }
    for term in compared.argument.glossary:
        if len(short := words_of(term.short)) == 1:
            found.setdefault(short[0], set()).update(words_of(term.long))
    return found


def _named_at(compared: Comparison, word: str) -> str:
    for one in compared.index.sentences:
        if word in words_of(one.text):
            return f"{one.paragraph.locator} names it; add that to the locator, if it is meant"
    return "look whether it is meant"
