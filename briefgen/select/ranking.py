"""The value of a point to an audience, and what a length requires of an argument."""

from __future__ import annotations

from briefgen.types.argument import Argument, Part
from briefgen.types.finding import Finding
from briefgen.types.point import Point
from briefgen.types.selection import Audience, Length, Ranked, Selection, Supplement, importance

# What a length requires of an argument, and of what its reader gets.


def missing_parts(argument: Argument, selection: Selection, length: Length) -> tuple[Finding, ...]:
    """Return an error for each part that a length requires and its reader would not get.

    Either the argument has none, or the audience gives it no weight.
    """
    found: list[Finding] = []
    for part in length.requires:
        reader = selection.audience.name
        if not argument.points(part):
            code, lack = "part-required", "the argument has none"
            hint = f"write {part} if the article has them, or choose another length"
        elif not selection.parts.get(part):
            code, lack = "part-unwanted", f"the audience {reader} gets none"
            hint = f"give {part} a weight, and a stance that goes so far, or choose another reader"
        else:
            continue
        message = f"are required by the length {length.name}, and {lack}"
        found.append(Finding(code, message, hint, (part.value,), file=argument.places.file))
    return tuple(found)


def has_asides(argument: Argument, selection: Selection) -> bool:
    """Whether an argument has something for this reader that a side column is there for.

    These are dates, notes, terms and what is not said. Figures alone leave most of it blank.
    """
    weights = selection.audience.supplements
    held = {
        Supplement.TIMELINE: argument.timeline,
        Supplement.NOTES: argument.notes,
        Supplement.GLOSSARY: argument.glossary,
    }
    return bool(selection.parts.get(Part.NOT_SAID)) or any(
        weights.get(kind, 0) and entries for kind, entries in held.items()
    )


_BEYOND = {
    "neutral": frozenset({Part.IMPLICATIONS, Part.RECOMMENDATIONS}),
    "implications": frozenset({Part.RECOMMENDATIONS}),
    "recommendations": frozenset[Part](),
}
"""The parts that go further than a stance allows."""


def select(argument: Argument, audience: Audience) -> Selection:
    """Rank the points of every part that has a weight for this audience.

    The value of a point is the weight of its part times the importance of its priority; that of a
    form of it, this times what the audience gives for such a form. Points keep the argument's
    order, which is the article's. Wording that a point has for this audience replaces its own;
    facts stay the same facts. Parts that go beyond the audience's stance are left out.
    """
    beyond = _BEYOND[audience.stance]
    parts: dict[Part, tuple[Ranked, ...]] = {}
    for part, weight in audience.weights.items():
        if weight and part not in beyond:
            parts[part] = tuple(_ranked(p, part, weight, audience) for p in argument.points(part))
    return Selection(audience, parts)


def _ranked(point: Point, part: Part, weight: int, audience: Audience) -> Ranked:
    value = weight * importance(point.priority)
    values = {form: value * score for form, score in audience.forms.items()}
    return Ranked(_worded(point, audience.wording or (audience.name,)), part, value, values)


def _worded(point: Point, names: tuple[str, ...]) -> Point:
    """Return a point in the first wording that it has of those named, form by form."""
    wordings = [point.wording[name] for name in names if name in point.wording]
    if not wordings:
        return point
    return point.model_copy(update={"forms": point.forms.worded(wordings)})
