"""A draft restricted to a selection that was made before, so that several briefs read alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace as with_values

from msgspec.structs import replace

from briefgen.fit.overridden_draft import OverriddenDraft, choices, narrowed
from briefgen.types.block import Block
from briefgen.types.block_prose import SILENT
from briefgen.types.brief import Decision
from briefgen.types.draft import Choice, Draft
from briefgen.types.finding import Finding, FitError

ALIKE_HINT = "shorten what is new in it, or let each brief choose for itself"


def same(draft: Draft, selection: Sequence[Decision], where: str) -> OverriddenDraft:
    """Return a draft in which every choice has only what a selection took, or goes.

    A form is a form, whatever it says here; a supplement shows as many entries as it did there.

    Raises:
        FitError: the draft has other choices than the selection, or does not offer what it took.
    """
    own = choices(draft)
    if [choice.subject for choice in own] != [decision.subject for decision in selection]:
        message = "places other points than the brief whose selection it is to have"
        raise FitError([Finding("selection-differs", message, ALIKE_HINT, where=where)])
    pairs = list(zip(own, selection, strict=True))
    if findings := [*_not_considered(pairs, where)]:
        raise FitError(findings)
    kept = [_same(choice, decision) for choice, decision in pairs]
    return narrowed(_ruleless(draft), kept, required=[bool(left) for left in kept])


def _ruleless(draft: Draft) -> Draft:
    """Return a draft whose variants need nothing: the brief that chose them has seen to that."""
    return replace(
        draft,
        sections=tuple(
            replace(section, items=tuple(_silent(item) for item in section.items))
            for section in draft.sections
        ),
    )


def _silent(item: Block | Choice) -> Block | Choice:
    if not isinstance(item, Choice):
        return item
    return replace(item, variants=tuple(replace(one, coverage=SILENT) for one in item.variants))


def _same(choice: Choice, decision: Decision) -> tuple[int, ...]:
    if decision.taken is None:
        return ()
    taken = decision.considered[decision.taken]
    for number, variant in enumerate(choice.variants):
        if (variant.form, variant.entries) == (taken.form, taken.entries):
            return (number,)
    return ()


def _not_considered(pairs: Sequence[tuple[Choice, Decision]], where: str) -> Iterator[Finding]:
    for choice, decision in pairs:
        if decision.taken is None:
            if choice.required:
                message = f'"{choice.subject}" is required here, and the selection leaves it out'
                yield Finding("selection-differs", message, ALIKE_HINT, where=where)
        elif not _same(choice, decision):
            taken = decision.considered[decision.taken]
            wanted = f"as {taken.form}" if taken.form else f"with {taken.entries} entries"
            message = f'"{choice.subject}" is taken {wanted}, which is not offered here'
            yield Finding("selection-differs", message, ALIKE_HINT, where=where)


def reported_fixed_selection(error: FitError) -> FitError:
    """Return the error of a brief that cannot hold the selection it is given."""
    return FitError(
        with_values(finding, code="selection-does-not-fit", hint=ALIKE_HINT)
        for finding in error.findings
    )
