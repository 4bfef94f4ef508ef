"""What each variant of a choice covers, and what it may not be printed without."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.types.argument import Argument, Part
from briefgen.types.block_prose import Need, coverage_of
from briefgen.types.draft import Choice, Variant
from briefgen.types.point import Form, Point


class Companions:
    """What the points and figures of one argument need beside them.

    Words that a figure needs stand in its own form, which `check` has seen to.
    """

    def __init__(self, argument: Argument) -> None:
        points = [point for part in Part for point in argument.points(part)]
        self.of_points = {one.id: _needs(one) for one in points if one.together}
        self.of_figures = {
            f"#{fact.id}": needs for fact in argument.facts if (needs := _printed(fact.together))
        }

    def with_coverage(self, choice: Choice) -> Choice:
        """Return a choice whose variants say what they state and need."""
        return replace(
            choice, variants=tuple(self._variant(choice, variant) for variant in choice.variants)
        )

    def _variant(self, choice: Choice, variant: Variant) -> Variant:
        own = tuple(_point(choice.subject, variant.form)) if choice.part and variant.form else ()
        coverage = coverage_of(variant.blocks, own, variant.coverage.needs)
        needs = [*self.of_points.get(choice.subject, ())] if own else []
        if self.of_figures:
            needs += [
                need for one in sorted(coverage.covers) for need in self.of_figures.get(one, ())
            ]
        if needs:
            coverage = coverage_of(variant.blocks, own, (*variant.coverage.needs, *needs))
        return replace(variant, coverage=coverage)


def _needs(point: Point) -> tuple[Need, ...]:
    return tuple(frozenset([one]) for one in point.together)


def _printed(together: tuple[str, ...]) -> tuple[Need, ...]:
    return tuple(frozenset([one]) for one in together if one[0] != "“")


def _point(subject: str, printed: Form) -> Iterator[str]:
    """Yield what a point is once it is printed in a form: itself, and it in each shorter form."""
    yield subject
    for form in Form:
        yield f"{subject}.{form.value}"
        if form is printed:
            return
