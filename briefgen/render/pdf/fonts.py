"""The fonts of one document: which characters it prints in which face."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefgen.cache import kept
from briefgen.render.glyphs import characters, glyph_missing
from briefgen.render.pdf.composite_font import CompositeFont
from briefgen.render.pdf.faces import read_face
from briefgen.types.finding import Finding, RenderError
from briefgen.types.font import Face, FontLibrary
from briefgen.types.laid import TextMark

Fonts = Mapping[str, CompositeFont]
"""The fonts of a document by name of face."""


def document_fonts(texts: Iterable[TextMark], library: FontLibrary) -> Fonts:
    """Return the fonts that texts are set in, by name of face.

    Raises:
        RenderError: `face-missing` for a face that is not in the library and `glyph-missing` for
            each character that its face cannot print, all at once; `font-damaged`.
    """
    faces = {face.name: face for face in library.faces.values()}
    texts = tuple(texts)
    used = characters(texts)
    findings: list[Finding] = []
    fonts: dict[str, CompositeFont] = {}
    for name in sorted(used):
        if name not in faces:
            findings.append(_face_missing(name))
            continue
        wanted = frozenset(used[name])
        lacking = _lacking(faces[name], wanted)
        findings += [glyph_missing(name, code, texts) for code in sorted(lacking)]
        if not findings:
            fonts[name] = read_font(faces[name], tuple(sorted(wanted)))
    if findings:
        raise RenderError(findings)
    return fonts


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
        told = " ".join(str(error).split()) or type(error).__name__
        message = f"has outlines that cannot be set: {told}"
        finding = Finding(
            "font-damaged", message, "give another file of the family", file=face.file
        )
        raise RenderError([finding]) from error
    return CompositeFont(subset)


def _face_missing(name: str) -> Finding:
    return Finding(
        "face-missing",
        f'the face "{name}" is not among the fonts',
        "choose a font that is at hand in the Word template",
    )
