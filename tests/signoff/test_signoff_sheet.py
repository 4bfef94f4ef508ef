"""The sheet: one row a printed sentence, beside the article's words."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from lxml import etree, html
from msgspec.structs import replace
from samples.rivers import Compared
from samples.word import W, parts

import briefgen
from briefgen.signoff.wording import differing
from briefgen.types.finding import SaveError
from briefgen.types.signoff import Sheet, SheetRow


@pytest.fixture
def made(rivers: Compared) -> Sheet:
    return _sheet(rivers, "sheet.docx")


def _sheet(
    rivers: Compared,
    name: str,
    old: str = "",
    new: str = "",
    *,
    audiences: tuple[str, ...] = ("analyst",),
) -> Sheet:
    return briefgen.signoff(
        briefgen.load(rivers.argument(old, new)),
        rivers.folder / name,
        against=rivers.folder / "article.md",
        lengths=["full"],
        audiences=audiences,
    )


def _row(made: Sheet, beginning: str) -> SheetRow:
    (row,) = [row for row in made.rows if row.sentence.startswith(beginning)]
    return row


def test_each_printed_sentence_has_a_row(made: Sheet, rivers: Compared) -> None:
    brief = briefgen.build(briefgen.load(rivers.argument()), length="full", audience="analyst")
    sentences = [row.sentence for row in made.rows]
    for line in brief.text.replace("\u00a0", " ").splitlines():
        if "[" not in line and " | " not in line and not line.startswith(("#", "-")):
            assert any(sentence in line for sentence in sentences), line


def test_headers_and_footers_have_rows_that_frame_the_brief(made: Sheet) -> None:
    lines = {row.sentence: row.kind for row in made.rows}
    assert lines["Information as of 3 May 2019"] == "frame"
    assert lines["Page … of …"] == "frame"


def test_a_sentence_stands_beside_the_article_s_words_with_their_place(made: Sheet) -> None:
    (words,) = _row(made, "The ministry is unlikely").passage[-1:]
    assert (words.place, words.text) == (
        "paragraph 3",
        "It is unlikely that the ministry will pay for all of the walls.",
    )


def test_the_words_of_a_figure_and_a_quotation_are_marked(made: Sheet) -> None:
    marked = {
        part
        for beginning in ("The ministry", "Ben Reed spoke")
        for words in _row(made, beginning).passage
        for part, is_marked in words.parts()
        if is_marked
    }
    assert marked == {"slightly over 16,400 members", "a promise to the valley"}


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        ("Ben Reed spoke", "quotation"),
        ("The ministry is unlikely", "paraphrase"),
        ("Northam and Stillwater, two towns", "count"),
    ],
)
def test_a_sentence_has_the_class_of_what_it_prints(made: Sheet, beginning: str, kind: str) -> None:
    kinds = {row.kind for row in made.rows if row.sentence.startswith(beginning)}
    assert kinds - {"frame"} == {kind}


def test_the_editor_s_and_inferred_words_have_their_classes(rivers: Compared) -> None:
    inferred = _sheet(
        rivers,
        "a.docx",
        "id: walls\n    priority: 1",
        "id: walls\n    modality: inferred\n    priority: 1",
    )
    assert _row(inferred, "According to").kind == "inference"
    notes = (
        "glossary: []\nnotes:\n  - {id: own, about: The board, text: It has since closed.}\nfacts:"
    )
    assert _row(_sheet(rivers, "b.docx", "facts:", notes), "It has since").kind == "editor"


@pytest.mark.parametrize(
    ("old", "new", "beginning", "difference"),
    [
        ("value: 16400", "value: 14600", "The ministry", "number: is 14600 members"),
        ("unit: USD, qualifier", "unit: EUR, qualifier", "Money was", "unit: counts EUR"),
        ("qualifier: slightly over, ", "", "The ministry", "qualifier: has no qualifier"),
        ("as_of: 2017", "as_of: 2016", "Money was", "date: holds as of 2016"),
        ("Ben Reed spoke", "Ben Reid spoke", "Ben", 'name: names "Reid"'),
        ("could help the towns", "will help the towns", "According", "modal: is surer"),
        ("is unlikely to pay", "is likely to pay", "The ministry", "polarity: may turn"),
    ],
)
def test_what_differs_is_told_beside_the_sentence(
    rivers: Compared, old: str, new: str, beginning: str, difference: str
) -> None:
    row = _row(_sheet(rivers, "sheet.docx", old, new), beginning)
    assert [each for each in row.differences if each.startswith(difference)]


def test_the_longest_copied_run_is_counted(rivers: Compared) -> None:
    copied = "New dams help to protect the lower towns, they say."
    made = _sheet(rivers, "sheet.docx", "Ben Reed spoke", f"{copied} Ben Reed spoke")
    row = _row(made, "New dams")
    assert row.copied_words == 8
    assert "copied: 8 words of the article in a row" in row.differences
    assert not any("longest run" in each and "names" in each for each in differing(row))


def test_a_long_run_of_names_and_figures_is_no_difference(made: Sheet) -> None:
    row = replace(_row(made, "The ministry is unlikely"), copied_words=9)
    none, run = differing(row)
    assert none == "no difference found"
    assert run.endswith("9 words, names, dates or figures among them")


def test_a_heading_stands_beside_what_its_point_is_taken_from(rivers: Compared) -> None:
    old = "Not every flood is held back by the dams"
    row = _row(_sheet(rivers, "sheet.docx", old, "Such safety costs much"), "Such safety")
    assert row.passage
    assert not row.differences


def test_a_sentence_that_two_outputs_print_has_one_row(rivers: Compared) -> None:
    made = _sheet(rivers, "sheet.docx", audiences=("analyst", "public"))
    assert _row(made, "Ben Reed spoke").outputs == (1, 2)
    assert len({row.id for row in made.rows}) == len(made.rows)


def test_coverage_names_what_no_output_prints(made: Sheet) -> None:
    omitted = {one.text[:20]: one.omitted_from for one in made.coverage}
    assert omitted["New dams help to pro"] == (1,)
    assert omitted["It is unlikely that "] == ()


def test_a_signpost_that_the_brief_loses_is_told(rivers: Compared) -> None:
    article = rivers.folder / "article.md"
    text = article.read_text("utf-8").replace("It is unlikely", "Finally, it is unlikely")
    article.write_text(text, encoding="utf-8")
    (last,) = [one for one in _sheet(rivers, "sheet.docx").coverage if one.text.startswith("Fin")]
    assert last.omitted_from == ()
    assert last.signposts == (("Finally (order)", (1,)),)


def test_the_digest_is_that_of_the_file_that_is_built(made: Sheet, rivers: Compared) -> None:
    briefgen.build_all(
        briefgen.load(rivers.argument()),
        rivers.folder / "out",
        lengths=["full"],
        audiences=["analyst"],
    )
    for name, digest in made.outputs[0].files:
        data = (rivers.folder / "out" / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest


def test_waivers_stand_on_the_sheet_with_their_reasons(rivers: Compared) -> None:
    (rivers.folder / "rivers.anchors.yaml").write_text(
        f"article: {'0' * 64}\nwaive:\n"
        "  - {code: count-not-in-source, at: leavers, reason: counted by hand, by: A. M.}\n",
        encoding="utf-8",
    )
    _sheet(rivers, "sheet.html")
    page = html.parse(rivers.folder / "sheet.html")
    assert "counted by hand" in page.getroot().text_content()


def test_the_page_is_accessible_and_fetches_nothing(rivers: Compared) -> None:
    _sheet(rivers, "sheet.html", "title: A river board spends more", 'title: "Walls <b>& dams"')
    root = html.parse(rivers.folder / "sheet.html").getroot()
    assert root.get("lang") == "en"
    assert root.findtext("head/title") == "Sign-off sheet: Walls <b>& dams"
    assert [each.tag for each in root.iter("h1", "h2")] == ["h1", *["h2"] * 3]
    for table in root.iter("table"):
        assert (table.findtext("caption") or "").strip()
        assert {cell.get("scope") for cell in table.iterfind("thead//th")} == {"col"}
        assert {row[0].get("scope") for row in table.iterfind("tbody/tr")} == {"row"}
    assert not [*root.iter("script", "img", "link", "iframe", "form", "input", "object", "base")]
    assert not root.xpath("//@src | //@href | //@*[starts-with(name(), 'on')]")
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy[0].startswith("default-src 'none';")
    assert "Internal" in root.text_content()


def test_the_word_sheet_is_a_table_with_headers_that_repeat(made: Sheet, tmp_path: Path) -> None:
    held = parts((tmp_path / "sheet.docx").read_bytes())
    body = etree.fromstring(held["word/document.xml"])
    styles = [style.get(W + "val") for style in body.iter(W + "pStyle")]
    assert styles[0] == "Title"
    assert styles.count("Heading1") == 3
    assert [size.get(W + "orient") for size in body.iter(W + "pgSz")] == ["landscape"]
    for table in body.iter(W + "tbl"):
        assert table.xpath("./w:tblPr/w:tblCaption/@w:val", namespaces={"w": W[1:-1]})
        first, *others = table.iterfind(W + "tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *others))
    rows = next(body.iter(W + "tbl")).findall(W + "tr")
    assert len(rows) == len(made.rows) + 1
    assert b"Internal" in held["word/footer1.xml"]


def test_the_same_sheet_is_the_same_bytes(rivers: Compared) -> None:
    for name in ("a.docx", "b.docx"):
        _sheet(rivers, name)
    first, second = ((rivers.folder / name).read_bytes() for name in ("a.docx", "b.docx"))
    assert first == second


def test_without_an_article_the_sentences_stand_alone(rivers: Compared) -> None:
    argument = briefgen.load(rivers.argument())
    made = briefgen.signoff(
        argument, rivers.folder / "s.html", lengths=["one-page"], audiences=["public"], formats=[]
    )
    assert {row.passage for row in made.rows} == {()}
    assert not made.coverage
    said = (rivers.folder / "s.html").read_text("utf-8")
    assert "none was at hand" in said
    assert "1: one-page, public" in said.partition("<table")[0]


def test_a_sheet_has_the_suffix_of_one(rivers: Compared) -> None:
    with pytest.raises(SaveError) as caught:
        _sheet(rivers, "sheet.pdf")
    assert caught.value.codes == ("sheet-format",)
