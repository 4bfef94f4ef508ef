"""Pictures: drawn inside their figure, stored once, as plain RGB."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import page
import pytest
from msgspec.structs import replace
from PIL import Image
from samples.laid import ELEMENTS, FONTS, LAID, METADATA, with_marks
from samples.tags import opened, tag_tree

from briefgen.load.images import read_picture
from briefgen.render.pdf import render_pdf, structure_text
from briefgen.render.pdf.guard import guard
from briefgen.types.finding import Bug
from briefgen.types.laid import ImageMark, PathMark

FIGURE = next(n for n, element in enumerate(ELEMENTS) if element.tag == "Figure")
PARAGRAPH = next(n for n, element in enumerate(ELEMENTS) if element.tag == "P")


def picture(format_: str, mode: str = "RGB", size: tuple[int, int] = (30, 20)) -> bytes:
    """Return a file of a gradient, so that no row is like another."""
    gradient = Image.linear_gradient("L").resize(size)
    file = io.BytesIO()
    Image.merge(
        "RGB", (gradient, gradient.transpose(Image.Transpose.ROTATE_180), gradient)
    ).convert(mode).save(file, format_)
    return file.getvalue()


def mark(data: bytes, element: int | None = FIGURE, x_mpt: int = 72_000) -> ImageMark:
    return ImageMark(x_mpt, 500_000, 60_000, 40_000, data, element)


def images(pdf: bytes) -> list[Any]:
    resources: Any = opened(pdf).pages[1]["/Resources"]
    return [each.get_object() for each in resources.get("/XObject", {}).values()]


def test_a_jpeg_is_stored_as_it_is() -> None:
    data = picture("JPEG")
    (image,) = images(render_pdf(with_marks(mark(data)), METADATA, FONTS))
    assert (image["/Width"], image["/Height"], image["/ColorSpace"]) == (30, 20, "/DeviceRGB")
    assert image["/Filter"] == "/DCTDecode"
    assert image._data == data


def test_of_a_png_the_pixels_are_stored() -> None:
    data = picture("PNG")
    (image,) = images(render_pdf(with_marks(mark(data)), METADATA, FONTS))
    assert image["/Filter"] == ["/FlateDecode"]
    assert image.get_data() == Image.open(io.BytesIO(data)).tobytes()


def test_a_picture_fills_its_rectangle_from_the_bottom_left() -> None:
    contents = opened(render_pdf(with_marks(mark(picture("PNG"))), METADATA, FONTS)).pages[1]
    stream = contents.get_contents()
    assert stream is not None
    operators = stream.get_data().decode("ascii")
    _, _, drawn = operators.rpartition("/Figure <</MCID")
    assert "q\n60 0 0 40 72 301.89 cm\n/FormXob." in drawn
    assert drawn.split()[-3:] == ["Do", "Q", "EMC"]


@pytest.mark.parametrize("format_", ["PNG", "JPEG"])
@pytest.mark.parametrize(
    "profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A]
)
def test_a_file_with_pictures_conforms(format_: str, profile: page.ValidationProfile) -> None:
    data = picture(format_)
    pdf = render_pdf(with_marks(mark(data), mark(data, None, 200_000)), METADATA, FONTS)
    assert [each.message for each in page.validate_pdf_bytes(pdf, profile=profile).failures] == []


def test_a_picture_that_is_drawn_twice_is_stored_once() -> None:
    data = picture("PNG")
    twice = with_marks(mark(data), mark(data, x_mpt=200_000), mark(picture("JPEG")))
    assert len(images(render_pdf(twice, METADATA, FONTS))) == 2


def test_the_same_picture_gives_the_same_bytes() -> None:
    laid_out = with_marks(mark(picture("JPEG")), mark(picture("PNG")))
    assert render_pdf(laid_out, METADATA, FONTS) == render_pdf(laid_out, METADATA, FONTS)


def test_the_tree_is_the_same_with_a_picture_in_the_figure() -> None:
    laid_out = with_marks(mark(picture("PNG")))
    assert tag_tree(render_pdf(laid_out, METADATA, FONTS)) == structure_text(laid_out)
    assert structure_text(laid_out) == structure_text(LAID)


@pytest.mark.parametrize(
    ("format_", "mode"),
    [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("JPEG", "CMYK"), ("JPEG", "L")],
)
def test_whatever_is_loaded_can_be_drawn(tmp_path: Path, format_: str, mode: str) -> None:
    (tmp_path / "picture").write_bytes(picture(format_, mode))
    loaded = read_picture("picture", tmp_path, (60, 40))
    (image,) = images(render_pdf(with_marks(mark(loaded.data)), METADATA, FONTS))
    assert (image["/Width"], image["/Height"]) == (loaded.width_px, loaded.height_px)


def test_a_picture_outside_a_figure_is_a_bug() -> None:
    fault = "a picture on page 2 belongs to a P, not to a Figure"
    with pytest.raises(Bug, match=fault):
        guard(with_marks(mark(picture("PNG"), PARAGRAPH)))


@pytest.mark.parametrize(
    ("format_", "mode"),
    [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("JPEG", "CMYK"), ("JPEG", "L")],
)
def test_other_colours_than_rgb_are_a_bug(format_: str, mode: str) -> None:
    with pytest.raises(Bug, match=f"a picture has the colours {mode}"):
        render_pdf(with_marks(mark(picture(format_, mode))), METADATA, FONTS)


def test_the_bytes_of_a_picture_are_no_part_of_its_mark_s_name() -> None:
    assert len(repr(mark(b"x" * 1000))) < 100


def test_a_mask_lets_through_what_is_beneath_and_the_file_conforms() -> None:
    grey = io.BytesIO()
    Image.linear_gradient("L").resize((30, 20)).save(grey, "PNG")
    seen = replace(mark(picture("PNG"), None), mask=grey.getvalue(), turn_deg=30.0)
    path = PathMark((("m", (0, 0)), ("l", (90_000, 90_000)), ("h", ())), "#ff0000", opacity=0.5)
    pdf = render_pdf(with_marks(path, seen), METADATA, FONTS)
    (image,) = images(pdf)
    own = image["/SMask"].get_object()
    assert (own["/ColorSpace"], own["/Width"], own["/Height"]) == ("/DeviceGray", 30, 20)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert [failure.message for failure in report.failures] == []


def test_a_picture_that_was_drawn_before_is_not_decoded_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A template's logo stands on every brief."""
    seen = with_marks(replace(mark(picture("PNG")), mask=picture("PNG", "L")))
    before = render_pdf(seen, METADATA, FONTS)
    monkeypatch.delattr("PIL.Image.open")
    assert render_pdf(seen, METADATA, FONTS) == before
