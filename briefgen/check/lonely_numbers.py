"""A summary that says a number its detail does not: the longer brief would know less."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.figures import numbers_in, value_of
from briefgen.check.passage import points
from briefgen.check.rule import Remark
from briefgen.markup import words_in
from briefgen.types.argument import Argument
from briefgen.types.place import Path
from briefgen.types.point import Point
from briefgen.types.prose import REFERENCE

Number = float | str


def lonely_numbers(argument: Argument) -> Iterator[Remark]:
    """Remark each summary with facts or typed numbers that its detail lacks, for each wording."""
    language = argument.article.language
    worth = {fact.id: float(fact.value) for fact in argument.facts}
    for path, point in points(argument):
        for way, summary, detail in _pairs(point):
            told = set[Number]().union(*(_numbers(text, language, worth) for text in detail))
            lonely = [
                shown
                for number, shown in _numbers(summary, language, worth).items()
                if number not in told
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


def _numbers(text: str, language: str, worth: dict[str, float]) -> dict[Number, str]:
    """Return the numbers of a text by their value, each as it is written."""
    found: dict[Number, str] = {}
    for reference in REFERENCE.finditer(text):
        if reference[1] == "#":
            found[worth.get(reference[2], reference[2])] = reference[0]
    for number in numbers_in(words_in(text), language):
        value = value_of(number, language)
        found.setdefault(number.lower() if value is None else value, number)
    return found
