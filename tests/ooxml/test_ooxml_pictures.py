"""A picture keeps its pixels and its colours, and tells nothing of its makers."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from briefgen.ooxml.pictures import without_metadata

DRAWN = Image.radial_gradient("L").resize((40, 30)).convert("RGB")


def jpeg(*, progressive: bool) -> bytes:
    stream, exif = io.BytesIO(), Image.Exif()
    exif[0x013B] = "SECRET"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    DRAWN.save(
        stream, "JPEG", exif=exif, comment=b"SECRET", icc_profile=profile, progressive=progressive
    )
    return stream.getvalue()


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg(*, progressive: bool) -> None:
    data = jpeg(progressive=progressive)
    assert b"SECRET" in data
    cleaned = without_metadata(data + b"SECRET")
    assert b"SECRET" not in cleaned
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(cleaned)) as after:
        assert after.tobytes() == before.tobytes()
        assert after.info["icc_profile"] == before.info["icc_profile"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_one_that_reports_nothing_stays_as_it_is(kind: str) -> None:
    stream = io.BytesIO()
    DRAWN.save(stream, kind)
    assert without_metadata(stream.getvalue()) == stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_one_that_is_cut_off_is_left_to_the_guard(kind: str) -> None:
    stream = io.BytesIO()
    DRAWN.save(stream, kind)
    for length in (4, 12, len(stream.getvalue()) // 2):
        data = stream.getvalue()[:length]
        assert without_metadata(data) == data
