"""Arguments changed at random: their data as a tree, their Markdown as text.

Most of what is made is nearly right, which is where a check and a build may disagree.
"""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any

Place = tuple[Any, Any]
"""What holds a value, and under which key or number."""

TEXTS = (
    "", "x", " ", "Word " * 30, "a*b*c **so*", "**bold** and *it*", "5*6 A*AA __all__ _x_",
    "'90s rock 'n' roll", 'He said "so".', "[@none]", "[#none]", "[>none]", "[#cost] [#years]",
    "[@s1]", "fell [@s1].", "[>close]", "H~2~O m^2^ CO~2~", "<b>x</b>", "<!-- x -->", "a | b",
    "- a\n- b", "1. a\n2. b", "- a\n    - b\n        - c", "> said\n> — A. Writer",
    "| a | b |\n|---|--:|\n| 1 | [#cost] |", "| a |\n|---|", "a\n\nb", "a  \nb", "# a",
    "```\na\n```", "https://example.org", "<https://example.org>", "[here](https://example.org)",
    "[a](javascript:x)", "UN-led WSP, an WSP and WSPs' work", "हिन्दी", "שלום", "⇒ ✓ ₺ ′",
    "\u202e x", "soft\u00adhyphen", "x" * 200, "x" * 201, "%", "USD", "m", "{{ title }}",
    "{% if %}", "\\", "&amp; &#65; &", ":smile:", "$x^2$", "2019-13", "mid-2020", "2016/17",
    "FY2019", "12 to 18", "1 in 5", "2/3", "0", "-1",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 7, 10**15, 1e-9, 4.0, 2019, [], {}, ["a"], [""], {"a": 1}, [[[]]],
)  # fmt: skip
LANGUAGES = ("en-GB", "en-US", "fr", "de", "es-ES", "it", "zz", "zh-Hans")
LINES = (
    "# Risks", "# Facts", "# Context {.context}", "## A headline {#new}", "## A headline", "---",
    "", "::: public", ":::", "- item", "    - inner", "> quoted", "| a | b |", "|---|---|",
    ": caption", "Text.", "<!-- comment -->", "- 2019-06: Event", "term", ": Definition", "```",
    "{#id}", "- x: y",
)  # fmt: skip
PIECES = (
    "{", "}", "[5 homes]{#f}", "[5]{#f of=x}", "{at=\"x\"}", "{priority=9}", "{.risks}", "[",
    "](", "**", "*", ":", "- ", "\t", "    ", "#", "::", "|", "=", "\"", "[@s1]", "{lang=fr}",
    "[mots]{lang=fr}",
)  # fmt: skip


def changed_data(data: dict[str, Any], seed: int) -> dict[str, Any]:
    """Return the data of an argument with one to three changes."""
    chance = random.Random(seed)
    held = deepcopy(data)
    for _ in range(chance.choice((1, 1, 2, 3))):
        _change(held, chance)
    return held


def _change(data: dict[str, Any], chance: random.Random) -> None:
    places = list(_places(data))
    holder, key = chance.choice(places)
    value = holder[key]
    match chance.randrange(9):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.insert(chance.randrange(len(holder) + 1), deepcopy(value))
        case 2:
            other, there = chance.choice(places)
            holder[key] = deepcopy(other[there])
        case 3:
            holder[key] = chance.choice(VALUES)
        case 4 if isinstance(data.get("article"), dict):
            data["article"]["language"] = chance.choice(LANGUAGES)
        case 5 if isinstance(holder, list):
            chance.shuffle(holder)
        case _ if isinstance(value, str):
            at = chance.randrange(len(value) + 1)
            piece = chance.choice(TEXTS)
            holder[key] = chance.choice(
                (piece, value[:at] + piece + value[at:], f"{value} {piece}")
            )
        case _:
            holder[key] = chance.choice(TEXTS)


def _places(value: Any) -> list[Place]:
    steps = list(value) if isinstance(value, dict) else range(len(value))
    found: list[Place] = [(value, step) for step in steps]
    for step in steps:
        if isinstance(value[step], (dict, list)):
            found += _places(value[step])
    return found


def changed_markdown(text: str, seed: int) -> str:
    """Return an argument in Markdown with one to four changes to its lines."""
    chance = random.Random(seed)
    lines = text.split("\n")
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(lines))
        match chance.randrange(8):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[chance.randrange(len(lines))])
            case 2:
                lines.insert(at, chance.choice(LINES))
            case 3:
                lines[at] = " " * chance.randrange(1, 9) + lines[at]
            case 4:
                lines[at:at] = chance.choice(TEXTS).split("\n")
            case _:
                place = chance.randrange(len(lines[at]) + 1)
                piece = chance.choice((*PIECES, *TEXTS)).replace("\n", " ")
                lines[at] = lines[at][:place] + piece + lines[at][place:]
        lines = lines or [""]
    return "\n".join(lines)
