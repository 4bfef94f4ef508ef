"""Pictures from strangers: read within bounds, from their folder only, written anew as RGB."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageFile, PngImagePlugin

from briefgen.load import images
from briefgen.load.images import picture_of, read_picture
from briefgen.types.finding import LoadError
from briefgen.types.picture import Picture

ROOM_PT = (72.0, 72.0)
"""An inch each way: 300 pixels."""

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
ORIENTATION = 0x112


def gradient(mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> Image.Image:
    grey = Image.linear_gradient("L").resize(size)
    turned = grey.transpose(Image.Transpose.ROTATE_180)
    return Image.merge("RGB", (grey, turned, grey)).convert(mode)


def saved(image: Image.Image, format_: str = "PNG", **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, format_, **options)
    return file.getvalue()


def read(folder: Path, data: bytes, room_pt: tuple[float, float] = ROOM_PT) -> Picture:
    (folder / "picture").write_bytes(data)
    return read_picture("picture", folder, room_pt)


def pixels(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(picture.data))
    assert (image.size, image.mode) == ((picture.width_px, picture.height_px), "RGB")
    return image


def refused(folder: Path, data: bytes) -> LoadError:
    with pytest.raises(LoadError) as caught:
        read(folder, data)
    (finding,) = caught.value.findings
    assert finding.file == "picture"
    assert finding.hint
    return caught.value


def png_of(width: int, height: int, rows: bytes) -> bytes:
    """Return a PNG of grey pixels whose header says what it will."""
    chunks = (
        (b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))
        for kind, body in chunks
    )


# What is passed on.


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1"])
def test_a_png_stays_a_png_pixel_by_pixel(tmp_path: Path, mode: str) -> None:
    image = gradient(mode)
    picture = read(tmp_path, saved(image))
    assert Image.open(io.BytesIO(picture.data)).format == "PNG"
    assert pixels(picture).tobytes() == image.convert("RGB").tobytes()


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_jpeg_stays_a_jpeg(tmp_path: Path, mode: str) -> None:
    image = gradient(mode)
    picture = read(tmp_path, saved(image, "JPEG", quality=95))
    assert Image.open(io.BytesIO(picture.data)).format == "JPEG"
    assert _difference(pixels(picture), image.convert("RGB")) < 3


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_becomes_white(tmp_path: Path, mode: str) -> None:
    image = Image.new(mode, (2, 1), 0)
    image.putpixel((0, 0), (0, 0, 0, 255) if mode == "RGBA" else (0, 255))
    shown = pixels(read(tmp_path, saved(image)))
    assert [shown.getpixel((x, 0)) for x in (0, 1)] == [(0, 0, 0), (255, 255, 255)]


def test_a_transparent_entry_of_a_palette_becomes_white(tmp_path: Path) -> None:
    image = Image.new("P", (1, 1), 7)
    image.putpalette([0, 0, 0] * 256)
    shown = pixels(read(tmp_path, saved(image, transparency=7)))
    assert shown.getpixel((0, 0)) == (255, 255, 255)


def test_half_transparent_red_on_white_is_pink(tmp_path: Path) -> None:
    shown = pixels(read(tmp_path, saved(Image.new("RGBA", (1, 1), (255, 0, 0, 128)))))
    assert shown.getpixel((0, 0)) == (255, 127, 127)


def test_cmyk_becomes_rgb(tmp_path: Path) -> None:
    picture = read(tmp_path, saved(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG"))
    red, green, blue = _pixel(pixels(picture))
    assert red > 220
    assert max(green, blue) < 40


def test_sixteen_bits_of_grey_are_scaled_and_not_cut_off(tmp_path: Path) -> None:
    image = Image.frombytes("I;16", (3, 1), struct.pack("<3H", 0, 0x8080, 0xFFFF))
    shown = pixels(read(tmp_path, saved(image)))
    assert [shown.getpixel((x, 0))[0] for x in range(3)] == [0, 0x80, 0xFF]  # type: ignore[index]


def test_colours_go_through_the_picture_s_own_profile(tmp_path: Path) -> None:
    """This one has red and blue exchanged."""
    swapped = bytearray(SRGB)
    count = struct.unpack(">L", SRGB[128:132])[0]
    places = {SRGB[132 + 12 * n : 136 + 12 * n]: 132 + 12 * n for n in range(count)}
    red, blue = places[b"rXYZ"], places[b"bXYZ"]
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    data = saved(Image.new("RGB", (1, 1), (250, 10, 10)), icc_profile=bytes(swapped))
    assert pixels(read(tmp_path, data)).getpixel((0, 0)) == pytest.approx((10, 10, 250), abs=4)
    # Word readers pass over profiles, and so does a template's picture.
    kept = pixels(picture_of(data, "", ROOM_PT, transparent=True))
    assert kept.getpixel((0, 0)) == (250, 10, 10)


@pytest.mark.parametrize("profile", [b"no profile", SRGB[:200]])
def test_a_profile_that_reports_nothing_is_passed_over(tmp_path: Path, profile: bytes) -> None:
    image = gradient()
    picture = read(tmp_path, saved(image, icc_profile=profile))
    assert pixels(picture).tobytes() == image.tobytes()


def test_a_photograph_is_turned_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    picture = read(tmp_path, saved(gradient(size=(60, 40)), "JPEG", exif=exif))
    assert (picture.width_px, picture.height_px) == (40, 60)


def test_no_metadata_are_passed_on(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x10E] = "secret description"
    jpeg = saved(gradient(), "JPEG", exif=exif, comment=b"secret comment", icc_profile=SRGB)
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "secret comment")
    png = saved(gradient(), exif=exif, pnginfo=words, icc_profile=SRGB, dpi=(72, 72))
    for data in (jpeg, png):
        assert b"secret" in data
        picture = read(tmp_path, data)
        assert b"secret" not in picture.data
        image = Image.open(io.BytesIO(picture.data))
        assert not {"icc_profile", "comment", "Comment", "exif", "dpi"} & set(image.info)
        assert not image.getexif()


@pytest.mark.parametrize("format_", ["PNG", "JPEG"])
def test_the_same_file_gives_the_same_picture(tmp_path: Path, format_: str) -> None:
    data = saved(gradient(size=(900, 600)), format_)
    assert read(tmp_path, data) == read(tmp_path, data)


@pytest.mark.parametrize(
    ("size", "room_pt", "printed"),
    [
        ((900, 600), (72, 72), (300, 200)),
        ((600, 900), (72, 36), (100, 150)),
        ((300, 100), (72, 72), (300, 100)),
        ((10, 10), (500, 500), (10, 10)),
        ((3000, 2), (72, 72), (300, 1)),
    ],
)
@pytest.mark.parametrize("format_", ["PNG", "JPEG"])
def test_a_picture_is_no_finer_than_print_needs(
    tmp_path: Path,
    format_: str,
    size: tuple[int, int],
    room_pt: tuple[float, float],
    printed: tuple[int, int],
) -> None:
    picture = read(tmp_path, saved(gradient(size=size), format_), room_pt)
    assert (picture.width_px, picture.height_px) == printed


# What is refused.


@pytest.mark.parametrize(
    "name",
    ["../outside.png", "/etc/hostname", "inside/../../outside.png", "link.png", "folder/x.png"],
)
def test_a_file_outside_the_root_is_refused_however_it_is_reached(
    tmp_path: Path, name: str
) -> None:
    root = tmp_path / "root"
    (root / "inside").mkdir(parents=True)
    (tmp_path / "outside.png").write_bytes(saved(gradient()))
    (tmp_path / "x.png").write_bytes(saved(gradient()))
    (root / "link.png").symlink_to(tmp_path / "outside.png")
    (root / "folder").symlink_to(tmp_path)
    with pytest.raises(LoadError) as caught:
        read_picture(name, root, ROOM_PT)
    assert caught.value.codes == ("image-outside-root",)
    assert caught.value.findings[0].file == name


def test_links_within_the_root_and_to_the_root_are_followed(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "sub").mkdir(parents=True)
    (root / "sub" / "a.png").write_bytes(saved(gradient()))
    (root / "b.png").symlink_to(root / "sub" / "a.png")
    (tmp_path / "alias").symlink_to(root)
    assert read_picture("sub/../b.png", tmp_path / "alias", ROOM_PT).width_px == 60


def test_the_folder_beside_the_root_is_outside(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root-2").mkdir()
    (tmp_path / "root-2" / "a.png").write_bytes(saved(gradient()))
    with pytest.raises(LoadError) as caught:
        read_picture("../root-2/a.png", tmp_path / "root", ROOM_PT)
    assert caught.value.codes == ("image-outside-root",)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing.png", "file-missing"),
        ("folder", "file-is-folder"),
        ("pipe", "file-not-regular"),
        ("loop.png", "file-unreadable"),
        ("https://example.org/a.png", "file-missing"),
        ("a\0b.png", "image-outside-root"),
        ("x" * 300, "file-unreadable"),
    ],
)
def test_what_is_no_file_is_reported(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LoadError) as caught:
        read_picture(name, tmp_path, ROOM_PT)
    assert caught.value.codes == (code,)
    assert caught.value.findings[0].file == name


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "FILE_LIMIT", 1_000)
    assert refused(tmp_path, b"x" * 1_001).codes == ("file-too-large",)


@pytest.mark.parametrize("format_", ["GIF", "WEBP", "TIFF", "BMP", "PPM", "ICO", "EPS"])
def test_other_formats_are_refused(tmp_path: Path, format_: str) -> None:
    assert refused(tmp_path, saved(gradient(), format_)).codes == ("image-format",)


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"])
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data).codes == ("image-format",)


@pytest.mark.parametrize(
    ("size", "megapixels"),
    [
        ((8_000, 5_001), "40.0"),
        ((10_000, 9_000), "90.0"),
        ((20_000, 10_000), "far more than 40"),
        ((2**31 - 1, 2**31 - 1), "far more than 40"),
    ],
)
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_bomb_is_refused_by_its_header(
    tmp_path: Path, size: tuple[int, int], megapixels: str
) -> None:
    error = refused(tmp_path, png_of(*size, rows=b"\0" * 10_000))
    assert error.codes == ("image-too-many-pixels",)
    assert f"has {megapixels} megapixels" in str(error)


@pytest.mark.filterwarnings("error::PIL.Image.DecompressionBombWarning")
def test_a_bomb_is_refused_where_warnings_are_errors(tmp_path: Path) -> None:
    error = refused(tmp_path, png_of(10_000, 9_000, rows=b""))
    assert error.codes == ("image-too-many-pixels",)


def test_the_limit_itself_is_allowed(tmp_path: Path) -> None:
    picture = read(tmp_path, png_of(8_000, 5_000, rows=b"\0" * (8_001 * 5_000)))
    assert (picture.width_px, picture.height_px) == (300, 188)


def test_a_jpeg_of_endless_scans_is_refused(tmp_path: Path) -> None:
    data = saved(gradient(), "JPEG", progressive=True)
    start = data.rindex(b"\xff\xda")
    scan = data[start : data.rindex(b"\xff\xd9")]
    error = refused(tmp_path, data[:start] + scan * 101 + b"\xff\xd9")
    assert error.codes == ("image-too-many-scans",)


@pytest.mark.parametrize("format_", ["PNG", "JPEG"])
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_picture_that_is_cut_off_is_refused(tmp_path: Path, format_: str, share: float) -> None:
    data = saved(gradient(size=(300, 300)), format_)
    assert refused(tmp_path, data[: int(len(data) * share)]).codes == ("image-damaged",)


def test_a_setting_of_another_library_does_not_let_cut_pictures_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    data = saved(gradient())
    assert refused(tmp_path, data[: len(data) // 2]).codes == ("image-damaged",)
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_a_text_that_inflates_without_end_is_refused(tmp_path: Path) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "x" * 20_000_000, zip=True)
    assert set(refused(tmp_path, saved(gradient(), pnginfo=words)).codes) <= {
        "image-format",
        "image-damaged",
    }


SEEDS = (
    saved(gradient("RGBA"), icc_profile=SRGB),
    saved(gradient("P")),
    saved(gradient(), "JPEG", icc_profile=SRGB),
    saved(gradient("CMYK"), "JPEG", progressive=True),
)


@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=20),
)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_broken_there_is_a_picture_or_a_finding(
    tmp_path: Path, seed: bytes, changes: list[tuple[float, int]]
) -> None:
    data = bytearray(seed)
    for place, byte in changes:
        data[int(place * len(data))] = byte
    try:
        picture = read(tmp_path, bytes(data))
    except LoadError as error:
        assert set(error.codes) <= {"image-format", "image-damaged", "image-too-many-pixels"}
    else:
        assert pixels(picture).width <= 300


def _difference(one: Image.Image, other: Image.Image) -> float:
    pairs = zip(one.tobytes(), other.tobytes(), strict=True)
    return sum(abs(a - b) for a, b in pairs) / len(one.tobytes())


def _pixel(image: Image.Image) -> tuple[int, int, int]:
    red, green, blue = image.resize((1, 1)).tobytes()
    return red, green, blue


def test_a_colour_that_is_never_seen_leaves_no_line_around_a_logo() -> None:
    image = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    image.paste((255, 200, 0, 255), (10, 10, 30, 30))
    shown = pixels(picture_of(saved(image), "", ROOM_PT, transparent=True))
    assert min(shown.getchannel("G").tobytes()) > 185  # black would be 0
    assert shown.getpixel((8, 20)) == pytest.approx((255, 200, 0), abs=2)
