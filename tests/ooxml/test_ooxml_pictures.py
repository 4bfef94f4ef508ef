"""A picture keeps its pixels and its colours, and tells nothing of its makers."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image, ImageCms, TiffImagePlugin

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


def test_a_gif() -> None:
    stream = io.BytesIO()
    DRAWN.convert("P").save(stream, "GIF", comment=b"SECRET")
    data = stream.getvalue()
    packet = b"\x21\xff\x0bXMP DataXMP\x06SECRET\0"
    extended = data[:-1] + packet + data[-1:] + b"SECRET"
    cleaned = without_metadata(extended)
    assert extended.count(b"SECRET") == 3
    assert b"SECRET" not in cleaned
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(cleaned)) as after:
        assert after.tobytes() == before.tobytes()


def test_a_gif_still_moves() -> None:
    stream = io.BytesIO()
    frames = [DRAWN.convert("P"), DRAWN.rotate(90).convert("P")]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:], loop=0, duration=90)
    with Image.open(io.BytesIO(without_metadata(stream.getvalue()))) as after:
        assert (after.n_frames, after.info["loop"], after.info["duration"]) == (2, 0, 90)  # type: ignore[attr-defined]


@pytest.mark.parametrize("order", ["II", "MM"])
def test_a_tiff(order: str) -> None:
    stream, fields = io.BytesIO(), TiffImagePlugin.ImageFileDirectory_v2(prefix=order.encode())
    for tag in (270, 271, 305, 306, 315, 33432, 700, 40093):
        fields[tag] = b"SECRET" if tag in (700, 40093) else "SECRET AGAIN"
    fields[0x8769] = {42032: "SECRET OWNER", 36867: "SECRET DAY"}
    TiffImagePlugin.WRITE_LIBTIFF = False
    DRAWN.save(stream, "TIFF", tiffinfo=fields)
    data = stream.getvalue()
    assert data.count(b"SECRET") == 10
    cleaned = without_metadata(data)
    assert b"SECRET" not in cleaned
    assert len(cleaned) == len(data)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(cleaned)) as after:
        assert after.tobytes() == before.tobytes()


def test_a_tiff_whose_directories_never_end_is_left_to_the_guard() -> None:
    entry = struct.pack("<HHLL", 270, 2, 2**31, 8)
    data = b"II*\0" + struct.pack("<LH", 8, 60_000) + entry * 60_000
    assert without_metadata(data) == data


def emf(*records: bytes, description: str = "") -> bytes:
    words = description.encode("utf-16-le")
    head = struct.pack("<LL32x4s", 1, 108 + len(words), b" EMF")
    head += struct.pack("<4L", 0x10000, 0, len(records) + 2, 0)
    head += struct.pack("<2L", len(description), 108 if words else 0)
    end = struct.pack("<5L", 14, 20, 0, 16, 20)
    return head.ljust(108, b"\0") + words + b"".join(records) + end


def emf_record(kind: int, data: bytes) -> bytes:
    return struct.pack("<LL", kind, 8 + len(data)) + data


def emf_comment(data: bytes) -> bytes:
    return emf_record(70, struct.pack("<L", len(data)) + data)


DRAWING = emf_record(43, struct.pack("<4l", 1, 2, 30, 40))
PLUS_DRAWING = struct.pack("<HHLLL", 0x400A, 0, 16, 4, 7)
PLUS_COMMENT = struct.pack("<HHLL", 0x4003, 0, 24, 12) + b"SECRET12EMF "


def test_an_emf() -> None:
    data = emf(
        emf_comment(b"APP SECRET.."),
        emf_comment(b"EMF+" + PLUS_DRAWING + PLUS_COMMENT),
        DRAWING,
        description="SECRET\0SECRET\0\0",
    )
    cleaned = without_metadata(data)
    assert b"SECRET" not in cleaned.replace(b"\0", b"")
    assert len(cleaned) == len(data)
    assert DRAWING in cleaned
    assert PLUS_DRAWING in cleaned
    assert without_metadata(emf(DRAWING)) == emf(DRAWING)


@pytest.mark.parametrize("head", [b"\xd7\xcd\xc6\x9a" + bytes(18), b""])
def test_a_wmf(head: bytes) -> None:
    head += struct.pack("<HHHLHLH", 1, 9, 0x300, 30, 0, 12, 0)
    drawing = struct.pack("<LHhhhh", 7, 0x041B, 40, 30, 2, 1)
    comment = struct.pack("<LHHH", 9, 0x0626, 15, 8) + b"SECRET.."
    other = struct.pack("<LHHHH", 6, 0x0626, 8, 2, 7)
    end = struct.pack("<LH", 3, 0)
    cleaned = without_metadata(head + comment + drawing + other + end)
    assert cleaned == head + comment[:10] + bytes(8) + drawing + other + end


def test_a_bmp_that_links_to_a_profile() -> None:
    path = b"C:/SECRET/x.icc\0"
    head = struct.pack("<LllHH", 124, 1, 1, 1, 24).ljust(56, b"\0") + b"KNIL"
    head = head.ljust(112, b"\0") + struct.pack("<LL", 124, len(path))
    data = b"BM" + struct.pack("<LLL", 200, 0, 138) + head.ljust(124, b"\0") + path
    assert b"SECRET" not in without_metadata(data)


@pytest.mark.parametrize("begins", [b"GIF89a", b"II*\0", b"MM\0*", b"BM", b"\xd7\xcd\xc6\x9a"])
def test_another_that_is_cut_off_is_left_to_the_guard(begins: bytes) -> None:
    for length in (0, 4, 9, 30):
        data = begins + b"\xff" * length
        assert without_metadata(data) == data
