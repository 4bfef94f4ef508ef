"""Arguments to build from: the reference argument with changes, and arguments of any size."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, cast

from samples.stand_in import ROOT

from briefgen.pipeline import validate
from briefgen.types.argument import Argument
from briefgen.types.value import number_of

FONTS = ROOT / "templates" / "fonts"

_POINTS = ("significance", "context", "rationales", "risks", "outlook", "not_said")
_PLAIN_WORD = re.compile(r"(?<![^\s])[A-Z]?[a-z]{3,}(?= )")
"""A word between spaces: no reference, link or acronym stands there."""


_numbers = count()
"""No two variants in one process bear the same number, so that none is known beforehand."""


def variants(
    argument: Argument, change: Callable[[Argument, int], Argument], many: int
) -> Iterator[Argument]:
    """Yield arguments with a change that none before had, each checked when it is asked for.

    Checking belongs to loading, which is timed apart.
    """
    for _ in range(many):
        variant = change(argument, next(_numbers))
        validate(variant)
        yield variant


def with_new_fact(argument: Argument, number: int) -> Argument:
    """Return the argument with one fact changed, the one that the brief prints first."""
    first = min(argument.facts, key=lambda fact: fact.priority or len(argument.facts))
    facts = tuple(
        fact.model_copy(update={"value": number_of(fact.value) + number}) if fact is first else fact
        for fact in argument.facts
    )
    return argument.model_copy(update={"facts": facts})


def with_new_words(argument: Argument, number: int) -> Argument:
    """Return the argument with a word changed in every form, event, label and title."""
    data = argument.model_dump(mode="json", exclude_defaults=True)
    ending = _letters(number)
    data["title"] = _reworded(data["title"], ending)
    for point in [data["thesis"], *(held for part in _POINTS for held in data.get(part, []))]:
        forms = point["forms"]
        forms["headline"] = _reworded(forms["headline"], ending)
        if "summary" in forms:
            forms["summary"] = _reworded(forms["summary"], ending)
        forms["detail"] = [_reworded(text, ending) for text in forms.get("detail", [])]
    for event in data["timeline"]:
        event["text"] = _reworded(event["text"], ending)
    for fact in data["facts"]:
        fact["label" if "label" in fact else "measure"] = _reworded(
            fact.get("label", fact["measure"]), ending
        )
    return Argument.model_validate(data)


def of_points(argument: Argument, count: int, number: int) -> Argument:
    """Return an argument of `count` points: those that there are, again and again, reworded.

    Arguments of another `number` share no wording with it. Each time the points have figures of
    their own, as no brief prints one again and again.
    """
    data = argument.model_dump(mode="json", exclude_defaults=True)
    pool: list[tuple[str, dict[str, Any]]] = [
        (part, point) for part in _POINTS for point in data.get(part, [])
    ]
    many: dict[str, list[dict[str, Any]]] = {part: [] for part in _POINTS}
    for at in range(count):
        part, known = pool[at % len(pool)]
        point = _with_own_figures(known, at // len(pool))
        forms = dict(point["forms"])
        ending = _letters(number) + _letters(at)
        forms["headline"] = _reworded(forms["headline"], ending)
        forms["detail"] = [_reworded(text, ending) for text in forms.get("detail", [])]
        many[part].append({**point, "id": f"{part.replace('_', '-')}-{at}", "forms": forms})
    facts = [
        {**fact, "id": fact["id"] + _suffix(time)}
        for time in range(1 + (count - 1) // len(pool))
        for fact in data["facts"]
    ]
    notes = [
        {key: held for key, held in note.items() if key != "explains"} for note in data["notes"]
    ]  # what they explain has other ids here
    return Argument.model_validate({**data, **many, "facts": facts, "notes": notes})


def _suffix(time: int) -> str:
    return f"-again-{time}" if time else ""


def _with_own_figures(point: dict[str, Any], time: int) -> dict[str, Any]:
    """Return a point that cites the figures of the so manieth time that it is there."""
    text = re.sub(r"(?<=[\[\"])(#[\w-]+)", rf"\1{_suffix(time)}", json.dumps(point))
    return cast("dict[str, Any]", json.loads(text))


def longer(argument: Argument, times: int) -> Argument:
    """Return an argument each of whose detailed paragraphs is told so many times over."""
    if times == 1:
        return argument
    data = argument.model_dump(mode="json", exclude_defaults=True)
    for point in [data["thesis"], *(held for part in _POINTS for held in data.get(part, []))]:
        forms = point["forms"]
        forms["detail"] = [" ".join([text] * times) for text in forms.get("detail", [])]
    return Argument.model_validate(data)


def _reworded(text: str, ending: str) -> str:
    return _PLAIN_WORD.sub(lambda found: found[0] + ending, text, count=1)


def _letters(number: int) -> str:
    """Return three letters, which no two of two thousand numbers share."""
    rest, third = divmod(number % 2000, 20)
    first, second = divmod(rest, 5)
    consonants = "bcdfghjklmnpqrstvwxz"
    return consonants[first] + "aeiou"[second] + consonants[third]
