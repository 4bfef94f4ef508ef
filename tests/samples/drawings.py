"""Drawings in the header of a Word template, made in code, and what is read of them."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from briefgen.load.word.header_footer import read_header_footer
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.types.header_footer import Drawn, Floating, HeaderFooterParagraph, HeaderFooterText
from samples.foreign import FOREIGN, p
from samples.word import parts

RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="logo" Type="x/image" Target="media/logo.png"/></Relationships>'
)


def picture(mode: str = "RGB", colour: object = (0, 0, 128)) -> bytes:
    """Return a PNG whose left half is of a colour, and the right one of another."""
    image = Image.new(mode, (60, 30), colour)  # type: ignore[arg-type]
    image.paste((255,) * len(mode), (30, 0, 60, 30))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def drawn(xml: str, data: bytes = b"") -> tuple[list[Drawn | Floating], list[str]]:
    """Return what a run in a header draws, and what could not be read."""
    foreign = replace(
        FOREIGN["university"],
        body=p("{{ main }}"),
        headers_footers={"header-default": f"<w:p><w:r>{xml}</w:r></w:p>"},
    )
    held = parts(foreign.package())
    held["word/media/logo.png"] = data or picture()
    held["word/_rels/header-default.xml.rels"] = RELATIONSHIPS.encode()
    found, findings = read_header_footer(WordTemplate("foreign", "foreign.docx", Package(held)))
    (block,) = found.headers["default"].blocks
    assert isinstance(block, HeaderFooterParagraph)
    shown = [one for one in block.parts if not isinstance(one, HeaderFooterText)]
    return shown, [one.message for one in findings]  # type: ignore[return-value]
