"""The author's pins and exclusions, from the argument and from the call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from briefgen.types.argument import Argument, Part
from briefgen.types.finding import CheckError, Finding
from briefgen.types.overrides import Overrides, Pin
from briefgen.types.point import Form
from briefgen.types.profile import Supplement

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
    charts = [fact.id for fact in argument.facts if fact.series]
    images = [image.id for image in argument.images]
    known = [*points, *notes, *quotations, *charts, *images, *(kind.value for kind in Supplement)]
    for verb, subjects in (("pinned", pinned), ("excluded", sorted(excluded))):
        for subject in subjects:
            if subject not in known:
                near = get_close_matches(subject, known, 1)
                hint = f"did you mean {near[0]}?" if near else "give the id of a point"
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
