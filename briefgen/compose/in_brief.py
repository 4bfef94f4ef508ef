"""The messages that open a brief: takeaways of its most important points, in words of the argument.

A takeaway says a finding with its number or consequence, in other words than the headline, which
the point below keeps. A headline alone would only be read twice, so that without takeaways there
are no messages. What is recommended is always one of them, in the words of its headline: a reader
who stops here knows what is asked. No source is named in brackets: the point below names it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.points import alone, sentence
from briefgen.compose.prose import ProseReader
from briefgen.types.argument import Part
from briefgen.types.block import Origin, Paragraph
from briefgen.types.draft import Choice, DraftSection, Variant
from briefgen.types.point import Form, Point
from briefgen.types.prose import Prose, Text, text_of
from briefgen.types.role import Role
from briefgen.types.selection import Ranked

LEAST_MESSAGES, MOST_MESSAGES = 2, 4

PARTS = frozenset(
    {
        Part.SIGNIFICANCE,
        Part.RATIONALES,
        Part.RISKS,
        Part.OUTLOOK,
        Part.IMPLICATIONS,
        Part.RECOMMENDATIONS,
    }
)
"""What may be a message. A dispute in a sentence is one side of it; context is no message."""

_ASKED_CHARACTERS = 120
"""How long the headlines of recommendations may be together in one message."""


class InBrief(Struct, frozen=True):
    """What a template asks for: at most so many messages, in the section of a name."""

    section: str
    most: int
    line: int


class Message(Struct, frozen=True):
    """A point that may be a message, and its part."""

    part: Part | None
    ranked: Ranked
    heading: Prose = ()
    """That of the recommendations, which a message of what is asked opens with."""
    others: tuple[Ranked, ...] = ()
    """The recommendations behind the first."""


def with_messages(
    sections: Sequence[DraftSection],
    asked: InBrief,
    placed: Mapping[tuple[str, str], Ranked],
    reader: ProseReader,
) -> tuple[DraftSection, ...]:
    """Return the sections with the messages in theirs.

    The first point of a section may be a message; those of most value are, in the order of the
    sections.
    """
    found = [message for section in sections if (message := _message(section, placed))]
    order = sorted(found, key=lambda one: (one.part is not Part.RECOMMENDATIONS, -one.ranked.value))
    best = order[: asked.most]
    chosen = [one for one in found if one in best] if len(best) >= LEAST_MESSAGES else []
    messages = [_choice(one, asked, reader.quietly) for one in chosen]
    return tuple(
        _opening(section, messages) if section.key == asked.section else section
        for section in sections
    )


def _opening(section: DraftSection, messages: Sequence[Choice]) -> DraftSection:
    heading = section.heading and replace(section.heading, role=Role.IN_BRIEF_HEADING)
    if messages:
        messages = [*messages[:-1], _closing(messages[-1])]
    return replace(section, heading=heading, items=(*section.items, *messages))


def _closing(message: Choice) -> Choice:
    """Return the last message, which keeps the space below a box."""
    (variant,) = message.variants
    blocks = tuple(
        replace(one, closes=True) if isinstance(one, Paragraph) else one for one in variant.blocks
    )
    return replace(message, variants=(replace(variant, blocks=blocks),))


def _message(section: DraftSection, placed: Mapping[tuple[str, str], Ranked]) -> Message | None:
    """Return the message of a section: that of its first point, if it has a takeaway.

    Recommendations have one in any case.
    """
    points = [item for item in section.items if isinstance(item, Choice)]
    first = points[0] if points else None
    ranked = placed.get((section.key, first.subject)) if first else None
    if first is None or first.part not in PARTS or first.required or ranked is None:
        return None
    point = ranked.point
    if first.part is Part.RECOMMENDATIONS and section.frame == "main":
        heading = section.heading.prose if section.heading else ()
        others = (placed.get((section.key, one.subject)) for one in points[1:])
        return Message(first.part, ranked, heading, tuple(one for one in others if one))
    return Message(first.part, ranked) if point.forms.takeaway and not point.together else None


def _choice(message: Message, asked: InBrief, reader: ProseReader) -> Choice:
    """Return a message as what must be printed."""
    ranked = message.ranked
    point = ranked.point
    said = _asked(message, reader) if message.part is Part.RECOMMENDATIONS else _told(point, reader)
    origin = Origin(asked.section, template_line=asked.line)
    block = Paragraph(Role.IN_BRIEF, alone(said, point, reader), origin, "number")
    variant = Variant(Form.HEADLINE, (block,), ranked.form_values.get(Form.HEADLINE, 0))
    return Choice(point.id, message.part, (variant,), required=True, repeats=True)


def _told(point: Point, reader: ProseReader) -> Prose:
    return reader.read(point.forms.takeaway or "", acronyms=False)


def _asked(message: Message, reader: ProseReader) -> Prose:
    """Return what is recommended: the first headline with its takeaway, or the first few."""
    first = message.ranked.point
    said = _headline(first, reader)
    if first.forms.takeaway:
        said = (*sentence(said), Text(" "), *_told(first, reader))
    else:
        for other in message.others:
            longer = (*said, Text("; "), *_headline(other.point, reader))
            if len(text_of(longer)) > _ASKED_CHARACTERS:
                break
            said = longer
    if not message.heading:
        return said
    opening = reader.words.labels.asked.format(heading=text_of(message.heading))
    return (Text(f"{opening} "), *said)


def _headline(point: Point, reader: ProseReader) -> Prose:
    return reader.read(point.forms.headline, acronyms=False)
