"""A summary that says a number its detail does not: the longer brief would know less."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.figures import numbers_in, value_of
from briefgen.check.passage import points
from briefgen.check.rule import Remark
from briefgen.markup import words_in
from briefgen.types.argument import Argument
from briefgen.types.point import Point
from briefgen.types.prose import REFERENCE
from briefgen.types.source_map import Path

Number = float | str


def numbers_missing_in_detail(argument: Argument) -> Iterator[Remark]:
    """Remark each summary with facts or typed numbers that its detail lacks, for each wording."""
    language = argument.article.language
    score = {fact.id: float(fact.value) for fact in argument.facts}
    for path, point in points(argument):
        for way, summary, detail in _pairs(point):
            reported = set[Number]().union(*(_numbers(text, language, score) for text in detail))
            lonely = [
                shown
                for number, shown in _numbers(summary, language, score).items()
                if number not in reported
            ]
            if lonely:
                message = f"says what its detail does not: {', '.join(lonely)}"
                hint = "tell it in the detail, too; a longer brief says no less"
                yield Remark((*path, *way), message, hint)


def _pairs(point: Point) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """Return each summary that has a detail beside it, in the point's own wording and others."""
    own = point.forms
    if own.summary and own.detail:
        yield ("forms", "summary"), own.summary, own.detail
    for name, other in point.wording.items():
        summary, detail = other.summary or own.summary, other.detail or own.detail
        if summary and detail and (other.summary or other.detail):
            form = "summary" if other.summary else "detail"
            yield ("wording", name, form), summary, detail


def _numbers(text: str, language: str, score: dict[str, float]) -> dict[Number, str]:
    """Return the numbers of a text by their value, each as it is written."""
    found: dict[Number, str] = {}
    for reference in REFERENCE.finditer(text):
        if reference[1] == "#":
            found[score.get(reference[2], reference[2])] = reference[0]
    for number in numbers_in(words_in(text), language):
        value = value_of(number, language)
        found.setdefault(number.lower() if value is None else value, number)
    return found
