"""An argument of any number of points, of random lengths and priorities."""

from __future__ import annotations

from random import Random
from typing import Any

import briefgen
from briefgen.types.argument import Argument
from samples.stand_in import MALI

PARTS = ("significance", "context", "rationales", "risks", "outlook")
_OTHERS = ("recommendations", "implications", "contested", "questions", "not_said")
_TEXT = (
    "the mission in Mali is often called deadliest of its time and not without cause peacekeepers"
    " have guarded camps since regional trade partners remain uncertain about economic links with"
    " Africa while diplomacy goes on under new conditions support for forces was tentative"
)


def of_many_points(count: int, seed: int) -> Argument:
    """Return an argument of `count` points in five parts. The same seed, the same argument."""
    random = Random(seed)
    data = briefgen.load(MALI).model_dump(mode="json", exclude_defaults=True)
    data |= {part: [] for part in (*PARTS, *_OTHERS)}
    for note in data["notes"]:
        note.pop("explains", None)  # what it explains is not among these points
    for number in range(count):
        part = PARTS[number % len(PARTS)]
        data[part].append(_point(f"{part}-{number}", random))
    return Argument.model_validate(data)


def _point(key: str, random: Random) -> dict[str, Any]:
    forms: dict[str, Any] = {"headline": _sentence(random, 5, 11).rstrip(".")}
    if random.random() < 0.8:
        forms["summary"] = _sentence(random, 14, 25)
    if random.random() < 0.9:
        sentences = [_sentence(random, 12, 24) for _ in range(random.randint(2, 4))]
        forms["detail"] = [" ".join(sentences)]
    return {
        "id": key,
        "priority": random.randint(1, 5),
        "forms": forms,
        "locator": "paragraph 1",
    }


def _sentence(random: Random, least: int, most: int) -> str:
    words = random.choices(_TEXT.split(), k=random.randint(least, most))
    return " ".join([words[0].capitalize(), *words[1:]]) + "."
