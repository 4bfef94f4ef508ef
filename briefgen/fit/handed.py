"""A draft in the author's hand: what is pinned has one way left, what is excluded none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.types.block import Block
from briefgen.types.draft import Choice, Draft, DraftSection, Offer
from briefgen.types.finding import Finding, FitError
from briefgen.types.hand import Hand, Pin


@dataclass(frozen=True, slots=True)
class Handed:
    """A draft after the author's hand, and which offers of each choice before it are left."""

    draft: Draft
    kept: tuple[tuple[int, ...], ...]

    def before(self, chosen: Sequence[int | None]) -> tuple[int | None, ...]:
        """Return what was chosen in terms of the draft as it was before."""
        taken = iter(chosen)
        return tuple(
            None if not kept or (offer := next(taken)) is None else kept[offer]
            for kept in self.kept
        )


def handed(draft: Draft, hand: Hand, where: str) -> Handed:
    """Return a draft as the author's hand leaves it.

    Where a pinned form is offered, it is the only one; where the same point is placed without it,
    the choice goes, unless it is required. What is pinned must be printed at the first place that
    can, or is required at one already. An excluded choice goes.

    Raises:
        FitError: what is pinned is not offered here, or what is excluded is required.
    """
    if not hand.pinned and not hand.excluded:
        return Handed(draft, tuple(tuple(range(len(c.offers))) for c in choices(draft)))
    findings = [*_not_offered(draft, hand, where), *_required(draft, hand, where)]
    if findings:
        raise FitError(findings)
    owed = _owed(draft, hand)
    own = choices(draft)
    return narrowed(
        draft,
        [_left(choice, hand) for choice in own],
        required=[choice.required or number in owed for number, choice in enumerate(own)],
    )


def narrowed(draft: Draft, kept: Sequence[tuple[int, ...]], *, required: Sequence[bool]) -> Handed:
    """Return a draft whose n-th choice has only the offers `kept[n]` left; without any, it goes."""
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
                offers = tuple(item.offers[offer] for offer in kept[number])
                items.append(replace(item, offers=offers, required=required[number]))
        sections.append(replace(section, items=tuple(items)))
    return Handed(replace(draft, sections=tuple(sections)), tuple(kept))


def choices(draft: Draft) -> list[Choice]:
    """Return the choices of a draft, in its order."""
    return [
        item for section in draft.sections for item in section.items if isinstance(item, Choice)
    ]


def _left(choice: Choice, hand: Hand) -> tuple[int, ...]:
    """Return the offers that the author leaves a choice; none where it goes."""
    if choice.subject in hand.excluded:
        return ()
    pin = hand.pinned.get(choice.subject)
    every = tuple(range(len(choice.offers)))
    if pin is None or pin == "any":
        return every
    pinned = tuple(number for number in every if choice.offers[number].form == pin)
    return pinned or (every if choice.required else ())


def _owed(draft: Draft, hand: Hand) -> set[int]:
    """Return the choices, by their number, that a pin makes required."""
    owed: set[int] = set()
    for subject, pin in hand.pinned.items():
        own = [
            (number, choice)
            for number, choice in enumerate(choices(draft))
            if choice.subject == subject
            and (pin == "any" or any(offer.form == pin for offer in choice.offers))
        ]
        if not any(choice.required for _, choice in own):
            owed.add(own[0][0])
    return owed


def _not_offered(draft: Draft, hand: Hand, where: str) -> Iterator[Finding]:
    for subject, pin in hand.pinned.items():
        offers = [o for c in choices(draft) if c.subject == subject for o in c.offers]
        if not offers:
            message = f'"{subject}" is pinned, and this brief has no place for it'
            hint = "give its part a weight in the audience, place it in the template, or unpin it"
            yield Finding("pin-not-offered", message, hint, where=where)
        elif pin != "any" and all(offer.form != pin for offer in offers):
            yield Finding("pin-not-offered", *_other_forms(subject, pin, offers), where=where)


def _other_forms(subject: str, pin: Pin, offers: Sequence[Offer]) -> tuple[str, str]:
    forms = list(dict.fromkeys(offer.form for offer in offers if offer.form))
    if not forms:
        return f'"{subject}" is pinned as {pin}, and has no forms', "pin it as any"
    there = " and ".join(forms)
    message = f'"{subject}" is pinned as {pin}; here it is offered as {there}'
    return message, f"pin it as {' or '.join(forms)}, or as any"


def _required(draft: Draft, hand: Hand, where: str) -> Iterator[Finding]:
    for choice in choices(draft):
        if choice.required and choice.subject in hand.excluded:
            message = f'"{choice.subject}" is excluded, and this length requires it'
            hint = "include it, or choose a length whose content template does not require it"
            yield Finding("exclude-required", message, hint, where=where)
