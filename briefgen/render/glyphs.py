"""Characters that no font at hand has: they would print as boxes, or by a font nobody measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.types.finding import Finding, RenderError
from briefgen.types.font import FontLibrary
from briefgen.types.laid import LaidOut, TextMark

_EXCERPT = 60


def refuse_missing_glyphs(laid_out: LaidOut, fonts: FontLibrary) -> None:
    """Refuse a document with characters that its faces lack.

    A PDF would show boxes. Word would take another font, whose widths nobody has measured, so
    that neither lines nor pages were those that are promised.

    Raises:
        RenderError: `glyph-missing` for each character and face, all at once.
    """
    faces = {face.name: face for face in fonts.faces.values()}
    texts = [mark for page in laid_out.pages for mark in page.marks if isinstance(mark, TextMark)]
    if findings := [
        glyph_missing(name, code, texts)
        for name, used in sorted(characters(texts).items())
        if name in faces
        for code in sorted(used)
        if code not in faces[name].advances
    ]:
        raise RenderError(findings)


def characters(texts: Iterable[TextMark]) -> dict[str, set[int]]:
    """Return the characters that are printed, by name of face."""
    used: dict[str, set[str]] = {}
    for text in texts:
        used.setdefault(text.face, set()).update(text.text)
    return {face: set(map(ord, printed)) for face, printed in used.items()}


def glyph_missing(name: str, code: int, texts: Sequence[TextMark]) -> Finding:
    """Return the finding of a character that a face lacks, with what stands around it."""
    character = chr(code)
    text = next(mark.text for mark in texts if mark.face == name and character in mark.text)
    middle = text.index(character)
    excerpt = text[max(0, middle - _EXCERPT // 2) : middle + _EXCERPT // 2].strip()
    return Finding(
        "glyph-missing",
        f'"{excerpt}": {name} cannot print "{character}" (U+{code:04X})',
        "replace the character, or choose another font in the Word template",
    )
