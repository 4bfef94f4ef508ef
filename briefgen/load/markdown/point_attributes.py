"""Attributes of a point: at its heading, on the lines below that, or at the end of its text."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.load.markdown.fields import attributed, fields, knows
from briefgen.load.markdown.gathered import Gathered, Values
from briefgen.markup.attributes import Attributes, attributes_at, trailing
from briefgen.markup.document import DocumentBlock, TextAt
from briefgen.types.point import Point

MORE = ("source", "name")
"""Attributes that are no fields: whose view a point is."""

_OWNERS = ']”"’»)'
"""Behind such a mark, attributes after a space were meant for what it closes."""


def of_point(
    heading: TextAt | None,
    found: Attributes | None,
    blocks: list[DocumentBlock],
    model: type[Point],
    gathered: Gathered,
) -> tuple[Values, list[DocumentBlock]]:
    """Return the fields that the attributes of a point set, and its blocks without these."""
    values = fields(heading, found, model, gathered, more=MORE) if heading else {}
    blocks, below = _at_start(blocks)
    own = [below, *_at_ends(blocks, model)]
    for text, attributes in filter(None, own):
        for name, value in fields(text, attributes, model, gathered, more=MORE).items():
            if name in values:
                message, hint = f"gives {name} twice", "keep one of the two"
                gathered.report("attribute-twice", message, hint, value[1], value[2])
            values[name] = value
    attributed(values)
    return values, blocks


_Found = tuple[TextAt, Attributes]


def _at_start(blocks: list[DocumentBlock]) -> tuple[list[DocumentBlock], _Found | None]:
    """Return blocks without the attributes that the first one begins with, and these."""
    if not blocks or blocks[0].kind != "paragraph" or not blocks[0].text.text.startswith("{"):
        return blocks, None
    text = blocks[0].text
    found = attributes_at(text.text, 0)
    rest = text.part(found.end, len(text.text))
    left = [DocumentBlock("paragraph", rest.line, blocks[0].last, rest)] if rest.text else []
    return [*left, *blocks[1:]], (text, found)


def _at_ends(blocks: list[DocumentBlock], model: type[Point]) -> Iterator[_Found]:
    """Yield the attributes at the ends of paragraphs, which are taken from these."""
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            return
        if block.kind != "paragraph" or not block.text.text.endswith("}"):
            continue
        text, found = trailing(block.text)
        if found is None or found.fault or not text.text or text.text[-1] in _OWNERS:
            continue
        if block.text.text[found.start - 1].isspace() and knows(found, model, MORE):
            blocks[number] = DocumentBlock("paragraph", block.first, block.last, text)
            yield block.text, found
