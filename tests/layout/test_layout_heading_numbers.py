"""Headings are numbered as Word numbers them, and charged the widest number."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefgen.layout import BlockFormatter, Setting
from briefgen.layout.label import heading_labels
from briefgen.types.block import Heading, Origin, Paragraph
from briefgen.types.brief import BriefSection
from briefgen.types.laid import TextMark
from briefgen.types.page_style import ListMark, MarkLetters
from briefgen.types.prose import plain
from briefgen.types.role import Role

FIRST = ListMark("7", 0, "%1.", ("decimal",), (1,))
SECOND = ListMark("7", 1, "%1.%2", ("decimal", "lowerRoman"), (1, 1), "space")


def numbered(setting: Setting, **marks: ListMark) -> Setting:
    """Return a setting whose headings have marks."""
    roles = {"first": Role.HEADING_1, "second": Role.HEADING_2}
    styles = dict(setting.page_style.styles)
    for name, mark in marks.items():
        role = roles[name]
        own = replace(styles[role], mark=mark, lines=1.0)
        styles[role] = replace(own, indent_left_pt=20, first_line_pt=-20)
    return replace(setting, page_style=replace(setting.page_style, styles=styles))


def heading(words: str, level: int = 2) -> Heading:
    role = Role.HEADING_1 if level == 2 else Role.HEADING_2
    return Heading(level, role, plain(words), Origin("s"))  # type: ignore[arg-type]


def section(*headings: Heading) -> BriefSection:
    return BriefSection("s", "main", headings[0], headings[1:])


def test_numbers_follow_the_document(setting: Setting) -> None:
    own = numbered(setting, first=FIRST, second=SECOND)
    sections = [
        section(heading("One"), heading("a", 3), heading("b", 3)),
        section(heading("Two"), heading("c", 3)),
    ]
    assert heading_labels(sections, own) == {
        (0, None): "1.", (0, 0): "1.i", (0, 1): "1.ii", (1, None): "2.", (1, 0): "2.i",
    }  # fmt: skip
    assert heading_labels(sections, setting) == {}


def words(formatter: BlockFormatter, block: Heading, label: str) -> list[tuple[str, float]]:
    rows = formatter.set(block, 300_000, label).rows
    marks = (mark for row in rows for mark in row.marks)
    return [(one.text, one.x_mpt / 1000) for one in marks if isinstance(one, TextMark)]


@pytest.mark.parametrize(("size_pt", "grows"), [(6.0, False), (40.0, True)])
def test_a_number_has_its_own_letters(
    formatter: BlockFormatter, size_pt: float, grows: bool
) -> None:
    own = replace(FIRST, letters=MarkLetters(size_pt, bold=False))
    setting = numbered(formatter.setting, first=own)
    plain = replace(formatter, setting=numbered(formatter.setting, first=FIRST))
    (usual,) = plain.set(heading("Why"), 300_000, "1.").rows
    (row,) = replace(formatter, setting=setting).set(heading("Why"), 300_000, "1.").rows
    number, words = (mark for mark in row.marks if isinstance(mark, TextMark))
    assert (number.size_mpt, number.text) == (size_pt * 1000, "1. ")
    assert "Bold" not in number.face
    assert number.baseline_mpt == words.baseline_mpt
    assert (row.height_mpt > usual.height_mpt) is grows  # and so does what is measured of it


def test_a_number_hangs_before_its_heading(formatter: BlockFormatter) -> None:
    own = replace(formatter, setting=numbered(formatter.setting, first=FIRST))
    assert words(own, heading("Why"), "1.") == [("1. ", 0), ("Why", 20)]
    layout = own.set(heading("Why"), 300_000, "1.")
    assert {mark.element for row in layout.rows for mark in row.marks} == {0}
    assert [element.tag for element in layout.elements] == ["H2"]


@pytest.mark.parametrize(
    ("suffix", "tab_pt", "indent", "first", "start"),
    [
        ("tab", None, 0, 0, 36),
        ("tab", 50, 0, 0, 50),
        ("tab", None, 20, 0, 36),
        ("nothing", None, 0, 0, None),
    ],
)
def test_text_begins_where_the_tab_leads(
    formatter: BlockFormatter,
    suffix: str,
    tab_pt: float | None,
    indent: float,
    first: float,
    start: float | None,
) -> None:
    mark = replace(FIRST, suffix=suffix, tab_pt=tab_pt)
    setting = numbered(formatter.setting, first=mark)
    styles = dict(setting.page_style.styles)
    role = Role.HEADING_1
    styles[role] = replace(styles[role], indent_left_pt=indent, first_line_pt=first)
    own = replace(
        formatter,
        setting=replace(setting, page_style=replace(setting.page_style, styles=styles)),
    )
    (label, at), (_, found) = words(own, heading("Why"), "1.")
    assert at == indent
    if start is None:
        assert label == "1."
        assert at < found < 20
    else:
        assert found == start


def test_a_centred_heading_has_its_number_in_its_line(formatter: BlockFormatter) -> None:
    setting = numbered(formatter.setting, first=FIRST)
    styles = dict(setting.page_style.styles)
    role = Role.HEADING_1
    styles[role] = replace(styles[role], align="center", indent_left_pt=0, first_line_pt=0)
    own = replace(
        formatter,
        setting=replace(setting, page_style=replace(setting.page_style, styles=styles)),
    )
    found = words(own, heading("Why"), "1.")
    assert "".join(text for text, _ in found) == "1. Why"
    assert found[0][1] > 100


def test_what_is_measured_has_the_widest_number(formatter: BlockFormatter) -> None:
    mark = ListMark("7", 0, "%1", ("upperRoman",), (1,), "space")
    own = replace(formatter, setting=numbered(formatter.setting, first=mark))
    assert mark.widest == "VIII"
    wordy = heading("Why the troops went there, and what they came to protect in the end")
    for width in range(120_000, 300_000, 7_000):
        (measured,) = own.set_all([wordy], width, drawn=False)
        for label in ("I", "IV", "VIII"):
            assert own.set(wordy, width, label).height_mpt <= measured.height_mpt


def test_items_have_the_marks_of_their_list(formatter: BlockFormatter) -> None:
    styles = dict(formatter.setting.page_style.styles)
    arrow = ListMark("3", 0, "➢", ("bullet",), (1,))
    roman = ListMark("4", 0, "(%1)", ("lowerRoman",), (1,))
    styles[Role.BULLET] = replace(styles[Role.BULLET], mark=arrow)
    styles[Role.NUMBER] = replace(styles[Role.NUMBER], mark=roman)
    page_style = replace(formatter.setting.page_style, styles=styles)
    own = replace(formatter, setting=replace(formatter.setting, page_style=page_style))
    items = [
        Paragraph(Role.BULLET, plain("a"), Origin("s"), item="bullet"),
        Paragraph(Role.NUMBER, plain("b"), Origin("s"), item="number"),
        Paragraph(Role.NUMBER, plain("c"), Origin("s"), item="number"),
    ]
    firsts = [layout.rows[0].marks[0] for layout in own.set_all(items, 300_000)]
    assert [one.text for one in firsts if isinstance(one, TextMark)] == ["➢ ", "(i) ", "(ii) "]
