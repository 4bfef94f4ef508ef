"""An article is anybody's file: it is read within bounds, nothing in it runs or is fetched."""

from __future__ import annotations

import io
import socket
import zipfile
import zlib
from pathlib import Path

import docx
import pytest

from briefgen.load.article import read_article
from briefgen.load.article import reading as limits
from briefgen.types.finding import LoadError


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("an article was to be fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def _codes(path: Path) -> tuple[str, ...]:
    with pytest.raises(LoadError) as caught:
        read_article(path)
    assert all(each.file == str(path) for each in caught.value.findings)
    assert not any("template" in each.hint for each in caught.value.findings)
    return caught.value.codes


def _word(path: Path, part: str, data: bytes) -> Path:
    """Save a Word file in which one part is another."""
    plain = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("A paragraph of an article stands here, and it is a long one.")
    document.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, data)
    return path


def test_a_word_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = _word(tmp_path / "article.docx", "word/media/big.bin", bytes(300_000_000))
    assert path.stat().st_size < 1_000_000
    assert _codes(path) == ("word-inflates",)


ENTITIES = b"""<?xml version="1.0"?>
<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "/etc/passwd">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:body></w:document>"""


def test_entities_of_a_word_file_are_refused(tmp_path: Path) -> None:
    path = _word(tmp_path / "article.docx", "word/document.xml", ENTITIES)
    assert _codes(path) == ("word-doctype",)


def test_a_page_fetches_and_runs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "article.html"
    path.write_text(
        """<!DOCTYPE html [<!ENTITY x SYSTEM "http://127.0.0.1/x">]>
        <html><head><link rel="stylesheet" href="http://127.0.0.1/a.css">
        <script src="http://127.0.0.1/a.js"></script><base href="http://127.0.0.1/"></head><body>
        <p>A picture <img src="http://127.0.0.1/a.png"> stands in &x; this long paragraph.</p>
        <iframe src="http://127.0.0.1/f"></iframe><object data="file:///etc/passwd">o</object>
        </body></html>""",
        encoding="utf-8",
    )
    (paragraph,) = read_article(path).body
    assert paragraph.text.startswith("A picture stands in")
    assert "root:" not in paragraph.text


def test_a_page_that_is_nested_too_deeply_is_told(tmp_path: Path) -> None:
    path = tmp_path / "article.html"
    path.write_text(f"<p>A paragraph of the article stands here.</p>{'<div>' * 5_000}x")
    source = read_article(path)
    assert source.body[0].text == "A paragraph of the article stands here."
    assert any("nested too deeply" in remark for remark in source.remarks)


@pytest.mark.parametrize("ending", ["md", "txt", "html"])
def test_a_file_over_the_limit_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr(limits, "TEXT_LIMIT", 1_000)
    path = tmp_path / f"article.{ending}"
    path.write_text("word " * 300)
    assert _codes(path) == ("file-too-large",)


def test_more_characters_than_a_book_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CHARACTER_LIMIT", 1_000)
    path = tmp_path / "article.txt"
    path.write_text("A sentence of the article. " * 60)
    assert _codes(path) == ("article-too-long",)


def test_a_stream_of_a_pdf_that_is_packed_twice_is_refused(tmp_path: Path) -> None:
    packed = zlib.compress(zlib.compress(bytes(1_000)))
    path = tmp_path / "article.pdf"
    head = b"%%PDF-1.4\n1 0 obj\n<</Length %d/Filter[/FlateDecode/FlateDecode]>>\nstream\n"
    path.write_bytes(head % len(packed) + packed + b"\nendstream\nendobj\n")
    assert _codes(path) == ("pdf-inflates",)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc", "//a"]
)
def test_an_address_that_may_not_be_printed_is_lost(tmp_path: Path, address: str) -> None:
    path = tmp_path / "article.md"
    path.write_text(f"A [link]({address}) stands in this paragraph of the article.\n")
    assert [link.address for each in read_article(path).body for link in each.links] in ([None], [])
