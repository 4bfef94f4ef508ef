"""Paragraphs: a style, what the style cannot know, and the text.

Space between blocks that no style says: what fills a page in the PDF stands in Word, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import count

from msgspec import Struct

from briefgen.ooxml.build import child_of, properties_of, w
from briefgen.ooxml.names import Element, W, twips, value
from briefgen.render.docx.drawings import Drawings
from briefgen.render.docx.frames import FramePosition
from briefgen.render.docx.identity import Identity
from briefgen.render.docx.references import References, bookmark_name
from briefgen.render.docx.runs import RunWriter
from briefgen.render.docx.styles import Lists, Styles
from briefgen.types.page_style import PageStyle, TextStyle
from briefgen.types.prose import Run
from briefgen.types.role import Role

StylesById = Mapping[str, TextStyle]

_TWIPS = 20
"""Twentieths of a point, in which Word gives spaces."""


def lower(first: Element, above: Element, by_pt: float, styles: StylesById) -> None:
    """Let a block begin so much further below the one above it than their styles say.

    `first` is its first element, and `styles` gives those of paragraphs by their ids. The space
    between two paragraphs is the larger of the one's space after and the other's space before. A
    table has neither, so that the paragraph on the other side says it.
    """
    if first.tag == W + "p":
        own = _space_pt(first, "before", styles)
        if above.tag == W + "p":
            own = max(own, _space_pt(above, "after", styles))
        _set_space(first, "before", own + by_pt)
    elif above.tag == W + "p":
        _set_space(above, "after", _space_pt(above, "after", styles) + by_pt)


def end_flush(last: Element) -> None:
    """Leave no space below the last block of a column."""
    if last.tag == W + "p":
        _set_space(last, "after", 0)


def _space_pt(paragraph: Element, side: str, styles: StylesById) -> float:
    said = paragraph.find(f"{W}pPr/{W}spacing")
    if said is not None and (own := said.get(W + side)) is not None:
        return int(own) / _TWIPS
    style = styles.get(value(paragraph.find(f"{W}pPr/{W}pStyle")))
    if style is None:
        return 0.0
    return style.space_before_pt if side == "before" else style.space_after_pt


def _set_space(paragraph: Element, side: str, space_pt: float) -> None:
    child_of(properties_of(paragraph), "spacing").set(W + side, str(twips(space_pt)))


_SIDES = ("top", "left", "bottom", "right")


class WriterContext(Struct, frozen=True, dict=True):
    """What blocks are written with. It lives for one document.

    `table_label` is the word before a table's number; `numbers` counts bookmarks; `references`
    writes note marks.
    """

    page_style: PageStyle
    styles: Styles
    run_writer: RunWriter
    lists: Lists
    identity: Identity
    drawings: Drawings
    table_label: str
    numbers: count[int]
    references: References

    def style(self, role: Role) -> TextStyle:
        """Return the resolved style of a role."""
        return self.page_style.styles[role]

    @cached_property
    def styles_by_id(self) -> dict[str, TextStyle]:
        """The styles of the roles by the ids that paragraphs name them by."""
        return {
            self.styles.id(role.value): style
            for role, style in self.page_style.styles.items()
            if self.styles.has(role.value)
        }

    def text(self, runs: Iterable[Run], role: Role) -> list[Element]:
        """Return runs as they are written in a paragraph of a role."""
        return self.run_writer.write(runs, self.style(role))

    def paragraph(
        self,
        role: Role,
        content: Iterable[Element],
        place: FramePosition,
        *,
        keep_next: bool | None = None,
        list_number: str | None = None,
        list_level: int = 0,
        space_before_pt: float | None = None,
        space_after_pt: float | None = None,
        align: str | None = None,
        anchor: str | None = None,
        page_tab_pt: float | None = None,
        style: str | None = None,
        indented: TextStyle | None = None,
    ) -> Element:
        """Return a paragraph; its properties stand in the order of the schema.

        `keep_next` overrides what the style says of the next paragraph, where it is not None;
        `page_tab_pt` is where a page number ends, after a leader; `style` is the name of a style
        that stands for the role's, and `indented` one whose indent does.
        """
        properties = [w("pStyle", val=self.styles.id(style or role.value))]
        if keep_next is not None and keep_next != self.style(role).keep_with_next:
            properties.append(w("keepNext") if keep_next else w("keepNext", val=0))
        if place.text_frame:
            properties.append(w("framePr", **place.text_frame))
        if list_number is not None:
            properties.append(w("numPr", w("ilvl", val=list_level), w("numId", val=list_number)))
        if place.text_frame and self._is_bordered(role):
            # Paragraphs of a text frame share one border: another one would end the frame.
            properties.append(w("pBdr", *(w(side, val="nil") for side in _SIDES)))
        if page_tab_pt is not None:
            tab = w("tab", val="right", leader="dot", pos=twips(page_tab_pt))
            properties.append(w("tabs", tab))
        spaces = {"before": space_before_pt, "after": space_after_pt}
        if said := {side: twips(pt) for side, pt in spaces.items() if pt is not None}:
            properties.append(w("spacing", **said))
        if indented or place.reach_left_pt or place.reach_right_pt:
            properties.append(self._indent(role, place, indented))
        if align is not None and align != self.style(role).align:
            properties.append(w("jc", val=align))
        return w("p", w("pPr", *properties), *self._anchored(content, anchor))

    def _indent(self, role: Role, place: FramePosition, indented: TextStyle | None) -> Element:
        """Return the indent of a paragraph that has one of its own, or reaches over a margin.

        What reaches over one margin says so on that side only.
        """
        style, sides = indented or self.style(role), {}
        if indented or place.reach_left_pt:
            sides["left"] = twips(style.indent_left_pt - place.reach_left_pt)
        if place.reach_right_pt:
            sides["right"] = twips(style.indent_right_pt - place.reach_right_pt)
        if indented:
            first = twips(style.first_line_pt)
            sides |= {"hanging": -first} if first < 0 else {"firstLine": first}
        return w("ind", **sides)

    def _is_bordered(self, role: Role) -> bool:
        style = self.style(role)
        return any((style.border_top, style.border_left, style.border_bottom, style.border_right))

    def _anchored(self, content: Iterable[Element], anchor: str | None) -> Iterable[Element]:
        if anchor is None:
            return content
        number = next(self.numbers)
        return (
            w("bookmarkStart", id=number, name=bookmark_name(anchor)),
            *content,
            w("bookmarkEnd", id=number),
        )
