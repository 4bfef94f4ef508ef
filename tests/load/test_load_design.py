"""A theme is checked when it is loaded: fields, Word template and measures, all at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from samples.word import TEMPLATE, changed

from briefgen.load.resources import names
from briefgen.load.theme import read_theme
from briefgen.types.finding import Finding, LoadError, TemplateError
from briefgen.types.page import FIELDS

PAGE = """\
name: mine
description: Our own theme.
word: template.docx
masters:
  one-page:
    side: {width_pt: 156, gap_pt: 20}
  full: {}
"""


@pytest.fixture
def page_style(tmp_path: Path) -> Path:
    """A theme of the user's own."""
    (tmp_path / "page.yaml").write_text(PAGE, encoding="utf-8")
    shutil.copy(TEMPLATE, tmp_path / "template.docx")
    return tmp_path


def refused(page_style: Path, *changes: tuple[str, str]) -> tuple[Finding, ...]:
    """Change the page template and return what is wrong with the theme then."""
    text = PAGE
    for before, after in changes:
        assert text.count(before) == 1
        text = text.replace(before, after)
    (page_style / "page.yaml").write_text(text, encoding="utf-8")
    with pytest.raises((LoadError, TemplateError)) as caught:
        read_theme(page_style)
    for finding in caught.value.findings:
        assert finding.hint, finding
    return caught.value.findings


def in_header(before: str, after: str, right: str | None = None) -> bytes:
    """Return the template with another header on its later pages, and another right end of it."""

    def change(xml: str) -> str:
        assert before in xml
        reported = xml.replace(before, after)
        if right is None:
            return reported
        head, _, tail = reported.partition("{{ classification }}")
        return head + right + tail[tail.index("</w:t>") :]

    return changed("word/header2.xml", change)


def only(findings: tuple[Finding, ...]) -> tuple[str, tuple[str | int, ...], int | None]:
    (finding,) = findings
    return finding.code, finding.path, finding.line


def test_a_look_of_the_users_own_is_read(page_style: Path) -> None:
    theme = read_theme(page_style)
    assert theme.file == str(page_style / "page.yaml")
    assert theme.master("one-page").side is not None
    assert theme.findings == ()


@pytest.mark.parametrize("name", names("themes"))
def test_built_in_looks_are_sound(name: str) -> None:
    theme = read_theme(name)
    assert theme.page.name == name
    assert {"one-page", "two-page", "four-page", "full"} <= set(theme.page.masters)


@pytest.mark.parametrize("key", ["masthead", "footer"])
def test_header_and_footer_are_the_word_template_s_alone(page_style: Path, key: str) -> None:
    """So no page template can have the PDF print another masthead than Word does."""
    findings = refused(page_style, ("  full: {}\n", f"  full: {{}}\n{key}: []\n"))
    assert only(findings) == ("unknown-key", (key,), 8)


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_field_is_known(page_style: Path, name: str) -> None:
    change = in_header("{{ short_title }}", f"{{{{ {name} }}}}.")
    (page_style / "template.docx").write_bytes(change)
    assert read_theme(page_style)


def test_a_field_that_cannot_be_filled_is_named(page_style: Path) -> None:
    (page_style / "template.docx").write_bytes(in_header("{{ short_title }}", "{{ titel }}"))
    (finding,) = refused(page_style)
    assert (finding.code, finding.path) == (
        "word-field-unfilled",
        ("header 2, table 1, row 1",),
    )
    assert "titel" in finding.message


def test_a_loop_that_is_not_closed_where_it_was_opened_is_named(page_style: Path) -> None:
    """Jinja2 could read it: it is closed in another cell."""
    tags = "{% for f in facts %}", "{% endfor %}"
    data = in_header("{{ short_title }}", tags[0] + "{{ f.value }}", tags[1])
    (page_style / "template.docx").write_bytes(data)
    assert read_theme(page_style)  # a row may hold its loop itself
    data = in_header("{{ short_title }}", "{% for f in facts %}", "x{% endfor %}y")
    (page_style / "template.docx").write_bytes(data)
    (finding,) = refused(page_style)
    assert (finding.code, finding.path) == (
        "word-field-unfilled",
        ("header 2, table 1, row 1",),
    )
    assert "is not closed where it was opened" in finding.message


@pytest.mark.parametrize("word", ["../template.docx", "/tmp/template.docx", "a\\\\b.docx"])
def test_the_word_template_is_a_name_and_no_path(page_style: Path, word: str) -> None:
    findings = refused(page_style, ("word: template.docx", f'word: "{word}"'))
    assert only(findings) == ("word-path", ("word",), 3)


def test_a_missing_word_template_is_reported_with_those_that_there_are(page_style: Path) -> None:
    findings = refused(page_style, ("word: template.docx", "word: tempalte.docx"))
    assert only(findings) == ("word-template-missing", ("word",), 3)
    assert findings[0].hint == "there are: template.docx"


def test_a_master_wider_than_the_page_is_reported_with_its_measures(page_style: Path) -> None:
    findings = refused(page_style, ("{width_pt: 156, gap_pt: 20}", "{width_pt: 360, gap_pt: 20}"))
    assert only(findings) == ("master-too-narrow", ("masters", "one-page", "side"), 6)
    assert findings[0].message == "leaves 113.3 pt for the main column; 120 pt at least"
    assert "take 482 of 595.3 pt" in findings[0].hint


def test_margins_may_be_too_wide_too(page_style: Path) -> None:
    findings = refused(
        page_style, ("  full: {}", "  full: {margin_right_pt: 450, margin_top_pt: 700}")
    )
    assert [(finding.code, finding.path) for finding in findings] == [
        ("master-too-narrow", ("masters", "full", "margin_right_pt")),
        ("master-too-low", ("masters", "full", "margin_top_pt")),
    ]
    assert findings[1].message == "leaves 84.9 pt between the margins; 120 pt at least"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("    side: {", "    sied: {", ("unknown-key", ("masters", "one-page", "sied"), 6)),
        ("gap_pt: 20}", "gap_pt: 20, at: top}",
         ("not-a-choice", ("masters", "one-page", "side", "at"), 6)),
        ("width_pt: 156", "width_pt: 4", ("out-of-range",
                                          ("masters", "one-page", "side", "width_pt"), 6)),
        ("  one-page:\n    side: {width_pt: 156, gap_pt: 20}\n  full: {}\n", "  {}\n",
         ("too-few", ("masters",), 4)),
    ],
)  # fmt: skip
def test_what_is_not_known_or_not_possible_is_reported_with_its_line(
    page_style: Path, before: str, after: str, expected: tuple[str, tuple[str | int, ...], int]
) -> None:
    assert only(refused(page_style, (before, after))) == expected


def test_all_that_is_wrong_is_reported_at_once(page_style: Path) -> None:
    data = changed("word/document.xml", lambda xml: xml.replace("{{ foot }}", "{{ main }}"))
    (page_style / "template.docx").write_bytes(data)
    findings = refused(page_style, ("  full: {}\n", "  full: {}\nwrod: x\n"))
    assert [finding.code for finding in findings] == ["unknown-key"]
    findings = refused(page_style, ("{width_pt: 156, gap_pt: 20}", "{width_pt: 360, gap_pt: 20}"))
    assert [finding.code for finding in findings] == ["word-place-twice", "master-too-narrow"]


def test_an_unknown_master_is_reported_with_those_that_there_are(page_style: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        read_theme(page_style).master("one-pgae")
    assert only(caught.value.findings) == ("master-unknown", ("masters",), 4)
    assert caught.value.findings[0].hint == "did you mean one-page? there are: one-page, full"


def with_right_margin(folder: Path, twips: int) -> Path:
    path = folder / f"foreign-{twips}.docx"
    margin = f'w:right="{twips}"'
    path.write_bytes(
        changed("word/document.xml", lambda xml: xml.replace('w:right="1020"', margin))
    )
    return path


def test_a_narrow_word_template_has_no_side_column_and_says_so(tmp_path: Path) -> None:
    theme = read_theme(with_right_margin(tmp_path, 5000))
    assert theme.master("one-page").side is None
    (warning,) = theme.master_warnings("one-page")
    assert (warning.code, warning.severity) == ("side-column-dropped", "warning")
    wide = read_theme(with_right_margin(tmp_path, 1000))
    assert wide.master("one-page").side
    assert wide.master_warnings("one-page") == ()


def test_a_word_template_alone_is_refused_only_for_the_pages_it_is_too_small_for(
    tmp_path: Path,
) -> None:
    theme = read_theme(with_right_margin(tmp_path, 9000))
    with pytest.raises(TemplateError) as caught:
        theme.master("one-page")
    assert caught.value.codes == ("master-too-narrow",)
