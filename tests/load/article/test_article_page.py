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
        "The board has spent US$405 million on dams, it said, and it will spend more on 12 km2 of"
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
