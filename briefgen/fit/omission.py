"""What a brief leaves out, told to its author."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.types.argument import Argument, Part
from briefgen.types.brief import Omission
from briefgen.types.draft import Choice, Draft
from briefgen.types.hand import FREE, Hand
from briefgen.types.point import Form


def omissions(
    argument: Argument, draft: Draft, chosen: Sequence[int | None], hand: Hand = FREE
) -> tuple[Omission, ...]:
    """Return the points that are missing or shorter than this length offers, most important first.

    A point that the content template or the audience has no place for is missing, too. An
    apparatus is no point, and what the author pinned or excluded was no loss.
    """
    offered: dict[str, set[Form]] = {}
    printed: dict[str, set[Form]] = {}
    items = (item for section in draft.sections for item in section.items)
    choices = [item for item in items if isinstance(item, Choice)]
    for choice, offer in zip(choices, chosen, strict=True):
        forms = [offer.form for offer in choice.offers if offer.form]
        if choice.part is None or not forms:
            continue
        offered.setdefault(choice.subject, set()).update(forms)
        if offer is not None:
            printed.setdefault(choice.subject, set()).add(forms[offer])
    found: list[Omission] = []
    for part in Part:
        for point in argument.points(part):
            can = _longest(offered.get(point.id, set()))
            did = _longest(printed.get(point.id, set()))
            if (did is None or did != can) and point.id not in hand:
                known = tuple(form for form in Form if form in offered.get(point.id, set()))
                headline = point.forms.headline
                found.append(Omission(point.id, part, point.priority, headline, known, did))
    return tuple(sorted(found, key=lambda held: (held.priority, held.printed is not None)))


def _longest(forms: set[Form]) -> Form | None:
    return next((form for form in reversed(Form) if form in forms), None)
