"""Bookmarks as a tree of outline items (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefgen.render.pdf.file import ObjectFile
from briefgen.render.pdf.syntax import Name, Reference, Value
from briefgen.render.pdf.targets import destination
from briefgen.types.laid import Bookmark


@dataclass(slots=True)
class _Item:
    bookmark: Bookmark | None
    reference: Reference
    kids: list[_Item] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many items stand below this one, all of them open."""
        return len(self.kids) + sum(kid.count for kid in self.kids)


def add_outline(
    file: ObjectFile, bookmarks: Sequence[Bookmark], pages: list[Reference], height_mpt: int
) -> Reference | None:
    """Add the outline and return its root, or None without bookmarks.

    An item stands below the last one of a lower level, however many levels lie between.
    """
    if not bookmarks:
        return None
    root = _Item(None, file.reserve())
    path = [root]
    for bookmark in bookmarks:
        while path[-1].bookmark and path[-1].bookmark.level >= bookmark.level:
            path.pop()
        item = _Item(bookmark, file.reserve())
        path[-1].kids.append(item)
        path.append(item)
    file.fill(root.reference, {"Type": Name("Outlines"), **_kids(root)})
    _fill(file, root, pages, height_mpt)
    return root.reference


def _fill(file: ObjectFile, parent: _Item, pages: list[Reference], height_mpt: int) -> None:
    for place, item in enumerate(parent.kids):
        assert item.bookmark
        entries: dict[str, Value] = {
            "Title": item.bookmark.title,
            "Parent": parent.reference,
            "Dest": destination(pages[item.bookmark.page - 1], 0, item.bookmark.y_mpt, height_mpt),
        }
        if place:
            entries["Prev"] = parent.kids[place - 1].reference
        if place < len(parent.kids) - 1:
            entries["Next"] = parent.kids[place + 1].reference
        file.fill(item.reference, {**entries, **_kids(item)})
        _fill(file, item, pages, height_mpt)


def _kids(item: _Item) -> dict[str, Value]:
    if not item.kids:
        return {}
    first, last = item.kids[0].reference, item.kids[-1].reference
    return {"First": first, "Last": last, "Count": item.count}
