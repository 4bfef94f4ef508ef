"""The order of reading of a PDF whose columns are held row by row, and what stands at its foot."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefgen.load.article import read_article

SIZE, LEADING, WIDTH, GUTTER = 10, 12, 230, 20

LEFT = (
    "The river board has spent more than it ever had on dams, and it goes on to spend still more on"
    " roads along the river. Its budget was doubled in 2015, when the towns had asked for higher"
    " walls and the ministry had agreed. Nobody has examined what became of the money since then,"
    " and the board says that it will not publish an account before the next election is over."
)
RIGHT = (
    "Farmers see it differently. They have lost meadows to the dams, and were paid less than half"
    " of what they had been told. In the lower valley, 12 farms were given up in three years. The"
    " board answers that each of them had been offered another place, and that the walls have kept"
    " dry more than a thousand houses in the towns that lie below the old bridge."
)


def _wrapped(canvas: Canvas, text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if canvas.stringWidth(longer, "Times-Roman", SIZE) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _row_by_row(path: Path, columns: Sequence[Sequence[str]], *, offset: float = 0) -> Path:
    """Write a page with a title above columns, whose lines are drawn from left to right."""
    canvas = Canvas(str(path))
    canvas.setFont("Times-Bold", 18)
    canvas.drawString(72, 760, "What the river costs and who pays for it")
    canvas.setFont("Times-Roman", SIZE)
    for row in range(max(map(len, columns))):
        for number, lines in enumerate(columns):
            if row < len(lines):
                x = 50 + number * (WIDTH + GUTTER)
                canvas.drawString(x, 720 - row * LEADING - offset * number, lines[row])
    canvas.save()
    return path


def _texts(path: Path) -> list[str]:
    return [each.text for each in read_article(path).body]


def test_columns_that_are_held_row_by_row_are_read_one_by_one(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "measure.pdf"))
    columns = [_wrapped(canvas, text, WIDTH) for text in (LEFT, RIGHT)]
    for offset in (0, 5):
        path = _row_by_row(tmp_path / f"{offset}.pdf", columns, offset=offset)
        assert _texts(path) == [LEFT, RIGHT]


def _side_by_side(width: int) -> list[str]:
    pages = [textwrap.wrap(text, width) for text in (LEFT, RIGHT)]
    rows = itertools.zip_longest(*pages, fillvalue="")
    return [f"{left:{width + 6}}{right}".rstrip() for left, right in rows]


@pytest.mark.parametrize("end", ["", "\f"])
def test_text_with_its_layout_kept_is_read_by_its_columns(tmp_path: Path, end: str) -> None:
    path = tmp_path / "article.txt"
    text = ["      What the river costs and who pays for it", "", *_side_by_side(44)]
    path.write_text("\n".join([*text, "", f"{' ' * 47}7", end]), encoding="utf-8")
    source = read_article(path)
    assert (source.title, *_texts(path)) == (
        "What the river costs and who pays for it",
        LEFT,
        RIGHT,
    )


def test_pages_of_text_lose_their_numbers_notes_and_hyphens(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    pages = [
        "2.1 What the board spends",
        "The river board has spent more than it ever had on dams, and it goes on to spend still",
        "more on roads along the river. Nobody has examined what became of the money, or pub-",
        "    1",
        "      We thank those who read a draft.",
        "",
        "                                   3",
        "\flished an account of it, although towns have asked for one each year since \x13then.",
    ]
    path.write_text("\n".join(pages), encoding="utf-8")
    source = read_article(path)
    assert [(each.kind, each.text) for each in source.paragraphs] == [
        ("heading", "2.1 What the board spends"),
        (
            "paragraph",
            "The river board has spent more than it ever had on dams, and it goes on to spend still"
            " more on roads along the river. Nobody has examined what became of the money, or"
            " published an account of it, although towns have asked for one each year since"
            " then.",
        ),
        ("note", "1 We thank those who read a draft."),
    ]


def test_the_rows_of_a_table_stay_together(tmp_path: Path) -> None:
    names = ["Old Stone", "Bridgetown", "Mill", "Harbour", "Lower Dale", "Upper Dale", "Ferry"]
    cells = [
        [f"The town of {name}" for name in names],
        [f"paid {count} million last year" for count in range(3, 10)],
    ]
    path = _row_by_row(tmp_path / "table.pdf", cells)
    assert "Old Stone paid 3 million last year" in " ".join(_texts(path))


def _page(path: Path, lines: Sequence[tuple[str, float, float]], author: str = "") -> Path:
    canvas = Canvas(str(path))
    canvas.setAuthor(author)
    for text, size, y in lines:
        canvas.setFont("Times-Roman", size)
        canvas.drawString(72, y, text)
    canvas.save()
    return path


def test_notes_at_the_foot_stand_apart_and_split_no_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "notes.pdf"
    canvas = Canvas(str(path))
    body = [
        "The river board has spent more than it ever had on dams, and it goes on to spend",
        "still more on roads along the river, since the towns had asked for it. It has not",
    ]
    canvas.setFont("Times-Roman", 11)
    for number, text in enumerate(body):
        canvas.drawString(72, 700 - 14 * number, text)
    canvas.setFont("Times-Roman", 6)
    canvas.drawString(72, 103, "1")
    canvas.setFont("Times-Roman", 9)
    canvas.drawString(75.2, 100, "We thank those who read a draft of this paper.")
    canvas.drawString(72, 89, "School of Rivers, Old Stone.")
    canvas.showPage()
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(72, 700, "said what the roads are for, and it was never asked in public.")
    canvas.save()
    source = read_article(path)
    assert _texts(path) == [
        " ".join([*body, "said what the roads are for, and it was never asked in public."])
    ]
    notes = " ".join(each.text for each in source.paragraphs if each.kind == "note")
    assert notes.endswith(
        "We thank those who read a draft of this paper. School of Rivers, Old Stone."
    )


def test_a_name_that_is_split_at_a_capital_letter_is_whole_where_it_is_known(
    tmp_path: Path,
) -> None:
    lines = [
        (
            "The town trusts RiverWatch with its dams, and the ministry does not trust River-",
            11,
            700.0,
        ),
        ("Watch with any. In the view of the board, there is no need of Anglo-", 11, 686.0),
        ("Saxon rules, as the rivers of the north have always been left to themselves.", 11, 672.0),
    ]
    (text,) = _texts(_page(tmp_path / "split.pdf", lines))
    assert "does not trust RiverWatch with any" in text
    assert "Anglo-Saxon rules" in text


def test_accents_that_stand_beside_their_letters_are_set_on_them(tmp_path: Path) -> None:
    text = "Der Fluss f\u00a8uhrt in Universit\u00b4es et ministries more water than it did."
    (read,) = _texts(_page(tmp_path / "accents.pdf", [(text, 11, 700.0)]))
    assert read.startswith("Der Fluss f\u00fchrt in Universit\u00e9s et ministries")


def test_what_a_program_wrote_for_a_name_is_no_author(tmp_path: Path) -> None:
    line = ("The river board has spent more than it ever had on dams and on its roads.", 11, 700.0)
    for author in ("ARRAY(0x2c7cf020)", "anonymous", "user1"):
        assert read_article(_page(tmp_path / "a.pdf", [line], author)).authors == ()
    assert read_article(_page(tmp_path / "a.pdf", [line], "Ada Moss")).authors == ("Ada Moss",)
