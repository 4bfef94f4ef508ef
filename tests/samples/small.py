"""A small argument, whole enough to compose from, and a plain page."""

from __future__ import annotations

from typing import Any, Protocol

from briefgen.compose import ThemePage
from briefgen.sandbox.fields import mark_of
from briefgen.types.argument import Part
from briefgen.types.draft import Draft
from briefgen.types.header_footer import (
    HeaderFooter,
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterText,
)
from briefgen.types.page_style import TextStyle
from briefgen.types.role import Role
from briefgen.types.selection import Audience

SMALL: dict[str, Any] = {
    "id": "small",
    "title": "Wells & *wadis*",
    "article": {
        "title": "Water",
        "authors": [{"name": "A. Writer", "role": "Reader"}],
        "date": "2020-03-01",
        "cut_off": "2020-02",
        "citation": "A. Writer, Water, 2020",
    },
    "thesis": {
        "id": "thesis",
        "priority": 1,
        "forms": {"headline": "Wells pay", "summary": "Wells pay within [#years] years[@s1]."},
    },
    "rationales": [
        {
            "id": "cheap",
            "priority": 2,
            "forms": {"headline": "Wells are cheap", "summary": "A well costs [#cost]."},
        },
        {
            "id": "near",
            "priority": 1,
            "forms": {
                "headline": "Water is near",
                "summary": "The WSP says [>close] of water.",
                "detail": ["One paragraph.", "Another one."],
            },
            "wording": {"public": {"headline": "Water at the door"}},
        },
    ],
    "risks": [{"id": "salt", "priority": 3, "forms": {"headline": "Salt may rise"}}],
    "facts": [
        {
            "id": "years",
            "value": 3,
            "measure": "years",
            "unit": "years",
            "scope": "all wells",
            "as_of": "2020",
            "locator": "paragraph 1",
        },
        {
            "id": "cost",
            "value": 1.2,
            "scale": "million",
            "unit": "USD",
            "qualifier": "just over",
            "measure": "cost of a well",
            "scope": "the north",
            "as_of": "2019",
            "locator": "paragraph 2",
            "priority": 1,
            "sources": ["s1"],
        },
    ],
    "quotations": [{"id": "close", "text": "a stone's throw", "locator": "paragraph 3"}],
    "sources": [{"id": "s1", "status": "unresolved", "title": "costs", "locator": "paragraph 2"}],
    "glossary": [{"short": "WSP", "long": "Water Supply Programme"}],
    "timeline": [
        {"id": "plan", "date": "mid-2020", "status": "planned", "text": "Wells dug", "priority": 1},
        {"id": "dry", "date": "2018-07", "text": "Rivers fall dry", "priority": 2},
    ],
}


EVERYBODY = Audience(name="everybody", description="Anybody.", weights=dict.fromkeys(Part, 1))
STYLE = TextStyle(Role.HEADER, "Carlito", 9, 12, "#000000")


def field_paragraph(text: str, where: str = "header 1") -> HeaderFooterParagraph:
    """Return a paragraph with fields, as it is read from a template."""
    return HeaderFooterParagraph(
        STYLE, (HeaderFooterText("", STYLE),), source=mark_of(0) + text, where=where
    )


def theme(header: str = "{{ kind }}", footer: str = "{{ position }} {{ folio }}") -> ThemePage:
    """Return a page with a header and a footer of one paragraph each."""
    header_footer = HeaderFooter(
        450,
        {"default": HeaderFooterPart((field_paragraph(header),))},
        {"default": HeaderFooterPart((field_paragraph(footer, "footer 1"),))},
    )
    return ThemePage("template.docx", header_footer, 30)


class Composed(Protocol):
    """Composes a draft of the small argument from the text of a content template.

    `changed` are fields of the argument with other values.
    """

    def __call__(
        self,
        template: str,
        page: ThemePage | None = None,
        audience: Audience = EVERYBODY,
        **changed: Any,
    ) -> Draft: ...
