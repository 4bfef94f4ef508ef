"""A Word brief that LibreOffice has opened and saved again still is the brief."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader
from samples.read_aloud import letters, word_text
from samples.word import W, lines, packed, parts, style, text, tree

import briefgen
from briefgen import OutsideText

ROOT = Path(__file__).resolve().parent.parent
MALI = ROOT / "data" / "china-mali.yaml"
CHARTED = ROOT / "tests" / "arguments" / "series.yaml"
BLOCKS = ROOT / "tests" / "arguments" / "blocks.yaml"
KINDS = (
    (MALI, "one-page", "decision-maker"),
    (MALI, "two-page", "journalist"),
    (MALI, "four-page", "parliamentarian"),
    (MALI, "full", "analyst"),
    (MALI, "full", "public"),
    (CHARTED, "four-page", "analyst"),
    (BLOCKS, "four-page", "analyst"),
    (BLOCKS, "two-page", "public"),
)
NOTED, DRAWN = "china-mali_full_analyst", "series_four-page_analyst"


@dataclass(frozen=True)
class Saved:
    brief: briefgen.Brief
    before: bytes
    after: bytes
    pages: int


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Saved]:
    """Each brief as it was written, and as LibreOffice saved it: then what it makes of that."""
    folder = tmp_path_factory.mktemp("saved")
    again = folder / "again"
    briefs = {}
    for file, length, audience in KINDS:
        brief = briefgen.build(briefgen.load(file), length=length, audience=audience)
        name = f"{brief.argument_id}_{length}_{audience}"
        (folder / f"{name}.docx").write_bytes(brief.to_bytes("docx"))
        briefs[name] = brief
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    for target, source in (("docx", folder), ("pdf", again)):
        subprocess.run(
            [*command, "--convert-to", target, "--outdir", again, *source.glob("*.docx")],
            check=True,
            capture_output=True,
            timeout=180,
        )
    return {
        name: Saved(
            brief,
            (folder / f"{name}.docx").read_bytes(),
            (again / f"{name}.docx").read_bytes(),
            len(PdfReader(again / f"{name}.pdf").pages),
        )
        for name, brief in briefs.items()
    }


def test_it_was_saved_anew(saved: dict[str, Saved]) -> None:
    assert len(saved) == len(KINDS)
    for one in saved.values():
        assert b"LibreOffice" in parts(one.after)["docProps/app.xml"]


def test_the_text_is_still_there(saved: dict[str, Saved]) -> None:
    """But for what charts show in words, which LibreOffice drops."""
    for name, one in saved.items():
        if name != DRAWN:
            assert letters(word_text(one.after)) == letters(word_text(one.before)), name
            continue
        reported, kept = (
            "".join(map(text, tree(data).iter(W + "p"))) for data in (one.before, one.after)
        )
        assert letters(kept) == letters(reported)


def test_the_pages_are_still_those_that_were_promised(saved: dict[str, Saved]) -> None:
    """LibreOffice drops `noColumnBalance` on saving: two pages in columns may then be three."""
    promised = {name: len(one.brief._with_footnotes[1].pages) for name, one in saved.items()}
    kept = {name: one.pages for name, one in saved.items()}
    in_columns = {name for name in kept if "two-page" in name}
    assert {name: kept[name] for name in kept.keys() - in_columns} == {
        name: promised[name] for name in kept.keys() - in_columns
    }
    assert all(promised[name] <= kept[name] <= promised[name] + 1 for name in in_columns)


def test_headings_lists_and_tables_are_still_such(saved: dict[str, Saved]) -> None:
    def of_styles(data: bytes) -> list[str]:
        reported = [line.replace("Caption1", "Caption") for line in lines(data)]
        return [line for line in reported if re.match(r"(Title|Heading\d|Caption) \|", line)]

    for name, one in saved.items():
        assert of_styles(one.after) == of_styles(one.before) != [], name
        for tag in ("tbl", "tblHeader"):
            count = [len([*tree(data).iter(W + tag)]) for data in (one.before, one.after)]
            assert count[0] == count[1], (name, tag)


def test_every_point_is_known_and_untouched(saved: dict[str, Saved], tmp_path: Path) -> None:
    for name, one in saved.items():
        before, after = tmp_path / "before.docx", tmp_path / "after.docx"
        before.write_bytes(one.before)
        after.write_bytes(one.after)
        reported, kept = briefgen.recover(before), briefgen.recover(after)
        assert kept.argument == reported.argument
        assert len(reported.points) >= 5
        assert [(p.point, p.form, p.occurrence, p.state) for p in kept.points] == [
            (p.point, p.form, p.occurrence, "untouched") for p in reported.points
        ], name
        assert reported.outside == kept.outside == OutsideText((), 0), name


def _paragraph(body: etree._Element, words: str) -> etree._Element:
    """Return the paragraph that begins as words do, whatever notes it cites."""

    def start(reported: str) -> str:
        return "".join(filter(str.isalpha, reported))[:40]

    return next(p for p in body.iter(W + "p") if start(text(p)) == start(words))


def test_an_edit_after_it_is_seen_where_it_was_made(
    saved: dict[str, Saved], tmp_path: Path
) -> None:
    for name, one in saved.items():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(one.after)
        edited, gone = list(briefgen.recover(file).points)[2:4]
        held = parts(one.after)
        body = etree.fromstring(held["word/document.xml"])
        added = etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:t> More.</w:t></w:r>')
        _paragraph(body, edited.paragraphs[0]).append(added)
        for words in gone.paragraphs:
            paragraph = _paragraph(body, words)
            paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
        held["word/document.xml"] = etree.tostring(body)
        file.write_bytes(packed(held))
        after = briefgen.recover(file)
        assert after.in_state("edited") == (edited.point,), name
        assert after.in_state("gone") == (gone.point,), name
        assert after.outside == OutsideText((), 0), name


def test_what_is_changed_after_it_outside_points_is_reported(
    saved: dict[str, Saved], tmp_path: Path
) -> None:
    for name, one in saved.items():
        held = parts(one.after)
        body = etree.fromstring(held["word/document.xml"])
        title = next(p for p in body.iter(W + "p") if style(p) == "Title" and text(p))
        *_, last = title.iter(W + "t")
        last.text = f"{last.text} today"
        heading = next(p for p in body.iter(W + "p") if style(p) == "Heading1" and text(p))
        heading.getparent().remove(heading)  # type: ignore[union-attr]
        held["word/document.xml"] = etree.tostring(body)
        file = tmp_path / f"{name}.docx"
        file.write_bytes(packed(held))
        found = briefgen.recover(file).outside
        assert found == OutsideText((text(title),), 2), name


def test_footnotes_are_still_footnotes(saved: dict[str, Saved]) -> None:
    def notes(data: bytes) -> list[str]:
        return [line.partition("\t")[2] for line in lines(data, "word/footnotes.xml")]

    one = saved[NOTED]
    kept = [note for note in notes(one.after) if note]
    assert kept == [note for note in notes(one.before) if note]
    assert len(kept) == 2


def test_charts_are_still_charts_with_their_values(saved: dict[str, Saved]) -> None:
    def values(data: bytes) -> list[list[str]]:
        held = parts(data)
        charts = sorted(name for name in held if re.fullmatch(r"word/charts/chart\d+\.xml", name))
        return [re.findall(r"<c:v>([\d.]+)</c:v>", held[name].decode()) for name in charts]

    one = saved[DRAWN]
    before, after = values(one.before), values(one.after)
    assert len(before) == len(after) >= 1
    for drawn, kept in zip(before, after, strict=True):
        assert len(drawn) >= 3
        assert {*map(float, drawn)} <= {*map(float, kept)}


def test_title_and_language_are_still_reported(saved: dict[str, Saved]) -> None:
    for one in saved.values():
        title = one.brief._made.fitted.content.metadata.title
        assert f"<dc:title>{title}</dc:title>" in parts(one.after)["docProps/core.xml"].decode()
        languages = {
            found.get(W + "val") for found in tree(one.after, "word/styles.xml").iter(W + "lang")
        }
        assert one.brief._made.fitted.content.metadata.language in languages
