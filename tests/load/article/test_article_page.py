"""A saved page is read as its article: what it shows, at safe addresses, in its encoding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.load.article import read_article
from briefgen.types.source_text import SourceText

Read = Callable[[str, str], SourceText]


PAGE = """\
<html lang="en-GB"><head><title>River costs | The Gazette</title>
<meta property="og:site_name" content="The Gazette">
<link rel="canonical" href="https://www.example.org/rivers/costs">
<script type="application/ld+json">
{"@type": "NewsArticle", "datePublished": "2019-05-03T08:00", "author": {"name": "Ada Moss"}}
</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News of the day</a></nav>
<div class="cookie-consent"><p>We use cookies to make this page better for you and for us.</p></div>
<article><h1>River costs</h1>
<p>The board has <a href="/dams">spent US$405&nbsp;million</a> on dams,<sup>2</sup> it said, and
<div class="related-links"><h3>Related</h3><p><a href="/x">Another article.</a></p></div>
<p>it will spend <b>more</b> on 12 km<sup>2</sup> of land.<br><br>
A second paragraph stands here.</p>
<script>document.write("<p>Never read this sentence, please.</p>")</script>
<p style="display: none">Nor should anybody read this hidden sentence.</p>
<p><a href="javascript:alert(1)">A link</a> that runs a script leads to nothing at all.</p>
</article>
<footer><p>The Gazette, 1 Mill Lane, Bridgetown, telephone 555 0100.</p></footer></body></html>
"""


def test_a_saved_page_is_its_article(read: Read) -> None:
    source = read(PAGE, "html")
    assert [each.text for each in source.paragraphs if each.kind == "paragraph"] == [
        "The board has spent US$405 million on dams, it said, and it will spend more on 12 km² of"
        " land.",
        "A second paragraph stands here.",
        "A link that runs a script leads to nothing at all.",
    ]
    assert (source.title, source.publisher) == ("River costs", "The Gazette")
    assert (source.authors, source.date) == (("Ada Moss",), "2019-05-03")


def test_addresses_of_a_page_are_absolute_and_safe(read: Read) -> None:
    links = [link for each in read(PAGE, "html").body for link in each.links]
    assert [(link.words, link.address) for link in links] == [
        ("spent US$405 million", "https://www.example.org/dams"),
        ("A link", None),
    ]


def test_what_a_page_hides_or_writes_by_script_is_not_read(read: Read) -> None:
    said = " ".join(each.text for each in read(PAGE, "html").paragraphs)
    assert "Never read" not in said
    assert "hidden sentence" not in said


@pytest.mark.parametrize(
    "encoded",
    [
        "<p>The board’s plan is a promise to the whole valley.</p>".encode(),
        "<meta charset=cp1252><p>The board’s plan is a promise to the whole valley.</p>".encode(
            "cp1252"
        ),
    ],
)
def test_a_page_without_an_encoding_is_utf_8_and_one_with_it_what_it_says(
    tmp_path: Path, encoded: bytes
) -> None:
    path = tmp_path / "article.html"
    path.write_bytes(encoded)
    assert read_article(path).body[0].text.startswith("The board’s plan")


def test_html_within_markdown_is_read_as_text(read: Read) -> None:
    text = f"# A title\n\nA paragraph of <b>words</b> stands here.\n\n{PAGE}"
    said = [each.text for each in read(text, "md").paragraphs if each.kind == "paragraph"]
    assert said[0] == "A paragraph of words stands here."
    assert "A link that runs a script leads to nothing at all." in said
    assert not any("Never read" in each for each in said)


def test_what_holds_the_article_is_read_whatever_its_class_says(read: Read) -> None:
    prose = "".join(
        f"<p>Sentence {n} of the article is long enough to be one.</p>" for n in range(9)
    )
    menu = '<div class="sidebar"><p>Other news of the day for everybody to read here.</p></div>'
    page = f'<body><div class="has-sidebar social">{prose}{menu}</div></body>'
    source = read(page, "html")
    assert len(source.paragraphs) == 9
    assert [each.reason for each in source.omitted] == ["side"]


def test_a_page_in_utf_8_is_read_so_whatever_it_says(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page = '<meta charset="iso-8859-1"><p>The Māori elder’s words were heard by all of them.</p>'
    path.write_text(page, "utf-8")
    assert read_article(path).paragraphs[0].text.startswith("The Māori elder’s")


@pytest.mark.parametrize(
    ("line", "authors", "date"),
    [
        ("By Ada Moss on Monday, November 18th, 2019 at 11:04 a.m.", ("Ada Moss",), "2019-11-18"),
        ("By Ada Moss Updated Nov 13, 2019, 10:28am EST", ("Ada Moss",), "2019-11-13"),
        ("Thu 3 Jan 2019 02.00 EST Last modified on Wed 16 Jan 2019 06.16 EST", (), "2019-01-03"),
        (
            "Le Jour | 04.05.2015 à 13h36 • Mis à jour le 05.05.2015 | Par Ada Moss (avec Ben)",
            ("Ada Moss",),
            "2015-05-04",
        ),
        ("By Ada Moss and Ben Reed, 3 May 2019 at 10:20", ("Ada Moss", "Ben Reed"), "2019-05-03"),
    ],
)
def test_a_line_of_author_and_date_is_read_in_any_order(
    read: Read, line: str, authors: tuple[str, ...], date: str | None
) -> None:
    standfirst, first = (
        (
            "Le chapeau dit dans une phrase de quoi il est question.",
            "Le premier alinéa est celui-ci.",
        )
        if "Par" in line
        else (
            "The standfirst says in a sentence what it is about.",
            "The first of all is this one.",
        )
    )
    page = f"<body><h1>River costs</h1><p>{standfirst}</p><p>{line}</p><p>{first}</p></body>"
    source = read(page, "html")
    assert (source.authors, source.date) == (authors, date)
    assert source.subtitle == standfirst
    assert [each.text for each in source.paragraphs if each.number] == [first]
    assert line not in [each.text for each in source.paragraphs]


def test_several_names_below_the_title_are_the_authors(read: Read) -> None:
    prose = "<p>A sentence of the article that is long enough to be one.</p>"
    for line in (
        "Ada Moss*, Ben Reed+ , Cleo Ford",
        "By Ada Moss, Ben Reed, and Cleo Ford 18F, Technology Service, Office of General Services",
    ):
        source = read(f"<h1>Costs</h1><p>{line}</p>{prose}", "html")
        assert source.authors == ("Ada Moss", "Ben Reed", "Cleo Ford")


def test_who_made_a_picture_is_no_paragraph(read: Read) -> None:
    prose = "<p>A sentence of the article that is long enough to be one.</p>"
    figure = "<figure><figcaption>The dam in May.</figcaption></figure><p>Ada Moss/Wire Images</p>"
    source = read(f"<body>{prose}{figure}{prose}</body>", "html")
    assert [each.text for each in source.omitted] == ["Ada Moss/Wire Images"]


def test_a_bold_line_between_paragraphs_is_a_heading(read: Read) -> None:
    prose = "<p>A sentence of the article that is long enough to be one.</p>"
    source = read(f"<body>{prose}<p><b>Who pays for it?</b></p>{prose}</body>", "html")
    assert [each.kind for each in source.paragraphs] == ["paragraph", "heading", "paragraph"]


HERO = """<html lang="en"><head>
<title>Why rivers rise: tools for towns - The Board</title></head><body>
<h2 class="navSkip">Navigation and service</h2><header><h1>Why rivers rise</h1></header>
<main><h2>Executive summary <a href="#s">¶</a></h2><p>The river rose by a metre in the spring.</p>
<h2>What it costs ¶</h2><p>The walls cost more than the board said in the year before.</p></main>
</body></html>"""


def test_the_title_is_that_of_the_page_and_no_section_of_it(read: Read) -> None:
    source = read(HERO, "html")
    assert source.title == "Why rivers rise"
    headings = [each.text for each in source.paragraphs if each.kind == "heading"]
    assert headings == ["Executive summary", "What it costs"]


def test_a_link_that_enlarges_a_picture_is_no_text(read: Read) -> None:
    link = '<p><a href="https://x.org/big.JPG?w=9">click to enlarge</a></p><p>The river'
    source = read(HERO.replace("<p>The river", link, 1), "html")
    assert "picture" in {each.reason for each in source.omitted}
    assert "enlarge" not in " ".join(each.text for each in source.paragraphs)


def test_what_stands_above_the_title_is_of_the_page_and_labels_are_no_text(read: Read) -> None:
    above = "<h2>Service</h2><ul><li>Contact</li></ul><p>2 May 2020</p>"
    below = "<div>Author</div><p>Ada Moss</p><div>Published</div>"
    title = "<h1>Why rivers rise</h1>"
    page = HERO.replace(f"<header>{title}</header>", "").replace("</main>", "")
    page = page.replace("<main>", f"{above}{title}{below}")
    source = read(page, "html")
    assert source.title == "Why rivers rise"
    assert (source.authors, source.date) == (("Ada Moss",), "2020-05-02")
    assert [each.text[:9] for each in source.paragraphs if each.kind == "paragraph"] == [
        "The river",
        "The walls",
    ]
    assert {"Service", "Contact"} <= {one.text for one in source.omitted}


def test_a_date_within_the_heading_is_none_of_the_title(read: Read) -> None:
    page = HERO.replace("<header><h1>Why rivers rise</h1></header>", "").replace(
        "<h2>Exec", "<h1><span>1 February 2022</span> The board says why rivers rise</h1><h2>Exec"
    )
    source = read(page, "html")
    assert (source.title, source.date) == ("The board says why rivers rise", "2022-02-01")


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("title: River costs\ndate: 2012/10/10\ntags: a,\n  b\n\n{}", "River costs", "2012-10-10"),
        ("# 1. Key points\n\n{}\n\n# 2. Costs\n\n{}", None, None),
        ("author: a wise man once said\nso.\n\n{}", None, None),
    ],
)
def test_what_stands_above_a_text_is_its_head_or_none(
    read: Read, text: str, title: str | None, date: str | None
) -> None:
    prose = "The board has built walls along the river, which rose by a metre in the spring."
    source = read(text.replace("{}", prose), "md")
    assert (source.title, source.date) == (title, date)
    assert source.body[-1].text == prose


def test_slides_are_in_the_language_of_their_lists(read: Read) -> None:
    rows = "- Les acteurs de la ville sont les entreprises et les associations\n- Le contexte est\n"
    assert read(f"# Contexte\n\nMonday, May 16, 2011\n\n{rows * 3}", "md").language == "fr"


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("<span>1.2</span><span>Why nets</span> <em>fail</em>", "1.2 Why nets fail"),
        ("<span>3</span><span>What next</span>", "3 What next"),
        ("<span>W</span><span>hat next</span>", "What next"),
        ("<span>What </span><b>n</b>ext", "What next"),
    ],
)
def test_spans_that_only_a_style_parts_are_words_of_their_own(
    read: Read, heading: str, said: str
) -> None:
    text = "The nets fail because the twine of them is thin, as a study of 2018 has found. "
    page = (
        "<!doctype html><html><head><title>A study of nets</title></head><body><article>"
        f"<h1>A study of nets</h1><p>{text * 2}</p><h2>{heading}</h2><p>{text * 3}</p></article>"
    )
    source = read(page, "html")
    assert [each.text for each in source.paragraphs if each.kind == "heading"] == [said]
