"""What newcomers mistype in Markdown: each a finding at its place, and the rest is still read."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen import load
from briefgen.checking import check_file
from briefgen.load.argument import read_argument_in_part
from briefgen.types.finding import Finding

SOUND = """---
title: Buses help
article: {title: Buses, authors: [Ada Example], date: 2024-03-01}
---
Buses help people, Ada Example argues.

# Risks

## A headline stands here {at="paragraph 2"}
The town has [3 lines]{#lines of="lines of the town"}[@count].

# Timeline
- 2021-09: The first line runs

# Sources
- [count](https://www.example.org/count) {#count}
"""

SLIPS = [
    ("[3 lines]{", "[3 lines] {", "attributes-loose", 10, "directly behind"),
    ("[3 lines]{", "3 lines{", "attributes-loose", 10, "directly behind"),
    ("[3 lines]{", "[3 lines{", "attributes-loose", 10, "before it: [3 lines]{...}"),
    ("runs", "runs\n2021-10: It stops", "entry-indented", 14, "margin"),
    (' of="lines of the town"', "", "missing", 10, 'add of="..."'),
    ('{#lines', '{series="2021 3" #lines', "not-a-date", 10, 'series="2017: 3, 2018: 4.5"'),
    ('of="lines of the town"', "of='lines of the town'", "attributes-syntax", 10, "double"),
    ("## A headline", "##A headline", "text-without-point", 9, "space behind ##"),
    ("# Timeline", "##Another point\n\n# Timeline", "heading-space", 12, "space behind ##"),
    ("# Timeline", "| a | b |\n| 1 | 2 |\n\n# Timeline", "table-headless", 12, "|---|---|"),
    ("- 2021", "| date | text |\n| 2021", "text-without-entry", 13, "|---|---|"),
    ("runs", "runs\n    - 2022: A second", "entry-indented", 14, "margin"),
    ("runs", "runs\n -2022: A second", "entry-indented", 14, "margin"),
    ("# Sources", "# Facts\n\n|figure|of|\n|--|--|\n||cars|\n\n# Sources", "row-without-figure", 19,
     "fill in"),
    ("---\ntitle", "title", "front-matter-unmarked", 1, "line of ---"),
    ("---\nBuses", "Buses", "front-matter-open", 1, "line of ---"),
    (SOUND[: SOUND.index("Buses help people")], "", "front-matter-missing", 1, "begin with ---"),
    ("## A headline", "### A headline", "text-without-point", 9, "point with ##"),
    ("- 2021-09: ", "- 2021-09 ", "entry-without-colon", 13, "2021-09: The first line runs"),
    ("- 2021-09: ", "- 1. September 2021: ", "text-without-entry", 13, "mean 2021-09-01?"),
    ("- 2021-09: ", "- 1. März 2021: ", "text-without-entry", 13, "mean 2021-03-01?"),
    ("- 2021-09: ", "- **2021-09** ", "entry-without-colon", 13, "- 2021-09: The first line"),
    ("# Sources", "# Terms\n- EU: European Union\n\n## Sources", "text-without-entry", 18,
     "a part has one #: # Sources"),
    ('{at="paragraph 2"}', "{.uncertain}", "unknown-attribute", 9,
     '.possible, .inferred, .exclude; or write uncertainty="..."'),
    ("# Risks", "# Findings", "unknown-part", 7, "parts are timeline, facts"),
    ("# Risks", "# What may go wrong {#risks}", "unknown-part", 7, "did you mean {.risks}?"),
    ("## A headline", "# A headline", "unknown-part", 9, "a point has ##"),
    ('{at="paragraph 2"}', '(at="paragraph 2")', "attributes-loose", 9, '{at="paragraph 2"}'),
]  # fmt: skip


def findings(folder: Path, text: str) -> list[Finding]:
    file = folder / "buses.md"
    file.write_text(text, encoding="utf-8")
    return [*read_argument_in_part(file)[1]]


def test_attributes_at_the_end_of_a_text_are_those_of_its_point(tmp_path: Path) -> None:
    end = ' {at="paragraph 4" .possible}'
    text = SOUND.replace(' {at="paragraph 2"}', "").replace("[@count].", f"[@count].{end}")
    text = text.replace("argues.", 'argues.\n{at="paragraph 1"}')
    file = tmp_path / "buses.md"
    file.write_text(text, encoding="utf-8")
    held = read_argument_in_part(file)[0]
    assert held is not None
    assert held.thesis.locator == "paragraph 1"
    (risk,) = held.risks
    assert (risk.locator, risk.modality) == ("paragraph 4", "possible")
    assert risk.forms.summary == "The town has [#lines] lines[@count]."


def test_attributes_given_at_the_heading_and_at_the_end_are_given_twice(tmp_path: Path) -> None:
    text = SOUND.replace("[@count].", '[@count]. {at="paragraph 4"}')
    (finding,) = findings(tmp_path, text)
    assert (finding.code, finding.line, finding.column) == ("attribute-twice", 10, 69)


def test_the_argument_without_slips_is_sound(tmp_path: Path) -> None:
    assert findings(tmp_path, SOUND) == []


@pytest.mark.parametrize(("old", "new", "code", "line", "hint"), SLIPS)
def test_a_slip_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, code: str, line: int, hint: str
) -> None:
    assert old in SOUND
    first, *more = findings(tmp_path, SOUND.replace(old, new, 1))
    assert (first.code, first.line) == (code, line)
    assert hint in first.hint
    assert not [one for one in more if one.code not in (code, "missing")]
    assert all(one.column for one in (first, *more) if one.line)


def test_a_task_alone_is_no_sentence(tmp_path: Path) -> None:
    file = tmp_path / "buses.md"
    text = SOUND.replace("The town has", "- [ ] The town has")
    file.write_text(text, encoding="utf-8")
    found = [(one.code, one.line, one.column) for one in check_file(file)]
    assert ("unsupported-markup", 10, 3) in found


def test_below_a_part_that_is_misspelt_everything_is_still_read(tmp_path: Path) -> None:
    text = (
        SOUND.replace("# Risks", "# Riks").replace(" of=", " off=").replace("2021-09", "Sept 2021")
    )
    found = findings(tmp_path, text)
    assert [(one.code, one.line) for one in found] == [
        ("unknown-part", 7),
        ("unknown-attribute", 10),
        ("not-a-date", 13),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("September 2021", "2021-09"),
        ("1 March 2024", "2024-03-01"),
        ("March 1, 2024", "2024-03-01"),
        ("Sept. 2021", "2021-09"),
        ("09/2021", "2021-09"),
        ("2021-9", "2021-09"),
        ("15.03.2024", "2024-03-15"),
        ("01.03.2024", ""),
        ("Smarch 2024", ""),
    ],
)
def test_a_date_in_another_form_is_named_as_it_is_written_here(
    tmp_path: Path, written: str, meant: str
) -> None:
    (found,) = findings(tmp_path, SOUND.replace("2021-09", written))
    assert found.hint.startswith(f"did you mean {meant}? write" if meant else "write 2019-05-15")


def test_empty_lines_above_the_front_matter_move_nothing(tmp_path: Path) -> None:
    assert findings(tmp_path, f"\n\n{SOUND}") == []
    (found,) = findings(tmp_path, f"\n\n{SOUND}".replace("## A headline", "### A headline"))
    assert found.line == 11


def test_a_source_may_end_in_its_address_and_a_term_have_a_dash(tmp_path: Path) -> None:
    text = SOUND.replace("- [count](https://www.example.org/count) {", "- count, https://x.org/c {")
    file = tmp_path / "buses.md"
    file.write_text(f"{text}\n# Terms\n- EU \u2013 European Union\n", encoding="utf-8")
    argument = load(file)
    assert [(one.title, one.address) for one in argument.sources] == [("count", "https://x.org/c")]
    assert [(term.short, term.long) for term in argument.glossary] == [("EU", "European Union")]


def test_small_slips_are_read_as_they_are_meant(tmp_path: Path) -> None:
    text = SOUND.replace("[count](https", "[count] (https").replace("# Risks", "# So {.Risks}")
    file = tmp_path / "buses.md"
    file.write_text(text, encoding="utf-8")
    argument = load(file)
    assert (argument.sources[0].title, argument.headings.risks) == ("count", "So")


def test_what_is_wrong_in_a_paragraph_has_its_line_and_column(tmp_path: Path) -> None:
    rows = "\n\n- one\n- [ ] two\n- three of them\n\nIt has 4 of *these."
    file = tmp_path / "buses.md"
    file.write_text(SOUND.replace("[@count].", f"[@count].{rows}"), encoding="utf-8")
    found = {(each.code, each.line, each.column) for each in check_file(file)}
    assert {
        ("unsupported-markup", 13, 1),
        ("unsupported-markup", 16, 13),
        ("unbacked-number", 14, 3),
        ("unbacked-number", 16, 8),
    } <= found


RENT = (
    SOUND.replace("[3 lines]{#lines of", "[$674]{#rent of")
    .replace("2024-03-01}", "2024-03-01, source: article.txt}")
    .replace("article: {", "issuer: Transport Desk\narticle: {")
)


def test_what_a_bare_dollar_means_is_said_once_and_agrees_with_the_article(tmp_path: Path) -> None:
    (unclear,) = findings(tmp_path, RENT)
    assert unclear.code == "quantity-ambiguous"
    assert "article: {currency: USD}" in unclear.hint
    (wrong,) = findings(tmp_path, RENT.replace("source", "currency: €, source"))[:1]
    assert (wrong.code, "AUD or EUR" in wrong.hint) == ("not-a-currency", True)
    file = tmp_path / "rent.md"
    file.write_text(RENT.replace("source", "currency: NZD, source"), encoding="utf-8")
    article = "Buses\n\nAda Example, 1 March 2024\n\nBuses run.\n\nThe town has $674 for lines."
    (tmp_path / "article.txt").write_text(article, encoding="utf-8")
    argument = load(file)
    assert [fact.unit for fact in argument.facts] == ["NZD"]
    assert argument.issuer.organisation == "Transport Desk"
    assert "figure-unit" not in {one.code for one in check_file(file)}
