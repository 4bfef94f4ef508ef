"""A point into the forms it can be printed in.

Recommendations set apart: what to do, and in a line of its own who, by when and at what cost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec.structs import replace

from briefgen.compose.cited_tokens import before_stop
from briefgen.compose.longer import (
    LongerText,
    TextBlock,
    is_plain,
    with_ending,
    with_opening,
)
from briefgen.compose.prose import ProseReader
from briefgen.markup import typographic
from briefgen.pattern import late_pattern
from briefgen.types.block import Block, Heading, ItemKind, Origin, Paragraph, Table
from briefgen.types.draft import Variant
from briefgen.types.listing import LIST_ROLES
from briefgen.types.point import ContestedPoint, Form, Point, Recommendation
from briefgen.types.prose import Prose, Strong, Text, plain, text_of
from briefgen.types.role import Role
from briefgen.types.selection import Ranked

_BETWEEN_TERMS = " \u00b7 "


def terms_of(point: Point, reader: ProseReader) -> tuple[Prose, ...]:
    """Return who should do it, by when and at what cost, as far as that is known."""
    if not isinstance(point, Recommendation):
        return ()
    labels = reader.words.labels
    found: list[Prose] = []
    if point.owner:
        found.append(plain(labels.owner.format(owner=point.owner)))
    if point.deadline:
        found.append(plain(labels.deadline.format(date=reader.words.date(point.deadline))))
    if point.cost:
        found.append(reader.read(labels.cost.format(cost=point.cost), acronyms=False))
    return tuple(found)


def set_apart(blocks: Sequence[TextBlock], terms: Sequence[Prose]) -> tuple[Block, ...]:
    """Return the text of a recommendation as an item of their list, with its terms below.

    All that the item holds is kept together: a line of terms alone at the head of a column would
    belong to nothing.
    """
    first, *further = blocks
    assert isinstance(first, Paragraph)
    own = Role.ACTION if first.role is Role.BODY else first.role
    made: list[Block] = [replace(first, role=own, item="number")]
    for block in beneath(further, through=False):
        text = isinstance(block, Paragraph) and block.continues
        made.append(replace(block, role=own) if text else block)
    if terms:
        prose = [node for one in terms for node in (Text(_BETWEEN_TERMS), *one)][1:]
        below = Paragraph(
            Role.ACTION_TERMS, tuple(prose), first.origin, "number", continues=True, fixed=True
        )
        *above, last = made
        kept = replace(last, keep_with_next=True) if isinstance(last, Paragraph) else last
        made = [*above, kept, below]
    return tuple(made)


def counted_through(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of an item with the number of a paragraph of the brief."""
    return tuple(
        replace(one, through=True, fixed=False)
        if isinstance(one, Paragraph) and one.item and one.level == 1
        else one
        for one in blocks
    )


def beneath(blocks: Sequence[TextBlock], *, through: bool) -> Iterator[TextBlock]:
    """Yield the further blocks of a numbered paragraph: what can, stands within its item."""
    flat = all(not isinstance(one, Paragraph) or one.level == 1 for one in blocks)
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is Role.BODY and not block.item:
            yield replace(block, item="number", continues=True, through=through, fixed=not through)
        elif isinstance(block, Paragraph) and block.item and flat:
            role = LIST_ROLES[block.item, 2] if block.role in LIST_ROLES.values() else block.role
            yield replace(block, role=role, level=2)
        else:
            yield block


Manner = Literal["text", "run-in", "bullet", "numbered", "counted", "action", "subsection"]
"""How a point is printed.

text: the form alone; run-in: its headline in bold, then the form; bullet: the same as an item of
a list; numbered: the same, its items numbered; counted: a paragraph that is numbered through the
brief; action: a recommendation that is set apart, with who should do it, by when and at what cost
in a line of its own; subsection: its headline as a heading, then the form. A headline alone is
plain text.
"""

ITEMS: Mapping[str, tuple[ItemKind, Role]] = {
    "bullet": ("bullet", Role.BULLET),
    "numbered": ("number", Role.NUMBER),
    "counted": ("number", Role.NUMBER),
    "action": ("number", Role.ACTION),
}
"""The manners that make items of lists, with their kind and role."""

_ENDED = late_pattern(r"[.?!…:;][\s\"'”’»)\]]*$")

LONGEST_FIRST = (Form.DETAIL, Form.SUMMARY, Form.HEADLINE)


def variants(
    ranked: Ranked,
    forms: tuple[Form, ...],
    manner: Manner,
    role: Role,
    reader: ProseReader,
    at: Origin,
    *,
    tables: bool = True,
    number: int = 0,
    through: bool = False,
) -> tuple[Variant, ...]:
    """Return the variants of a point, longest first: the forms asked for that it has.

    An item of a list is one paragraph, so a form of several blocks is not offered as one, unless
    its `number` is fixed; one with a table is offered where `tables` can stand. A recommendation
    that counts `through` the brief has the number of a paragraph.
    """
    point = ranked.point
    reader = reader.quietly if role is Role.BOTTOM_LINE else reader
    found: list[Variant] = []
    for form in LONGEST_FIRST:
        if form not in forms:
            continue
        origin = Origin(at.section, point.id, form, at.template_line)
        set_blocks = _form(point, form, role, reader, origin)
        single = manner == "bullet" or (manner == "numbered" and not number)
        if not set_blocks or (single and not _is_one_paragraph(set_blocks)):
            continue
        if not tables and any(isinstance(block, Table) for block in set_blocks):
            continue
        blocks = _blocks(point, form, set_blocks, manner, role, reader)
        if manner == "action" and through:
            blocks = counted_through(blocks)
        elif number:
            blocks = _numbered(blocks, number)
        found.append(Variant(form, blocks, ranked.form_values.get(form, 0)))
    return tuple(found)


def _is_one_paragraph(blocks: Sequence[TextBlock]) -> bool:
    return len(blocks) == 1 and is_plain(blocks[0])


def _form(
    point: Point, form: Form, role: Role, reader: ProseReader, origin: Origin
) -> list[TextBlock]:
    if form is Form.HEADLINE:
        return [Paragraph(role, reader.read(point.forms.headline, acronyms=False), origin)]
    texts = point.forms.texts(form)
    blocks = LongerText(role, origin, reader).blocks(texts)
    if blocks and not any("[@" in text for text in texts):
        blocks = with_ending(blocks, lambda prose: _ending(prose, point, reader))
    return blocks


def _ending(prose: Prose, point: Point, reader: ProseReader, stops: str = ".?!") -> Prose:
    """Return prose that cites at its end what it has not cited where it stands.

    What cites stands before the last of `stops`, unless marks follow stops in its language.
    """
    cited = reader.cited(point.cited, point.locator)
    if not cited or reader.marks_follow_stops:
        return (*prose, *cited)
    return before_stop(prose, cited, stops)


def _dispute(point: Point, reader: ProseReader) -> Prose:
    """Return whose position a contested point is, and the position against it.

    That the author holds it goes without saying: whose views a brief gives stands at its foot. Of a
    recommendation it is who should do it, by when and at what cost.
    """
    if isinstance(point, Recommendation):
        return tuple(
            node for one in terms_of(point, reader) for node in (Text(" "), *sentence(one))
        )
    if not isinstance(point, ContestedPoint):
        return ()
    labels = reader.words.labels
    holder = labels.held.format(holder=typographic(point.held_by, labels.quotation_marks))
    if point.held_by.casefold() in {name.casefold() for name in reader.authors}:
        holder = ""
    disputed = labels.disputed.format(
        holder=typographic(point.disputed_by, labels.quotation_marks), position=""
    )
    reported = " ".join(filter(None, (holder, disputed)))
    return (Text(f" {reported}"), *reader.read(point.counter_position))


def sentence(headline: Prose) -> Prose:
    """End a headline that stands in running text, unless a mark ends it, be it within quotes.

    A citation at its end is no text.
    """
    return headline if _ENDED.search(text_of(headline)) else (*headline, Text("."))


def alone(headline: Prose, point: Point, reader: ProseReader) -> Prose:
    """Return a headline that stands for its point: it cites what the point rests on.

    It is not bold: with nothing to lead into, it is a sentence like others.
    """
    return _ending(sentence(headline), point, reader, stops=".")


def _blocks(
    point: Point,
    form: Form,
    texts: Sequence[TextBlock],
    manner: Manner,
    role: Role,
    reader: ProseReader,
) -> tuple[Block, ...]:
    first = texts[0]
    terms = terms_of(point, reader) if manner == "action" else ()
    if form is Form.HEADLINE:
        assert isinstance(first, Paragraph)
        cited = alone(first.prose, point, reader)
        if terms:
            named = _ending((Strong(sentence(first.prose)),), point, reader)
            return set_apart([replace(first, prose=named)], terms)
        return (_in_manner(replace(first, prose=cited), manner),)
    headline = reader.read(point.forms.headline, acronyms=False)
    if manner == "action":
        return set_apart(with_opening(texts, (Strong(sentence(headline)),), role), terms)
    blocks = _with_dispute(texts, _dispute(point, reader), role)
    if manner in ("run-in", *ITEMS):
        run_in = with_opening(blocks, (Strong(sentence(headline)),), role)
        through = manner == "counted"
        within = through or manner == "numbered"
        further = beneath(run_in[1:], through=through) if within else run_in[1:]
        return (_in_manner(run_in[0], manner), *further)
    if manner == "subsection":
        return (Heading(3, Role.HEADING_2, headline, first.origin), *blocks)
    return tuple(blocks)


def _with_dispute(blocks: Sequence[TextBlock], dispute: Prose, role: Role) -> list[TextBlock]:
    """Return blocks with a dispute after the last paragraph, or in one of its own below a list."""
    *above, last = blocks
    if not dispute:
        return [*blocks]
    if is_plain(last):
        return [*above, replace(last, prose=(*last.prose, *dispute))]
    opening, *rest = dispute
    assert isinstance(opening, Text)
    return [*blocks, Paragraph(role, (Text(opening.text.lstrip()), *rest), last.origin)]


def _in_manner(block: Paragraph, manner: Manner) -> Paragraph:
    if manner not in ITEMS:
        return block
    item, own = ITEMS[manner]
    role = own if block.role is Role.BODY else block.role
    return replace(block, role=role, item=item, through=manner == "counted")


def _numbered(blocks: tuple[Block, ...], number: int) -> tuple[Block, ...]:
    """Return a recommendation with its number in the argument, by which it is quoted.

    A numbered item bears it, and a heading opens with it. A paragraph that is numbered through the
    brief has no second number: which ones are printed is said by the heading above.
    """
    first, *rest = blocks
    if isinstance(first, Heading):
        return (replace(first, prose=(Text(f"{number}.\u00a0"), *first.prose)), *rest)
    if isinstance(first, Paragraph) and first.item == "number" and not first.through:
        return (replace(first, number=number, begins=True, fixed=True), *rest)
    return blocks
