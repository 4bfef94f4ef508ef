"""Independent validators find nothing in what is written, and find what is broken on purpose."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from samples.laid import FONTS, LAID, METADATA, with_element
from samples.tags import opened

from briefgen.render.pdf import conformance, document, render_pdf
from briefgen.render.pdf.drawing import PagePainter
from briefgen.render.pdf.guard import STANDARD_TAGS
from briefgen.types.laid import LaidOut, Mark

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
FIGURE = next(n for n, element in enumerate(LAID.elements) if element.tag == "Figure")
SECOND_HEADING = next(n for n, element in enumerate(LAID.elements) if element.tag == "H2")


def failures(pdf: bytes, profile: page.ValidationProfile) -> list[str]:
    report = page.validate_pdf_bytes(pdf, profile=profile)
    assert report.rules.total > 100
    return [failure.message for failure in report.failures]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_pdf(LAID, METADATA, FONTS)


@pytest.mark.parametrize("profile", PROFILES, ids=str)
def test_the_file_conforms_to_pdf_ua_1_and_pdf_a_2a(
    pdf: bytes, profile: page.ValidationProfile
) -> None:
    assert failures(pdf, profile) == []


def test_outloud_finds_nothing_to_complain_of(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sample.pdf"
    path.write_bytes(pdf)
    run = subprocess.run(
        [sys.executable, "-m", "outloud.cli", "--no-info", "--json", "-", str(path)],
        capture_output=True,
        check=False,
    )
    (result,) = json.loads(run.stdout)["results"]
    assert result["findings"] == []
    assert len([rule for rule in result["rules"] if rule["status"] == "ran"]) > 50
    assert run.returncode == 0


def test_the_syntax_holds_to_the_byte(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sample.pdf"
    path.write_bytes(pdf)
    with pikepdf.open(path) as opened_file:
        assert not opened_file.check_pdf_syntax()
    assert len(opened(pdf).pages) == 2


def test_the_metadata_stands_unfiltered_so_that_any_program_can_read_it(pdf: bytes) -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_every_font_is_embedded_and_none_is_helvetica(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fonts = [each for each in file.objects if _is_font(each)]
        assert len(fonts) == 2 * 4
        for font in fonts:
            assert "Helvetica" not in str(font.BaseFont)
            inner = font.get("/DescendantFonts", [font])[0]
            assert "/FontFile2" in inner.FontDescriptor


def test_pages_are_tabbed_in_the_order_of_the_tags(pdf: bytes) -> None:
    assert [str(each["/Tabs"]) for each in opened(pdf).pages] == ["/S", "/S"]


class Unguarded:
    """Draws a document that the guard would refuse."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(document, "guard", lambda _: None)
        monkeypatch.setattr(document, "heading_findings", lambda _: [])

    def __call__(self, laid_out: LaidOut = LAID) -> list[str]:
        return failures(render_pdf(laid_out, METADATA, FONTS), page.ValidationProfile.PDF_UA_1)


@pytest.fixture
def unguarded(monkeypatch: pytest.MonkeyPatch) -> Unguarded:
    return Unguarded(monkeypatch)


@pytest.mark.parametrize(
    ("index", "changes", "complaint"),
    [
        (FIGURE, {"alt": None}, "/alt"),
        (SECOND_HEADING, {"tag": "H3"}, "heading"),
        (SECOND_HEADING, {"tag": "Headline"}, "standard"),
    ],
)
def test_a_validator_sees_what_the_guard_refuses(
    unguarded: Unguarded, index: int, changes: dict[str, Any], complaint: str
) -> None:
    assert unguarded() == []
    found = unguarded(with_element(index, **changes))
    assert [message for message in found if complaint in message.lower()], found


def test_a_validator_sees_a_mark_that_is_neither_tagged_nor_an_artifact(
    unguarded: Unguarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = PagePainter.draw

    def draw_twice(painter: PagePainter, mark: Mark) -> None:
        draw(painter, mark)
        if mark.element == FIGURE:
            painter._canvas.addLiteral("EMC 0 0 50 50 re f /Figure <</MCID 99>> BDC")

    monkeypatch.setattr(PagePainter, "draw", draw_twice)
    assert unguarded()


def test_a_validator_sees_a_file_of_another_kind_of_metadata(
    unguarded: Unguarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conformance, "xmp", lambda _: b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")
    assert unguarded()


def test_every_tag_that_the_guard_lets_pass_is_standard(unguarded: Unguarded) -> None:
    assert len(STANDARD_TAGS) > 30
    for tag in sorted(STANDARD_TAGS - {"Link"}):
        found = unguarded(with_element(SECOND_HEADING, tag=tag))
        assert [message for message in found if "standard" in message] == [], tag


def _is_font(each: Any) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
