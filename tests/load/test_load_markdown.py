"""An argument in Markdown: what it holds, and what is wrong with one."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.clock import LINEAR, power

from briefgen.check.checking import check
from briefgen.conversion import argument_text
from briefgen.load.argument import argument_in_text, read_argument, read_argument_in_part
from briefgen.load.markdown import parse_markdown_in_part
from briefgen.markup.document import document, parser_of_documents
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, LoadError
from briefgen.types.point import Form

FRONT = """---
title: Ban microbeads
article: {title: Microplastics, authors: [{organisation: The committee}], date: 2016-08-24}
---
"""
THESIS = "The committee asks for a ban.\n\n"
FACT = 'of="beads a year" scope=UK as_of=2016 at="paragraph 2"'


def read(tmp_path: Path, body: str, front: str = FRONT) -> Argument:
    file = tmp_path / "beads.md"
    file.write_text(front + body, encoding="utf-8")
    return read_argument(file)


def faults(tmp_path: Path, body: str, front: str = FRONT) -> list[tuple[str, int | None]]:
    return [(one.code, one.line) for one in findings(tmp_path, body, front)]


def findings(tmp_path: Path, body: str, front: str = FRONT) -> list[Finding]:
    file = tmp_path / "beads.md"
    file.write_text(front + body, encoding="utf-8")
    _, found, _ = read_argument_in_part(file)
    assert all(one.hint for one in found)
    assert all(one.file == str(file) for one in found)
    return found


def test_text_before_the_first_heading_is_the_thesis(tmp_path: Path) -> None:
    argument = read(tmp_path, THESIS)
    assert argument.thesis.forms.headline == "Ban microbeads"
    assert argument.thesis.forms.summary == "The committee asks for a ban."
    assert argument.id == "ban-microbeads"
    assert argument.article.cut_off == "2016-08-24"


def test_a_heading_can_name_the_thesis_and_one_without_part_the_title(tmp_path: Path) -> None:
    front = FRONT.replace("title: Ban microbeads\n", "")
    argument = read(tmp_path, "# Ban them\n\n# Beads go {.thesis at=summary}\n\nThey do.\n", front)
    assert argument.title == "Ban them"
    assert argument.thesis.forms.headline == "Beads go"
    assert argument.thesis.locator == "summary"


POINTS = """# Why now {.significance}

## Time is short {#time priority=4 at="p. 3" modality=possible}
The first paragraph
is the summary.

Another adds to it.

- so does a list
- of two
  items

::: public
### Hurry
Plain words.
:::

## Money is shorter
{by=editor
 uncertainty="Nobody knows."}

::: detail
All of it.
:::

# Risks {at="p. 9"}

## It may fail
### detail
In full.

### public: It may not work
In short.
"""


def test_points_have_forms_wordings_and_attributes(tmp_path: Path) -> None:
    argument = read(tmp_path, THESIS + POINTS)
    first, second = argument.significance
    assert argument.headings.significance == "Why now"
    assert (first.id, first.priority, first.locator, first.modality) == (
        "time",
        4,
        "p. 3",
        "possible",
    )
    assert first.forms.summary == "The first paragraph is the summary."
    assert first.forms.more == ("Another adds to it.", "- so does a list\n- of two items")
    assert first.wording["public"].headline == "Hurry"
    assert first.wording["public"].summary == "Plain words."
    assert (second.id, second.priority) == ("money-is-shorter", 2)
    assert (second.attribution.by, second.uncertainty) == ("editor", "Nobody knows.")
    assert second.forms.texts(Form.DETAIL) == ("All of it.",)
    (risk,) = argument.risks
    assert argument.headings.risks is None
    assert risk.locator == "p. 9"
    assert risk.forms.detail == ("In full.",)
    assert risk.wording["public"].headline == "It may not work"


def test_a_figure_is_read_where_it_is_marked(tmp_path: Path) -> None:
    body = f"Beads weigh [about 680 tonnes]{{#beads {FACT} key=1}}[@s].\n\n# Sources\n- A {{#s}}\n"
    argument = read(tmp_path, body)
    (fact,) = argument.facts
    assert argument.thesis.forms.summary == "Beads weigh [#beads] tonnes[@s]."
    assert (fact.qualifier, str(fact.value), fact.unit, fact.priority) == (
        "about",
        "680",
        "tonnes",
        1,
    )
    assert fact.sources == ("s",)
    assert argument.thesis.evidence == ("#beads", "@s")


def test_the_label_of_a_key_figure_says_what_is_measured_where_nothing_else_does(
    tmp_path: Path,
) -> None:
    body = (
        "So.\n\n# Findings {.rationales}\n\n"
        '## Rivers carry [4 tonnes]{#a label="Beads in rivers"}\n'
        'And [5 tonnes]{#b label="Beads at sea" of=microbeads}.\n'
    )
    argument = read(tmp_path, body)
    assert [fact.measure for fact in argument.facts] == ["Beads in rivers", "microbeads"]


@pytest.mark.parametrize(
    ("words", "value", "prose"),
    [
        ("12 to 18 months", "12 to 18", "[#x] months"),
        ("1 in 5", "1 in 5", "[#x]"),
        ("US$405 million", "405", "[#x]"),
        ("4.0 % (95% CI 2.1 to 5.3)", "4.0", "[#x]"),
    ],
)
def test_a_figure_may_be_a_range_a_share_or_money(
    tmp_path: Path, words: str, value: str, prose: str
) -> None:
    unit = " unit=people" if "in" in words.split() else ""
    argument = read(tmp_path, f"It is [{words}]{{#x {FACT}{unit}}}.\n")
    (fact,) = argument.facts
    assert str(fact.value) == value
    assert argument.thesis.forms.summary == f"It is {prose}."
    interval = "2.1–5.3" if "CI" in words else "None"
    assert str(fact.interval) == interval
    assert argument_in_text(argument_text(argument, ".md"), ".md") == argument


SECTIONS = """# Timeline
- 2014: Unilever stops {by=s at="p. 1"}
- 2018, planned: A ban begins

  It begins in July.

# Facts
- 4.0 % {#share of="share of rivers" scope=UK as_of=2016 at="p. 2"}

| id | figure | of | scope | as_of | at |
|---|---|---|---|---|---|
| cost | US$405 million | yearly cost | UK | 2016 | p. 4 |

# Sources
- [A report](https://example.org/a_(b)) {#s short=A}
- [lost words]() {#lost at="p. 5"}

# Quotations
- all of it {#q .unnamed by=s at="p. 6"}

# Terms {.plain}
FFI
: Fauna & Flora

- UN: United Nations

# Notes
The beads {#n}
: They float.

# Pictures
- ![A bead](bead.png) {#bead permission="Our own"}
"""


def test_what_stands_beside_the_points_is_lists_and_tables(tmp_path: Path) -> None:
    argument = read(tmp_path, THESIS + SECTIONS)
    first, second = argument.timeline
    assert (first.date, first.text, first.sources, first.locator) == (
        "2014",
        "Unilever stops",
        ("s",),
        "p. 1",
    )
    assert (second.status, second.detail) == ("planned", "It begins in July.")
    assert [(one.id, str(one.value), one.unit, one.scale) for one in argument.facts] == [
        ("share", "4.0", "%", None),
        ("cost", "405", "USD", "million"),
    ]
    resolved, lost = argument.sources
    assert (resolved.status, resolved.address) == ("resolved", "https://example.org/a_(b)")
    assert (lost.status, lost.link_text) == ("unresolved", "lost words")
    assert (argument.quotations[0].unnamed, argument.quotations[0].source) == (True, "s")
    assert [(one.short, one.plain) for one in argument.glossary] == [("FFI", True), ("UN", True)]
    assert argument.notes[0].text == "They float."
    assert (argument.images[0].alt, argument.images[0].file) == ("A bead", "bead.png")


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("# Riks\n\n## A\n", ("unknown-part", 7)),
        ("# Risks\n\nText.\n", ("text-without-point", 9)),
        ("# Risks\n\n## A {priorty=1}\n", ("unknown-attribute", 9)),
        ("# Risks\n\n## A {priority=1 priority=2}\n", ("attribute-twice", 9)),
        ("# Risks\n\n## A {priority=high}\n", ("wrong-type", 9)),
        ("# Risks\n\n## A {at=“page 3”}\n", ("attributes-syntax", 9)),
        ("# Risks\n\n## A {at=page 3}\n", ("attributes-syntax", 9)),
        ("# Risks\n\n## A\n\n[5 beads]{of=beads a year}\n", ("attributes-syntax", 11)),
        ("# Risks\n\n## A\n\n::: public\nText.\n", ("container-open", 11)),
        ("# Risks\n\n## A\n\n::: For all\nText.\n:::\n", ("attributes-syntax", 11)),
        ("# Risks\n\n## A\n\n:::\n", ("container-stray", 11)),
        ("# Risks\n\n## A\n\n::: pubic\nText.\n:::\n", ("unknown-container", 11)),
        ("# Risks\n\n## A\n\n### detial\nText.\n", ("unknown-container", 11)),
        ("# Risks\n\n## A\n\n```\ncode\n```\n", ("markdown-unsupported", 11)),
        ("# Risks\n\n## A\n\n---\n", ("markdown-unsupported", 11)),
        ("# Risks\n\n## A\n\n<!-- open\n", ("comment-open", 11)),
        ("# Risks\n\n# Risks\n", ("part-twice", 9)),
        ("# Words {.glossary}\n", ("heading-unprinted", 7)),
        ("# Timeline\n\nText.\n", ("text-without-entry", 9)),
        ("# Facts\n\n| id | vale |\n|---|---|\n| a | 4 |\n", ("unknown-attribute", 9)),
        (f"# Risks\n\n## A\n\n[many]{{{FACT}}}\n", ("quantity-unread", 11)),
        (f"# Risks\n\n## A\n\n[$405]{{{FACT}}}\n", ("quantity-ambiguous", 11)),
        (
            f"# Risks\n\n## A\n\n[5 a]{{#x {FACT}}} [6 a]{{#x {FACT}}}\n",
            ("fact-twice", 11),
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, body: str, fault: tuple[str, int]
) -> None:
    assert fault in faults(tmp_path, THESIS + body)


def test_a_finding_in_a_wrapped_paragraph_has_the_line_that_says_it(tmp_path: Path) -> None:
    body = (
        "Wells pay, as all the members of the river board of\n"
        "the town and NATO say, and they have\nbeen asked by the OECD of\nParis.\n"
    )
    found = check(read(tmp_path, THESIS + f"# Risks\n\n## Wells pay\n\n{body}"))
    acronyms = [one for one in found if one.code == "unexplained-acronym"]
    named = {one.message.split('"')[1]: one.line for one in acronyms}
    assert named == {"NATO": 12, "OECD": 13}


def test_the_class_of_a_part_on_a_point_says_where_it_goes(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, THESIS + "# Risks\n\n## A {.outlook}\n")
    assert found.hint == "write it on a heading with one #, above the points of outlook"


def test_all_that_is_wrong_is_told_at_once_with_its_column(tmp_path: Path) -> None:
    body = "# Risks\n\n## A {prioriy=1}\n\n## B {priority=9}\n\n::: detail\nText.\n"
    found = findings(tmp_path, THESIS + body)
    assert [(one.code, one.line, one.column) for one in found] == [
        ("unknown-attribute", 9, 15),
        ("out-of-range", 11, 16),
        ("container-open", 13, 1),
    ]
    assert found[0].hint == "did you mean priority?"
    assert str(found[1]).startswith(f"{tmp_path / 'beads.md'}:11:16: risks[1].priority: ")


def test_front_matter_is_yaml_on_the_lines_of_the_file(tmp_path: Path) -> None:
    front = FRONT.replace("title: Microplastics", "titel: Microplastics")
    assert ("unknown-key", 3) in faults(tmp_path, THESIS, front)
    assert ("yaml-alias", 2) in faults(tmp_path, THESIS, FRONT.replace("Ban microbeads", "*x"))


@pytest.mark.parametrize(
    ("title", "code"), [("[", "yaml-syntax"), ("A: b", "yaml-syntax"), ("[a]", "wrong-type")]
)
def test_nothing_is_said_of_what_is_made_of_a_title_that_cannot_be_read(
    tmp_path: Path, title: str, code: str
) -> None:
    front = FRONT.replace("Ban microbeads", title)
    assert faults(tmp_path, THESIS, front) == [(code, 2)]


def test_a_title_that_is_missing_is_asked_for_and_what_is_made_of_it_is_not(tmp_path: Path) -> None:
    front = FRONT.replace("title: Ban microbeads\n", "")
    assert faults(tmp_path, THESIS, front) == [("missing", 2)]


def test_a_paragraph_that_is_too_long_is_told_by_its_length(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, f"{THESIS}# Risks\n\n## A\nText.\n\n{'word ' * 5_000}\n")
    assert finding.code == "too-long"
    assert "at most 20000" in finding.message


def test_entries_of_the_front_matter_come_before_those_of_the_text(tmp_path: Path) -> None:
    front = FRONT.replace("title: Ban", "glossary: [{short: UK, long: United Kingdom}]\ntitle: Ban")
    argument = read(tmp_path, THESIS + "# Terms\n- UN: United Nations\n", front)
    assert [one.short for one in argument.glossary] == ["UK", "UN"]


@pytest.mark.parametrize(
    ("before", "part"),
    [
        *(
            ("", part)
            for part in (
                *("[", "{", "[a]{", "::: a\n", ":::\n", "> ", "- ", "<!--\n", "a\n: b\n\n"),
                *("# a\n", "|a", "*"),
            )
        ),
        (f"{FRONT}{THESIS}# Risks\n\n", "## Prices may rise\n\n"),
    ],
)
def test_the_time_grows_with_the_text_and_no_faster(before: str, part: str) -> None:
    def read(length: int) -> None:
        with contextlib.suppress(LoadError):
            parse_markdown_in_part(f"{before}{part * (length // len(part))}", "bomb.md")

    assert power(read, 6_000, 60_000) < LINEAR


def test_a_text_that_is_too_long_is_refused_at_once() -> None:
    data, _, found, _ = parse_markdown_in_part("a" * 1_000_001, "long.md")
    assert data is None
    assert [one.code for one in found] == ["file-too-large"]


TEXTS = st.lists(
    st.sampled_from(
        [
            "word",
            "[a]",
            "",
            "  word",
            "- a",
            "  b",
            "1. c",
            ": d",
            "~ e",
            "> f",
            "===",
            "---",
            "| a | b |",
            "::: x",
            ":::",
            "## h",
            "```",
            "<!-- c -->",
            "\ttab",
        ]
    ),
    max_size=12,
).map("\n".join)


@given(TEXTS)
def test_the_fast_reading_of_plain_paragraphs_changes_nothing(text: str) -> None:
    rule, parser = "briefgen_plain", parser_of_documents()
    fast = document(text)
    parser.block.ruler.disable(rule)
    try:
        slow = document(text)
    finally:
        parser.block.ruler.enable(rule)
    assert fast == slow
