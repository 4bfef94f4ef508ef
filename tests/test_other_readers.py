"""Programs that read Word files see every word of a brief: no text stands where they do not look.

MarkItDown, which reads as mammoth does, and pandoc are not at hand here; tried by hand, both see
all of it.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import docx
import docx2txt
import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph
from samples.foreign import FOREIGN, control, p
from samples.word import W, text, tree

import briefgen

DATA = Path(__file__).resolve().parent.parent / "data"
OTHERS = Path(__file__).parent / "arguments"


def python_docx(data: bytes) -> str:
    """What python-docx 1.2 gives of paragraphs and tables."""
    return "\n".join(_said(docx.Document(io.BytesIO(data)).iter_inner_content()))


def _said(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _said(cell.iter_inner_content())


def by_docx2txt(data: bytes) -> str:
    found: str = docx2txt.process(io.BytesIO(data))
    return found


def words(read: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", read.replace("\u00ad", "")))


def body(data: bytes) -> Counter[str]:
    return words("\n".join(text(one) for one in tree(data).iter(W + "p")))


@pytest.fixture(scope="module")
def briefs() -> dict[str, bytes]:
    """Briefs of every length and theme, with lists, tables, charts, contents and footnotes."""
    mali, accessible = (briefgen.load(file) for file in sorted(DATA.glob("*.yaml"), reverse=True))
    blocks, series = (briefgen.load(OTHERS / f"{name}.yaml") for name in ("blocks", "series"))
    lengths, themes = (
        [name for name, _ in one()] for one in (briefgen.lengths, briefgen.templates)
    )
    asked = [(mali, length, "decision-maker", "standard") for length in lengths]
    asked += [
        (one, "full", audience, theme)
        for (one, audience), theme in product(((accessible, "analyst"), (blocks, "public")), themes)
    ]
    asked.append((series, "four-page", "analyst", "press"))
    return {
        f"{one.id} {length} {audience} {theme}": briefgen.build(
            one, length=length, audience=audience, template=theme
        ).to_bytes("docx")
        for one, length, audience, theme in asked
    }


@pytest.mark.parametrize("read", [python_docx, by_docx2txt])
def test_another_program_sees_every_word(
    briefs: dict[str, bytes], read: Callable[[bytes], str]
) -> None:
    for name, data in briefs.items():
        written = body(data)
        assert written.total() > 200, name
        assert not written - words(read(data)), name


MARK = p("{{ main }}")
HINT = p("Click to enter text")


@pytest.mark.parametrize(
    "foreign",
    [
        control("Text").replace(HINT, p("Dear reader") + MARK),
        p("Dear reader") + control("briefgen:main") + control("Date"),
    ],
    ids=["a control around the mark", "controls as places and beside them"],
)
def test_a_template_s_own_controls_hide_nothing(foreign: str, tmp_path: Path) -> None:
    template = tmp_path / "foreign.docx"
    template.write_bytes(replace(FOREIGN["ministere"], body=foreign).package())
    brief = briefgen.build(briefgen.load(DATA / "china-mali.yaml"), template=template)
    data = brief.to_bytes("docx")
    assert body(data)["reader"] >= 1
    assert not body(data) - words(python_docx(data))
