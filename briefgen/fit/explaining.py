"""Every choice of a brief explained to its author: what was offered, what was taken, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.fit.stating import Statement
from briefgen.types.brief import Decision, Offered, Reason
from briefgen.types.draft import Choice, Draft
from briefgen.types.hand import Hand
from briefgen.types.measure import Measure
from briefgen.types.profile import Length


def decisions(
    draft: Draft, length: Length, measure: Measure, chosen: Sequence[int | None], hand: Hand
) -> tuple[Decision, ...]:
    """Return what was decided about each choice of a draft, in the order of the draft.

    `draft` is as it was composed, and `chosen` its offers that were taken. Heights are those that
    the choice was made by: acronyms expanded, with the widest note marks.
    """
    return tuple(_decisions(Statement(draft, length, measure, 0), chosen, hand))


def _decisions(
    statement: Statement, chosen: Sequence[int | None], hand: Hand
) -> Iterator[Decision]:
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
                    Offered(
                        offer.form,
                        offer.entries,
                        offer.value,
                        statement.height_mpt(section.frame, offer.blocks) / 1000,
                    )
                    for offer in choice.offers
                ),
                taken,
                _why(choice, taken, hand, counted=statement.length.pages is not None),
            )


def _why(choice: Choice, taken: int | None, hand: Hand, *, counted: bool) -> Reason:
    if choice.subject in hand.excluded:
        return "excluded"
    pin = hand.pinned.get(choice.subject)
    if taken is None:
        elsewhere = pin not in (None, "any", *(offer.form for offer in choice.offers))
        return "pinned" if elsewhere else "no room"
    if pin:
        return "pinned"
    if choice.required:
        return "required"
    if not counted:
        return "no page count"
    return "only form" if len(choice.offers) == 1 else "best selection"
