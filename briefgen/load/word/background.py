"""Pictures that fill a page: where text could be read on them, and where not.

A letterhead is often one picture of a whole page, with a logo at the top and an address at the
bottom. Text keeps off these, not off the picture.

The colour of the page of a Word template, on which all its text stands.

Word shows it where the settings say so, and LibreOffice and a PDF print it. Only one that text in
black can be read on is kept: on a dark one, Word turns text white that a brief has in colours.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator

from PIL import Image

from briefgen.load.word.drawing_colour import blended
from briefgen.load.word.legibility import PAGE
from briefgen.ooxml.build import removed
from briefgen.ooxml.names import Element, attribute, child, is_on
from briefgen.ooxml.package import Package
from briefgen.pattern import late_pattern
from briefgen.types.colour import TEXT_CONTRAST, WHITE, contrast
from briefgen.types.header_footer import (
    Drawn,
    DrawnGroup,
    Floating,
    HeaderFooterParagraph,
    HeaderFooterPicture,
    Lettering,
    Shape,
)

_RGB = late_pattern("[0-9A-Fa-f]{6}")
_BLACK = "#000000"


def page_colour(package: Package) -> str | None:
    """Return the colour of the page as `#rrggbb`, if it has one that Word shows."""
    ground = child(package.root(package.main), "background")
    shown = child(package.document_part("settings"), "displayBackgroundShape")
    if ground is None or shown is None or not is_on(shown):
        return None
    colour = _colour(ground)
    return None if colour == WHITE else colour


def clean_page_colour(document: Element) -> list[str]:
    """Leave a document a colour of its page that text can be read on, and say what goes."""
    ground = child(document, "background")
    if ground is None:
        return []
    colour = _colour(ground)
    if colour is None or contrast(colour, _BLACK) < TEXT_CONTRAST:
        removed(ground)
        return ["the colour of the page, on which text in black could not be read"]
    had_picture = len(ground) > 0
    del ground[:]
    return ["the picture on the ground of the page, whose colour stays"] if had_picture else []


def _colour(ground: Element) -> str | None:
    value = attribute(ground, "color") or ""
    return f"#{value.lower()}" if _RGB.fullmatch(value) else None


TEXT = "#404040"
"""A brief's text is as dark at least as this, where its template says nothing else."""

_ACROSS, _DOWN = 48, 96
"""Samples of a picture."""

_FINE = 6
"""Finer samples across and down each, of which thin letters take some."""

_INK = 171
"""Level of grey, of 255, below which text of the colour above could not be read."""

_INKED = 0.06
"""Share of a sample from which it holds ink."""

_DARK_ROW = 0.03
"""Share of a row from which it hides text."""


def dark_share(data: bytes, mask: bytes | None) -> float:
    """Return the share of a picture, on a white page, on which text could not be read."""
    rows = _dark(data, mask, (_ACROSS, _ACROSS))
    return sum(map(sum, rows)) / (_ACROSS * _ACROSS)


def clear_rows(
    data: bytes, mask: bytes | None, across: tuple[float, float]
) -> tuple[float, float] | None:
    """Return where text can be read on a picture, from its top: the longest of such parts.

    `across` says where text may stand; all are shares of the picture's width and height.
    """
    rows = _inked(data, mask)
    left, right = (max(0, min(_ACROSS, round(share * _ACROSS))) for share in across)
    hidden = [sum(row[left:right]) >= _DARK_ROW * (right - left) for row in rows]
    found = max(_runs(hidden), key=lambda run: run[1] - run[0], default=None)
    return (found[0] / _DOWN, found[1] / _DOWN) if found else None


def _runs(hidden: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the runs of rows that hide nothing."""
    begun: int | None = None
    for number, hides in enumerate([*hidden, True]):
        is_clear = not hides
        if is_clear and begun is None:
            begun = number
        elif not is_clear and begun is not None:
            yield begun, number
            begun = None


def _inked(data: bytes, mask: bytes | None) -> list[list[bool]]:
    """Return which parts of a picture, row by row, hold ink: a thin line of letters counts."""
    fine = _ACROSS * _FINE, _DOWN * _FINE
    grey = _on_page(data, mask, fine).convert("L").point(lambda level: 255 * (level < _INK))
    shares = grey.resize((_ACROSS, _DOWN), Image.Resampling.BOX).tobytes()
    cells = [share >= _INKED * 255 for share in shares]
    return [cells[at : at + _ACROSS] for at in range(0, len(cells), _ACROSS)]


def _on_page(data: bytes, mask: bytes | None, size: tuple[int, int]) -> Image.Image:
    """Return a picture on a white page, in a size."""
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
        small = image.convert("RGB").resize(size)
    if mask is None:
        return small
    with Image.open(io.BytesIO(mask), formats=("PNG",)) as opened:
        return Image.composite(
            small, Image.new("RGB", size, PAGE), opened.convert("L").resize(size)
        )


def _dark(data: bytes, mask: bytes | None, size: tuple[int, int]) -> list[list[bool]]:
    """Return which samples of a picture, row by row, are too dark for text."""
    small = _on_page(data, mask, size)
    pixels = [*zip(*(channel.tobytes() for channel in small.split()), strict=True)]
    hides = {one: _hides(one) for one in Counter(pixels)}
    width = size[0]
    return [[hides[one] for one in pixels[at : at + width]] for at in range(0, len(pixels), width)]


def _hides(pixel: tuple[int, ...]) -> bool:
    red, green, blue = pixel
    return contrast(TEXT, f"#{red:02x}{green:02x}{blue:02x}") < TEXT_CONTRAST


_SEEN = 0.04
"""Share of a drawing from which it hides text: a logo of thin letters hides so much."""

_RULE_PT = 4.0
"""Height up to which a shape is a rule."""

_STRIP_PT = 100.0
"""Height of a picture up to which half of that is enough: a name beside a logo, and white."""


def is_kept_off(one: Floating) -> bool:
    """Whether text is to keep off: the template says so, or it could not be read there."""
    if isinstance(one.shown, Lettering):
        return False
    if one.apart_pt is not None or not one.behind:
        return True
    return is_dark(one)


def is_ruled_or_worded(shown: Drawn) -> bool:
    """Whether a shape is a level rule, or has words."""
    if not isinstance(shown, Shape):
        return False
    if shown.text is not None:
        held = shown.text.paragraphs
        return any(not isinstance(one, HeaderFooterParagraph) or one.text.strip() for one in held)
    is_drawn = shown.form is not None and bool(shown.form.fill or shown.form.outline)
    return is_drawn and shown.height_pt <= _RULE_PT < shown.width_pt


def is_dark(one: Floating) -> bool:
    """Whether text that stands on a drawing could not be read."""
    is_strip = isinstance(one.shown, HeaderFooterPicture) and one.shown.height_pt <= _STRIP_PT
    return _hidden_share(one.shown) >= (_SEEN / 2 if is_strip else _SEEN)


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
