"""Groups of drawings mirrored as a whole (`flipH`, `flipV` of their frame, 20.1.7.5).

Words and pictures stay upright, as word processors keep them.
"""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from briefgen.load.word.forms import flipped
from briefgen.types.header_footer import (
    Drawn,
    DrawnGroup,
    HeaderFooterPicture,
    Lettering,
    Member,
    Shape,
)
from briefgen.types.picture import Form


def mirrored(group: DrawnGroup, *, across: bool, down: bool) -> DrawnGroup:
    """Return a group with its members, and the forms of these, mirrored in its box."""
    if not across and not down:
        return group
    return replace(group, members=tuple(_member(one, group, across, down) for one in group.members))


def mirrored_form(
    form: Form, width_pt: float, height_pt: float, *, across: bool, down: bool
) -> Form:
    """Return a form mirrored in its box, with the colours that go over into one another."""
    gradient = form.gradient
    if gradient is not None:
        angle = 180 - gradient.angle_deg if across else gradient.angle_deg
        gradient = replace(gradient, angle_deg=-angle if down else angle)
    path = flipped(form.path, width_pt, height_pt, across=across, down=down)
    return replace(form, path=path, gradient=gradient)


def _member(one: Member, group: DrawnGroup, across: bool, down: bool) -> Member:
    shown = one.shown
    return Member(
        group.width_pt - one.x_pt - shown.width_pt if across else one.x_pt,
        group.height_pt - one.y_pt - shown.height_pt if down else one.y_pt,
        _drawn(shown, across, down),
    )


def _drawn(shown: Drawn, across: bool, down: bool) -> Drawn:
    turn_deg = -shown.turn_deg if across != down else shown.turn_deg
    match shown:
        case Shape(form=None) | Lettering() | HeaderFooterPicture():
            return replace(shown, turn_deg=turn_deg)
        case Shape():
            assert shown.form
            box = shown.width_pt, shown.height_pt
            form = mirrored_form(shown.form, *box, across=across, down=down)
            return replace(shown, form=form, turn_deg=turn_deg)
        case DrawnGroup():
            return replace(mirrored(shown, across=across, down=down), turn_deg=turn_deg)
        case _:
            assert_never(shown)
