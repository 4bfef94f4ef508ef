"""Every choice of a brief explained to its author: what was offered, what was taken, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.fit.problem_builder import ProblemBuilder
from briefgen.fit.refusing import Refusing, covered_by, unmet
from briefgen.fit.rules import figure_rule
from briefgen.types.brief import ConsideredVariant, Decision, Reason
from briefgen.types.draft import Choice, Draft
from briefgen.types.measure import Measure
from briefgen.types.selection import Length, Overrides


def decisions(
    draft: Draft,
    length: Length,
    measure: Measure,
    chosen: Sequence[int | None],
    overrides: Overrides,
) -> tuple[Decision, ...]:
    """Return what was decided about each choice of a draft, in the order of the draft.

    `draft` is as it was composed, and `chosen` its variants that were taken. Heights are those that
    the choice was made by: acronyms expanded, with the widest note marks.
    """
    return tuple(_decisions(ProblemBuilder(draft, length, measure, 0), chosen, overrides))


def _decisions(
    statement: ProblemBuilder, chosen: Sequence[int | None], overrides: Overrides
) -> Iterator[Decision]:
    refusing = Refusing(statement.draft, chosen, figure_rule(statement.length, statement.draft))
    covers = covered_by(statement.draft, chosen)
    for section, items in statement.numbered:
        for item in items:
            if not isinstance(item, tuple):
                continue
            number, choice = item
            taken = chosen[number]
            yield Decision(
                choice.subject,
                choice.part,
                section.key,
                section.frame,
                tuple(
                    ConsideredVariant(
                        variant.form,
                        variant.entries,
                        variant.value,
                        statement.height_mpt(section.frame, variant.blocks) / 1000,
                    )
                    for variant in choice.variants
                ),
                taken,
                _why(choice, taken, overrides)
                or (refusing.why(number) if taken is None else None)
                or (_uncounted(refusing, number, taken) if statement.length.pages is None else None)
                or _counted(choice, taken),
                unmet(choice, covers) if taken is None else (),
            )


def _why(choice: Choice, taken: int | None, overrides: Overrides) -> Reason | None:
    """Return why; None where neither the author nor the length's template decided it."""
    if choice.subject in overrides.excluded:
        return "excluded"
    pin = overrides.pinned.get(choice.subject)
    if taken is None:
        elsewhere = pin not in (None, "any", *(variant.form for variant in choice.variants))
        return "pinned" if elsewhere else None
    if pin:
        return "pinned"
    return "required" if choice.required else None


def _uncounted(refusing: Refusing, number: int, taken: int | None) -> Reason | None:
    """Return why without a page count: only a rule of content makes a form shorter there."""
    return refusing.why_shorter(number, taken) or "no page count" if taken is not None else None


def _counted(choice: Choice, taken: int | None) -> Reason:
    if taken is None:
        return "no room"
    return "only form" if len(choice.variants) == 1 else "best selection"
