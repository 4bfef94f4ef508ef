"""The issuer's logo, wherever the template's text asks for it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from docx.document import Document
from docx.parts.story import StoryPart

from briefgen.ooxml.build import child_of, properties_of, text_content, w
from briefgen.ooxml.names import PIC, Element, W, twips
from briefgen.render.docx.drawingml import inline, shown_picture
from briefgen.types.draft import BELOW_LOGO_PT, LOGO, Logo

_NAME = "Logo"


def place_logo(document: Document, logo: Logo, numbers: count[int]) -> None:
    """Put the logo where the filled text of body, headers and footers stands for it.

    Its paragraph gets automatic spacing: exact spacing would cut it off.
    """
    for part in _stories(document):
        for text in [one for one in part.element.iter(W + "t") if LOGO in (one.text or "")]:
            run = text.getparent()
            assert run is not None
            relationship, _ = part.get_or_add_image(io.BytesIO(logo.picture.data))
            size_pt = (logo.width_pt, logo.height_pt)
            picture = shown_picture(relationship, _NAME, size_pt)
            drawn = inline(picture, PIC, next(numbers), _NAME, logo.alt, size_pt)
            for one in _divided(run, text, drawn):
                run.addprevious(one)
            parent = run.getparent()
            assert parent is not None
            parent.remove(run)
            _space(next(drawn.iterancestors(W + "p")), line=240, lineRule="auto")
            if part is not document.part:
                _space([*part.element.iter(W + "p")][-1], after=twips(BELOW_LOGO_PT))


def _stories(document: Document) -> Iterator[StoryPart]:
    yield document.part
    for relationship in document.part.rels.values():
        if not relationship.is_external and relationship.target_part is not document.part:
            part = relationship.target_part
            if isinstance(part, StoryPart):
                yield part


def _divided(run: Element, text: Element, drawn: Element) -> Iterator[Element]:
    """Yield a run in two, with the drawing between what stood before the logo and after it."""
    before, _, after = (text.text or "").partition(LOGO)
    content = [child for child in run if child.tag != W + "rPr"]
    at = content.index(text)
    yield from _part(run, [*content[:at], *text_content(before)])
    yield drawn
    yield from _part(run, [*text_content(after), *content[at + 1 :]])


def _part(run: Element, content: list[Element]) -> Iterator[Element]:
    properties = run.find(W + "rPr")
    if content:
        yield w("r", *([] if properties is None else [deepcopy(properties)]), *content)


def _space(paragraph: Element, **values: int | str) -> None:
    """Give a paragraph spacing of its own, beside what its style says."""
    spacing = child_of(properties_of(paragraph), "spacing")
    for name, value in values.items():
        spacing.set(W + name, str(value))
