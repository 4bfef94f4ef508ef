"""Which face prints each character, and characters that no font at hand has.

A brief as the writer of a format gets it: what is printed, where, and in what looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefgen.types.brief import Content
from briefgen.types.finding import Finding
from briefgen.types.font import Face, FontLibrary
from briefgen.types.laid import LaidOut, LaidPage, Mark, TextMark
from briefgen.types.page import Master
from briefgen.types.page_style import PageStyle

if TYPE_CHECKING:
    from briefgen.ooxml.package import WordTemplate


_EXCERPT = 60

Placed = Callable[[frozenset[int]], Sequence[Finding]]
"""Says where the argument of a document holds characters: `glyph-missing` for each text."""


def nowhere(missing: frozenset[int]) -> Sequence[Finding]:  # noqa: ARG001
    """Know of no argument."""
    return ()


def faces_by_name(library: FontLibrary) -> Mapping[str, Face]:
    """Return the faces of a library. No two have one name."""
    return {face.name: face for face in library.faces.values()}


def in_printing_faces(laid_out: LaidOut, library: FontLibrary) -> LaidOut:
    """Return a document whose texts are split where another face prints a character.

    What no face prints stays in its own.
    """
    faces = faces_by_name(library)
    if not any(_is_split(mark, faces) for page in laid_out.pages for mark in page.marks):
        return laid_out
    pages = tuple(
        LaidPage(tuple(one for mark in page.marks for one in _split(mark, faces)))
        for page in laid_out.pages
    )
    return replace(laid_out, pages=pages)


def without(laid_out: LaidOut, left_out: frozenset[int]) -> LaidOut:
    """Return a document without some characters. Their places stay empty."""
    if not left_out:
        return laid_out
    deleted = dict.fromkeys(left_out)

    def kept(mark: Mark) -> Mark | None:
        if not isinstance(mark, TextMark) or left_out.isdisjoint(map(ord, mark.text)):
            return mark
        text = mark.text.translate(deleted)
        return replace(mark, text=text) if text.strip() else None

    pages = tuple(
        LaidPage(tuple(one for mark in page.marks if (one := kept(mark))))
        for page in laid_out.pages
    )
    return replace(laid_out, pages=pages)


def _is_split(mark: Mark, faces: Mapping[str, Face]) -> bool:
    if not isinstance(mark, TextMark) or mark.text.isascii() or mark.face not in faces:
        return False
    advances = faces[mark.face].advances
    return any(ord(character) not in advances for character in mark.text)


def _split(mark: Mark, faces: Mapping[str, Face]) -> Iterator[Mark]:
    if not isinstance(mark, TextMark) or not _is_split(mark, faces):
        yield mark
        return
    own = faces[mark.face]
    x = mark.x_mpt
    stretches = own.stretches(mark.text)
    for number, (text, face) in enumerate(stretches, 1):
        advance = sum(own.widths[ord(character)] for character in text)
        width = round(advance * mark.size_mpt / 1000) + len(text) * mark.tracking_mpt
        if number == len(stretches):
            width = mark.x_mpt + mark.width_mpt - x
        name = (face or own).name
        yield replace(mark, x_mpt=x, width_mpt=width, text=text, face=name)
        x += width


def characters(
    texts: Iterable[TextMark], faces: Mapping[str, Face]
) -> tuple[dict[str, set[int]], dict[str, Face]]:
    """Return the characters that are printed, by name of the face that prints them; those faces.

    Those that none prints, or of a face that is not at hand, count as the text's own face's.
    """
    texts_by_face: dict[str, set[str]] = {}
    for text in texts:
        texts_by_face.setdefault(text.face, set()).update(text.text)
    used: dict[str, set[int]] = {}
    printing: dict[str, Face] = {}
    for name, printed in texts_by_face.items():
        own = faces.get(name)
        for code in map(ord, printed):
            face = own and (own.printing(code) or own)
            used.setdefault(face.name if face else name, set()).add(code)
            if face:
                printing[face.name] = face
    return used, printing


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


class Printed(Struct, frozen=True):
    """All that a writer may need. Most need little of it.

    `laid_out` are the pages of the PDF or, for a format with footnotes, of Word; `pages` is the
    number promised, and `foot_drop_pt` how much further than the main column the side column
    reaches on the last page of the PDF. A format that lays out pages of its own has the foot
    `foot_top_pt` below the top of the last one, if that is not None. `placed` says where the
    argument holds characters; `left_out` are some that the PDF goes without, as no font prints
    them.
    """

    content: Content
    laid_out: LaidOut
    page_style: PageStyle
    fonts: FontLibrary
    read_word: Callable[[], WordTemplate]
    master: Master
    table_label: str
    pages: int
    foot_drop_pt: float
    placed: Placed = nowhere
    left_out: frozenset[int] = frozenset()
    foot_top_pt: float | None = None

    @property
    def word(self) -> WordTemplate:
        """The Word template, which is read when a format asks for it."""
        return self.read_word()
