"""Rules about what stands beside a statement, and when it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from briefgen.cache import kept
from briefgen.check.against.figures import holding, is_count
from briefgen.check.against.index import SourceIndex
from briefgen.check.against.references_here import with_references
from briefgen.check.against.rule import GAP, Comparison, Statement, source_rule
from briefgen.check.against.wording import CLOSE
from briefgen.check.passage import passages, sentences
from briefgen.check.rule import Remark
from briefgen.languages.files import quantity_words
from briefgen.languages.written_dates import written_dates
from briefgen.markup import words_in
from briefgen.pattern import compile_pattern
from briefgen.types.argument import Argument
from briefgen.types.date import PartialDate
from briefgen.types.fact import Fact
from briefgen.types.point import Modality
from briefgen.types.reference import references
from briefgen.types.value import numbers_of


@source_rule("neighbours-compared", "warning", "No sentence is set against figures not alike.")
def compared_neighbours(compared: Comparison) -> Iterator[Remark]:
    """Report two figures in neighbouring sentences that may not be compared, where words do so.

    "Against that, ..." sets the second sentence beside the first. Small counts are left alone, and
    what the article itself tells in one sentence; figures of one sentence are reported without an
    article, too. What a note says of two figures is why they are told apart.
    """
    argument = compared.argument
    facts = {fact.id: fact for fact in argument.facts if not is_count(fact)}
    for passage in passages(argument):
        if passage.path[0] == "notes" or passage.text.count("[#") < 2:  # noqa: PLR2004 - for two
            continue
        named = [
            [facts[found.id] for found in references(sentence) if found.id in facts]
            for sentence in sentences(passage.text, argument.article.language)
        ]
        texts = sentences(passage.text, argument.article.language)
        for (one, other), text in zip(pairwise(named), texts[1:], strict=True):
            compares = bool(compared.index.words.compares.search(text))
            pair = _misleading(one, other) if compares else None
            if pair and not _told_together(pair, compared):
                message = f"states [#{pair[0].id}] and [#{pair[1].id}] one after the other"
                hint = "part them, or name one in the other's comparable_with if they are alike"
                yield Remark(passage.path, message, hint)


@source_rule("built-comparison", "warning", "Changes and comparisons are made by the article.")
def built_comparisons(compared: Comparison) -> Iterator[Remark]:
    """Report two figures that are told as a change ("up from A to B") or set against each other.

    The article has them in no sentence together, and in none beside another; small counts are left
    alone.
    """
    index = compared.index
    patterns = _comparing(index.language)
    facts = {fact.id: fact for fact in compared.argument.facts if not is_count(fact)}
    for each, named in with_references(compared):
        places = [found.start() for found in re.finditer(GAP, each.text)]
        for found in (it for pattern in patterns for it in pattern.finditer(each.text)):
            pair = [
                facts[one.id]
                for at, one in zip(places, named, strict=False)
                if found.start() <= at < found.end() and one.sign == "#" and one.id in facts
            ]
            if len(pair) == 2 and not _may_compare(pair[0], pair[1], compared):  # noqa: PLR2004
                message = f"makes one change of [#{pair[0].id}] and [#{pair[1].id}]"
                hint = "the article does not set them together; tell them apart"
                yield Remark(each.passage.path, message, hint)


def _may_compare(one: Fact, other: Fact, compared: Comparison) -> bool:
    """Whether the article has two figures close together, or the argument says they are alike."""
    if one.id in other.comparable_with or other.id in one.comparable_with:
        return True
    index = compared.index
    ours, its = ([at for at, _ in holding(fact, index.sentences)] for fact in (one, other))
    beside = {id(near) for at in ours for near in index.beside(at)}
    rows = not _places(one, index).isdisjoint(_places(other, index))
    return rows or not ours or not its or any(id(at) in beside for at in its)


@kept(8)
def _comparing(language: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds two figures that are told as one change."""
    words = quantity_words(language)
    if words is None:
        return ()
    near, gap = f"[^{GAP},;:.]{{0,20}}?", f"[^{GAP};:.]{{0,40}}?"
    change = rf"(?:{words.from_})\s+{near}{GAP}{gap}\s(?:{words.to})\s+{near}{GAP}"
    behind = rf"{GAP}{gap}(?:{words.changes})\s+(?:{words.from_})\s+{near}{GAP}"
    flags = re.IGNORECASE | re.VERBOSE
    return tuple(compile_pattern(rf"(?<!\w)(?:{one})", flags) for one in (change, behind))


def with_comparable(argument: Argument, index: SourceIndex) -> Argument:
    """Return an argument whose figures may be compared where the article sets them side by side.

    That is within one sentence, or as rows of one table or list.
    """
    alike: dict[str, tuple[str, ...]] = {}
    by_unit: dict[str, list[Fact]] = {}
    for fact in argument.facts:
        if fact.unit and numbers_of(fact.value):
            by_unit.setdefault(fact.unit.casefold(), []).append(fact)
    for facts in by_unit.values():
        places = {fact.id: _places(fact, index) for fact in facts} if len(facts) > 1 else {}
        for one, other in combinations(facts[:MOST_FACTS], 2):
            if not places[one.id].isdisjoint(places[other.id]):
                alike[one.id] = (*alike.get(one.id, one.comparable_with), other.id)
    facts = [
        fact.model_copy(update={"comparable_with": alike[fact.id]}) if fact.id in alike else fact
        for fact in argument.facts
    ]
    return argument.model_copy(update={"facts": tuple(facts)}) if alike else argument


MOST_FACTS = 60
"""Figures of one unit of which any two are looked for side by side."""


def _told_together(pair: tuple[Fact, Fact], compared: Comparison) -> bool:
    index = compared.index
    one, other = (_places(fact, index) for fact in pair)
    if not one.isdisjoint(other):
        return True
    ours, its = ([at for at, _ in holding(fact, index.sentences)] for fact in pair)
    return any(
        near in its and any(index.words.compares.search(it.text) for it in (at, near))
        for at in ours
        for near in index.beside(at)
    )


def _places(fact: Fact, index: SourceIndex) -> set[object]:
    """Return the sentences that hold a figure, and the tables and lists of its rows."""
    holders = [sentence for sentence, _ in holding(fact, index.sentences)]
    rows = {(one.paragraph.kind, one.paragraph.number) for one in holders if one.is_row}
    return {*map(id, holders), *rows}


def _misleading(before: list[Fact], after: list[Fact]) -> tuple[Fact, Fact] | None:
    """Return two facts, one of each list, that nobody says may be compared."""
    for one in before:
        for other in after:
            alike = one.id in other.comparable_with or other.id in one.comparable_with
            if one.id != other.id and not alike:
                return one, other
    return None


@source_rule("expired-plan", "warning", "No plan is stated as present when its date has passed.")
def expired_plans(compared: Comparison) -> Iterator[Remark]:
    """Report each form that states a plan in the present whose date is before that of the brief.

    A brief without a date is read on some later day: of it, each sentence is reported that states a
    plan of the article's as present.
    """
    argument = compared.argument
    if argument.edition.date is None:
        yield from _present_plans(compared)
        return
    today = argument.edition.date.first
    present = compared.index.words.present_plan
    for passage in passages(argument):
        point = passage.point
        if point is None or point.modality is not Modality.PLANNED:
            continue
        text = words_in(passage.text)
        for sentence in sentences(text, argument.article.language):
            dates = written_dates(sentence, argument.article.language)
            passed = [each.date for each in dates if PartialDate(each.date).last < today]
            if passed and (found := present.search(sentence)):
                message = f'states a plan for {passed[0]} as present: "{found[0]}"'
                hint = f"the brief is of {argument.edition.date}: say that it was planned"
                yield Remark(passage.path, message, hint)
                break


def _is_told_as_done(each: Statement, compared: Comparison) -> bool:
    """Whether a statement is an event that is not marked as planned, in words that plan nothing."""
    kind, *where = each.passage.path
    if kind != "timeline" or not isinstance(where[0], int):
        return False
    levels = compared.index.words.modal_levels
    hedged = any(level.search(each.text) for level in levels[:2])
    is_past = compared.argument.timeline[where[0]].status == "past"
    return is_past and not hedged


_NO_PLANS = ("facts", "headings")
"""What states no plan: noun phrases, and "What is planned", which opens a part."""


def _present_plans(compared: Comparison) -> Iterator[Remark]:
    planned = compared.index.words.plan_now
    for each in compared.statements:
        if each.nearest is None or each.share < CLOSE or each.passage.path[0] in _NO_PLANS:
            continue
        ours, theirs = planned.search(each.text), planned.search(each.nearest.text)
        if theirs and not ours and _is_told_as_done(each, compared):
            message = f'is an event, and only planned in the article: "{theirs[0]}"'
            yield Remark(each.passage.path, message, "mark it as planned, or say that it was")
        point = each.passage.point
        if ours and theirs and (point is None or point.modality is not Modality.PLANNED):
            message = f'states a plan of the article as present: "{ours[0]}"'
            yield Remark(each.passage.path, message, "say that it was planned, and when")
