"""The fonts of one document: which characters it prints in which face."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefgen.cache import kept
from briefgen.render.glyphs import Placed, characters, faces_by_name, glyph_missing, nowhere
from briefgen.render.pdf.composite_font import CompositeFont
from briefgen.render.pdf.faces import read_face
from briefgen.types.finding import Finding, RenderError
from briefgen.types.font import Face, FontLibrary
from briefgen.types.laid import TextMark

Fonts = Mapping[str, CompositeFont]
"""The fonts of a document by name of face."""


def document_fonts(
    texts: Iterable[TextMark], library: FontLibrary, placed: Placed = nowhere
) -> Fonts:
    """Return the fonts that texts are set in, by name of face, those of single glyphs included.

    Raises:
        RenderError: `face-missing` for a face that is not in the library and `glyph-missing` for
            each character that no face can print, by its place where `placed` knows it, else by
            what stands around it, all at once; `font-damaged`.
    """
    texts = tuple(texts)
    used, faces = characters(texts, faces_by_name(library))
    missing = {name: _lacking(faces[name], frozenset(used[name])) for name in used if name in faces}
    findings = [_face_missing(name) for name in sorted(used.keys() - faces.keys())]
    findings += _glyphs_missing(missing, texts, placed)
    if findings:
        raise RenderError(findings)
    return {name: read_font(faces[name], tuple(sorted(used[name]))) for name in sorted(used)}


def _glyphs_missing(
    missing: Mapping[str, frozenset[int]], texts: Sequence[TextMark], placed: Placed
) -> list[Finding]:
    every = frozenset(code for codes in missing.values() for code in codes)
    if not every:
        return []
    return [
        *placed(every),
        *(
            glyph_missing(name, code, texts)
            for name in sorted(missing)
            for code in sorted(missing[name])
            if not placed(frozenset({code}))
        ),
    ]


@kept(64)
def _lacking(face: Face, characters: frozenset[int]) -> frozenset[int]:
    return read_face(face).lacks(characters)


@kept(64)
def read_font(face: Face, characters: tuple[int, ...]) -> CompositeFont:
    """Return a font of some characters of a face. The next document like this costs nothing.

    Raises:
        RenderError: `font-damaged`, for a face whose outlines cannot be followed.
    """
    try:
        subset = read_face(face).subset(characters)
    except Exception as error:
        reported = " ".join(str(error).split()) or type(error).__name__
        message = f"has outlines that cannot be set: {reported}"
        finding = Finding(
            "font-damaged", message, "give another file of the family", file=face.file
        )
        raise RenderError([finding]) from error
    return CompositeFont(subset, face.widths if face.fitted else None)


def _face_missing(name: str) -> Finding:
    return Finding(
        "face-missing",
        f'the face "{name}" is not among the fonts',
        "choose a font that is at hand in the Word template",
    )
