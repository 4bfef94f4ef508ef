"""What a Word template holds around a brief: headers, footers, and the text of its own body.

It is read once from the template, with its fields still open. `compose` fills them for a brief;
layout sets what is filled.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, Literal, TypeVar, assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.types.page_style import Border, TextStyle
from briefgen.types.picture import Form, Picture

PAGE, PAGES = "\U00100000", "\U00100001"
"""Stand for the number of a page, and of all pages. No text can hold them."""

AFTER_TABLE = "AfterTable"
"""Style of the paragraph that a header or footer must have where it ends in a table, or where one
stands on another."""

Kind = Literal["first", "even", "default"]


class HeaderFooterText(Struct, frozen=True, tag=True):
    """Words in one style. They may hold `PAGE`, `PAGES` and `LOGO`."""

    text: str
    style: TextStyle


class HeaderFooterPicture(Struct, frozen=True, tag=True):
    """A picture at its size, turned clockwise around its middle."""

    picture: Picture
    width_pt: float
    height_pt: float
    turn_deg: float = 0.0


class Tab(Struct, frozen=True, tag=True):
    """Leads to the next tab stop, over a rule if it is underlined in a colour."""

    underline: str | None = None


class Break(Struct, frozen=True, tag=True):
    """Ends a line, or the page. What stands behind it is a paragraph, once fields are filled."""

    of_page: bool = False


class TabStop(Struct, frozen=True):
    """A place in a line, its alignment, and what fills the way there: a sign, `_` for a rule."""

    at_pt: float
    align: Literal["left", "center", "right"]
    leader: Literal["", ".", "-", "_", "·"] = ""


class HeaderFooterParagraph(Struct, frozen=True, tag=True):
    """A paragraph. One with tabs or pictures is a single line.

    With fields, `source` is its text, in which a mark stands for each of the `parts`: there a
    `HeaderFooterText` without words begins a style. `where` is its place, for errors.
    `closes_table` says that it is there only because Word requires a paragraph below a table.
    `ends_page` says that what follows it stands on the next page.
    """

    style: TextStyle
    parts: tuple["HeaderFooterInline", ...]
    stops: tuple[TabStop, ...] = ()
    source: str = ""
    where: str = ""
    closes_table: bool = False
    ends_page: bool = False

    @property
    def text(self) -> str:
        """What it says, once its fields are filled."""
        return "".join(part.text for part in self.parts if isinstance(part, HeaderFooterText))


def lines_of(paragraph: HeaderFooterParagraph) -> Iterator[HeaderFooterParagraph]:
    """Yield a paragraph as those that breaks divide it into: the space around it stays outside.

    A page break at its end has no empty line behind it. What floats counts from the first of them.
    """
    style, ends_page = paragraph.style, False
    parts: list[HeaderFooterInline] = []
    for part in _from_its_top(paragraph.parts):
        if isinstance(part, Break):
            above = replace(style, space_after_pt=0)
            ends_page = part.of_page
            yield replace(paragraph, style=above, parts=tuple(parts), ends_page=ends_page)
            parts, style = [], replace(style, space_before_pt=0)
        else:
            parts.append(part)
    if parts or not ends_page:
        yield replace(paragraph, style=style, parts=tuple(parts))


def _from_its_top(parts: Iterable["HeaderFooterInline"]) -> Iterator["HeaderFooterInline"]:
    """Yield the parts of a paragraph, what floats on a page before the others there."""
    others: list[HeaderFooterInline] = []
    for part in parts:
        if isinstance(part, Floating):
            yield part
            continue
        others.append(part)
        if isinstance(part, Break) and part.of_page:
            yield from others
            others = []
    yield from others


Block = TypeVar("Block")


class Loop(Struct, Generic[Block], frozen=True, tag=True):
    """Blocks that stand there once for each entry of a list, which is called `name` in them."""

    name: str
    listed: str
    inner: tuple[Block | "Group[Block]", ...]
    where: str


class Conditional(Struct, Generic[Block], frozen=True, tag=True):
    """Blocks that stand there if a condition holds, and others if it does not."""

    condition: str
    inner: tuple[Block | "Group[Block]", ...]
    otherwise: tuple[Block | "Group[Block]", ...]
    where: str


Group = Loop[Block] | Conditional[Block]


Rules = tuple[Border | None, Border | None, Border | None, Border | None]
"""Rules at left, top, right and bottom."""

NO_RULES: Rules = (None, None, None, None)


class HeaderFooterCell(Struct, frozen=True):
    """A cell of a layout table: where its text stands, from the left of the page's text.

    `margins_pt` are what stands between the text and the cell's own edges, at left and right, and
    `rules` those at left, top, right and bottom. It reaches over so many `more_rows` below.
    """

    left_pt: float
    right_pt: float
    paragraphs: tuple[HeaderFooterParagraph | Group[HeaderFooterParagraph], ...]
    align: Literal["top", "center", "bottom"] = "top"
    fill: str | None = None
    margins_pt: tuple[float, float] = (0.0, 0.0)
    rules: Rules = NO_RULES
    more_rows: int = 0


class HeaderFooterRow(Struct, frozen=True, tag=True):
    """A row of a layout table, and its least height. One of `whole` width follows the page's."""

    cells: tuple[HeaderFooterCell, ...]
    least_pt: float
    whole: bool


class HeaderFooterTable(Struct, frozen=True, tag=True):
    """A layout table."""

    rows: tuple[HeaderFooterRow | Group[HeaderFooterRow], ...]


HeaderFooterBlock = HeaderFooterParagraph | HeaderFooterTable


Origin = Literal["page", "margin", "column", "paragraph", "margin-before", "margin-after"]
"""What the place of something floating counts from: the page, the text between its margins, the
column (or cell) and the paragraph that it is anchored in, or one of the margins themselves."""


class Anchor(Struct, frozen=True):
    """Where something floating stands, in one direction: so far from an edge, or aligned.

    `share` is a part of the origin's own extent, added to the offset.
    """

    origin: Origin
    offset_pt: float
    align: Literal["start", "center", "end"] | None = None
    share: float = 0.0


class Shape(Struct, frozen=True, tag=True):
    """A form in a box, and the text in it, turned clockwise around its middle.

    The text stands between `top_pt` and `bottom_pt` from the edges, above or below one another
    as its cell says; `text_turn_deg` turns it within the shape, by whole right angles.
    """

    width_pt: float
    height_pt: float
    form: Form | None = None
    text: HeaderFooterCell | None = None
    top_pt: float = 0.0
    bottom_pt: float = 0.0
    turn_deg: float = 0.0
    text_turn_deg: float = 0.0


class Lettering(Struct, frozen=True, tag=True):
    """Words drawn as large as their box allows, as a watermark is."""

    width_pt: float
    height_pt: float
    text: str
    style: TextStyle
    turn_deg: float = 0.0


class Member(Struct, frozen=True):
    """What stands in a group, and where."""

    x_pt: float
    y_pt: float
    shown: "Drawn"


class DrawnGroup(Struct, frozen=True, tag=True):
    """Shapes and pictures that belong together, turned clockwise around their middle."""

    width_pt: float
    height_pt: float
    members: tuple[Member, ...]
    turn_deg: float = 0.0


Drawn = HeaderFooterPicture | Shape | Lettering | DrawnGroup
"""What is drawn at a size of its own."""


class Floating(Struct, frozen=True, tag=True):
    """What stands beside the text, anchored in a paragraph of it.

    What has a greater `layer` stands above the others of its part. Text keeps off it by `apart_pt`
    (left, top, right, bottom), unless it has none: then the two may overlap. `number` is what the
    template knows it by.
    """

    shown: Drawn
    across: Anchor
    down: Anchor
    layer: int = 0
    apart_pt: tuple[float, float, float, float] | None = None
    behind: bool = False
    number: str = ""


HeaderFooterInline = HeaderFooterText | Drawn | Tab | Break | Floating


class HeaderFooterPart(Struct, frozen=True):
    """What a header, a footer or a stretch of the body holds, from top to bottom."""

    blocks: tuple[HeaderFooterBlock | Group[HeaderFooterBlock], ...] = ()

    @property
    def paragraphs(self) -> Iterator[HeaderFooterParagraph]:
        """The paragraphs of a part, those of its cells and text boxes too."""
        return (one for one in asking(self.blocks) if isinstance(one, HeaderFooterParagraph))

    @property
    def floating(self) -> Iterator[Floating]:
        """What floats beside the text."""
        return (part for one in self.paragraphs for part in one.parts if isinstance(part, Floating))


HeaderFooterContent = (
    HeaderFooterBlock
    | HeaderFooterRow
    | Group[HeaderFooterBlock]
    | Group[HeaderFooterRow]
    | Group[HeaderFooterParagraph]
)
"""What may stand one below another: in a part, in a table, in a cell."""


def count_of(blocks: Iterable[HeaderFooterContent]) -> int:
    """Return how many paragraphs blocks hold."""
    return sum(isinstance(one, HeaderFooterParagraph) for one in asking(blocks))


def asking(blocks: Iterable[HeaderFooterContent]) -> Iterator[HeaderFooterParagraph | Group[Any]]:
    """Yield all in which a field may stand: groups, and the paragraphs in them and elsewhere."""
    for block in blocks:
        match block:
            case HeaderFooterParagraph():
                yield block
                for part in block.parts:
                    yield from _paragraphs_drawn(part)
            case HeaderFooterTable():
                yield from asking(block.rows)
            case HeaderFooterRow():
                yield from asking(one for cell in block.cells for one in cell.paragraphs)
            case Loop():
                yield from (block, *asking(block.inner))
            case Conditional():
                yield from (block, *asking((*block.inner, *block.otherwise)))
            case _:
                assert_never(block)


def _paragraphs_drawn(part: HeaderFooterInline) -> Iterator[HeaderFooterParagraph | Group[Any]]:
    """Yield the paragraphs in shapes."""
    shown = part.shown if isinstance(part, Floating) else part
    if isinstance(shown, Shape) and shown.text:
        yield from asking(shown.text.paragraphs)
    elif isinstance(shown, DrawnGroup):
        for member in shown.members:
            yield from _paragraphs_drawn(member.shown)


class PageBorders(Struct, frozen=True):
    """Rules around a page (left, top, right, bottom), as far from its edge or from the text."""

    rules: Rules
    from_page: bool = False
    pages: Literal["all", "first", "not-first"] = "all"


class HeaderFooter(Struct, frozen=True, eq=False):
    """All of it, its fields filled or not. `width_pt` is that of the template's own text.

    `above` and `below` are what the body holds around the places of the brief; `code` is what
    fields were compiled to in advance. It is the same only as itself, so that what is set is kept.
    """

    width_pt: float = 0.0
    headers: dict[Kind, HeaderFooterPart] = field(default_factory=dict)
    footers: dict[Kind, HeaderFooterPart] = field(default_factory=dict)
    above: HeaderFooterPart = HeaderFooterPart()
    below: HeaderFooterPart = HeaderFooterPart()
    first_differs: bool = False
    even_differs: bool = False
    borders: PageBorders | None = None
    code: dict[str, bytes] = field(default_factory=dict)

    def on_page(self, page: int, *, header: bool) -> HeaderFooterPart:
        """Return the header or footer of a page, counted from 1."""
        kind: Kind = "default"
        if page == 1 and self.first_differs:
            kind = "first"
        elif page % 2 == 0 and self.even_differs:
            kind = "even"
        return (self.headers if header else self.footers).get(kind, HeaderFooterPart())

    def of_parts(
        self,
        change: Callable[[HeaderFooterPart], HeaderFooterPart],
        change_body: Callable[[HeaderFooterPart], HeaderFooterPart],
    ) -> "HeaderFooter":
        """Return the same with every header and footer changed, and the text of the body."""
        return replace(
            self,
            headers={kind: change(part) for kind, part in self.headers.items()},
            footers={kind: change(part) for kind, part in self.footers.items()},
            above=change_body(self.above),
            below=change_body(self.below),
        )

    @property
    def families(self) -> frozenset[str]:
        """The fonts that it names."""
        parts = (*self.headers.values(), *self.footers.values(), self.above, self.below)
        return frozenset(
            style.family
            for part in parts
            for one in part.paragraphs
            for style in (one.style, *(each for text in one.parts for each in _styles_in(text)))
        )


def _styles_in(part: HeaderFooterInline) -> Iterator[TextStyle]:
    """Yield the styles of words that stand in no paragraph within a part."""
    shown = part.shown if isinstance(part, Floating) else part
    if isinstance(shown, HeaderFooterText | Lettering):
        yield shown.style
    elif isinstance(shown, DrawnGroup):
        for member in shown.members:
            yield from _styles_in(member.shown)


NO_HEADER_FOOTER = HeaderFooter()
