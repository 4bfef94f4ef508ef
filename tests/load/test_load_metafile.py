"""Metafiles of Windows as the pictures that they draw."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from briefgen.load.word.treated_picture import Treatment, drawn_metafile, treated

SIZE_PT = (48.0, 24.0)
RED, BLUE = 0x0000FF, 0xFF0000
CLEAR = (0, 0, 0, 0)
SQUARE, HOLE = [(0, 0), (100, 0), (100, 100), (0, 100)], [(25, 25), (75, 25), (75, 75), (25, 75)]


def emf(*records: tuple[int, bytes]) -> bytes:
    """Return an enhanced metafile of 100 to 100, on a device of 100 pixels to a millimetre."""
    bounds = struct.pack("<4l", 0, 0, 100, 100)
    head = bounds + bounds + b" EMF" + struct.pack("<5L", 0x10000, 0, 0, 1, 0)
    head += struct.pack("<2L2l2l", 0, 0, 100, 100, 1, 1)
    return b"".join(
        struct.pack("<LL", kind, 8 + len(held)) + held
        for kind, held in ((1, head), *records, (14, b"\0" * 12))
    )


def wmf(*records: tuple[int, bytes]) -> bytes:
    placed = b"\xd7\xcd\xc6\x9a" + struct.pack("<H4hHLH", 0, 0, 0, 100, 100, 72, 0, 0)
    return b"".join(
        (
            placed,
            struct.pack("<HHHLHLH", 1, 9, 0x300, 30, 4, 12, 0),
            *(struct.pack("<LH", 3 + len(held) // 2, kind) + held for kind, held in records),
            struct.pack("<LH", 3, 0),
        )
    )


def places(letter: str, *held: tuple[int, int]) -> bytes:
    return b"".join(struct.pack(f"<2{letter}", *one) for one in held)


def brush(number: int, colour: int) -> list[tuple[int, bytes]]:
    return [
        (39, struct.pack("<4L", number, 0, colour, 0)),
        (37, struct.pack("<L", number)),
        (37, struct.pack("<L", 0x80000008)),
    ]


def polygons(*lines: list[tuple[int, int]]) -> tuple[int, bytes]:
    head = struct.pack("<4l2L", 0, 0, 100, 100, len(lines), sum(map(len, lines)))
    counts = struct.pack(f"<{len(lines)}L", *map(len, lines))
    return 91, head + counts + b"".join(places("h", *one) for one in lines)


def path(*corners: tuple[int, int]) -> list[tuple[int, bytes]]:
    first, *rest = corners
    lines = struct.pack("<4lL", 0, 0, 0, 0, len(rest)) + places("h", *rest)
    return [(59, b""), (27, places("l", first)), (89, lines), (61, b""), (60, b"")]


def shown(metafile: bytes, *at: tuple[float, float]) -> list[tuple[int, ...]]:
    """Return the pixels at shares of a drawn picture."""
    data = drawn_metafile(metafile, SIZE_PT)
    assert data
    with Image.open(io.BytesIO(data)) as image:
        assert (image.size, image.mode) == ((200, 100), "RGBA")
        return [image.getpixel((round(x * 200), round(y * 100))) for x, y in at]  # type: ignore[misc]


def test_areas_are_filled_but_for_their_holes() -> None:
    drawn = shown(emf(*brush(1, RED), polygons(SQUARE, HOLE)), (0.1, 0.1), (0.5, 0.5))
    assert drawn == [(255, 0, 0, 255), CLEAR]


def test_areas_that_wind_one_way_have_no_hole() -> None:
    winding = (19, struct.pack("<L", 2))
    drawn = shown(emf(winding, *brush(1, RED), polygons(SQUARE, HOLE)), (0.5, 0.5))
    assert drawn == [(255, 0, 0, 255)]


def test_paths_are_filled_and_clip_what_follows() -> None:
    fill = (62, b"\0" * 16)
    records = [*path(*HOLE), (67, b"\1\0\0\0"), *brush(1, BLUE), *path(*SQUARE), fill]
    assert shown(emf(*records), (0.5, 0.5), (0.1, 0.1)) == [
        (0, 0, 255, 255),
        CLEAR,
    ]


def test_measures_of_a_window_place_what_is_drawn() -> None:
    window = [(17, struct.pack("<L", 8)), (9, places("l", (200, 200))), (10, places("l", (50, 0)))]
    view = (11, places("l", (100, 100)))
    drawn = shown(emf(*window, view, *brush(1, RED), polygons(SQUARE)), (0.1, 0.1), (0.4, 0.4))
    assert [one[3] for one in drawn] == [255, 0]


def test_older_metafiles_are_drawn_alike() -> None:
    held = struct.pack("<H2H", 2, 4, 4) + places("h", *SQUARE, *HOLE)
    records = [
        (0x020B, struct.pack("<2h", 0, 0)),
        (0x020C, struct.pack("<2h", 100, 100)),
        (0x02FC, struct.pack("<HLH", 0, RED, 0)),
        (0x012D, struct.pack("<H", 0)),
        (0x0538, held),
    ]
    assert shown(wmf(*records), (0.1, 0.1), (0.5, 0.5)) == [(255, 0, 0, 255), CLEAR]


def test_a_metafile_is_a_picture_of_a_template() -> None:
    logo = treated(emf(*brush(1, RED), polygons(SQUARE)), SIZE_PT, Treatment())
    with Image.open(io.BytesIO(logo.data)) as image:
        assert image.convert("RGB").getpixel((50, 50)) == (255, 0, 0)


def test_extents_count_only_in_modes_that_stretch() -> None:
    window = (9, places("l", (200, 200)))
    assert [one[3] for one in shown(emf(window, *brush(1, RED), polygons(SQUARE)), (0.9, 0.9))] == [
        255
    ]


def bitmap(operation: int, depth: int, pixels: bytes, *palette: int) -> tuple[int, bytes]:
    """Return a bitmap of 2 to 1, stretched over the picture."""
    head = struct.pack("<LllHHLLllLL", 40, 2, 1, 1, depth, 0, 0, 0, 0, len(palette), 0)
    head += struct.pack(f"<{len(palette)}L", *palette)
    said = (0, 0, 0, 0, 2, 1, 80, len(head), 80 + len(head), len(pixels), 0)
    box = struct.pack("<4l", 0, 0, 100, 100)
    return 81, box + struct.pack("<11lL2l", *said, operation, 100, 100) + head + pixels


AND, OR = 0x008800C6, 0x00EE0086


def test_a_bitmap_with_a_mask_is_seen_through_outside_it() -> None:
    mask = bitmap(OR, 1, b"\x40\0\0\0", 0, 0xFFFFFF)  # white at the right
    picture = bitmap(AND, 16, struct.pack("<2H", 0x7FFF, 0x001F))  # white, and blue
    drawn = shown(emf(*brush(1, RED), polygons(SQUARE), mask, picture), (0.1, 0.5), (0.9, 0.5))
    assert drawn == [(255, 0, 0, 255), (0, 0, 255, 255)]
    clear, blue = shown(emf(mask, picture), (0.1, 0.5), (0.9, 0.5))
    assert (clear[3], blue) == (0, (0, 0, 255, 255))


def test_spaces_are_no_letters() -> None:
    at = struct.pack("<4lLffllLL", 0, 0, 0, 0, 1, 1.0, 1.0, 0, 0, 2, 76)
    text = (84, at + b"\0" * 24 + "  ".encode("utf-16-le"))
    assert shown(emf(*brush(1, RED), polygons(SQUARE), text), (0.1, 0.1)) == [(255, 0, 0, 255)]


TEXT = (84, struct.pack("<4lLffllLL", 0, 0, 0, 0, 1, 1.0, 1.0, 0, 0, 3, 48) + b"x\0y\0z\0")
PLUS_ALONE = (70, struct.pack("<L", 16) + b"EMF+" + struct.pack("<HHLL", 0x4001, 0, 12, 0))


@pytest.mark.parametrize(
    "metafile",
    [
        emf(),
        emf(*brush(1, RED), polygons(SQUARE), TEXT),
        emf(*brush(1, RED), polygons(SQUARE), (46, b"\0" * 16)),
        emf(PLUS_ALONE, *brush(1, RED), polygons(SQUARE)),
        emf(*brush(1, RED), (91, struct.pack("<4l2L", 0, 0, 0, 0, 1, 4_000_000_000))),
        emf(*brush(1, RED), polygons(SQUARE))[:150],
        wmf((0x0A32, b"\0" * 8)),
        b"",
        b"no metafile",
    ],
    ids=("empty", "text", "gradient", "plus", "counts", "cut", "old-text", "nothing", "other"),
)
def test_what_is_not_wholly_drawn_is_no_picture(metafile: bytes) -> None:
    assert drawn_metafile(metafile, SIZE_PT) is None
