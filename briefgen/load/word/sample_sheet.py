"""What letters and paragraphs of a sample have, by their own settings and by their styles."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.load.word.style_names import local_names
from briefgen.ooxml.names import Element, W, attribute, child, is_default

TAGS = ("rFonts", "sz", "color", "b", "i", "caps", "u")
"""What is looked at of letters."""


class SampleSheet:
    """Styles by id and name, and what text has by way of them."""

    def __init__(self, styles: Element) -> None:
        self.root = styles
        self.by_id = {one.get(W + "styleId", ""): one for one in styles.iter(W + "style")}
        paragraphs = [one for one in self.by_id.values() if one.get(W + "type") != "character"]
        self.normal = next((one for one in paragraphs if _is_normal(one)), None)
        self.by_name = {
            (attribute(child(one, "name"), "val") or "").lower(): one
            for one in reversed(paragraphs)
        }

    def named(self, name: str) -> Element | None:
        """Return a paragraph style by its English name, or by another language's."""
        names = (name.lower(), *(one.lower() for one in local_names(name)))
        return next((self.by_name[one] for one in names if one in self.by_name), None)

    def way(self, style: Element | None) -> Iterator[Element]:
        """Yield a style and what it is made from, the base last."""
        for _ in range(len(self.by_id)):
            if style is None:
                return
            yield style
            style = self.by_id.get(attribute(child(style, "basedOn"), "val") or "")

    def style_of(self, paragraph: Element) -> Element | None:
        """Return the style of a paragraph."""
        key = attribute(child(paragraph, "pPr", "pStyle"), "val")
        return self.normal if key is None else self.by_id.get(key, self.normal)

    def said(self, tag: str, *holders: Element | None) -> Element | None:
        """Return what the first of some holders, or else the defaults, say of letters."""
        defaults = child(self.root, "docDefaults", "rPrDefault")
        for one in (*holders, defaults):
            found = child(one, "rPr", tag)
            if found is not None and (tag != "rFonts" or _names_font(found)):
                return found
        return None

    def of_run(self, run: Element | None, style: Element | None) -> dict[str, Element | None]:
        """Return what a run in a paragraph of a style has."""
        letters = self.by_id.get(attribute(child(run, "rPr", "rStyle"), "val") or "")
        holders = (run, *self.way(letters), *self.way(style))
        return {tag: self.said(tag, *holders) for tag in TAGS}

    def lines(self, paragraph: Element | None, style: Element | None) -> tuple[int, str]:
        """Return how far apart the lines of a paragraph of a style stand, and by what rule."""
        defaults = child(self.root, "docDefaults", "pPrDefault")
        for one in (paragraph, *self.way(style), defaults):
            spacing = child(one, "pPr", "spacing")
            line = attribute(spacing, "line") or ""
            if line.isdigit():
                return int(line), attribute(spacing, "lineRule") or "auto"
        return 240, "auto"

    def aligned(self, paragraph: Element) -> str:
        """Return the alignment of a paragraph."""
        for one in (paragraph, *self.way(self.style_of(paragraph))):
            if (found := child(one, "pPr", "jc")) is not None:
                return attribute(found, "val") or "left"
        return "left"


def _names_font(fonts: Element) -> bool:
    """Whether fonts are said of Latin letters, and not of those of other scripts alone."""
    return any(attribute(fonts, name) for name in ("ascii", "asciiTheme"))


def _is_normal(style: Element) -> bool:
    """Whether a style is that of paragraphs which name none."""
    return is_default(style) and style.get(W + "type", "paragraph") == "paragraph"
