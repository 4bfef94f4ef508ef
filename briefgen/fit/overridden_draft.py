"""A draft under the author's overrides: what is pinned has one way left, what is excluded none.

A draft restricted to a selection that was made before, so that several briefs read alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace as with_values

from msgspec import Struct
from msgspec.structs import replace

from briefgen.types.argument import Argument, Part
from briefgen.types.block import Block
from briefgen.types.block_prose import SILENT
from briefgen.types.brief import Decision
from briefgen.types.draft import Choice, Draft, DraftSection, Variant
from briefgen.types.fact import chart_holders
from briefgen.types.finding import LIKE, CheckError, Finding, FitError, nearest
from briefgen.types.point import Form
from briefgen.types.selection import Overrides, Pin, Supplement


class OverriddenDraft(Struct, frozen=True):
    """A draft after overrides, and which variants of each choice before it are left."""

    draft: Draft
    kept: tuple[tuple[int, ...], ...]

    def before(self, chosen: Sequence[int | None]) -> tuple[int | None, ...]:
        """Return what was chosen in terms of the draft as it was before."""
        taken = iter(chosen)
        return tuple(
            None if not kept or (variant := next(taken)) is None else kept[variant]
            for kept in self.kept
        )


def overridden(draft: Draft, overrides: Overrides, where: str) -> OverriddenDraft:
    """Return a draft with the author's pins and exclusions applied.

    Where a pinned form is offered, it is the only one; where the same point is placed without it,
    the choice goes, unless it is required. What is pinned must be printed at the first place that
    can, or is required at one already. An excluded choice goes.

    Raises:
        FitError: what is pinned is not offered here, or what is excluded is required.
    """
    if not overrides.pinned and not overrides.excluded:
        return OverriddenDraft(draft, tuple(tuple(range(len(c.variants))) for c in choices(draft)))
    findings = [*_not_considered(draft, overrides, where), *_required(draft, overrides, where)]
    if findings:
        raise FitError(findings)
    outstanding = _outstanding(draft, overrides)
    own = choices(draft)
    return narrowed(
        draft,
        [_left(choice, overrides) for choice in own],
        required=[choice.required or number in outstanding for number, choice in enumerate(own)],
    )


def narrowed(
    draft: Draft, kept: Sequence[tuple[int, ...]], *, required: Sequence[bool]
) -> OverriddenDraft:
    """Return a draft whose n-th choice has only the variants `kept[n]`; without any, it goes."""
    number = -1
    sections: list[DraftSection] = []
    for section in draft.sections:
        items: list[Block | Choice] = []
        for item in section.items:
            if not isinstance(item, Choice):
                items.append(item)
                continue
            number += 1
            if kept[number]:
                variants = tuple(item.variants[variant] for variant in kept[number])
                items.append(replace(item, variants=variants, required=required[number]))
        sections.append(replace(section, items=tuple(items)))
    return OverriddenDraft(replace(draft, sections=tuple(sections)), tuple(kept))


def choices(draft: Draft) -> list[Choice]:
    """Return the choices of a draft, in its order."""
    return [
        item for section in draft.sections for item in section.items if isinstance(item, Choice)
    ]


def _left(choice: Choice, overrides: Overrides) -> tuple[int, ...]:
    """Return the variants that the author leaves a choice; none where it goes."""
    if choice.subject in overrides.excluded:
        return ()
    pin = None if choice.repeats else overrides.pinned.get(choice.subject)
    every = tuple(range(len(choice.variants)))
    if pin is None or pin == "any":
        return every
    pinned = tuple(number for number in every if choice.variants[number].form == pin)
    return pinned or (every if choice.required else ())


def _outstanding(draft: Draft, overrides: Overrides) -> set[int]:
    """Return the choices, by their number, that a pin makes required."""
    outstanding: set[int] = set()
    for subject, pin in overrides.pinned.items():
        own = [
            (number, choice)
            for number, choice in enumerate(choices(draft))
            if choice.subject == subject
            and not choice.repeats
            and (pin == "any" or any(variant.form == pin for variant in choice.variants))
        ]
        if own and not any(choice.required for _, choice in own):
            outstanding.add(own[0][0])
    return outstanding


def _not_considered(draft: Draft, overrides: Overrides, where: str) -> Iterator[Finding]:
    for subject, pin in overrides.pinned.items():
        placed = [choice for choice in choices(draft) if choice.subject == subject]
        if any(pin in ("any", *(one.form for one in c.variants)) for c in placed if c.repeats):
            continue  # a message that opens the brief prints it so, in any case
        variants = [one for choice in placed if not choice.repeats for one in choice.variants]
        if not variants:
            message = f'"{subject}" is pinned, and this brief has no place for it'
            hint = "give its part a weight in the audience, place it in the template, or unpin it"
            yield Finding("pin-not-offered", message, hint, where=where)
        elif pin != "any" and all(variant.form != pin for variant in variants):
            yield Finding("pin-not-offered", *_other_forms(subject, pin, variants), where=where)


def _other_forms(subject: str, pin: Pin, variants: Sequence[Variant]) -> tuple[str, str]:
    forms = list(dict.fromkeys(variant.form for variant in variants if variant.form))
    if not forms:
        return f'"{subject}" is pinned as {pin}, and has no forms', "pin it as any"
    there = " and ".join(forms)
    message = f'"{subject}" is pinned as {pin}; here it is offered as {there}'
    return message, f"pin it as {' or '.join(forms)}, or as any"


def _required(draft: Draft, overrides: Overrides, where: str) -> Iterator[Finding]:
    for choice in choices(draft):
        needed = choice.required and not choice.repeats
        if needed and choice.subject in overrides.excluded:
            message = f'"{choice.subject}" is excluded, and this length requires it'
            hint = "include it, or choose a length whose content template does not require it"
            yield Finding("exclude-required", message, hint, where=where)


FORMS = (*(form.value for form in Form), "any")


def overrides_of(
    argument: Argument, pin: Mapping[str, str] | None = None, exclude: Iterable[str] = ()
) -> Overrides:
    """Return what is pinned and excluded. What the call says goes before what the argument says.

    Raises:
        CheckError: something unknown is pinned or excluded, as an unknown form, or both at once.
    """
    pinned, excluded = dict(pin or {}), frozenset(exclude)
    if findings := [*_unknown(argument, pinned, excluded), *_contradictions(pinned, excluded)]:
        raise CheckError(findings)
    called = {*pinned, *excluded}
    for part in Part:
        for point in argument.points(part):
            if point.id in called:
                continue
            if point.pin:
                pinned[point.id] = point.pin
            if point.exclude:
                excluded |= {point.id}
    return Overrides({subject: _pin(form) for subject, form in pinned.items()}, excluded)


def _pin(form: str) -> Pin:
    return "any" if form == "any" else Form(form)


def _unknown(
    argument: Argument, pinned: Mapping[str, str], excluded: Iterable[str]
) -> Iterator[Finding]:
    points = [point.id for part in Part for point in argument.points(part)]
    notes = [note.id for note in argument.notes]
    quotations = [quotation.id for quotation in argument.quotations]
    charts = [*chart_holders(argument.facts).values()]
    images = [image.id for image in argument.images]
    known = [*points, *notes, *quotations, *charts, *images, *(kind.value for kind in Supplement)]
    for verb, subjects in (("pinned", pinned), ("excluded", sorted(excluded))):
        for subject in subjects:
            if subject not in known:
                near = nearest(subject, known, LIKE)
                hint = f"did you mean {near}?" if near else "give the id of a point"
                message = f'"{subject}" is {verb}, and the argument has no such point'
                yield Finding("pin-unknown", message, hint, file=argument.places.file)


def _contradictions(pinned: Mapping[str, str], excluded: frozenset[str]) -> Iterator[Finding]:
    for subject, form in pinned.items():
        if subject in excluded:
            message = f'"{subject}" is pinned and excluded at once'
            yield Finding("pin-excluded", message, "keep one of the two")
        if form not in FORMS:
            message = f'"{subject}" is pinned as "{form}", which is no form'
            yield Finding("pin-form-unknown", message, f"forms are {', '.join(FORMS)}")


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
    if findings := [*_left_aside(pairs, where)]:
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


def _left_aside(pairs: Sequence[tuple[Choice, Decision]], where: str) -> Iterator[Finding]:
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
