"""Font files of strangers: what leads out of the file, multiplies it or makes no sense."""

from __future__ import annotations

import os
import struct
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples.laid import FONTS_FOLDER

from briefgen.load.font_file import read_font_file
from briefgen.load.fonts import read_fonts
from briefgen.render.pdf.fonts import read_font
from briefgen.types.finding import BriefgenError, RenderError, TemplateError

SOUND = (FONTS_FOLDER / "Carlito-Regular.ttf").read_bytes()
TEXT = tuple(map(ord, "Abcé"))


def place(name: bytes) -> tuple[int, int]:
    """Return start and length of a table of the sound font."""
    start, length = struct.unpack_from(">LL", SOUND, SOUND.index(name, 12) + 8)
    return int(start), int(length)


def patched(name: bytes, at: int, data: bytes) -> bytes:
    """Return the sound font with bytes of a table changed."""
    start = place(name)[0] + at
    return SOUND[:start] + data + SOUND[start + len(data) :]


def own(folder: Path, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "own.ttf").write_bytes(data)
    return folder


def refused(folder: Path, data: bytes) -> str:
    with pytest.raises(TemplateError) as caught:
        read_fonts(FONTS_FOLDER, frozenset({"Carlito"}), own(folder, data))
    (finding,) = caught.value.findings
    assert finding.file == str(folder / "own.ttf")
    assert finding.hint
    return f"{finding.code}: {finding.message}"


def mapping(*ranges: tuple[int, int]) -> bytes:
    """Return a table of characters in its twelfth format, which may name any range."""
    groups = b"".join(struct.pack(">LLL", first, last, 1) for first, last in ranges)
    head = struct.pack(">HHHHL", 0, 1, 3, 10, 12)
    return head + struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(ranges)) + groups


SEGMENTS = struct.pack(">HHHHL", 0, 1, 3, 1, 12) + struct.pack(">HHHHHHH", 4, 500, 0, 80, 0, 0, 0)
SEGMENTS += struct.pack(">40H", *[0xFFFF] * 40) + b"\0\0" + bytes(240)


@pytest.mark.parametrize(
    "table",
    [mapping((0, 0xFFFFFFFF)), mapping(*[(0, 0x10FFFF)] * 9), SEGMENTS],
    ids=["one range", "many ranges", "segments"],
)
def test_four_thousand_million_characters_in_a_few_bytes(tmp_path: Path, table: bytes) -> None:
    began = time.process_time()
    reported = refused(tmp_path / "fonts", patched(b"cmap", 0, table))
    assert reported == 'font-damaged: the font "Carlito" maps more than 1,114,112 characters'
    assert time.process_time() - began < 5


def test_tables_of_characters_without_end(tmp_path: Path) -> None:
    reported = refused(tmp_path / "fonts", patched(b"cmap", 2, b"\xff\xff"))
    assert "65535 tables of characters" in reported


def test_one_outline_a_thousand_times(tmp_path: Path) -> None:
    _, length = place(b"glyf")
    offsets = struct.pack(">LLLL", 0, length, 0, length)
    reported = refused(tmp_path / "fonts", patched(b"loca", 0, offsets))
    assert reported == 'font-damaged: the font "Carlito" has outlines that overlap'


def test_outlines_beyond_the_end(tmp_path: Path) -> None:
    at = place(b"loca")[1] - 4
    reported = refused(tmp_path / "fonts", patched(b"loca", at, b"\xff\xff\xff\xff"))
    assert reported == 'font-damaged: the font "Carlito" has outlines beyond its end'


def test_a_table_that_is_missing(tmp_path: Path) -> None:
    at = SOUND.index(b"loca", 12)
    reported = refused(tmp_path / "fonts", SOUND[:at] + b"lost" + SOUND[at + 4 :])
    assert reported == 'font-damaged: the font "Carlito" lacks a table, or one ends too soon'


def test_a_format_that_no_parser_knows(tmp_path: Path) -> None:
    table = struct.pack(">HHHHL", 0, 1, 3, 1, 12) + struct.pack(">HHH", 32_512, 30, 0)
    assert refused(tmp_path / "fonts", patched(b"cmap", 0, table)).startswith("font-unreadable")


def test_outlines_that_cannot_be_followed_are_reported_when_they_are_set(tmp_path: Path) -> None:
    data = patched(b"glyf", 0, b"\xff" * 200_000)
    fonts, _ = read_fonts(FONTS_FOLDER, frozenset({"Carlito"}), own(tmp_path / "fonts", data))
    face = fonts.face("Carlito", False, False)
    assert face is not None
    with pytest.raises(RenderError) as caught:
        read_font(face, TEXT)
    (finding,) = caught.value.findings
    assert (finding.code, finding.file) == ("font-damaged", face.file)


@pytest.mark.parametrize("kind", ["pipe", "endless", "folder", "loop"])
def test_what_is_no_file_is_passed_over_and_not_waited_for(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "x.ttf"
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "endless":
        file.symlink_to("/dev/zero")
    elif kind == "folder":
        file.mkdir()
    else:
        file.symlink_to(file)
    assert read_font_file(file) is None
    assert read_fonts(FONTS_FOLDER, frozenset({"Carlito"}), tmp_path)[1] == ()


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    name=st.sampled_from([b"head", b"hhea", b"maxp", b"cmap", b"loca", b"OS/2", b"post", b"name"]),
    at=st.integers(0, 60),
    data=st.binary(min_size=1, max_size=6),
)
def test_whatever_is_broken_there_is_a_font_or_a_finding(
    tmp_path_factory: pytest.TempPathFactory, name: bytes, at: int, data: bytes
) -> None:
    folder = own(tmp_path_factory.mktemp("own"), patched(name, at, data))
    try:
        fonts, _ = read_fonts(FONTS_FOLDER, frozenset({"Carlito"}), folder)
        if face := fonts.face("Carlito", False, False):
            read_font(face, TEXT)
    except BriefgenError as error:
        assert {code.partition("-")[0] for code in error.codes} == {"font"}
