"""Rules about whose a figure, a date or a title is: the article gives it to the same name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefgen.cache import Same
from briefgen.check.against.capital_nouns import has_capital_nouns
from briefgen.check.against.clause_pairs import as_written
from briefgen.check.against.clauses import CLAUSE
from briefgen.check.against.figures import holding, said_amounts
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.names import NAME, SHORTEST_NAME
from briefgen.check.against.references_here import with_references
from briefgen.check.against.rule import GAP, Comparison, Statement, source_rule
from briefgen.check.against.same_names import same_names
from briefgen.check.against.synonyms import alike
from briefgen.check.against.turned_clauses import change_turned, figures_turned
from briefgen.check.against.typed import typed_figures
from briefgen.check.rule import Remark
from briefgen.languages.written_dates import written_dates
from briefgen.pattern import compile_pattern, late_pattern
from briefgen.types.fact import Fact, Quantity

CLAUSE_END = 40
"""Characters that a comma or the end of a clause between two words counts as."""

_ENDS_CLAUSE = late_pattern(r"[,;:)]\s")


class _Place(Struct, frozen=True):
    """Where something stands in a sentence."""

    start: int
    end: int

    def apart(self, other: _Place, text: str) -> int:
        """Return the characters between two places; the end of a clause counts as many more."""
        first, last = sorted((self, other), key=lambda each: each.start)
        between = text[first.end : last.start]
        return len(between) + CLAUSE_END * len(_ENDS_CLAUSE.findall(between))


@source_rule("given-to-another", "warning", "Figures and dates belong to whom the article says.")
def given_to_another(compared: Comparison) -> Iterator[Remark]:
    """Report each figure or date of a clause whose names the article gives another one.

    Looked at are sentences with several figures of one unit or several dates, and the rows of
    tables and lists. "A has 19 and B has 18" makes 19 that of A.
    """
    facts = {fact.id: fact for fact in compared.argument.facts}
    for each in compared.statements:
        if turned := figures_turned(each, compared) or change_turned(each, compared):
            yield Remark(each.passage.path, turned[0], turned[1].reading(turned[1].text))
    if has_capital_nouns(compared.argument.article.language):
        return  # where each noun has a capital, names cannot be told apart
    for each, named in with_references(compared):
        here = iter(named)
        for clause in CLAUSE.split(each.text):
            names = _names(clause, compared)
            for _ in range(clause.count(GAP)):
                found = next(here, None)
                fact = facts.get(found.id) if found and found.sign == "#" else None
                if fact and (other := _other_holder(fact, names, each, compared)):
                    message = f"gives [#{fact.id}] to {as_written(names, clause)}"
                    yield Remark(each.passage.path, message, f"the article gives it to {other}")
            yield from _dated_otherwise(clause, names, each, compared)
            yield from _typed_otherwise(clause, names, each, compared)
        yield from _event_of_another(each, compared)


def _typed_otherwise(
    clause: str, names: frozenset[str], each: Statement, compared: Comparison
) -> Iterator[Remark]:
    """Report the typed figures of a clause that the article gives another name than its own."""
    near = compared.around(each)
    if not names or compared.index.is_all(near):
        return
    for found in typed_figures(clause, compared.argument.article.language):
        if names.isdisjoint(words_of(clause[: found.start])):
            continue  # by 7 votes to 4, it let Ann Reed build
        wanted = said_amounts(found)
        figures = [(one, it) for one in near for it in one.quantities if said_amounts(it) == wanted]
        other = _holder_of(figures, names, near, compared)
        if other is None or not any(_is_beside(other, *pair, compared) for pair in figures):
            other = _crossed(clause, names, each, figures, compared)
        if other and other.casefold() not in words_of(clause):
            words = clause[found.start : found.unit_end].strip()
            message = f'gives "{words}" to {as_written(names, clause)}'
            yield Remark(each.passage.path, message, f"the article gives it to {other}")


def _is_beside(name: str, sentence: Sentence, quantity: Quantity, compared: Comparison) -> bool:
    """Whether a name stands next to a figure: AHS (50,000 farmers)."""
    place = _placed_names(sentence.text, compared).get(name.casefold())
    figure = _Place(quantity.start, quantity.unit_end)
    return place is not None and place.apart(figure, sentence.text) <= NEXT_TO


NEXT_TO = 15
"""Characters between a name and a figure that stand next to one another."""


def _crossed(
    clause: str,
    names: frozenset[str],
    each: Statement,
    figures: Sequence[tuple[Sentence, Quantity]],
    compared: Comparison,
) -> str | None:
    """Return the name of another clause beside which alone the article has a figure of this one."""
    parts = [part for part in CLAUSE.split(each.text) if part != clause]
    with_figures = [part for part in parts if any(sign.isdigit() for sign in part)]
    others = {name for part in with_figures for name in _placed_names(part, compared)} - names
    for sentence, _ in figures:
        if names & set(words_of(sentence.text)):
            return None
    found = [others & set(_placed_names(sentence.text, compared)) for sentence, _ in figures]
    return min(found[0]).title() if found and all(found) else None


def _names(text: str, compared: Comparison) -> frozenset[str]:
    """Return the words of names in a text that the article has, in small letters."""
    known = same_names(Same(compared))
    found = (next(iter(words_of(name[0])), "") for name in NAME.finditer(text))
    return frozenset(
        word
        for word in found
        if word in compared.index.vocabulary and known.may_be_name(word) and word.isalpha()
    )


def _other_holder(
    fact: Fact, names: frozenset[str], each: Statement, compared: Comparison
) -> str | None:
    """Return the name that the article gives a figure to, if it is none of the clause's."""
    return _holder_of(holding(fact, each.among), names, each.among, compared)


def _holder_of(
    figures: Sequence[tuple[Sentence, Quantity]],
    names: frozenset[str],
    among: Sequence[Sentence],
    compared: Comparison,
) -> str | None:
    """Return the name that the article gives a figure wherever it has it, if it is none of some."""
    if not figures or not names:
        return None
    others = []
    for sentence, quantity in figures:
        alike = [
            _Place(one.start, one.unit_end)
            for one in sentence.quantities
            if one.unit == quantity.unit or (_is_counted(one) and _is_counted(quantity))
        ]
        place = _Place(quantity.start, quantity.unit_end)
        whose = _nearest_to(sentence, place, alike, names, compared)
        if whose is None:
            whose = _row_of_another(sentence, names, among, compared)
        if whose is None:
            return None
        others.append(whose)
    return others[0].title()


def _is_counted(quantity: Quantity) -> bool:
    """Whether a figure counts something: people, farmers; no money and no share."""
    unit = quantity.unit or ""
    return not quantity.scale and unit != "%" and not (len(unit) == 3 and unit.isupper())  # noqa: PLR2004


def _row_of_another(
    sentence: Sentence, names: frozenset[str], among: Sequence[Sentence], compared: Comparison
) -> str | None:
    """Return the first name of a row that has none of some names, which other rows have."""
    if not sentence.is_row:
        return None
    here = _placed_names(sentence.text, compared)
    if not here or not names.isdisjoint(here) or len(set(words_of(sentence.text)) & names):
        return None
    rows = [one for one in among if one.is_row and one is not sentence]
    elsewhere = {word for one in rows for word in _placed_names(one.text, compared)}
    return next(iter(here)) if names & elsewhere else None


def _nearest_to(
    sentence: Sentence,
    wanted: _Place,
    alike: Sequence[_Place],
    names: frozenset[str],
    compared: Comparison,
) -> str | None:
    """Return whose a figure or date is in a sentence, if all of some names are nearer to others."""
    others = [one for one in alike if one != wanted]
    placed = _placed_names(sentence.text, compared, [*others, wanted])
    ours = [placed[name] for name in names if name in placed]
    if not others or not ours:
        return None
    text = sentence.text
    for place in ours:
        if place.apart(wanted, text) <= min(place.apart(one, text) for one in others):
            return None
    nearest = min(placed, key=lambda name: placed[name].apart(wanted, text))
    if placed[nearest].apart(wanted, text) > WITHIN or all(
        place.apart(one, text) > WITHIN for place in ours for one in others
    ):
        return None  # a name far away may have any of them
    known = same_names(Same(compared))
    if names & known.terms.get(nearest, frozenset()):
        return None  # VBA is the Veterans Benefits Administration
    return None if any(known.is_same(nearest, name) for name in names) else nearest


WITHIN = 30
"""Characters between a name and the figure that is its own."""


def _placed_names(
    text: str, compared: Comparison, taken: Sequence[_Place] = ()
) -> dict[str, _Place]:
    """Return the names that a text has once, where they stand, dates and figures left out."""
    known = same_names(Same(compared))
    found: dict[str, list[_Place]] = {}
    for name in NAME.finditer(text):
        place = _Place(name.start(), name.end())
        if any(one.start <= place.start < one.end for one in taken):
            continue
        for word in words_of(name[0])[:1]:
            short = len(word) < SHORTEST_NAME and not name[0][:3].isupper()
            if not short and known.may_be_name(word):
                found.setdefault(word, []).append(place)
    return {word: places[0] for word, places in found.items() if len(places) == 1}


def _dated_otherwise(
    clause: str, names: frozenset[str], each: Statement, compared: Comparison
) -> Iterator[Remark]:
    language = compared.argument.article.language
    for date in written_dates(clause, language):
        sentences = [
            one for one in each.among if any(other.date == date.date for other in one.dates)
        ]
        whose = [_owner_of_date(one, date.date, names, compared) for one in sentences]
        said = set(words_of(clause))
        if whose and all(whose) and not any(str(one).casefold() in said for one in whose):
            words = clause[date.start : date.end]
            message = f'dates {as_written(names, clause)} "{words}"'
            yield Remark(each.passage.path, message, f"the article dates {whose[0]} so")


OPENING = 15
"""Characters at the beginning of a sentence where a date is one of all that it says."""


def _event_of_another(each: Statement, compared: Comparison) -> Iterator[Remark]:
    """Report an event whose date the article gives to another name."""
    if each.passage.path[0] != "timeline":
        return
    place = each.passage.path[1]
    assert isinstance(place, int)
    date, names = compared.argument.timeline[place].date, _names(each.text, compared)
    sentences = [one for one in each.among if any(other.date == date for other in one.dates)]
    whose = [_owner_of_date(one, date, names, compared) for one in sentences]
    if whose and all(whose):
        message = f'dates {as_written(names, each.text)} "{date}"'
        yield Remark(each.passage.path, message, f"the article dates {whose[0]} so")


def _owner_of_date(
    sentence: Sentence, date: str, names: frozenset[str], compared: Comparison
) -> str | None:
    places = [_Place(one.start, one.end) for one in sentence.dates if one not in sentence.addressed]
    wanted = [
        _Place(one.start, one.end)
        for one in sentence.dates
        if one.date == date and one not in sentence.addressed
    ]
    if len(wanted) != 1 or wanted[0].start < OPENING:
        return None  # "In 2017, ..." holds for all that follows
    whose = _nearest_to(sentence, wanted[0], places, names, compared)
    return whose.title() if whose else None


@source_rule("title-not-in-source", "warning", "Nobody gets an office that the article gives not.")
def other_titles(compared: Comparison) -> Iterator[Remark]:
    """Report each title beside a name that the article does not give it.

    Looked at are "President Ada Moss", "Ada Moss, president of" and "the president of the board,
    Ada Moss"; a title that stands in the passage before no other name may be meant.
    """
    index = compared.index
    beside = _beside(index)
    for each in compared.statements:
        if each.passage.path[0] == "facts":
            continue
        for found in beside.finditer(each.text):
            title = found["before"] or found["behind"]
            name = found["named"] or found["called"]
            words = [word for word in words_of(name) if word in index.vocabulary]
            office = [word for word in words_of(found["office"] or "") if index.stems(word)]
            if not words:
                continue
            kind = {*words_of(title)[:-1]} - _said_in(each.among) - {"former"}  # of prime minister
            if (
                kind
                or not _has_title(title, words[-1], each.among, index)
                or _of_another(words[-1], office, each.among, index)
            ):
                message = f'calls {name} "{found[0].strip()}", which its passage does not'
                yield Remark(each.passage.path, message, "name the office as the article does")


def _said_in(among: Sequence[Sentence]) -> frozenset[str]:
    return frozenset(word for one in among for word in words_of(one.text))


def _beside(index: SourceIndex) -> re.Pattern[str]:
    """Match a title beside a name."""
    words = index.words
    name = rf"(?-i:{NAME.pattern}(?:[ ]{NAME.pattern})*)"
    title, office = words.titles, words.of_office
    return compile_pattern(
        rf"(?<!\w)(?:(?P<before>{title})"
        rf"(?:\s+(?:{office})\s*(?:the\s+)?(?P<office>(?>{name})))?,?[ ](?P<named>{name})"
        rf"|(?P<called>{name}),\s(?:the\s+|an?\s+)?(?:then\s+(?:[a-z]+\s+)??)?"
        rf"(?P<behind>{title})(?!\w|[ ]{name}))",
        re.IGNORECASE | re.VERBOSE,
    )


def _has_title(title: str, name: str, among: Sequence[Sentence], index: SourceIndex) -> bool:
    """Whether a passage may give a name a title: no other name stands behind the word there."""
    stem = alike(index.stems(title.rpartition(" ")[2]), index)
    beside = _beside(index)
    last = title.casefold().rpartition(" ")[2]
    for one in among:
        if any(word.endswith(last) and word != last for word in words_of(one.text)):
            return True  # a Bildungsministerin is a Ministerin
        if not stem & one.stems:
            continue
        given = [
            each["named"] or each["called"]
            for each in beside.finditer(one.text)
            if stem & index.stems((each["before"] or each["behind"]).rpartition(" ")[2])
        ]
        free = sum(bool(stem & index.stems(word)) for word in words_of(one.text)) > len(given)
        if free or any(name in words_of(each) for each in given):
            return True
    return False


def _of_another(
    name: str, office: Sequence[str], among: Sequence[Sentence], index: SourceIndex
) -> bool:
    """Whether a passage has a name and an office, each with others only."""
    known = [word for word in office if word in index.vocabulary]
    named = [set(words_of(one.paragraph.text)) for one in among if name in words_of(one.text)]
    return bool(known and named) and not any(words.issuperset(known) for words in named)
