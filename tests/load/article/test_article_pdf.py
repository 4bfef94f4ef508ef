"""An article as PDF: lines put together to paragraphs, page by page."""

from __future__ import annotations

import builtins
import io
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefgen.load.article import read_article
from briefgen.load.article.pdf import reject_bombs
from briefgen.types.finding import LoadError

Line = tuple[str, str, float, float]
"""Text, face, size and the distance to the line before."""


def _pdf(path: Path, pages: Sequence[Sequence[Line]], *, password: str | None = None) -> Path:
    canvas = Canvas(str(path), encrypt=password)
    for number, lines in enumerate(pages, 1):
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(72, 800, "River costs, 2019")
        canvas.drawString(72, 30, f"Page {number}")
        y = 740.0
        for text, face, size, step in lines:
            y -= step
            canvas.setFont(face, size)
            canvas.drawString(72, y, text)
        canvas.showPage()
    canvas.save()
    return path


def _body(text: str, step: float = 14) -> Line:
    return text, "Times-Roman", 11, step


PAGES = [
    [
        ("River costs and plans", "Times-Bold", 20, 30),
        ("Why now", "Times-Bold", 11, 30),
        _body("The river board has spent more than it ever had on dams, walls and re-", 24),
        _body("pairs of bridges, and it goes on to spend still more on roads along the"),
        _body("river. The towns had asked for it."),
        _body("A second paragraph begins here, after a wider distance, and it is not yet", 28),
    ],
    [
        _body("finished when the page ends, since it goes on here to the end of this line."),
        ("1 A note at the foot of the page, which is set in smaller type.", "Times-Roman", 8, 400),
    ],
    [_body("The third page holds a third paragraph, which is a short one.")],
]


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return _pdf(tmp_path / "article.pdf", PAGES)


def test_lines_become_paragraphs_with_their_pages(pdf: Path) -> None:
    source = read_article(pdf)
    assert [(each.kind, each.page, each.text) for each in source.paragraphs] == [
        ("title", 1, "River costs and plans"),
        ("heading", 1, "Why now"),
        (
            "paragraph",
            1,
            "The river board has spent more than it ever had on dams, walls and repairs of bridges,"
            " and it goes on to spend still more on roads along the river. The towns had asked for"
            " it.",
        ),
        (
            "paragraph",
            1,
            "A second paragraph begins here, after a wider distance, and it is not yet finished"
            " when the page ends, since it goes on here to the end of this line.",
        ),
        ("note", 2, "1 A note at the foot of the page, which is set in smaller type."),
        ("paragraph", 3, "The third page holds a third paragraph, which is a short one."),
    ]


def test_running_lines_are_left_out(pdf: Path) -> None:
    omitted = {each.text for each in read_article(pdf).omitted}
    assert omitted == {"River costs, 2019", "Page 1", "Page 2", "Page 3"}


def test_links_have_their_words_and_the_mark_of_a_note_is_no_figure(tmp_path: Path) -> None:
    path = tmp_path / "article.pdf"
    canvas = Canvas(str(path))
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(72, 700, "The board spent 405 million, the ministry says, in the year 2018.")
    canvas.setFont("Times-Roman", 6)
    canvas.drawString(
        72
        + canvas.stringWidth(
            "The board spent 405 million, the ministry says, in the year 2018.", "Times-Roman", 11
        ),
        704,
        "3",
    )
    start = 72 + canvas.stringWidth("The board spent 405 million, ", "Times-Roman", 11)
    end = start + canvas.stringWidth("the ministry", "Times-Roman", 11)
    canvas.linkURL("https://www.example.org/m", (start, 697, end, 709))
    canvas.save()
    paragraph = read_article(path).body[0]
    assert paragraph.text.endswith("in the year 2018.")
    assert [(link.words, link.address) for link in paragraph.links] == [
        ("the ministry", "https://www.example.org/m")
    ]


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    path = _pdf(tmp_path / "article.pdf", PAGES[:1])
    canvas = Canvas(str(tmp_path / "empty.pdf"))
    canvas.rect(10, 10, 50, 50)
    canvas.showPage()
    canvas.save()
    assert read_article(path).remarks == ()
    with pytest.raises(LoadError) as caught:
        read_article(tmp_path / "empty.pdf")
    assert caught.value.codes == ("pdf-no-text",)


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    path = _pdf(tmp_path / "article.pdf", PAGES[:1], password="secret")
    with pytest.raises(LoadError) as caught:
        read_article(path)
    assert caught.value.codes == ("pdf-encrypted",)


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "article.pdf"
    path.write_bytes(b"%PDF-1.7 and no more")
    with pytest.raises(LoadError) as caught:
        read_article(path)
    assert caught.value.codes == ("pdf-damaged",)


def _with_stream(data: bytes, said: bytes = b"") -> bytes:
    head = b"%%PDF-1.4\n1 0 obj\n<</Length %d/Filter/FlateDecode%s>>" % (len(data), said)
    return head + b"\nstream\n%s\nendstream\n" % data


def test_a_stream_that_unpacks_to_too_much_is_refused_unopened(tmp_path: Path) -> None:
    packer = zlib.compressobj()
    packed = io.BytesIO()
    for _ in range(120):
        packed.write(packer.compress(bytes(1_000_000)))
    packed.write(packer.flush())
    path = tmp_path / "article.pdf"
    path.write_bytes(_with_stream(packed.getvalue()))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(LoadError) as caught:
        read_article(path)
    assert caught.value.codes == ("pdf-inflates",)
    reject_bombs(_with_stream(packed.getvalue(), b"/Subtype/Image"), "a picture, never unpacked")


def test_without_the_extra_the_error_names_it(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without(name: str, *given: Any, **named: Any) -> Any:
        if name == "pypdfium2":
            raise ImportError(name)
        return imported(name, *given, **named)

    monkeypatch.delitem(sys.modules, "pypdfium2", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(LoadError) as caught:
        read_article(pdf)
    (finding,) = caught.value.findings
    assert finding.code == "extra-missing"
    assert finding.hint == 'install it: pip install "briefgen[pdf]"'
