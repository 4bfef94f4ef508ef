"""As many findings at once as can be known: syntax, values and sense; none that only follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen import checking, pipeline
from briefgen.load.yaml import parse_yaml_in_part
from briefgen.types.finding import LoadError

WHOLE = """\
id: sound
title: Peacekeeping has a price
article:
  title: An article
  authors: [{name: A. Writer}]
  date: 2019-05-15
  cut_off: 2019-05-15
  citation: Writer, A. (2019).
thesis:
  id: thesis
  priority: 1
  forms:
    headline: The price is paid late
    summary: Troops cost [#cost] a year.
rationales:
- id: costs
  priority: 2
  forms:
    headline: Troops cost money
    summary: It is [#none] that they cost 17 cows [@s1].
- id: rain
  priority: 3
  forms:
    headline: Rain costs more
    detail:
      - It rains on [@s2].
      - It rains on everybody.
facts:
  - id: cost
    value: 405
    scale: million
    measure: cost of troops
    unit: USD
    scope: all missions
    as_of: 2017
    locator: paragraph 2
sources:
  - {id: s1, status: unresolved, title: a report}
  - {id: s2, status: unresolved, title: another}
  - {id: s3, status: unresolved, title: nobody's}
"""


def findings(text: str, folder: Path) -> list[tuple[str, int | None]]:
    file = folder / "a.yaml"
    file.write_text(text, encoding="utf-8")
    found = checking.check_file(file)
    return [(each.code, each.line) for each in found]


def line(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def changed(*changes: tuple[str, str]) -> str:
    text = WHOLE
    for was, now in changes:
        assert was in text
        text = text.replace(was, now, 1)
    return text


def test_every_fault_of_syntax_is_reported_on_its_line_and_the_rest_is_read() -> None:
    text = changed(
        ("The price is paid late", "[#cost] tonnes"),
        ("Troops cost money", '"Troops cost money'),
        ("It rains on everybody.", "It rains: on: everybody."),
        ("unit: USD", "unit: @USD"),
        ("title: nobody's}", "title: nobody's"),
    )
    data, _, found, lost = parse_yaml_in_part(text, "a.yaml")
    parts = ("[#cost] tonnes", '"Troops', "It rains: on:", "@USD", "title: nobody's")
    assert [(each.code, each.line) for each in found] == [
        ("yaml-syntax", line(text, part)) for part in parts
    ]
    assert data["rationales"][0]["forms"]["summary"].startswith("It is")
    assert lost.paths == {
        ("thesis", "forms", "headline"),
        ("rationales", 0, "forms", "headline"),
        ("rationales", 1, "forms", "detail", 1, "It rains"),
        ("facts", 0, "unit"),
        ("sources", 2),
    }


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("[#cost] tonnes", "in quotes"),
        ("[@s1] says so", "in quotes"),
        ("[words](https://a.example) say", "in quotes"),
        ("@s1", "in quotes"),
        ("> a", "in quotes"),
        ("a: b", "in quotes"),
        ("'it's'", "in quotes"),
        ('"open', "close it"),
        ("[a, b", "close it"),
        ("{a", "close it"),
    ],
)
def test_a_fault_is_reported_where_it_is_with_what_fixes_it(headline: str, words: str) -> None:
    text = changed(("The price is paid late", headline))
    _, _, (finding,), lost = parse_yaml_in_part(text, "a.yaml")
    assert finding.line == line(text, headline)
    assert words in finding.hint
    assert lost.paths == {("thesis", "forms", "headline")}


@pytest.mark.parametrize(
    "text",
    ["a: 'one\n\nb: two'\nc: @x\n", "a: [1,\n2]\nc: @x\n", "a: |\n  b: @y\nc: @x\n"],
)
def test_what_goes_on_where_a_key_seems_to_begin_is_no_fault(text: str) -> None:
    _, _, found, _ = parse_yaml_in_part(text, "a.yaml")
    assert [each.line for each in found] == [line(text, "@x")]


def test_sense_is_reported_beside_syntax_and_values(tmp_path: Path) -> None:
    text = changed(
        ("Rain costs more", "[#cost] rains"), ("priority: 2", "priority: 9"), ("scale:", "skale:")
    )
    found = dict(findings(text, tmp_path))
    assert found["yaml-syntax"] == line(text, "[#cost] rains")
    assert found["out-of-range"] == line(text, "priority: 9")
    assert found["unknown-key"] == line(text, "skale")
    assert found["unknown-reference"] == line(text, "It is [#none]")
    assert found["unused-source"] == line(text, "{id: s3")


FAULTS = [
    ("priority: 1", "priority: x"),
    ("priority: 2", "prioriti: 2"),
    ("  priority: 3\n", ""),
    ("headline: Rain costs more", "headline: 5"),
    ("headline: Rain costs more", "headline: " + "word " * 13),
    ("as_of: 2017", "as_of: then"),
    ("date: 2019-05-15", "date: yesterday"),
    ("value: 405", "value: many"),
    ("status: unresolved, title: a report", "status: resolved, title: a report"),
    ("- id: rain", "- id: No id"),
    ("id: sound", "id: No id"),
    ("unit: USD", "unit: @"),
]


@pytest.mark.parametrize(("was", "now"), FAULTS)
def test_one_wrong_value_hides_nothing_elsewhere(was: str, now: str, tmp_path: Path) -> None:
    """All that is found in the whole file is found beside it, on the lines that it has there."""
    whole = findings(WHOLE, tmp_path)
    text = changed((was, now))
    shift = text.count("\n") - WHOLE.count("\n")
    found = findings(text, tmp_path)
    gone = line(WHOLE, was)
    counted = {"unused-source", *({"unresolved-sources"} if "status" in was else ())}
    kept = {(code, at or 0) for code, at in whole if at != gone and code not in counted}
    moved = {(code, at + shift if at > gone else at) for code, at in kept}
    assert ("unknown-reference", line(WHOLE, "It is [#none]")) in kept
    assert moved <= set(found)
    assert len(set(found) - moved) >= 1


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("facts:\n", "fakts:\n"),
        ("  - id: cost\n    value: 405", "  - value: 405"),
        ("  - id: cost\n    value: 405", "  - id: @\n    value: 405"),
        ("sources:\n", "sources: none\nnotes:\n"),
        ("- id: costs\n", "- id: costs: x\n"),
        ("summary: Troops cost [#cost] a year.\n", "summary: [Troops cost [#cost] a year.\n"),
        ("    summary: Troops cost [#cost] a year.\n", "    sumary: Troops cost [#cost] a year.\n"),
    ],
)
def test_nothing_is_reported_that_only_follows(was: str, now: str, tmp_path: Path) -> None:
    whole = changed(("[#none]", "so"), ("nobody's}", "nobody's}\n  #"), ("s3,", "s3,"))
    whole = whole.replace("  - {id: s3, status: unresolved, title: nobody's}\n  #\n", "")
    assert {code for code, _ in findings(whole, tmp_path)}.isdisjoint(FOLLOWING)
    assert was in whole
    reported = {code for code, _ in findings(whole.replace(was, now, 1), tmp_path)}
    assert reported
    assert reported.isdisjoint(FOLLOWING)


FOLLOWING = {"unused-fact", "unused-source", "unknown-reference"}


def test_building_is_reported_the_errors_of_what_could_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(changed(("priority: 2", "priority: 9")), encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        pipeline.load(file)
    assert caught.value.codes == ("out-of-range", "unknown-reference")
