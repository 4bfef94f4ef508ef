"""A content template run over an argument."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from briefgen.compose.builder import Builder
from briefgen.compose.furniture import about, authors, byline, furniture
from briefgen.compose.prose import Reader
from briefgen.compose.tags import Tag, rendered
from briefgen.compose.words import Words
from briefgen.types.argument import Argument, Part
from briefgen.types.draft import Draft, Metadata
from briefgen.types.labels import Labels
from briefgen.types.page import PageTemplate
from briefgen.types.selection import Selection


@dataclass(frozen=True, slots=True)
class ContentTemplate:
    """A content template: its text, and the file that errors name."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class PageDesign:
    """A page template, and the file that errors name."""

    file: str
    page: PageTemplate


def compose(
    argument: Argument,
    selection: Selection,
    content: ContentTemplate,
    design: PageDesign,
    labels: Labels,
    created: datetime.datetime,
) -> Draft:
    """Run a content template over an argument and return the draft that it lays down.

    The template sees points by id, part, priority and value, never their words: it places them,
    and each keeps offering its forms.

    Raises:
        TemplateError: the template cannot be run, or a tag asks for what there is not.
    """
    words = Words(argument.article.language, labels)
    reader = Reader(
        words,
        {fact.id: fact for fact in argument.facts},
        {quotation.id: quotation for quotation in argument.quotations},
        argument.glossary,
    )
    builder = Builder(argument, selection, reader, content.file)
    context = _context(argument, selection, words)
    for part in rendered(content.text, context, content.file):
        if isinstance(part, Tag):
            builder.tag(part)
        else:
            builder.text(part)
    return Draft(
        metadata=Metadata(
            title=argument.title,
            author=authors(argument),
            subject=about(argument, words)["based_on"],
            keywords=(labels.kind,),
            language=argument.article.language,
            created=created,
            publisher=argument.issuer.organisation or "",
        ),
        sections=builder.finished(),
        furniture=furniture(argument, words, design.page, design.file),
    )


def _context(argument: Argument, selection: Selection, words: Words) -> dict[str, Any]:
    labels = words.labels.model_dump(mode="json")
    headings = argument.headings.model_dump()
    return {
        "title": argument.title,
        "subtitle": argument.article.subtitle or "",
        "byline": byline(argument, words),
        "labels": labels,
        "headings": {part: held or labels[part] for part, held in headings.items()},
        "about": about(argument, words),
        "points": {
            part.value: [
                {
                    "id": ranked.point.id,
                    "part": part.value,
                    "priority": ranked.point.priority,
                    "value": ranked.value,
                }
                for ranked in selection.parts.get(part, ())
            ]
            for part in Part
        },
    }
