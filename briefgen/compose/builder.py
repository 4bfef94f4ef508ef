"""Tags and text of a content template made into sections, blocks and choices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.compose.asked import Asked
from briefgen.compose.beside_claims import beside_claims, in_order_of_points, labelled
from briefgen.compose.companions import Companions
from briefgen.compose.exhibit import Pictures
from briefgen.compose.in_brief import MOST_MESSAGES, InBrief, with_messages
from briefgen.compose.lists import enumerations, of_section
from briefgen.compose.longer import LongerText
from briefgen.compose.point_tags import PointTags
from briefgen.compose.prose import ProseReader
from briefgen.compose.supplement_tags import Deferred, SupplementTags
from briefgen.compose.supplements import Collection
from briefgen.compose.tags import Tag, error_at
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.base import printable
from briefgen.types.block import Block, Heading, Origin, Paragraph, Table
from briefgen.types.draft import Choice, DraftSection, beside_section, with_blocks
from briefgen.types.finding import InputError, shown
from briefgen.types.role import Role
from briefgen.types.selection import Selection, Supplement

TEXT_LIMIT = 20_000
"""Characters that a template may write between its tags, as many as a field of an argument. Those
built in write some hundreds; Markdown of some kinds takes time that grows with the square."""

ACROSS = frozenset({"stats", "lead_figure", "in_brief", "callout", "pull_quote"})
"""Tags of what stands across a page, or in a box of its own."""

ACROSS_HINT = 'open its section with frame="head" or frame="main"'

_ESCAPED = late_pattern(r"&#\d+;")
"""A character of a value as templates write it, where Markdown could mean something by it."""

_OWN_TEXT = "a template places points; text of its own is for headings and fixed lines"


class _Section(Struct):
    """A section of the template that is still open."""

    key: str
    frame: str
    heading: Heading | None
    role: Role
    at_least: int
    line: int
    level_with: str = ""
    """The section of the main column that it stands beside, all of it."""
    around: Role | None = None
    """The role of text around a callout, while one is open."""
    beside: list[frozenset[str]] = field(default_factory=list)
    """The points that each item stands beside, where each is a section of its own."""
    items: list[Block | Choice | Deferred] = field(default_factory=list)


class Builder:
    """Makes sections of what a content template wrote. It lives for one composition."""

    def __init__(
        self,
        argument: Argument,
        selection: Selection,
        reader: ProseReader,
        file: str,
        pictures: Pictures,
        *,
        numbered: bool = False,
        in_brief_at: str = "head",
    ) -> None:
        self.in_brief_at = in_brief_at
        self.reader = reader
        self.file = file
        self.order = selection.audience.order
        self.companions = Companions(argument)
        self.enumerations = enumerations(argument, reader.words.labels, numbered=numbered)
        self.points = PointTags(argument, selection, reader, numbered)
        self.collection = Collection(
            argument, selection, reader, pictures, self.points.reported, self.points.told
        )
        self.supplements = SupplementTags(self.collection)
        self.sections: list[_Section] = []
        self.written = 0
        self.open: _Section | None = None
        self.in_brief: InBrief | None = None

    def finished(self) -> tuple[DraftSection, ...]:
        """Return the sections in the audience's order; one that is still open is an error."""
        if self.open:
            message = f'section "{self.open.key}" is not closed'
            hint = "add {% endsection %}"
            raise error_at(self.file, self.open.line, "section-open", message, hint)
        divided = [one for section in self.sections for one in self._divided(section)]
        label = self.reader.words.labels.note
        made = in_order_of_points(beside_claims(arranged(divided, self.order), label))
        if self.in_brief is None:
            return made
        sections = with_messages(made, self.in_brief, self.points.placed_in, self.reader)
        return tuple(self._with_coverage(section) for section in sections)

    def _with_coverage(self, section: DraftSection) -> DraftSection:
        items = (
            self.companions.with_coverage(one) if isinstance(one, Choice) else one
            for one in section.items
        )
        return replace(section, items=tuple(items))

    def _divided(self, section: _Section) -> Iterator[DraftSection]:
        """Yield a section, or one for each item where these stand beside points of their own.

        The first of them that is printed keeps the heading.
        """
        made = self._made(section)
        placed = [*zip(made.items, section.beside, strict=False)]
        if section.frame == "main" and placed:
            made = replace(made, items=tuple(item for item, beside in placed if not beside))
            placed = [(item, beside) for item, beside in placed if beside]
            yield made
        elif not placed:
            yield made
        for item, beside in placed:
            yield replace(made, items=(item,), beside=beside | made.beside)

    def _made(self, section: _Section) -> DraftSection:
        items: list[Block | Choice] = []
        for item in section.items:
            if isinstance(item, Deferred):
                items += self.collection.placed(item.kind, item.wanted, item.role, item.at)
            else:
                items.append(item)
        if section.heading and len(items) == 1:
            items = [_headed(items[0])]
        items = [
            self.companions.with_coverage(one) if isinstance(one, Choice) else one for one in items
        ]
        listed = of_section(self.enumerations, [one for one in items if isinstance(one, Choice)])
        least = section.at_least
        if listed and not section.heading:  # nothing could say that there are others
            least = max(least, len(items))
        level_with = frozenset([beside_section(section.level_with)] if section.level_with else [])
        return DraftSection(
            section.key, section.frame, section.heading, tuple(items), least, listed, level_with
        )

    def tag(self, tag: Tag) -> None:
        """Open or close a section, or put what the tag asks for into the open one."""
        asked = Asked(tag, self.file)
        if tag.name == "section":
            self._open(asked)
        elif tag.name == "endsection":
            asked.refuse_others(set())
            section = self._section(tag.line, "{% endsection %}")
            if section.around:
                message, hint = "ends with a callout open", "add {% endcallout %} before it"
                raise asked.error("callout-open", message, hint)
            self.sections.append(section)
            self.open = None
        else:
            self._place(asked, self._section(tag.line, f"{{% {tag.name} %}}"))

    def _place(self, asked: Asked, section: _Section) -> None:
        """Put what a tag asks for into a section."""
        name = asked.tag.name
        across = ACROSS - {"in_brief" if self.in_brief_at == "side" else ""}
        if name in across and section.frame == "side":
            message = f"puts {{% {name} %}} into the side column, which is too narrow"
            raise asked.error("part-in-side", message, ACROSS_HINT)
        match name:
            case "point":
                section.items += self.points.placed(asked, section.key, section.role, section.frame)
            case "in_brief":
                self._in_brief(asked, section.key)
            case Supplement.KEY_FIGURES | Supplement.NOTES if asked.flag("beside"):
                self._beside(asked, section)
            case "callout":
                asked.refuse_others(set())
                if section.around:
                    message, hint = "opens a callout within another", "close the first one before"
                    raise asked.error("callout-open", message, hint)
                section.around, section.role = section.role, Role.CALLOUT
            case "endcallout":
                asked.refuse_others(set())
                if not section.around:
                    message, hint = "closes no callout", "open one with {% callout %}"
                    raise asked.error("callout-closed", message, hint)
                section.role, section.around = section.around, None
                section.items = _in_one_box(section.items)
            case _:
                at = Origin(section.key, template_line=asked.tag.line)
                section.items += self.supplements.placed(asked, section.role, at)

    def _beside(self, asked: Asked, section: _Section) -> None:
        """Put figures or notes into the side column, each beside the points that it belongs to.

        In the main column they stand behind them instead. Without a heading, each says what it is.
        """
        kind = Supplement(asked.tag.name)
        own = {"of"} if kind is Supplement.NOTES else set()
        asked.refuse_others({"most", "optional", "beside"} | own)
        if section.frame not in ("side", "main") or section.items:
            things = "figures" if kind is Supplement.KEY_FIGURES else "notes"
            message = f"sets {things} beside points where they cannot stand"
            hint = 'give them a section of their own with frame="side" or frame="main"'
            raise asked.error(f"{things}-beside", message, hint)
        at = Origin(section.key, template_line=asked.tag.line)
        is_bare = kind is Supplement.NOTES and section.frame == "side" and not section.heading
        label = self.reader.words.labels.note
        within, wanted = section.frame == "main", asked.wanted()
        for item, beside in self.collection.beside(kind, wanted, section.role, at, within=within):
            section.items.append(labelled(item, label) if is_bare else item)
            section.beside.append(beside)

    def _in_brief(self, asked: Asked, section: str) -> None:
        """Keep that messages are wanted in a section: they are made once all points are placed."""
        asked.refuse_others({"most"})
        if self.in_brief:
            message = f"has messages a second time, after line {self.in_brief.line}"
            raise asked.error("in-brief-twice", message, "remove one of the two")
        most = min(asked.wanted().sizes[0], MOST_MESSAGES)
        self.in_brief = InBrief(section, most, asked.tag.line)

    def text(self, text: str) -> None:
        """Read what stands between tags as Markdown: title, paragraphs, lists and tables."""
        section = self._section(None, shown(text.strip()))
        self._bounded(text)
        origin = Origin(section.key)
        section.items += LongerText(section.role, origin, self.reader).with_title(text)

    def _bounded(self, text: str) -> None:
        """Reject more text than a template may write of its own: points bring theirs."""
        self.written += len(text)
        if self.written > TEXT_LIMIT:
            message = f"writes more than {TEXT_LIMIT:,} characters of its own"
            raise error_at(self.file, None, "template-exhausted", message, _OWN_TEXT)
        try:
            printable(_ESCAPED.sub("-", text).replace("](", "] ("))
        except InputError as input_error:
            raise error_at(
                self.file, None, input_error.code, str(input_error), input_error.hint
            ) from None

    def _open(self, asked: Asked) -> None:
        if self.open:
            message = f'section "{self.open.key}" is still open'
            raise asked.error("section-open", message, "add {% endsection %} before it")
        asked.refuse_others({"frame", "heading", "role", "at_least", "beside"}, 1)
        key, frame = asked.key(), asked.frame()
        side = frame == "side"
        text_role = asked.role(Role.SIDE_TEXT if side else Role.BODY)
        heading = None
        if words := asked.text("heading"):
            # What a brief rests on is looked up: its headings stand below those of the argument.
            quiet = side or text_role in (Role.SOURCE, Role.SIDE_TEXT, Role.FOOT)
            role = Role.SIDE_HEADING if quiet else Role.HEADING_1
            at = Origin(key, template_line=asked.tag.line)
            heading = Heading(2, role, self.reader.line(words), at)
        at_least, level_with = asked.at_least(), asked.text("beside")
        made = text_role, at_least, asked.tag.line, level_with
        self.open = _Section(key, frame, heading, *made)

    def _section(self, line: int | None, what: str) -> _Section:
        if self.open is None:
            message = f"{what} stands in no section"
            hint = 'put it between {% section "…" %} and {% endsection %}'
            raise error_at(self.file, line, "outside-section", message, hint)
        return self.open


def _headed(item: Block | Choice) -> Block | Choice:
    """Return a table of what one heading says that it lists without a caption that says it again.

    One that text may point to keeps its caption and number.
    """
    return with_blocks(item, lambda blocks: map(_uncaptioned, blocks))


def _uncaptioned(block: Block) -> Block:
    listing = isinstance(block, Table) and block.each and not block.facts
    return replace(block, caption=()) if listing else block


def _in_one_box(
    items: Sequence[Block | Choice | Deferred],
) -> list[Block | Choice | Deferred]:
    """Return items with the text of a box that ends with them kept in one column.

    The last of what is printed of it is let go by fit: which that is depends on what is chosen.
    """
    kept = list(items)
    for at in range(len(kept) - 1, -1, -1):
        item = kept[at]
        if isinstance(item, Deferred) or not (isinstance(item, Choice) or _is_in_box(item)):
            break
        kept[at] = with_blocks(item, lambda blocks: map(_kept_in_box, blocks))
    return kept


def _is_in_box(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.CALLOUT


def _kept_in_box(block: Block) -> Block:
    return replace(block, keep_with_next=True) if _is_in_box(block) else block


def arranged(sections: Sequence[DraftSection], order: Sequence[str]) -> tuple[DraftSection, ...]:
    """Return sections with those that an order names in that order, frame by frame.

    The places stay: where a named section stood, the next one of the order stands. Others do not
    move.
    """
    rank = {key: number for number, key in enumerate(order)}
    frames = {section.frame for section in sections}
    queues = {
        frame: iter(
            sorted(
                (one for one in sections if one.frame == frame and one.key in rank),
                key=lambda one: rank[one.key],
            )
        )
        for frame in frames
    }
    return tuple(next(queues[one.frame]) if one.key in rank else one for one in sections)
