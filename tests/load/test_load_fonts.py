"""Fonts: those at hand, those that stand in, a user's own, and what may not be embedded."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import pytest
from make_font_metrics import packed
from samples.laid import FONTS_FOLDER

from briefgen import cache
from briefgen.load import font_metrics as font_metrics_module
from briefgen.load.font_file import font_bytes, read_font_file
from briefgen.load.font_metrics import METRICS_FILE, described, font_metrics, read_metrics
from briefgen.load.fonts import METRIC_COMPATIBLE, read_fonts
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.font import line_height_pt


def foreign(folder: Path, *, embedding: int = 0, family: str = "Housefo") -> Path:
    """Return a folder with a font of another name, and with another licence if need be."""
    folder.mkdir(exist_ok=True)
    data = (FONTS_FOLDER / "Carlito-Regular.ttf").read_bytes()
    data = data.replace("Carlito".encode("utf-16-be"), family.encode("utf-16-be"))
    at = table(data, b"OS/2") + 8
    (folder / "any name.ttf").write_bytes(data[:at] + struct.pack(">H", embedding) + data[at + 2 :])
    return folder


def table(data: bytes, name: bytes) -> int:
    return int(struct.unpack_from(">L", data, data.index(name, 12) + 8)[0])


def refused(families: set[str], own: Path) -> tuple[Finding, ...]:
    with pytest.raises(TemplateError) as caught:
        read_fonts(FONTS_FOLDER, frozenset(families), own)
    assert all(finding.hint and finding.file for finding in caught.value.findings)
    return caught.value.findings


def test_usual_fonts_of_word_get_fonts_of_the_same_widths_without_a_word() -> None:
    twins = {
        "Calibri": "Carlito-Bold",
        "Cambria": "Caladea-Bold",
        "Arial": "LiberationSans-Bold",
        "Times New Roman": "LiberationSerif-Bold",
    }
    fonts, findings = read_fonts(FONTS_FOLDER, frozenset(twins))
    assert (findings, fonts.guessed) == ((), frozenset())
    for family, name in twins.items():
        face = fonts.face(family, True, False)
        assert face is not None
        assert face.name == name


@pytest.mark.parametrize(
    ("family", "stand_in", "known"),
    [("Segoe UI", "Noto Sans", True), ("Georgia", "Caladea", True),
     ("Verdana", "Noto Sans", True), ("Century Gothic", "Noto Sans", True),
     ("Aptos", "Noto Sans", False), ("Helvetica Neue", "Liberation Sans", False),
     ("Gill Sans MT", "Carlito", False), ("Garamond", "Caladea", False)],
)  # fmt: skip
def test_another_font_gets_the_nearest_with_a_warning(
    family: str, stand_in: str, known: bool
) -> None:
    fonts, (warning,) = read_fonts(FONTS_FOLDER, frozenset({family}))
    assert (warning.code, warning.severity) == ("font-substituted", "warning")
    assert family in warning.message
    assert stand_in in warning.message
    face = fonts.face(family, True, False)
    assert face is not None
    assert face.fitted is known
    assert fonts.guessed == {family.lower()}
    assert ("40 lines may take 1 more" in warning.message) is known


def test_what_stands_in_runs_as_wide_as_published() -> None:
    fonts, _ = read_fonts(FONTS_FOLDER, frozenset({"Verdana", "Segoe UI", "Tahoma"}))
    for family, wide in (("Verdana", 973), ("Segoe UI", 861), ("Tahoma", 840)):
        face = fonts.face(family, False, False)
        assert face is not None
        assert face.widths[ord("m")] == pytest.approx(wide, abs=6)
    tahoma = fonts.face("Tahoma", False, False)
    assert tahoma is not None
    assert 500 < tahoma.widths[ord("ж")] < 1000  # not in the table, and of the same kind


def test_faces_that_stand_in_have_names_of_their_own() -> None:
    fonts, _ = read_fonts(FONTS_FOLDER, frozenset({"Arial", "Segoe UI", "Verdana"}))
    assert len({face.name for face in fonts.faces.values()}) == len(fonts.faces) == 16


def test_a_family_is_found_by_its_name_in_the_file(tmp_path: Path) -> None:
    fonts, findings = read_fonts(FONTS_FOLDER, frozenset({"Housefo"}), foreign(tmp_path / "f"))
    assert findings == ()
    face = fonts.face("housefo", False, False)
    assert face is not None
    assert face.name == "anyname"


def test_a_font_of_the_same_widths_that_the_user_has_is_taken(tmp_path: Path) -> None:
    own = foreign(tmp_path / "f", family="Arimo01")
    (own / "any name.ttf").write_bytes(
        (own / "any name.ttf")
        .read_bytes()
        .replace("Arimo01".encode("utf-16-be"), "Gelasio".encode("utf-16-be"))
    )
    assert "Gelasio" in METRIC_COMPATIBLE["georgia"]
    fonts, findings = read_fonts(FONTS_FOLDER, frozenset({"Georgia"}), own)
    assert (findings, fonts.substitutes) == ((), {"georgia": "gelasio"})
    assert fonts.guessed == frozenset()


@pytest.mark.parametrize("embedding", [0x2, 0x100, 0x200])
def test_a_font_that_may_not_be_embedded_is_refused(embedding: int, tmp_path: Path) -> None:
    (finding,) = refused({"Housefo"}, foreign(tmp_path / "f", embedding=embedding))
    assert finding.code == "font-embedding"
    assert f"{embedding:#06x}" in finding.message


@pytest.mark.parametrize("embedding", [0x0, 0x4, 0x8])
def test_one_that_may_be_is_taken(embedding: int, tmp_path: Path) -> None:
    own = foreign(tmp_path / "f", embedding=embedding)
    assert read_fonts(FONTS_FOLDER, frozenset({"Housefo"}), own)[1] == ()


def test_one_that_nobody_asks_for_does_not_matter(tmp_path: Path) -> None:
    own = foreign(tmp_path / "f", embedding=0x2)
    (own / "no font.ttf").write_bytes(b"\0\1\0\0 no font at all")
    assert read_fonts(FONTS_FOLDER, frozenset({"Calibri"}), own)[1] == ()


def test_postscript_outlines_are_refused(tmp_path: Path) -> None:
    own = foreign(tmp_path / "f")
    file = own / "any name.ttf"
    data = file.read_bytes()
    at = data.index(b"glyf", 12)
    file.write_bytes(data[:at] + b"CFF " + data[at + 4 :])
    assert [finding.code for finding in refused({"Housefo"}, own)] == ["font-outlines"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert refused({"Calibri"}, tmp_path / "none")[0].code == "font-folder"


@pytest.mark.parametrize(
    ("name", "height"), [("Carlito-Regular", 1220.7), ("Caladea-Regular", 1150.0)]
)
def test_the_height_of_a_line_is_that_of_the_font_s_tables(name: str, height: float) -> None:
    font = read_font_file(FONTS_FOLDER / f"{name}.ttf")
    assert font is not None
    assert font.line_height == pytest.approx(height, abs=0.1)
    assert line_height_pt(font.line_height, 10) == pytest.approx(height / 100, abs=0.025)


def test_what_is_no_font_says_nothing(tmp_path: Path) -> None:
    shutil.copy(__file__, tmp_path / "x.ttf")
    assert read_font_file(tmp_path / "x.ttf") is None
    assert read_font_file(tmp_path / "none.ttf") is None


def test_metrics_read_in_advance_are_those_of_the_built_in_fonts() -> None:
    assert (FONTS_FOLDER / METRICS_FILE).read_bytes() == packed()
    for file in FONTS_FOLDER.glob("*.ttf"):
        assert font_metrics(file.read_bytes()) == read_metrics(file.read_bytes())
        assert described(file) == read_font_file(file)


def test_a_built_in_font_that_was_replaced_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / METRICS_FILE).write_bytes((FONTS_FOLDER / METRICS_FILE).read_bytes())
    file = tmp_path / "Carlito-Regular.ttf"
    file.write_bytes((FONTS_FOLDER / "Caladea-Bold.ttf").read_bytes())
    monkeypatch.setattr(font_metrics_module, "resources_folder", lambda _: tmp_path)
    cache.clear()
    found = described(file)
    assert found
    assert (found.family, found.bold) == ("Caladea", True)
    cache.clear()


def test_metrics_of_another_font_are_read_from_its_tables() -> None:
    file = FONTS_FOLDER / "fallback" / "DejaVuSerif.ttf.xz"
    assert font_metrics(font_bytes(file)).advances[ord("m")] == pytest.approx(948, abs=1)
