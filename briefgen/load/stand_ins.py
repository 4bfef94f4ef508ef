"""Which built-in font stands in for a family that is not at hand, and how wide it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefgen.load.font_metrics import STYLES, width_table
from briefgen.types.finding import Finding
from briefgen.types.font import Face, FontLibrary

_SERIFS = (
    "serif",
    "caladea",
    "cambria",
    "times",
    "tinos",
    "georgia",
    "garamond",
    "palatino",
    "book",
    "roman",
    "century schoolbook",
    "minion",
    "antiqua",
    "baskerville",
    "bodoni",
    "caslon",
    "constantia",
    "didot",
    "goudy",
    "perpetua",
    "sabon",
    "merriweather",
    "lora",
    "playfair",
    "bembo",
    "charter",
    "cochin",
    "crimson",
    "galliard",
    "janson",
    "jenson",
    "plantin",
    "spectral",
)
_SANS = ("sans", "gothic", "franklin", "new book", "grotesk")

_NARROW = ("calibri", "candara", "corbel", "condensed", "narrow", "gill", "myriad", "tw cen")
"""What Carlito is nearer to than Noto Sans, which is a fifth wider."""

_MONOSPACED = ("mono", "consol", "courier", "typewriter", "code")
_GROTESQUES = (
    "arial",
    "helvetica",
    "akzidenz",
    "grotesk",
    "haas",
    "swiss",
    "univers",
    "zurich",
    "liberation",
    *_MONOSPACED,
)
"""What Liberation Sans is nearer to than Noto Sans, a humanist face as Word's other ones are."""

_SAMPLE = "etaoinshrdlucmfwypvbgk " * 2 + "ETAS,.-0123456789"
"""What the widths of two faces are compared by."""

KNOWN_ERROR, GUESSED_ERROR = 1, 4
"""Lines in 40 that Word may take more or fewer: with the widths known, which are rounded and of
the common characters; and without, as text faces of one kind differ by a tenth in width."""


def is_serif(family: str) -> bool:
    """Whether a family (in lower case) has serifs, as far as its name says."""
    return not any(word in family for word in _SANS) and any(word in family for word in _SERIFS)


def stand_in(family: str) -> str:
    """Return the built-in family that is the nearest to one (in lower case)."""
    if is_serif(family):
        return "Liberation Serif" if "times" in family else "Caladea"
    if any(word in family for word in _NARROW) and not family.startswith("arial"):
        return "Carlito"
    return "Liberation Sans" if any(word in family for word in _GROTESQUES) else "Noto Sans"


def fitted(family: str, faces: Iterable[Face]) -> Mapping[tuple[str, bool, bool], Face]:
    """Return faces that run as wide as those of a family (in lower case), if that is known.

    A character that its table lacks is as much wider or narrower as the others are.
    """
    table = width_table(family)
    if table is None:
        return {}
    found = {}
    for face in faces:
        known = table.faces[STYLES.index((face.bold, face.italic))]
        share = _mean(known) / _mean(face.advances)
        advances = {code: width * share for code, width in face.advances.items()}
        advances.update((code, float(known[code])) for code in known.keys() & advances.keys())
        found[family, face.bold, face.italic] = replace(
            face,
            name=f"{face.name}-{family.replace(' ', '-')}",
            advances=advances,
            line_height=float(table.line_height),
            fitted=True,
        )
    return found


_FALLBACKS = ("noto sans", "dejavu sans")
_SERIF_FALLBACKS = ("noto serif", "dejavu serif")
"""What LibreOffice takes for a family that is not there, by what fontconfig says, the one or the
other as a machine has them. It takes those without serifs for most that have some, too."""

_MONOSPACED_ADVANCE = 602
"""Width of DejaVu Sans Mono."""

_LINES = 40
"""Of so many lines the errors above are told."""


def widest(family: str, fonts: FontLibrary) -> Mapping[tuple[str, bool, bool], Face]:
    """Return faces as wide and as high as those that a word processor may set a family in.

    What stands in goes along in the Word file, under the family's name, so a program without it
    breaks the lines as they are here. For the family itself, one line in 40 is kept: most are
    narrower than what stands in, and the author is told what may come of it. A name of another
    script is none to enclose a font by: there, a program takes its own.
    """
    names = (*_FALLBACKS, *(_SERIF_FALLBACKS if is_serif(family) else ()))
    tables = [table for name in names if (table := width_table(name))]
    goes_along, found = family.isascii(), {}
    for at, (bold, italic) in enumerate(STYLES):
        face = fonts.nearest_face(family, bold, italic)
        if face is None:
            continue
        share = 1 + KNOWN_ERROR / _LINES if goes_along else 1.0
        advances = {code: width * share for code, width in face.advances.items()}
        if any(word in family for word in _MONOSPACED):
            advances = {code: max(own, _MONOSPACED_ADVANCE) for code, own in advances.items()}
        elif not goes_along:
            for table in tables:
                others = table.faces[at]
                for code in advances.keys() & others.keys():
                    advances[code] = max(advances[code], others[code])
        height = max(face.line_height, *(table.line_height for table in tables))
        found[family, bold, italic] = replace(face, advances=advances, line_height=float(height))
    return found


def error_lines(family: str) -> int:
    """Return by how many lines in 40 Word may differ that has a family (in lower case)."""
    return GUESSED_ERROR if width_table(family) is None else KNOWN_ERROR


def _mean(widths: Mapping[int, float]) -> float:
    return sum(widths[ord(one)] for one in _SAMPLE) / len(_SAMPLE)


def substituted(family: str, name: str) -> Finding:
    """Return the warning about a family that is not at hand, with what it means for lines."""
    error = error_lines(family.lower())
    how = "published widths are kept"
    if error == GUESSED_ERROR:
        how = "widths are not known, and its lines break elsewhere"
    return Finding(
        "font-substituted",
        f'the font "{family}" is not available; {name} stands in for it in the PDF, and its {how}: '
        f"in Word, a text of 40 lines may take {error} more or fewer",
        "give the folder of its files (--fonts FOLDER), or choose Arial, Calibri, Cambria or Times "
        "New Roman in the Word template (Design, Fonts; or Home, Styles, Modify)",
        severity="warning",
    )
