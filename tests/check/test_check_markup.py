"""Markup that is not printed as such is an error in every field of prose, with its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from samples.sound import argument, remarks
from samples.stand_in import ROOT

from briefgen.check.checking import check
from briefgen.load.argument import read_argument
from briefgen.types.source_map import path_text

FORMS = "rationales__0__forms"


@pytest.mark.parametrize(
    ("changes", "path", "words"),
    [
        ({f"{FORMS}__headline": "# A plan"}, "rationales[0].forms.headline", "a heading"),
        ({f"{FORMS}__summary": "Two:\n- a\n- b"}, "rationales[0].forms.summary", "a list"),
        ({f"{FORMS}__detail": ["A.", "B ~~c~~."]}, "rationales[0].forms.detail[1]", "~~c~~"),
        (
            {"rationales__0__wording": {"public": {"summary": "A `b`."}}},
            "rationales[0].wording.public.summary",
            "code",
        ),
        ({"rationales__0__uncertainty": "A $x^2$."}, "rationales[0].uncertainty", "a formula"),
        ({"timeline__0__text": "It ==begins=="}, "timeline[0].text", "a highlight"),
        ({"timeline__0__detail": "It[^1]"}, "timeline[0].detail", "a footnote"),
        ({"glossary__0__note": "A.\n\nB."}, "glossary[0].note", "a second paragraph"),
        ({"facts__0__label": "cost of `x`"}, "facts[0].label", "code"),
        ({"notes__0__text": "A  \nB."}, "notes[0].text", "a line break"),
    ],
)
def test_every_field_of_prose_is_read(changes: dict[str, Any], path: str, words: str) -> None:
    [finding] = remarks("unsupported-markup", **changes)
    assert path_text(finding.path) == path
    assert words in finding.message
    assert finding.severity == "error"
    assert finding.hint


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A town **grows.", "bold words that never end, which is not printed as such: **grows."),
        ("It grows :smile: now.", "the name of an emoji, which is not printed as such: :smile:"),
    ],
)
def test_what_is_left_open_or_stands_for_a_picture_is_remarked(text: str, shown: str) -> None:
    [finding] = remarks("unsupported-markup", **{f"{FORMS}__summary": text})
    assert finding.message == f"holds {shown}"


@pytest.mark.parametrize(
    "text", ["Values: 3.1*, 2.0** (** p<0.01).", "At 10:30:45 a ratio 1:2:3.", r"A \**b and **c**."]
)
def test_stars_and_colons_that_mean_themselves_are_none(text: str) -> None:
    assert not remarks("unsupported-markup", **{f"{FORMS}__summary": text})


def test_each_kind_is_reported_once_in_a_field() -> None:
    found = remarks("unsupported-markup", **{f"{FORMS}__summary": "A <b>c</b> `d` `e` <i>f</i>."})
    assert [finding.message.partition(":")[0] for finding in found] == [
        "holds HTML, which is not printed as such",
        "holds code, which is not printed as such",
    ]


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("|\n        One line.\n        Two <b>lines</b>.", 2),
        ("|\n\n        One <b>line</b>.", 2),
        (">-\n        One line.\n        Two <b>lines</b>.", 0),
        ("Two <b>lines</b>.", 0),
    ],
)
def test_the_line_is_that_of_the_markup_where_the_file_keeps_lines(
    tmp_path: Path, written: str, line: int
) -> None:
    text = (ROOT / "templates" / "skeleton.yaml").read_text(encoding="utf-8")
    before, _, after = text.partition("Name the decision, the event or the date that")
    rest = after.partition("\n")[2]
    path = tmp_path / "own.yaml"
    path.write_text(f"{before}{written}\n{rest}", encoding="utf-8")
    found = [each for each in check(read_argument(path)) if each.code == "unsupported-markup"]
    assert [each.line for each in found] == [before.count("\n") + 1 + line]


def test_other_findings_stay() -> None:
    found = {each.code for each in check(argument(**{f"{FORMS}__summary": "`Recently` [@s9]."}))}
    assert {"unsupported-markup", "unknown-reference", "relative-date"} <= found


def test_the_words_that_rules_count_are_those_that_are_printed() -> None:
    [finding] = remarks("unbacked-number", **{f"{FORMS}__summary": "About 50*60 or m^2^ [#cost]."})
    assert "56" not in finding.message
    assert "5060" not in finding.message
    assert "50" in finding.message
