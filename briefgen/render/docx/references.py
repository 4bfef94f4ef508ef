"""References to notes: native footnotes, or the numbered list of sources."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import count

from briefgen.ooxml.build import field_runs, text_content, w
from briefgen.ooxml.names import Element
from briefgen.render.docx.styles import Styles
from briefgen.types.page_style import NOTED_LEAST_PT, TextStyle

FOOTNOTE_REFERENCE = "footnote reference"
"""Word's own style of references to footnotes."""


class References:
    """Writes references. It lives for one document.

    With `first_id`, which is the id of the first note, they are footnotes: Word numbers them, and
    where one is cited again, a field repeats its number. Otherwise a field asks for the number of
    the entry in the list of sources, so that it follows when the list changes. What is not among
    the `anchors` is text.
    """

    def __init__(
        self, styles: Styles, bookmarks: count[int], anchors: Collection[str], first_id: int | None
    ) -> None:
        self._bookmarks = bookmarks
        self._anchors = anchors
        self._first_id = first_id
        self._seen: set[int] = set()
        own = first_id is not None and styles.has(FOOTNOTE_REFERENCE, "character")
        self._style = styles.id(FOOTNOTE_REFERENCE if own else "Note Mark", "character")

    def id_of(self, number: int) -> int:
        """Return the id of the footnote of a number."""
        return (self._first_id or 0) + number - 1

    def cite(self, number: int, before: str, style: TextStyle, *, superior: bool) -> list[Element]:
        """Return a reference to a note; `before` sets it off from another one."""

        def raised(*content: Element) -> Element:
            return self._run(style, *content)

        set_in = raised if superior else _on_the_line
        name = bookmark_name(anchor := f"note-{number}")
        written = [set_in(*text_content(before))] if before else []
        if self._first_id is None:
            if anchor not in self._anchors:
                return [set_in(*text_content(f"{before}{number}"))]
            return [*written, *_field(f" REF {name} \\n \\h ", number, set_in)]
        if number in self._seen:
            return [*written, *_field(f" NOTEREF {name} \\h ", number, set_in)]
        self._seen.add(number)
        mark = next(self._bookmarks)
        return [
            *written,
            w("bookmarkStart", id=mark, name=name),
            set_in(w("footnoteReference", id=self.id_of(number))),
            w("bookmarkEnd", id=mark),
        ]

    def lead(self, anchor: str, shown: str) -> list[Element]:
        """Return a reference to a table or figure, which shows word and number of its caption."""
        runs = field_runs(f" REF {bookmark_name(anchor)} \\h ", shown)
        return [w("r", *content) for content in runs]

    def own(self, style: TextStyle) -> Element:
        """Return the number of a footnote at its own beginning, in text of a style."""
        return self._run(style, w("footnoteRef"))

    def _run(self, style: TextStyle, *content: Element) -> Element:
        properties = [w("rStyle", val=self._style)]
        if style.size_pt < NOTED_LEAST_PT:
            size = round(NOTED_LEAST_PT * 2)
            properties += [w("sz", val=size), w("szCs", val=size)]
        return w("r", w("rPr", *properties), *content)


def _on_the_line(*content: Element) -> Element:
    return w("r", *content)


def _field(instruction: str, number: int, set_in: Callable[..., Element]) -> list[Element]:
    return [set_in(*run) for run in field_runs(instruction, str(number))]


def bookmark_name(anchor: str) -> str:
    """Return an anchor as Word's name of a bookmark: hidden, letters, digits and underscores.

    Headings have the names that Word gives them itself when it makes a table of contents.
    """
    kind, _, number = anchor.partition("-")
    if kind == "heading" and number.isdigit():
        return f"_Toc{int(number):09d}"
    return "_" + anchor.replace("-", "_")[:39]
