"""The messages that open a brief: headlines of its most important points, in words of the argument.

A message is what leads into a point below, and the point keeps its headline there: its text is
written to follow it. It is never that headline alone, which would say nothing new. The first
sentence of a summary that is printed here is not printed again: the point has its detail alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.points import Manner, alone, sentence, variants
from briefgen.compose.prose import ProseReader
from briefgen.languages.conventions import conventions
from briefgen.types.argument import Part
from briefgen.types.block import Origin, Paragraph
from briefgen.types.draft import Choice, DraftSection, Variant
from briefgen.types.point import Form
from briefgen.types.prose import Citation, Strong, Text
from briefgen.types.role import Role
from briefgen.types.selection import Ranked

LEAST_MESSAGES, MOST_MESSAGES = 2, 4

SENTENCE_LIMIT = 180
"""Characters of the sentence after a headline, at most: a message is three lines."""

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
"""What may be a message. A dispute told by a headline is one side of it; context is no message."""


class Placing(Struct, frozen=True):
    """A point where a template places it: in which forms and how."""

    ranked: Ranked
    forms: tuple[Form, ...]
    manner: Manner
    role: Role
    at: Origin
    tables: bool


class InBrief(Struct, frozen=True):
    """What a template asks for: at most so many messages, in the section of a name.

    With `sentences`, all have the first sentence of their summary behind them, where none of these
    is printed again.
    """

    section: str
    most: int
    sentences: bool
    line: int


class Message(Struct, frozen=True):
    """A point that may be a message: its section, its first sentence if that may be told."""

    section: int
    part: Part | None
    placing: Placing
    first_sentence: str


def with_messages(
    sections: Sequence[DraftSection],
    asked: InBrief,
    placings: Mapping[tuple[str, str], Placing],
    reader: ProseReader,
) -> tuple[DraftSection, ...]:
    """Return the sections with the messages in theirs, and without what would only repeat these.

    The first point of a section may be a message; those of most value are, in the order of the
    sections. A figure is told once in prose, so a headline with one is none.
    """
    found = [
        message
        for number, section in enumerate(sections)
        if (message := _message(number, section, placings, reader))
    ]
    best = sorted(found, key=lambda one: -one.placing.ranked.value)[: asked.most]
    chosen = {one.section: one for one in best} if len(best) >= LEAST_MESSAGES else {}
    told = asked.sentences and all(one.first_sentence for one in chosen.values())
    messages = [_choice(chosen[number], asked, reader, told=told) for number in sorted(chosen)]
    return tuple(
        _opening(section, messages)
        if section.key == asked.section
        else _adding(section, chosen[number].placing, reader, told=told)
        if number in chosen
        else section
        for number, section in enumerate(sections)
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


def _message(
    number: int,
    section: DraftSection,
    placings: Mapping[tuple[str, str], Placing],
    reader: ProseReader,
) -> Message | None:
    """Return the message of a section: that of its first point, if it may be one."""
    first = next((item for item in section.items if isinstance(item, Choice)), None)
    placing = placings.get((section.key, first.subject)) if first else None
    if first is None or first.part not in PARTS or first.required or placing is None:
        return None
    point = placing.ranked.point
    if not _added(placing, reader, told=False):
        return None
    if point.together or "[#" in point.forms.headline or "[>" in point.forms.headline:
        return None
    return Message(number, first.part, placing, _first_sentence(placing, reader))


def _choice(message: Message, asked: InBrief, reader: ProseReader, *, told: bool) -> Choice:
    """Return a message as what must be printed, with its sentence if those are `told`."""
    ranked = message.placing.ranked
    point = ranked.point
    headline = reader.read(point.forms.headline, acronyms=False)
    prose = alone(headline, point, reader)
    origin = Origin(asked.section, point.id, Form.HEADLINE, asked.line)
    if told:
        origin = Origin(asked.section, template_line=asked.line)
        added = reader.read(message.first_sentence, acronyms=False)
        prose = (
            Strong(sentence(headline)),
            Text(" "),
            *(node for node in added if not isinstance(node, Citation)),
        )
    block = Paragraph(Role.IN_BRIEF, prose, origin, "number")
    variant = Variant(Form.HEADLINE, (block,), ranked.form_values.get(Form.HEADLINE, 0))
    return Choice(point.id, message.part, (variant,), required=True, repeats=True)


def _first_sentence(placing: Placing, reader: ProseReader) -> str:
    """Return the first sentence of a summary, if the detail below can do without the summary."""
    forms = placing.ranked.point.forms
    if Form.DETAIL not in placing.forms or not forms.detail or not forms.summary:
        return ""
    ends = conventions(reader.words.language).sentence_ends(forms.summary)
    first = forms.summary[: ends[0] if ends else None].strip()
    whole = all(first.count(a) == first.count(b) for a, b in ("[]", "()", "“”"))
    plain = whole and "[#" not in first and "[>" not in first and first.count("*") % 2 == 0
    again = any(first in paragraph for paragraph in forms.detail)
    return first if plain and not again and len(first) <= SENTENCE_LIMIT else ""


def _added(placing: Placing, reader: ProseReader, *, told: bool) -> tuple[Variant, ...]:
    """Return the ways to print a point that say more than its message."""
    without = {Form.HEADLINE, Form.SUMMARY} if told else {Form.HEADLINE}
    return variants(
        placing.ranked,
        tuple(form for form in placing.forms if form not in without),
        placing.manner,
        placing.role,
        reader,
        placing.at,
        tables=placing.tables,
    )


def _adding(
    section: DraftSection, placing: Placing, reader: ProseReader, *, told: bool
) -> DraftSection:
    """Return a section whose first point is printed only where it says more than its message.

    Of the points that it must print, that is one, if there are others.
    """
    offered = _added(placing, reader, told=told)
    items = [
        replace(item, variants=offered)
        if isinstance(item, Choice) and item.subject == placing.ranked.point.id
        else item
        for item in section.items
    ]
    left = tuple(item for item in items if not isinstance(item, Choice) or item.variants)
    points = sum(isinstance(item, Choice) for item in section.items)
    least = min(section.at_least, points)
    return replace(section, items=left, at_least=max(min(1, least), least - 1))
