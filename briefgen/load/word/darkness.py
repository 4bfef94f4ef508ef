"""How much of a drawing is too dark for text that stands on it."""

from __future__ import annotations

from briefgen.load.word.background import TEXT, dark_share
from briefgen.load.word.drawing_colour import blended
from briefgen.types.colour import TEXT_CONTRAST, contrast
from briefgen.types.header_footer import (
    Drawn,
    DrawnGroup,
    Floating,
    HeaderFooterPicture,
    Lettering,
    Shape,
)

_SEEN = 0.04
"""Share of a drawing from which it hides text: a logo of thin letters hides so much."""


def is_kept_off(one: Floating) -> bool:
    """Whether text is to keep off: the template says so, or it could not be read there."""
    if isinstance(one.shown, Lettering):
        return False
    if one.apart_pt is not None or not one.behind:
        return True
    return is_dark(one)


def is_dark(one: Floating) -> bool:
    """Whether text that stands on a drawing could not be read."""
    return _hidden_share(one.shown) >= _SEEN


def _hidden_share(shown: Drawn) -> float:
    """Return the share of a drawing on which text could not be read."""
    if isinstance(shown, Shape):
        form = shown.form
        if form is None or form.fill is None:
            return 0.0
        return float(contrast(TEXT, blended(form.fill, form.opacity)) < TEXT_CONTRAST)
    if isinstance(shown, HeaderFooterPicture):
        return dark_share(shown.picture.data, shown.picture.mask)
    if isinstance(shown, DrawnGroup):
        area = max(1.0, shown.width_pt * shown.height_pt)
        sizes = ((one.shown, one.shown.width_pt * one.shown.height_pt) for one in shown.members)
        return sum(_hidden_share(one) * size / area for one, size in sizes)
    return 0.0
