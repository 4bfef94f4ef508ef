"""An article in Markdown, a saved page, Word or plain text, as it is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from samples.clock import LINEAR, power

from briefgen.load.article import read_article
from briefgen.types.finding import LoadError
from briefgen.types.source_text import SourceText

Read = Callable[[str, str], SourceText]

SPLIT = """\
# Rivers of the north: plans and costs

## Ada Moss

3 May 2019

### **The river board spends more every year, and its plans have changed since the flood.**

The board was set up in 2011 and has [spent US\\$405 million](#) on dams since it was first

### Latest

[A new office for the board](https://www.example.org/office)

[Ten years of the board](https://www.example.org/ten)

### Related

[A talk about the sea](https://www.example.org/sea)

asked to hold back floods. Its **budget** was doubled after 2015.

## Why the plans changed

There were two reasons. First, the towns along the lower river had asked for higher walls of

## Somewhere else

---

### A report that nobody reads

## Most read

### On fish

Old Stone, and the board had agreed. Secondly, [the ministry](https://www.example.org/m) paid.

### About the author

**Ada Moss** is a lecturer at the Northern School.

### Contact

1 Mill Lane
Bridgetown

### Useful links

- [Login](#)
- [Sitemap](#)
- [Privacy policy](#)
"""


def test_what_stands_above_the_body_is_known(read: Read) -> None:
    source = read(SPLIT, "md")
    assert source.title == "Rivers of the north: plans and costs"
    assert (source.authors, source.date) == (("Ada Moss",), "2019-05-03")
    assert source.subtitle is not None
    assert source.subtitle.startswith("The river board spends more")
    assert source.about_author == "Ada Moss is a lecturer at the Northern School."


def test_paragraphs_that_a_page_s_side_column_splits_are_joined_and_counted_once(
    read: Read,
) -> None:
    body = [each for each in read(SPLIT, "md").paragraphs if each.kind == "paragraph"]
    assert [each.number for each in body] == [1, 2]
    first, second = body
    assert first.text[first.joined_at[0] :].startswith("asked to hold back floods")
    assert second.text[second.joined_at[0] :].startswith("Old Stone, and the board")


def test_links_and_offers_around_an_article_are_left_out_and_kept_apart(read: Read) -> None:
    source = read(SPLIT, "md")
    links = [(link.words, link.address) for each in source.body for link in each.links]
    assert links == [
        ("spent US$405 million", None),
        ("the ministry", "https://www.example.org/m"),
    ]
    headings = [each.text for each in source.paragraphs if each.kind == "heading"]
    assert headings == ["Why the plans changed"]
    omitted = {each.text for each in source.omitted}
    assert {"Latest", "On fish", "Sitemap", "A talk about the sea", "Contact"} <= omitted


def test_bold_words_are_kept_apart_from_links(read: Read) -> None:
    body = [each for each in read(SPLIT, "md").paragraphs if each.kind == "paragraph"]
    assert [each.said(bold) for each in body for bold in each.bold] == ["budget"]


def test_other_chapters_and_places_of_a_page_are_no_sources(read: Read) -> None:
    text = (
        "# Nets\n\nNets cost more, as [a report](report.pdf), [a page](https://example.org/x.md)"
        " and [a study](#) say; see [the next](../two.md), [that](two.md#why) and [this](#here).\n"
    )
    links = [link for each in read(text, "md").body for link in each.links]
    assert [link.words for link in links] == ["a report", "a page", "a study"]


def test_an_unfinished_paragraph_before_a_heading_is_not_joined(read: Read) -> None:
    text = (
        "# Title\n\nThe first part breaks off here without an end and\n\n"
        "## Next\n\nThen it goes on as text.\n"
    )
    body = [each for each in read(text, "md").paragraphs if each.kind == "paragraph"]
    assert [each.joined_at for each in body] == [(), ()]


def test_a_body_beside_the_date_is_the_author_and_no_paragraph(read: Read) -> None:
    text = (
        "# Warm homes\n\nCommittee of Public Accounts of the Town\n\n24 May 2024\n\n"
        "The town heats its homes with gas, and that costs more than it did before.\n"
    )
    article = read(text, "md")
    assert (article.authors, article.date) == (
        ("Committee of Public Accounts of the Town",),
        "2024-05-24",
    )
    assert [each.locator for each in article.body] == ["paragraph 1"]


def test_numbers_that_an_article_gives_its_paragraphs_are_its_locators(read: Read) -> None:
    said = "The committee heard that this costs more than it did before."
    text = "# Report\n\n" + "\n\n".join(f"{number}. {said}" for number in range(51, 58))
    paragraphs = [each for each in read(text, "md").paragraphs if each.kind == "paragraph"]
    assert [each.locator for each in paragraphs][:2] == ["paragraph 51", "paragraph 52"]
    assert paragraphs[0].text == said


@pytest.mark.parametrize("ending", ["md", "txt"])
def test_what_follows_a_numbered_paragraph_has_its_number(read: Read, ending: str) -> None:
    said = "The committee heard from many who sell beads that this costs more than it did before. "
    quoted = (
        "> We sell fewer of them than in any year that we remember.\n\nThey added that it hurts."
    )
    steps = "1. Makers stop making them.\n\n2. Shops stop selling them."
    text = "# Report\n\n" + "\n\n".join(
        f"{number}. {said * 2}\n\n{quoted}" for number in range(24, 31)
    )
    text = text.replace("28. ", f"{steps}\n\n28. ")
    body = [each for each in read(text, ending).paragraphs if each.is_body]
    assert {each.locator for each in body} == {f"paragraph {number}" for number in range(24, 31)}
    assert [each.locator for each in body if "Makers" in each.text] == ["paragraph 27"]


def test_numbers_of_notes_that_ran_into_the_text_are_no_text(read: Read) -> None:
    said = (
        "It fell in 2010.{0} The “lower” walls cost 1.5 per cent,{1} as Mr. Reed said.{2} Yes.{3}"
    )
    text = "# Report\n\n" + "\n\n".join(said.format(*range(at, at + 4)) for at in (61, 65))
    first, last = read(text, "md").body
    assert first.text == last.text == said.format("", "", "", "")
    assert len(first.sentences) == 3
    few = read("# Report\n\nIt rose.1 It fell.2 It rose to 2.5 tonnes again.\n", "md").body[0]
    assert few.text == "It rose.1 It fell.2 It rose to 2.5 tonnes again."


def test_a_long_numbered_list_counts_no_paragraphs(read: Read) -> None:
    said = "The committee heard from many who sell beads that this costs more than it did before. "
    listed = "\n\n".join(f"{number}. {said * 2}" for number in range(1, 8))
    text = "# Report\n\n" + f"{said * 3}\n\n" * 9 + listed
    body = [each for each in read(text, "md").paragraphs if each.is_body]
    assert body[8].locator == "paragraph 9"
    assert body[-1].locator == "paragraph 9"


def test_a_list_belongs_to_the_paragraph_before_it(read: Read) -> None:
    text = (
        "# T\n\nThe board asks for three things this year:\n\n- a wall\n- a road\n\n"
        "It will pay for all of them itself.\n"
    )
    found = [(each.kind, each.number) for each in read(text, "md").body]
    assert found == [("paragraph", 1), ("item", 1), ("item", 1), ("paragraph", 2)]


def test_tables_are_read_row_by_row(read: Read) -> None:
    text = (
        "# T\n\nThe board spends more every year.\n\n| year | cost |\n|---|---|\n| 2018 | £5m |\n"
    )
    rows = [each.text for each in read(text, "md").body if each.kind == "table"]
    assert rows == ["year | cost", "2018 | £5m"]


def test_raised_figures_are_powers_or_marks_of_notes(read: Read) -> None:
    text = "# T\n\nIt has 10<sup>25</sup> parts<sup>2</sup> on 12 km<SUP>2</SUP> of land.\n"
    (paragraph,) = read(text, "md").body
    assert paragraph.text == "It has 10²⁵ parts on 12 km² of land."


def test_front_matter_says_what_the_article_is(read: Read) -> None:
    text = (
        "---\ntitle: A title\nauthor: [Ada Moss, Ben Reed]\ndate: 2019-05\nlang: fr-FR\n---\n\n"
        "Le conseil a décidé de construire un mur le long de la rivière, et il l’a payé.\n"
    )
    source = read(text, "md")
    assert (source.title, source.authors) == ("A title", ("Ada Moss", "Ben Reed"))
    assert (source.date, source.language) == ("2019-05", "fr-FR")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The board has spent more than it had, and it will not say why it did so.", "en-GB"),
        ("Le conseil a payé plus qu’il ne le devait, et il ne dit pas pourquoi.", "fr"),
        ("Der Rat hat mehr bezahlt, als er musste, und er sagt nicht, warum.", "de"),
        ("El consejo ha pagado más de lo que debía, y no dice por qué lo hizo.", "es"),
        ("Il consiglio ha pagato più di quanto doveva, e non dice perché lo ha fatto.", "it"),
    ],
)
def test_a_language_that_is_not_said_is_known_by_its_small_words(
    read: Read, text: str, language: str
) -> None:
    source = read(f"# 2019\n\n{text}\n", "md")
    assert (source.language, source.language_is_guessed) == (language, True)


def test_front_matter_may_give_the_time_of_day_with_its_date(read: Read) -> None:
    head = "---\ntitle: A plan\ndate: 2015-12-11T18:07:39+00:00\n---\n"
    assert read(f"{head}The board has a plan for the whole valley.", "md").date == "2015-12-11"


def test_word_is_read_as_it_stands_now(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.author = "Ada Moss; Ben Reed"
    document.add_paragraph("River costs", style="Title")
    document.add_heading("Why now", 1)
    paragraph = document.add_paragraph("The board has spent ")
    paragraph.add_run("US$405 million").bold = True
    mark = paragraph.add_run("7")
    mark.font.superscript = True
    paragraph.add_run(" on dams, and it ")
    deleted = OxmlElement("w:del")
    deleted.append(paragraph.add_run("stopped")._r)
    paragraph._p.append(deleted)
    paragraph.add_run("goes on.")
    identity = paragraph.part.relate_to(
        "https://www.example.org/m",
        RELATIONSHIP_TYPE.HYPERLINK,
        is_external=True,
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), identity)
    link.append(paragraph.add_run(" The ministry pays.")._r)
    paragraph._p.append(link)
    document.add_paragraph("a wall", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2018", "£5m"
    path = tmp_path / "article.docx"
    document.save(str(path))

    source = read_article(path)
    assert (source.title, source.authors) == ("River costs", ("Ada Moss", "Ben Reed"))
    assert [(each.kind, each.text) for each in source.paragraphs[1:]] == [
        ("heading", "Why now"),
        (
            "paragraph",
            "The board has spent US$405 million on dams, and it goes on. The ministry pays.",
        ),
        ("item", "a wall"),
        ("table", "2018 | £5m"),
    ]
    body = source.body[0]
    assert [body.said(bold) for bold in body.bold] == ["US$405 million"]
    assert [link.address for link in body.links] == ["https://www.example.org/m"]


def test_plain_text_has_headings_by_how_they_stand(read: Read) -> None:
    text = (
        "River costs\n===========\n\nThe board has spent more\n"
        "than it had. See https://www.example.org/m.\n\nWhy now\n\n- a wall\n"
    )
    source = read(text, "txt")
    assert [(each.kind, each.text) for each in source.paragraphs] == [
        ("title", "River costs"),
        ("paragraph", "The board has spent more than it had. See https://www.example.org/m."),
        ("heading", "Why now"),
        ("item", "a wall"),
    ]
    assert [link.address for link in source.body[0].links] == ["https://www.example.org/m"]


def test_text_of_an_old_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(
        "Der Fluß und die Mühle.\n\nDie Mühle ist alt, und sie steht am Fluß.\n".encode("cp1252")
    )
    assert "Mühle ist alt" in read_article(path).body[-1].text


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("article.odt", b"text", "article-format"),
        ("article", b"text", "article-format"),
        ("article.docx", b"no zip", "word-not-zip"),
        ("article.md", b"", "article-no-text"),
        ("article.html", b" ", "file-empty"),
        ("article.html", b"<p></p>", "article-no-text"),
        ("article.txt", b"PK\x03\x04", "file-encoding"),
        ("gone/article.md", None, "file-missing"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_file(
    tmp_path: Path, name: str, data: bytes | None, code: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(LoadError) as caught:
        read_article(path)
    assert [(one.code, one.file) for one in caught.value.findings] == [(code, str(path))]


@pytest.mark.parametrize(
    ("ending", "piece"),
    [
        ("md", "[" * 50),
        ("md", "*a " * 20),
        ("md", "<a " * 20),
        ("txt", "A sentence. Another one!\n"),
        ("txt", "\"'\u201c "),
        ("html", "<i>word</i> <b>is"),
        ("html", "<ol><li>one point"),
    ],
)
def test_time_grows_with_the_text_and_no_faster(read: Read, ending: str, piece: str) -> None:
    def lengthen(times: int) -> None:
        read(f"Some words of a text stand here. {piece * times}", ending)

    assert power(lengthen, 1_000, 8_000) < LINEAR
