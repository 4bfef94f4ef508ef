"""The lines of headers, footers and a template's own text, as a brief prints them."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.types.draft import LOGO, FilledHeaderFooter
from briefgen.types.header_footer import (
    PAGE,
    PAGES,
    Break,
    Drawn,
    DrawnGroup,
    Floating,
    HeaderFooter,
    HeaderFooterInline,
    HeaderFooterParagraph,
    HeaderFooterText,
    Lettering,
    Tab,
)
from briefgen.types.signoff import PrintedSentence

SECTION = "header-footer"
"""What these lines are a section of: they frame the brief."""

_COUNTED = str.maketrans({PAGE: "…", PAGES: "…", LOGO: ""})


def around_text(header_footer: FilledHeaderFooter) -> list[PrintedSentence]:
    """Return each line of headers, footers and a template's own text once; a page number is dots.

    Those of a brief of one page and of several are among them, as both may be printed of it.
    """
    texts = dict.fromkeys(
        text
        for one in (header_footer.several, header_footer.single)
        for paragraph in _paragraphs(one)
        for text in _texts(paragraph)
        if text
    )
    return [PrintedSentence(text, text, SECTION, is_text=False) for text in texts]


def _paragraphs(header_footer: HeaderFooter) -> Iterator[HeaderFooterParagraph]:
    for part in (
        *header_footer.headers.values(),
        header_footer.above,
        header_footer.below,
        *header_footer.footers.values(),
    ):
        yield from part.paragraphs


def _texts(paragraph: HeaderFooterParagraph) -> Iterator[str]:
    """Yield what a paragraph says, and what is lettered beside it."""
    said = "".join(map(_said, paragraph.parts))
    for stretch in said.split("\t"):
        yield " ".join(stretch.translate(_COUNTED).split())
    for part in paragraph.parts:
        yield from _lettered(part)


def _said(part: HeaderFooterInline) -> str:
    if isinstance(part, HeaderFooterText):
        return part.text
    return "\t" if isinstance(part, Tab) else " " if isinstance(part, Break) else ""


def _lettered(part: HeaderFooterInline | Drawn) -> Iterator[str]:
    shown = part.shown if isinstance(part, Floating) else part
    if isinstance(shown, Lettering):
        yield " ".join(shown.text.split())
    elif isinstance(shown, DrawnGroup):
        for member in shown.members:
            yield from _lettered(member.shown)
