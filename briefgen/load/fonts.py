"""Read font faces: advance widths for the layout, files for the PDF writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from msgspec.structs import replace as replace_fields

from briefgen.cache import kept, kept_with_files
from briefgen.load.font_file import (
    PACKED,
    FontFile,
    characters_of,
    font_bytes,
    font_findings,
    read_font_file,
)
from briefgen.load.font_metrics import described, font_metrics
from briefgen.load.resources import resources_folder
from briefgen.load.stand_ins import fitted, is_serif, stand_in, substituted, widest
from briefgen.load.text import is_file, is_folder
from briefgen.types.characters import INVISIBLE, LENT
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.font import Face, FontLibrary

METRIC_COMPATIBLE = {
    "calibri": ("Carlito",),
    "cambria": ("Caladea",),
    "cambria math": ("Caladea",),
    "arial": ("Liberation Sans", "Arimo"),
    "helvetica": ("Liberation Sans", "Arimo", "Arial"),
    "liberation sans": ("Arimo", "Arial"),
    "times new roman": ("Liberation Serif", "Tinos"),
    "times": ("Liberation Serif", "Tinos", "Times New Roman"),
    "liberation serif": ("Tinos", "Times New Roman"),
    "courier new": ("Liberation Mono", "Cousine"),
    "arial narrow": ("Liberation Sans Narrow",),
    "arial unicode ms": ("Liberation Sans", "Arimo", "Arial"),
    "arimo": ("Liberation Sans", "Arial"),
    "tinos": ("Liberation Serif", "Times New Roman"),
    "century gothic": ("TeX Gyre Adventor", "URW Gothic"),
    "bookman old style": ("TeX Gyre Bonum", "URW Bookman"),
    "palatino linotype": ("TeX Gyre Pagella", "P052"),
    "century schoolbook": ("TeX Gyre Schola", "C059"),
    "georgia": ("Gelasio",),
}
"""Families and those that have the same advance widths, so that lines break alike."""

FALLBACK_FOLDER = "fallback"
"""Below the built-in fonts: faces that print single characters which others lack, and no families
that a theme may name, for they are parts of theirs (`templates/make_fallback_fonts.py`)."""

_SANS, _SERIF = ("DejaVuSans", "NotoSans", "DejaVuSerif"), ("DejaVuSerif", "DejaVuSans", "NotoSans")
"""Fallback families of faces without and with serifs, in order of preference. Carlito comes behind
them: it has some signs that none of them has, and Caladea has not."""

_PLAIN, _PLAIN_BOLD = "Carlito-Regular.ttf", "Carlito-Bold.ttf"
_FALLBACK = f".ttf{PACKED}"
_REGULAR = {"NotoSans": "NotoSans-Regular"}

FONT_LIMIT = 500
"""Font files that are looked at in a folder of the user's."""

"""Font files by family, in lower case."""


def read_fonts(
    folder: Path,
    families: frozenset[str],
    own: Path | None = None,
    enclosed: Callable[[str], list[FontFile]] | None = None,
) -> tuple[FontLibrary, tuple[Finding, ...]]:
    """Return the faces of the families that a theme names, and a warning for each stand-in.

    A family is at hand if `folder`, or before it the user's `own`, holds a font file that bears
    its name. Where there is none, one of the same widths stands in without a word; any other that
    is missing gets the nearest of the built-in ones, with a warning, and drawn as wide where its
    widths are known. Calibri has Carlito, Cambria has Caladea, Arial and Times have Liberation.
    Where neither is at hand, one that the Word template has `enclosed`, by its name in lower case,
    goes before a stand-in.

    Raises:
        TemplateError: a folder that is none; font files that cannot be read, without TrueType
            outlines, or that may not be embedded; all that are wanted at once.
    """
    carried = (file for file in _files(folder) if file.parent.name != FALLBACK_FOLDER)
    at_hand = {**_by_family(carried), **(_own(own) if own else {})}
    substitutes: dict[str, str] = {}
    guessed: dict[str, str] = {}
    warnings: list[Finding] = []
    wanted: dict[str, list[FontFile]] = {}
    for family in sorted(families):
        name = family.lower()
        same = (name, *(one.lower() for one in METRIC_COMPATIBLE.get(name, ())))
        found = next((one for one in same if one in at_hand), None)
        if found is None and enclosed and (brought := enclosed(name)):
            at_hand[found := name] = brought
        if found is None:
            guessed[name] = found = stand_in(name).lower()
            warnings.append(substituted(family, stand_in(name)))
        elif found != name:
            substitutes[name] = found
        wanted[found] = at_hand[found]
    taken = [font for fonts in wanted.values() for font in fonts]
    if errors := [finding for font in taken for finding in font_findings(font)]:
        raise TemplateError(errors)
    faces = {
        (name, font.bold, font.italic): _read_face(font)
        for name, fonts in wanted.items()
        for font in fonts
    }
    for name, found in guessed.items():
        own_widths = fitted(name, [face for (read, *_), face in faces.items() if read == found])
        faces.update(own_widths)
        if not own_widths:
            substitutes[name] = found
    library = FontLibrary(faces, substitutes, frozenset(guessed))
    charged = {key: face for name in guessed for key, face in widest(name, library).items()}
    return replace_fields(library, widest=charged), tuple(warnings)


def font_places(folder: Path) -> list[Path]:
    """Return the files and folders by which a change in a folder of fonts is seen."""
    below = (place for place in folder.rglob("*") if place.suffix.lower() not in (".ttf", ".otf"))
    return [folder, *filter(Path.is_dir, below), *_files(folder)]


def _files(folder: Path) -> Iterator[Path]:
    files = sorted(file for file in folder.rglob("*") if file.suffix.lower() in (".ttf", ".otf"))
    yield from files[:FONT_LIMIT]


def _own(folder: Path) -> dict[str, list[FontFile]]:
    """Return the fonts of a folder of the user's."""
    if not is_folder(folder):
        message = "is no folder" if is_file(folder) else "is not there"
        hint = "name a folder that holds .ttf files"
        raise TemplateError([Finding("font-folder", message, hint, file=str(folder))])
    return _by_family(_files(folder))


def _by_family(files: Iterable[Path]) -> dict[str, list[FontFile]]:
    """Return the fonts that can be read, by family; the first of those that are alike."""
    found: dict[str, dict[tuple[bool, bool], FontFile]] = {}
    for file in files:
        if font := _described(file)[0]:
            faces = found.setdefault(font.family.lower(), {})
            faces.setdefault((font.bold, font.italic), font)
    return {family: [*fonts.values()] for family, fonts in found.items()}


@kept_with_files(1024, lambda described: (described[1],))
def _described(file: Path) -> tuple[FontFile | None, Path]:
    return described(file), file


def carried_characters(code: int) -> bool:
    """Whether a character is printed by whatever built-in face it is set in, or prints nothing.

    Only tables of characters are read, of as few files as need be.
    """
    return code in INVISIBLE or any(
        code in characters_of(file) or LENT.get(code) in characters_of(file)
        for file in _fallback_files(serif=True, bold=False)
    )


def _fallbacks(*, serif: bool, bold: bool) -> Iterator[Face]:
    """Yield the faces that print what one of a kind lacks, each read when it is asked for."""
    for file in _fallback_files(serif=serif, bold=bold):
        yield _fallback(file)


@kept(16)
def _fallback(file: Path) -> Face:
    """Return a fallback face, which has none itself."""
    font = read_font_file(file)
    assert font
    return _face(font, f"fallback-{file.name.removesuffix(_FALLBACK)}")


def _fallback_files(*, serif: bool, bold: bool) -> tuple[Path, ...]:
    folder = resources_folder("fonts")
    below = folder / FALLBACK_FOLDER
    families = _SERIF if serif else _SANS
    light = (*(below / f"{_REGULAR.get(one, one)}{_FALLBACK}" for one in families), folder / _PLAIN)
    heavy = (*(below / f"{one}-Bold{_FALLBACK}" for one in families), folder / _PLAIN_BOLD)
    return (*heavy, *light) if bold else light


@kept_with_files(64, lambda face: (face.file,))
def _read_face(font: FontFile) -> Face:
    plain = "".join(c for c in font.file.stem if c.isascii() and (c.isalnum() or c in "-_"))
    return _face(font, plain or "Font", serif=is_serif(font.family.lower()))


def _face(font: FontFile, name: str, *, serif: bool | None = None) -> Face:
    """Return the face of a font file; with fallbacks, where it is said to be serif or not."""
    try:
        data = font.data or font_bytes(font.file)
        metrics = font_metrics(data)
    except Exception as error:
        reported = " ".join(str(error).split()) or type(error).__name__
        message, hint = f"cannot be read as TrueType: {reported}", "give another file of the family"
        raise TemplateError(
            [Finding("font-unreadable", message, hint, file=str(font.file))]
        ) from error
    advances = dict(metrics.advances)
    for character, lender in LENT.items():
        if character not in advances and lender in advances:
            advances[character] = advances[lender]
    face = Face(
        name=name,
        family=font.family,
        bold=font.bold,
        italic=font.italic,
        file=str(font.file),
        data=data,
        advances=advances,
        ascent=metrics.ascent,
        descent=metrics.descent,
        line_height=font.line_height,
    )
    if serif is None:
        return face
    return replace(face, fallbacks=partial(_fallbacks, serif=serif, bold=font.bold))
