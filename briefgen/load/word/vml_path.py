"""Paths of VML (ISO/IEC 29500-4, 19.1.2.19, `path`) as paths in a box."""

from __future__ import annotations

import re

from briefgen.pattern import late_pattern
from briefgen.types.picture import Step

_TOKEN = late_pattern(r"(?P<command>[a-z]+)|(?P<number>-?\d+(\.\d+)?)|(?P<comma>,)|(?P<other>@\d+)")
_KNOWN = {"m": 2, "l": 2, "c": 6, "t": 2, "r": 2, "v": 6}
"""Commands and how many numbers each takes; the last three count from where the path stands."""

_RELATIVE = {"t": "m", "r": "l", "v": "c"}
_WITHOUT = frozenset({"e", "nf", "ns"})
_MOST = 20_000


def vml_path(
    said: str,
    own: tuple[float, float],
    size: tuple[float, float],
    origin: tuple[float, float] = (0.0, 0.0),
) -> tuple[Step, ...] | None:
    """Return a path that is given in measures of its own; None where it has arcs or formulas.

    `origin` is where the measures of its own begin, at left and top (`coordorigin`).
    """
    across, down = size[0] / (own[0] or 1), size[1] / (own[1] or 1)
    steps: list[Step] = []
    at = origin
    for command, numbers in _commands(said[:_MOST]):
        if command == "x":
            steps.append(("h", ()))
            continue
        if command in _WITHOUT:
            continue
        count = _KNOWN.get(command)
        if count is None or None in numbers:
            return None
        given = [one or 0.0 for one in numbers]
        given += [0.0] * (-len(given) % count)
        for start in range(0, len(given), count):
            places = given[start : start + count]
            if command in _RELATIVE:
                places = [one + at[index % 2] for index, one in enumerate(places)]
            at = (places[-2], places[-1])
            kind = _RELATIVE.get(command, command)
            kind = "l" if kind == "m" and start else kind
            scaled = tuple(
                (one - origin[index % 2]) * (down if index % 2 else across)
                for index, one in enumerate(places)
            )
            steps.append((kind, scaled))  # type: ignore[arg-type]
    return tuple(steps) if steps and steps[0][0] == "m" else None


def _commands(said: str) -> list[tuple[str, list[float | None]]]:
    """Return commands with their numbers: one left out between commas is 0, a formula None."""
    found: list[tuple[str, list[float | None]]] = []
    waiting = False
    for token in _TOKEN.finditer(said):
        if token["command"]:
            found += [(one, []) for one in re.findall("nf|ns|[a-z]", token["command"])]
            waiting = True
        elif not found:
            continue
        elif token["comma"]:
            if waiting:
                found[-1][1].append(0.0)
            waiting = True
        else:
            found[-1][1].append(float(token["number"]) if token["number"] else None)
            waiting = False
    return found
