"""Loops and conditions over whole paragraphs and table rows of a template.

A tag that stands alone in its paragraph, or in its row, opens or closes one: `{% for fact in
facts %}` … `{% endfor %}`, `{% if series %}` … `{% else %}` … `{% endif %}`. A row may also hold
both itself: the opening tag at its very beginning, the closing one at its very end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Literal

from msgspec import Struct, field

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W
from briefgen.sandbox.fields import GROUP_ENDS, TAG_CLOSES, TAG_OPENS, loop_names, tag_alone

_MARK = "marker"
MARKER = W + _MARK
"""An element of no vocabulary that keeps the place of a group while its parts are filled."""


class LoopError(Exception):
    """A tag that does not fit the others. `element` is where it stands."""

    def __init__(self, message: str, element: Element) -> None:
        super().__init__(message)
        self.message = message
        self.element = element


class LoopGroup(Struct):
    """What stands between an opening and its closing tag; `marker` says where it stood.

    `tag` is what the opening one says; `names` is the loop's own name and that of the list,
    `condition` what an `if` asks.
    """

    kind: Literal["for", "if"]
    tag: str
    names: tuple[str, str]
    condition: str
    marker: Element
    inner: list[Element] = field(default_factory=list)
    otherwise: list[Element] | None = None

    def add(self, element: Element) -> None:
        """Take an element in."""
        (self.inner if self.otherwise is None else self.otherwise).append(element)


Text = Callable[[Element], str]


def take_out(root: Element, text: Text) -> Iterator[LoopGroup]:
    """Take the outermost groups of a tree out of it, and yield each.

    Raises:
        LoopError: a tag that is not closed, closes nothing or cannot be read.
    """
    for container in [root, *root.iter(*(W + name for name in _CONTAINERS))]:
        if container is root or root in container.iterancestors():
            yield from _groups(container, text)


_CONTAINERS = ("body", "tc", "tbl", "txbxContent", "sdtContent", "hdr", "ftr")


def _groups(container: Element, text: Text) -> Iterator[LoopGroup]:
    opened: list[LoopGroup] = []
    for child in list(container):
        tag = tag_alone(_words(child, text))
        name = tag.split(" ", 1)[0]
        if name in ("for", "if"):
            group = _group(tag, child)
            if not opened:
                child.addprevious(group.marker)
            _moved(child, opened)
            opened.append(group)
        elif name in ("else", "elif", *GROUP_ENDS):
            _moved(child, opened[:-1] if name in GROUP_ENDS else opened if len(opened) > 1 else [])
            if (done := _turned(name, tag, opened, child)) and not opened:
                yield done
        elif opened:
            _moved(child, opened)
        elif child.tag == W + "tr" and (own := _own_loop(child, text)):
            child.addprevious(own.marker)
            _moved(child, [own])
            yield own
    if opened:
        group = opened[-1]
        message = f'"{{% {group.tag} %}}" is not closed where it was opened'
        raise LoopError(message, opened[0].marker)


def _turned(name: str, tag: str, opened: list[LoopGroup], child: Element) -> LoopGroup | None:
    """Close the group that was opened last, which is returned, or turn to its other branch."""
    if not opened or opened[-1].kind != GROUP_ENDS.get(name, "if"):
        raise LoopError(f'"{{% {tag} %}}" closes nothing that is open here', child)
    if name in GROUP_ENDS:
        return opened.pop()
    if name == "elif" or opened[-1].otherwise is not None:
        raise LoopError(f'"{{% {tag} %}}" has no place here', child)
    if len(opened) == 1:
        opened[0].otherwise = []
    return None


def _moved(child: Element, opened: list[LoopGroup]) -> None:
    """Take an element out, into the outermost group: what it means within is for that one to see.

    Where nothing is open it is gone.
    """
    parent = child.getparent()
    if parent is not None:
        parent.remove(child)
    if opened:
        opened[0].add(child)


def _words(element: Element, text: Text) -> str:
    """Return the text of a paragraph, or of a row whose cells hold no other table."""
    if element.tag == W + "p":
        return text(element).strip()
    if element.tag == W + "tr" and next(element.iter(W + "tbl"), None) is None:
        return "".join(text(paragraph) for paragraph in element.iter(W + "p")).strip()
    return ""


def _group(tag: str, element: Element) -> LoopGroup:
    if tag.split(" ", 1)[0] == "for":
        names = loop_names(tag)
        if names is None:
            raise LoopError(f'"{{% {tag} %}}" is no loop: {{% for fact in facts %}} is', element)
        return LoopGroup("for", tag, names, "", w(_MARK))
    return LoopGroup("if", tag, ("", ""), tag.removeprefix("if").strip(), w(_MARK))


def _own_loop(row: Element, text: Text) -> LoopGroup | None:
    """Return the group of a row that opens at its beginning and closes at its end, untagged."""
    if next(row.iter(W + "tbl"), None) is not None:
        return None
    filled = [p for p in row.iter(W + "p") if text(p).strip()]
    if len(filled) < 2:  # noqa: PLR2004 - one paragraph loops within itself
        return None
    first, last = text(filled[0]), text(filled[-1])
    end = first.find(TAG_CLOSES)
    start = last.rfind(TAG_OPENS)
    opening, closing = first[: end + 2].strip(), last[start:].strip() if start >= 0 else ""
    tag, close = tag_alone(opening), tag_alone(closing)
    kind = tag.split(" ", 1)[0] if tag else ""
    if kind not in ("for", "if") or GROUP_ENDS.get(close) != kind or f"end{kind}" in first:
        return None
    group = _group(tag, row)
    _cut(filled[0], 0, end + 2)
    _cut(filled[-1], start, len(last))
    for paragraph in (filled[0], filled[-1]):
        cell = paragraph.getparent()
        if not text(paragraph).strip() and cell is not None and len(cell.findall(W + "p")) > 1:
            cell.remove(paragraph)
    return group


def _cut(paragraph: Element, start: int, end: int) -> None:
    """Cut characters out of a paragraph's text, whatever runs they stand in."""
    at = 0
    for piece in paragraph.iter(W + "t"):
        if next(piece.iterancestors(W + "p"), None) is not paragraph:
            continue
        text = piece.text or ""
        low, high = max(start - at, 0), max(end - at, 0)
        piece.text = text[:low] + text[high:]
        at += len(text)


def copied(elements: list[Element]) -> Element:
    """Return copies of elements in a holder, without bookmarks, whose names stand only once."""
    holder = w("holder", *(deepcopy(element) for element in elements))
    for mark in list(holder.iter(W + "bookmarkStart", W + "bookmarkEnd")):
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    return holder


def put_back(group: LoopGroup, holders: list[Element]) -> None:
    """Put what was made of a group where it stood, and leave no container without its due."""
    parent = group.marker.getparent()
    assert parent is not None
    for holder in holders:
        for element in list(holder):
            group.marker.addprevious(element)
    parent.remove(group.marker)
    if parent.tag == W + "tbl" and parent.find(W + "tr") is None:
        above = parent.getparent()
        assert above is not None
        parent.addprevious(w("p"))
        above.remove(parent)
    elif parent.tag in (W + "tc", W + "hdr", W + "ftr", W + "txbxContent"):
        children = [child for child in parent if child.tag in (W + "p", W + "sdt", W + "tbl")]
        if not children or children[-1].tag == W + "tbl":
            parent.append(w("p"))
