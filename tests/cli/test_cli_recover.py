"""`briefgen recover`: edits made in Word find their way home."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from samples.stand_in import MALI
from samples.word import W, of_point, packed, parts, text

import briefgen
from briefgen.cli import main

BODY = "word/document.xml"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("written") / "mali.docx"
    briefgen.build(briefgen.load(MALI), length="full").save(file)
    return file


@pytest.fixture
def edited(written: Path, tmp_path: Path) -> Path:
    """The brief after somebody has added words to one point and deleted another."""
    held = parts(written.read_bytes())
    body = etree.fromstring(held[BODY])
    *_, last = of_point(body, "significance-combat", "detail")[-1].iter(W + "t")
    last.text = f"{last.text} They said so."
    for paragraph in of_point(body, "why-protection", "detail"):
        above = paragraph.getparent()
        assert above is not None
        above.remove(paragraph)
    held[BODY] = etree.tostring(body)
    file = tmp_path / "edited.docx"
    file.write_bytes(packed(held))
    return file


def _said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["recover", *arguments]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out.splitlines()


def test_what_nobody_touched_is_untouched(
    written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    *points, summary, rest = _said(capsys, str(written))
    assert len(points) >= 10
    assert {line.split()[0] for line in points} == {"untouched"}
    count = f"{len(points)} points, {len(points)} untouched"
    assert summary == f"{written}: china-mali, {count}; body outside points: as written"
    assert rest.startswith("not compared: header and footer, notes, charts and pictures, ")


def test_what_is_changed_outside_points_is_reported_with_its_text(
    written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = parts(written.read_bytes())
    body = etree.fromstring(held[BODY])
    figure = next(one for one in body.iter(W + "t") if one.text == "2,513")
    figure.text = "9,999"
    heading = next(one for one in body.iter(W + "p") if text(one) == "Why it matters")
    heading.getparent().remove(heading)  # type: ignore[union-attr]
    held[BODY] = etree.tostring(body)
    file = tmp_path / "edited.docx"
    file.write_bytes(packed(held))
    head, words, summary, _ = _said(capsys, str(file), "--argument", str(MALI), "--changed")
    assert (head, words) == ("also changed or new, outside points:", "    9,999")
    end = "untouched; body outside points: 1 paragraph changed or new, 2 of those written gone"
    assert summary.endswith(end)
    reported = json.loads("".join(_said(capsys, str(file), "--format", "json")))
    assert reported["outside"] == {"paragraphs": ["9,999"], "gone": 2}
    assert "notes" in reported["not_compared"]


def test_of_a_file_that_does_not_report_what_was_written_only_points_are_claimed(
    written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = parts(written.read_bytes())
    (name,) = (one for one in held if one.startswith("customXml/item") and b":outside" in held[one])
    root = etree.fromstring(held[name])
    root.remove(next(one for one in root if str(one.tag).endswith("}outside")))
    held[name] = etree.tostring(root)
    file = tmp_path / "older.docx"
    file.write_bytes(packed(held))
    *_, summary, _ = _said(capsys, str(file))
    end = "looked at points only: title, headings, figures and tables are not known"
    assert summary.endswith(end)
    reported = json.loads("".join(_said(capsys, str(file), "--format", "json")))
    assert reported["outside"] is None


def test_each_edit_is_reported_with_its_text_and_its_place_in_the_argument(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, *words, second, summary, _ = _said(
        capsys, str(edited), "--argument", str(MALI), "--changed"
    )
    lines = MALI.read_text(encoding="utf-8").splitlines()
    for said, point, path in (
        (first, "significance-combat", "significance[1]"),
        (second, "why-protection", "rationales[1]"),
    ):
        line = next(n for n, one in enumerate(lines, 1) if one.strip() == f"- id: {point}")
        assert said.endswith(f"{point}, detail  {MALI}:{line}: {path}")
    assert [first.split()[0], second.split()[0]] == ["edited", "gone"]
    assert words[-1].endswith(" They said so.")
    assert summary.endswith(" untouched, 1 edited, 1 gone; body outside points: as written")


def test_the_text_of_all_points_is_shown_where_it_is_wanted(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few, all_of_it = _said(capsys, str(edited)), _said(capsys, str(edited), "-v")
    assert set(few) < set(all_of_it)
    assert len([line for line in all_of_it if line.startswith("    ")]) >= 10


def test_programs_read_it_as_json(edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reported = json.loads("".join(_said(capsys, str(edited), "--format", "json")))
    assert reported["argument"]["id"] == "china-mali"
    (gone,) = (point for point in reported["points"] if point["state"] == "gone")
    assert (gone["point"], gone["form"], gone["paragraphs"]) == ("why-protection", "detail", [])
    from_python = briefgen.recover(edited)
    assert [point["point"] for point in reported["points"]] == [p.point for p in from_python.points]


def test_an_argument_that_has_changed_since_is_warned_of(
    edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = tmp_path / "newer.yaml"
    newer.write_text(MALI.read_text(encoding="utf-8").replace("\ntitle: ", "\ntitle: On "))
    assert main(["recover", str(edited), "--argument", str(newer)]) == 0
    assert capsys.readouterr().err.startswith(f"{newer}: warning: reads otherwise now")
    assert not briefgen.recover(edited, briefgen.load(MALI)).argument_changed


@pytest.mark.parametrize(
    ("argument", "code"),
    [("accessible-documents.yaml", "word-other-argument"), (None, "word-not-zip")],
)
def test_what_is_no_brief_of_it_is_refused(
    edited: Path, argument: str | None, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = edited if argument else MALI
    other = briefgen.load(MALI.parent / argument) if argument else None
    with pytest.raises(briefgen.BriefgenError) as caught:
        briefgen.recover(file, other)
    (finding,) = caught.value.findings
    assert (finding.code, finding.file) == (code, str(file))
    assert main(["recover", str(MALI)]) == 1
    assert capsys.readouterr().err.startswith(f"{MALI}: is not a Word document\n  hint: ")


def test_note_numbers_are_not_shown_as_text(tmp_path: Path) -> None:
    written = tmp_path / "numbered.docx"
    numbered = briefgen.load(MALI.with_name("accessible-documents.yaml"))
    briefgen.build(numbered, length="full").save(written)
    shown = [p for one in briefgen.recover(written).points for p in one.paragraphs]
    body = etree.fromstring(parts(written.read_bytes())[BODY])
    held = {text(p) for p in body.iter(W + "p")}
    assert any(paragraph not in held for paragraph in shown), "some paragraph cites a source"


# Lists and tables

BLOCKS = Path(__file__).parents[1] / "arguments" / "blocks.yaml"


@pytest.fixture
def blocks_edited(tmp_path: Path) -> Path:
    """A brief with lists and a table after somebody has changed items, a cell and a speaker."""
    file = tmp_path / "blocks.docx"
    briefgen.build(briefgen.load(BLOCKS), length="full").save(file)
    held = parts(file.read_bytes())
    body = etree.fromstring(held[BODY])
    new = {"for blasting,": "for polishing,", "Shower gel": "Soap", "Mary": "Maria", "year": "date"}
    for words in body.iter(W + "t"):
        for before, after in new.items():
            if words.text and before in words.text and "brief" not in words.text:
                words.text = words.text.replace(before, after)
    gone = next(one for one in body.iter(W + "p") if text(one).startswith("microbeads in cosm"))
    gone.getparent().remove(gone)  # type: ignore[union-attr]
    held[BODY] = etree.tostring(body)
    file.write_bytes(packed(held))
    return file


def test_an_edited_item_cell_or_speaker_is_found_on_its_line(
    blocks_edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _said(capsys, str(blocks_edited), "--argument", str(BLOCKS), "--changed")
    lines = BLOCKS.read_text(encoding="utf-8").splitlines()

    def line(words: str) -> int:
        return next(n for n, one in enumerate(lines, 1) if words in one)

    detail = f"{BLOCKS}:{{}}: rationales[0].forms.detail[0]: {{}}"
    assert [one.strip() for one in said if one.startswith("    ")] == [
        detail.format(line("- microbeads in cosm"), "(deleted)"),
        detail.format(line("for blasting,"), "for polishing,"),
        detail.format(line("Mary Example"), "— Maria Example, chair of the committee"),
        detail.format(line("| Shower gel"), "Soap"),
        f"{BLOCKS}:{line('name no year')}: rationales[1].forms.more[2]: others name no date.",
    ]


def test_what_the_argument_no_longer_has_so_cannot_be_told(
    blocks_edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = tmp_path / "newer.yaml"
    held = BLOCKS.read_text(encoding="utf-8")
    newer.write_text(
        held.replace("        > It is time", "        A sentence.\n\n        > It is time")
    )
    assert main(["recover", str(blocks_edited), "--argument", str(newer), "--changed"]) == 0
    said = [one.strip() for one in capsys.readouterr().out.splitlines()]
    assert "paragraph 5 of 19, whose place in the argument is not known: for polishing," in said


def test_without_an_argument_edits_are_known_by_their_number(
    blocks_edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = [one.strip() for one in _said(capsys, str(blocks_edited), "--changed")]
    assert "paragraph 5 of 19: for polishing," in said
