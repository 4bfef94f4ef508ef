"""Text of a Word template that nobody sees: hidden by itself, by a style, or by the defaults.

Hiding is a toggle (ISO/IEC 29500-1, 17.7.3): what a paragraph style and a character style hide
together is shown, and what a run says of itself stands above both.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from briefgen.ooxml.build import removed
from briefgen.ooxml.names import Element, W, attribute, child, is_default, is_on

_MARKS = ("{{", "}}", "{%", "%}")
_SHOWN = frozenset(W + name for name in ("t", "tab", "ptab", "br", "cr", "sym", "drawing", "pict"))
_FIELDS = (W + "fldChar", W + "instrText", W + "fldSimple", W + "sectPr", W + "bookmarkStart")


class HidingStyles(Struct, frozen=True):
    """What hides text in a template: its defaults, and styles by their ids.

    `paragraph` is the id of the style of paragraphs that name none.
    """

    default: bool
    styles: Mapping[str, bool]
    paragraph: str

    def hides(self, run: Element) -> bool:
        """Whether a run is hidden where it stands."""
        style = attribute(child(run, "rPr", "rStyle"), "val") or ""
        own = child(run, "rPr", "vanish")
        paragraph = next(run.iterancestors(W + "p"), None)
        return self._hides(own, self._of(paragraph), self.styles.get(style, False))

    def hides_end(self, paragraph: Element) -> bool:
        """Whether the end of a paragraph is hidden, so that no line is left where it stands."""
        own = child(paragraph, "pPr", "rPr", "vanish")
        return self._hides(own, self._of(paragraph), by_run=False)

    def _of(self, paragraph: Element | None) -> bool:
        style = attribute(child(paragraph, "pPr", "pStyle"), "val") or self.paragraph
        return self.styles.get(style, False)

    def _hides(self, own: Element | None, by_paragraph: bool, by_run: bool) -> bool:
        if own is not None:
            return is_on(own)
        return self.default or by_paragraph != by_run


def hiding_styles(styles: Element | None) -> HidingStyles:
    """Return what hides text, by the part of a template that holds its styles."""
    if styles is None:
        return HidingStyles(default=False, styles={}, paragraph="")
    by_id = {one.get(W + "styleId", ""): one for one in styles.iter(W + "style")}
    first = (
        key
        for key, one in by_id.items()
        if attribute(one, "type") == "paragraph" and is_default(one)
    )
    default = child(styles, "docDefaults", "rPrDefault", "rPr", "vanish")
    hiding = {key: _is_hiding(key, by_id) for key in by_id}
    return HidingStyles(default is not None and is_on(default), hiding, next(first, ""))


def _is_hiding(key: str, styles: Mapping[str, Element]) -> bool:
    """Whether a style hides, by itself or by what it is based on; a circle hides nothing."""
    seen: set[str] = set()
    while key in styles and key not in seen:
        seen.add(key)
        vanish = child(styles[key], "rPr", "vanish")
        if vanish is not None:
            return is_on(vanish)
        key = attribute(child(styles[key], "basedOn"), "val") or ""
    return False


def without_hidden(root: Element, styles: HidingStyles) -> bool:
    """Remove what hidden runs show, and return whether there was any.

    Marks of the template and fields stay where they are. A paragraph whose end is hidden, too, goes
    as a whole, but the last one of a cell.
    """
    found = False
    for run in list(root.iter(W + "r")):
        if not styles.hides(run) or _is_marked(run):
            continue
        for element in [one for one in run if one.tag in _SHOWN]:
            run.remove(element)
            found = True
    for paragraph in list(root.iter(W + "p")) if found else ():
        after = paragraph.getnext()
        is_last = after is None or after.tag not in (W + "p", W + "tbl")
        is_empty = next(paragraph.iter(*_SHOWN, *_FIELDS), None) is None
        if not is_last and is_empty and styles.hides_end(paragraph):
            removed(paragraph)
    return found


def _is_marked(run: Element) -> bool:
    return any(mark in (one.text or "") for one in run.iter(W + "t") for mark in _MARKS)
