"""A point into the forms it can be printed in."""

from __future__ import annotations

import re
from typing import Literal

from briefgen.compose.pointers import pointing
from briefgen.compose.prose import ProseReader
from briefgen.markup import typographic
from briefgen.types.block import Block, Heading, Origin, Paragraph
from briefgen.types.draft import Variant
from briefgen.types.point import ContestedPoint, Form, Point
from briefgen.types.prose import Prose, Strong, Text, text_of
from briefgen.types.role import Role
from briefgen.types.selection import Ranked

Manner = Literal["text", "run-in", "bullet", "subsection"]
"""How a point is printed.

text: the form alone; run-in: its headline in bold, then the form; bullet: the same as an item of
a list; subsection: its headline as a heading, then the form.
"""

POINTING = frozenset({Role.BODY, Role.BULLET})
"""Text that points to charts and tables. A bottom line does not."""

_ENDED = re.compile(r"[.?!…:;][\s\"'”’»)\]]*$")

LONGEST_FIRST = (Form.DETAIL, Form.SUMMARY, Form.HEADLINE)


def variants(
    ranked: Ranked,
    forms: tuple[Form, ...],
    manner: Manner,
    role: Role,
    reader: ProseReader,
    at: Origin,
) -> tuple[Variant, ...]:
    """Return the offers of a point, longest first: the forms asked for that it has.

    A bullet is one paragraph, so a detail of several is not offered as one.
    """
    point = ranked.point
    found: list[Variant] = []
    for form in LONGEST_FIRST:
        if form not in forms:
            continue
        origin = Origin(at.section, point.id, form, at.template_line)
        paragraphs = _paragraphs(point, form, reader, points=role in POINTING)
        if paragraphs and (manner != "bullet" or len(paragraphs) == 1):
            blocks = _blocks(point, form, paragraphs, manner, role, reader, origin)
            found.append(Variant(form, blocks, ranked.form_values.get(form, 0)))
    return tuple(found)


def _paragraphs(point: Point, form: Form, reader: ProseReader, *, points: bool) -> list[Prose]:
    if form is Form.HEADLINE:
        return [reader.read(point.forms.headline, acronyms=False)]
    texts = point.forms.texts(form)
    paragraphs = [reader.read(text) for text in texts]
    if points:
        paragraphs = [
            pointing(paragraph, reader.exhibits, reader.words.language) for paragraph in paragraphs
        ]
    if paragraphs and not any("[@" in text for text in texts):
        paragraphs[-1] = _ending(paragraphs[-1], point, reader)
    return paragraphs


def _sources(point: Point) -> list[str]:
    return [key[1:] for key in point.evidence if key[0] == "@"]


def _ending(prose: Prose, point: Point, reader: ProseReader) -> Prose:
    """Return prose that cites at its end what it has not cited where it stands."""
    last, cited = prose[-1], reader.cited(_sources(point), point.locator)
    if not cited or reader.marks_follow_stops:
        return (*prose, *cited)
    if not isinstance(last, Text) or last.text[-1:] not in (".", "?", "!"):
        return (*prose, *cited)
    return (*prose[:-1], Text(last.text[:-1]), *cited, Text(last.text[-1]))


def _dispute(point: Point, reader: ProseReader) -> Prose:
    """Return whose position a contested point is, and the position against it.

    That the author holds it goes without saying: whose views a brief gives stands at its foot.
    """
    if not isinstance(point, ContestedPoint):
        return ()
    labels = reader.words.labels
    held = labels.held.format(holder=typographic(point.held_by, labels.quotation_marks))
    if point.held_by.casefold() in {name.casefold() for name in reader.authors}:
        held = ""
    disputed = labels.disputed.format(
        holder=typographic(point.disputed_by, labels.quotation_marks), position=""
    )
    reported = " ".join(filter(None, (held, disputed)))
    return (Text(f" {reported}"), *reader.read(point.counter_position))


def sentence(headline: Prose) -> Prose:
    """End a headline that stands in running text, unless a mark ends it, be it within quotes.

    A citation at its end is no text.
    """
    return headline if _ENDED.search(text_of(headline)) else (*headline, Text("."))


def _alone(headline: Prose, point: Point, reader: ProseReader, *, strong: bool) -> Prose:
    """Return a headline that stands for its point: it cites what the point rests on."""
    cited = reader.cited(_sources(point), point.locator)
    if not cited or reader.marks_follow_stops:
        ended = sentence(headline)
        return (Strong(ended), *cited) if strong else (*ended, *cited)
    stop = sentence(headline)[len(headline) :]
    return (Strong(headline), *cited, *stop) if strong else (*headline, *cited, *stop)


def _blocks(
    point: Point,
    form: Form,
    paragraphs: list[Prose],
    manner: Manner,
    role: Role,
    reader: ProseReader,
    origin: Origin,
) -> tuple[Block, ...]:
    item: Literal["bullet"] | None = "bullet" if manner == "bullet" else None
    role = Role.BULLET if item and role is Role.BODY else role
    if form is not Form.HEADLINE:
        paragraphs = [*paragraphs[:-1], (*paragraphs[-1], *_dispute(point, reader))]
    first, *rest = paragraphs
    if form is Form.HEADLINE:
        first = _alone(first, point, reader, strong=manner != "text")
    elif manner in ("run-in", "bullet"):
        headline = sentence(reader.read(point.forms.headline, acronyms=False))
        first = (Strong(headline), Text(" "), *first)
    blocks: list[Block] = [Paragraph(role, first, origin, item)]
    blocks += [Paragraph(role, paragraph, origin) for paragraph in rest]
    if manner == "subsection" and form is not Form.HEADLINE:
        headline = reader.read(point.forms.headline, acronyms=False)
        blocks.insert(0, Heading(3, Role.HEADING_2, headline, origin))
    return tuple(blocks)
