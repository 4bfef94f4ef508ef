"""What is changed in a Word brief outside points is told; what Word itself renews is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree
from msgspec.structs import replace
from samples.brief import BESIDE, TABLE, content, paragraph, section
from samples.word import W, packed, parts, template, text

from briefgen.load.page_style import read_page_style
from briefgen.load.word.edits import recover
from briefgen.render.docx import render_docx
from briefgen.types.block import Origin, Paragraph
from briefgen.types.identity import NOT_COMPARED, ArgumentIdentity, OutsideText, text_digest
from briefgen.types.point import Form
from briefgen.types.prose import plain
from briefgen.types.role import Role

Change = Callable[[etree._Element], None]
NOTHING = OutsideText((), 0)
BODY = "word/document.xml"


@pytest.fixture(scope="module")
def written() -> bytes:
    """A brief with every kind of block, and one point."""
    point = Paragraph(Role.BODY, plain("A point."), Origin("s", "a", Form.SUMMARY))
    brief = content(section("s", point, paragraph("Nobody's."), paragraph("Nobody's."), TABLE))
    identity = ArgumentIdentity("wells", text_digest("all"))
    brief = replace(brief, metadata=replace(brief.metadata, argument=identity))
    word = template()
    return render_docx(brief, word, read_page_style(word), BESIDE)


def changed(data: bytes, change: Change) -> bytes:
    held = parts(data)
    body = etree.fromstring(held[BODY])
    change(body)
    held[BODY] = etree.tostring(body)
    return packed(held)


def outside(data: bytes) -> OutsideText | None:
    edits = recover(data)
    assert {one.state for one in edits.points} == {"untouched"}
    return edits.outside


def paragraph_of(body: etree._Element, words: str) -> etree._Element:
    return next(p for p in body.iter(W + "p") if text(p) == words)


def new(content: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{content}</w:p>')


def retyped(old: str, words: str) -> Change:
    def change(body: etree._Element) -> None:
        first, *others = paragraph_of(body, old).iter(W + "t")
        first.text = words
        for other in others:
            other.text = ""

    return change


def added(content: str) -> Change:
    def change(body: etree._Element) -> None:
        body[0].insert(0, new(content))

    return change


def test_what_nobody_touched_is_as_written(written: bytes) -> None:
    assert outside(written) == NOTHING


@pytest.mark.parametrize(
    "old",
    ["Water & wells", "By A. Writer", "Why wells <now>", "Steps", "Wadis", "2", "Nobody's."],
    ids=["title", "byline", "heading", "lower heading", "table", "number in a table", "text"],
)
def test_a_changed_paragraph_is_reported_as_it_reads_now(written: bytes, old: str) -> None:
    assert outside(changed(written, retyped(old, "Otherwise"))) == OutsideText(("Otherwise",), 1)


def test_every_paragraph_of_the_body_outside_points_is_looked_at(written: bytes) -> None:
    """Figures and time line in the side column, too: whatever has words, once changed, is told."""
    body = etree.fromstring(parts(written)[BODY])
    count = len([p for p in body.iter(W + "p") if text(p).strip()])
    seen = 0
    for at in range(count):

        def change(body: etree._Element, at: int = at) -> None:
            one = [p for p in body.iter(W + "p") if text(p).strip()][at]
            one.append(etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:t>More</w:t></w:r>'))

        edits = recover(changed(written, change))
        (point,) = edits.points
        assert edits.outside is not None
        found = (point.state, len(edits.outside.paragraphs), edits.outside.gone)
        assert found in {("untouched", 1, 1), ("edited", 0, 0)}
        seen += edits.outside.gone
    assert seen == count - 1 > 20


def test_a_paragraph_that_was_added_is_reported(written: bytes) -> None:
    data = changed(written, added("<w:r><w:t>Brand new.</w:t></w:r>"))
    assert outside(data) == OutsideText(("Brand new.",), 0)


def test_a_paragraph_said_twice_and_deleted_once_is_gone(written: bytes) -> None:
    def delete(body: etree._Element) -> None:
        one = paragraph_of(body, "Nobody's.")
        one.getparent().remove(one)  # type: ignore[union-attr]

    assert outside(changed(written, delete)) == OutsideText((), 1)


def test_a_point_typed_anew_in_its_place_is_an_edit_of_it(written: bytes) -> None:
    def retype(body: etree._Element) -> None:
        one = paragraph_of(body, "A point.")
        one.addnext(new("<w:r><w:t>A point, anew.</w:t></w:r>"))
        for mark in [*one.iter(W + "bookmarkStart", W + "bookmarkEnd")]:
            mark.getparent().remove(mark)  # type: ignore[union-attr]
        one.getparent().remove(one)  # type: ignore[union-attr]

    edits = recover(changed(written, retype))
    assert edits.by_text
    assert edits.in_state("edited") == ("a",)
    assert edits.points[0].paragraphs == ("A point, anew.",)
    assert edits.outside == NOTHING


@pytest.mark.parametrize(
    "content",
    [
        "<w:r><w:t> </w:t><w:br/></w:r>",
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF x </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "<w:del><w:r><w:delText>Deleted.</w:delText></w:r></w:del>",
    ],
    ids=["white space", "plain field", "field", "deleted text"],
)
def test_what_word_renews_or_does_not_show_is_no_change(written: bytes, content: str) -> None:
    assert outside(changed(written, added(content))) == NOTHING


@pytest.mark.parametrize(
    "content",
    [
        '<w:fldSimple w:instr=" HYPERLINK &quot;https://a.org&quot; "><w:r><w:t>A</w:t></w:r>'
        "</w:fldSimple>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "b"</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>A</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_the_words_of_a_link_are_text_though_a_field_shows_them(
    written: bytes, content: str
) -> None:
    assert outside(changed(written, added(content))) == OutsideText(("A",), 0)


def test_white_space_and_soft_hyphens_are_no_change(written: bytes) -> None:
    data = changed(written, retyped("Water & wells", " Wa\u00adter  &\u00a0wells"))
    assert outside(data) == NOTHING


def test_a_file_that_does_not_report_what_was_written_is_not_called_untouched(
    written: bytes,
) -> None:
    held = parts(written)
    root = etree.fromstring(held["customXml/item1.xml"])
    (reported,) = (one for one in root if str(one.tag).endswith("}outside"))
    root.remove(reported)
    held["customXml/item1.xml"] = etree.tostring(root)
    assert outside(packed(held)) is None


def test_what_was_not_looked_at_is_said(written: bytes) -> None:
    assert recover(written).not_compared == NOT_COMPARED
