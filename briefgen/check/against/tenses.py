"""What is to come told as done, and what is done as still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.rule import Statement
from briefgen.check.against.strength import hedged, is_form, unaccented
from briefgen.pattern import late_pattern
from briefgen.types.point import Modality

LEAST_STEMS = 3
"""Words that a sentence shares with a statement which says the same."""

_WORD = late_pattern(r"[^\W\d_]+")


def other_tense(
    each: Statement, near: Sequence[Sentence], index: SourceIndex
) -> tuple[Sentence, str] | None:
    """Return where a passage only plans or expects what a statement says, or has it behind it."""
    return (
        _conditional(each, near, index)
        or _done(each, near, index)
        or _to_come(each, near, index)
        or _only_planned(each, near, index)
        or _done_of_plan(each, near, index)
    )


def _conditional(
    each: Statement, near: Sequence[Sentence], index: SourceIndex
) -> tuple[Sentence, str] | None:
    """Return where a passage has the conditional of a verb that is put in the future."""
    words, ours = index.words, words_of(each.text)
    for one in near:
        said = words_of(one.text)
        for found in words.conditionals(said):
            for word in ours:
                ending = words.future_ending.fullmatch(word.removeprefix(found[1]))
                if word.startswith(found[1]) and ending and word not in said:
                    return one, f'"{word}" for "{found[0]}"'
    return None


def _done(
    each: Statement, near: Sequence[Sentence], index: SourceIndex
) -> tuple[Sentence, str] | None:
    """Return where a passage says that will be done what a statement gives as done."""
    will = index.words.future
    for found in index.words.is_done.finditer(each.text):
        verb = words_of(found[0])[-1]
        root = unaccented(verb)[:-1] if verb[-1:] in "és" else unaccented(verb)
        past = (index.words.is_done, index.words.is_past)
        done = {
            words_of(said[0])[-1] for it in past for one in near for said in it.finditer(one.text)
        }
        for one in near if len(root) >= SHORTEST_VERB else ():
            later = [words_of(said[0])[-1] for said in will.finditer(one.text)]
            to_come = (is_form(unaccented(word), root) or word.startswith(root) for word in later)
            if verb not in done and any(to_come):
                return one, f'"{found[0]}" of what is to come'
    return None


def _to_come(
    each: Statement, near: Sequence[Sentence], index: SourceIndex
) -> tuple[Sentence, str] | None:
    """Return where a passage gives as done what a statement says will be done."""
    stems = index.stems(each.text)
    for found in index.words.future.finditer(each.text):
        verb = unaccented(words_of(found[0])[-1])
        for one in near if len(verb) >= SHORTEST_VERB else ():
            found_past = (words_of(said[0])[-1] for said in index.words.is_past.finditer(one.text))
            done = any(is_form(unaccented(word), verb) for word in found_past)
            if (
                done
                and not index.words.future.search(one.text)
                and not index.words.thinks.search(one.text)
                and len(stems & one.stems) > LEAST_STEMS
            ):
                return one, f'"{found[0]}" of what is done'
    return None


def _only_planned(
    each: Statement, near: Sequence[Sentence], index: SourceIndex
) -> tuple[Sentence, str] | None:
    """Return where a passage only plans what a statement gives as past: plans for a renovation."""
    words = index.words
    plans = (words.modal_levels[1], words.present_plan)
    if is_open(each.text, index) or any(one.search(each.text) for one in plans):
        return None
    stems = index.stems(each.text)
    for found in words.is_past.finditer(each.text):
        verb = unaccented(words_of(found[0])[-1])
        said = [
            (one, place)
            for one in (near if len(verb) >= LONG_VERB else ())
            if len(one.stems & stems) > LEAST_STEMS - 1
            if not one.text.isascii() or verb[:ROOT] in one.text.casefold()
            for place in _WORD.finditer(one.text)
            if is_form(unaccented(place[0].casefold()), verb) and not _NEEDS.match(verb)
        ]
        planned = [
            None
            if _is_done_there(one, place, words.is_past, plans)
            else _planned_in(one, place, plans)
            for one, place in said
        ]  # a plan to return to what was certified certifies nothing
        if planned and all(planned):
            return said[0][0], f'"{found[0]}" for "{planned[0]} {said[0][1][0]}"'
    return None


def _is_done_there(
    sentence: Sentence,
    place: re.Match[str],
    past: re.Pattern[str],
    plans: Sequence[re.Pattern[str]],
) -> bool:
    """Whether a sentence itself has a word as past: "were certified", not "will be certified"."""
    text = sentence.text
    return any(
        one.start() <= place.start()
        and place.end() <= one.end()
        and not any(plan.search(text[max(0, one.start() - NEAR) : one.end()]) for plan in plans)
        for one in past.finditer(text)
    )


NEAR = 12
"""Characters before a verb in the past among which "will" or "is to" makes it none."""


def _done_of_plan(
    each: Statement, near: Sequence[Sentence], index: SourceIndex
) -> tuple[Sentence, str] | None:
    """Return where a planned point has a verb as done that its passage has in no past form."""
    point = each.passage.point
    if point is None or point.modality is not Modality.PLANNED:
        return None
    for found in index.words.is_done.finditer(each.text):
        verb = unaccented(words_of(found[0])[-1])
        root = verb[: max(SHORTEST_VERB, len(verb) - ENDING)]
        said = [
            (one, unaccented(word))
            for one in near
            for word in words_of(one.text)
            if unaccented(word).startswith(root)
        ]
        past = {
            words_of(it[0])[-1] for one in near for it in index.words.is_past.finditer(one.text)
        }
        if said and len(root) > SHORTEST_VERB and not any(word in past for _, word in said):
            return said[0][0], f'"{found[0]}" for "{said[0][1]}"'
    return None


_NEEDS = late_pattern(r"need|requir|necess|besoin|exig|brauch|benotig|necesit|occorr")
"""The beginnings of verbs that say what a plan needs: "would be needed" is "was needed" later."""

ENDING = 3
"""Letters of the longest ending of a verb in the past: renationalised, renationalize."""


def _planned_in(
    sentence: Sentence, place: re.Match[str], plans: Sequence[re.Pattern[str]]
) -> str | None:
    """Return what makes a word a plan in its part of a sentence, before it."""
    before = re.split(r"[,;:]\s", sentence.text[: place.start()])[-1]
    return next((found[0] for one in plans if (found := one.search(before))), None)


LONG_VERB, ROOT = 6, 4
"""Letters of a verb that is known again as a noun, and those that both begin with: renovated,
renovation."""

SHORTEST_VERB = 4


def is_open(text: str, index: SourceIndex) -> bool:
    """Whether a text leaves open what it says: hedged, or a question."""
    levels = index.words.modal_levels
    said = any(one.search(text) for one in levels[:2])
    return said or hedged(text, index) or "?" in text
