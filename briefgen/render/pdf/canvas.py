"""ReportLab's canvas for the pages of tagged, archival files (ISO 14289-1, ISO 19005-2).

What ReportLab leaves out is added here: marked content, the entries that tie pages and links to
the structure tree, streams that end as PDF/A wants, and an identifier that follows the content.
ReportLab is handed no name of a file and no address to read, so whom it trusts does not matter.

A document's objects into the bytes of a file (ISO 32000-1, 7.5).

ReportLab knows the objects, what refers to what, and how each is written. To put them one after
another it makes some five more for each, which for the structure of a page took a tenth of the
whole brief's time; here they are only joined.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from typing import Any

from PIL import Image
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFShading,
    PDFString,
    PDFText,
)
from reportlab.pdfgen.canvas import Canvas

from briefgen.cache import kept
from briefgen.render.pdf.objects import Entries, Stream, text_string
from briefgen.types.finding import Bug
from briefgen.types.identity import pdf_seal
from briefgen.types.laid import ImageMark

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""Four bytes over 127 say that the file is binary (ISO 19005-2, 6.1.2)."""

_FREE = b"0000000000 65535 f \n"
"""The entry of the object 0, which is none."""


class PdfFile(PDFDocument):
    """ReportLab's document, which writes itself."""

    Catalog: Any  # the types of ReportLab do not know everything

    def format(self) -> bytes:
        """Return header, objects, cross-reference table and trailer.

        Objects may add others while they are written.
        """
        objects: dict[str, Any] = self.idToObject
        catalog, info = self._written(self.Catalog), self._written(self.info)
        parts, offsets = [_HEADER], []
        length, number = len(_HEADER), 1
        while number in self.numberToId:
            body = objects[self.numberToId[number]].format(self)
            end = b"" if body.endswith(b"\n") else b"\n"
            parts.append(b"%d 0 obj\n%b%bendobj\n" % (number, body, end))
            offsets.append(length)
            length += len(parts[-1])
            number += 1
        parts += [b"xref\n0 %d\n" % number, _FREE]
        parts += [b"%010d 00000 n \n" % offset for offset in offsets]
        identifier = b"<%b>" % pdf_seal(b"".join(parts))
        entries = (identifier, identifier, info, catalog, number)
        parts.append(b"trailer\n<<\n/ID [%b %b] /Info %b /Root %b /Size %d\n>>\n" % entries)
        parts.append(b"startxref\n%d\n%%%%EOF\n" % length)
        return b"".join(parts)

    def _written(self, entry: Any) -> bytes:
        """Return the reference to an object as it is written."""
        reference: Any = self.Reference(entry)  # type: ignore[no-untyped-call]
        return bytes(reference.format(self))


KEPT = 8
"""Pictures that are kept as they are written: those of the last templates and arguments. Objects of
ReportLab belong to one file, so each file has a stream of its own with the same data."""

# Pictures as image XObjects (ISO 32000-1, 8.9.5).


def picture_stream(data: bytes, mask: object = None) -> Stream:
    """Return a PNG or JPEG file as an image: a JPEG as it is, of a PNG the pixels.

    `mask` is the reference of what says how far it covers what is beneath (11.6.5.3).

    Raises:
        Bug: another format, other colours than RGB or transparent ones. Whoever loads a picture
            decodes it and writes it anew.
    """
    pixels = _pixels(data)
    return Stream(pixels.data, {**pixels.entries, **({"SMask": mask} if mask else {})})


def mask_stream(data: bytes) -> Stream:
    """Return a PNG of grey as a soft mask: black lets through what is beneath."""
    grey = _grey(data)
    return Stream(grey.data, grey.entries)


@kept(KEPT)
def _pixels(data: bytes) -> Stream:
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
        if picture.mode != "RGB" or picture.has_transparency_data:
            raise Bug(f"a picture has the colours {picture.mode}, or transparent ones")
        entries = _entries_of(picture, "DeviceRGB")
        if picture.format == "JPEG":
            return Stream(data, {**entries, "Filter": PDFName("DCTDecode")})
        return Stream(picture.tobytes(), entries)


@kept(KEPT)
def _grey(data: bytes) -> Stream:
    with Image.open(io.BytesIO(data), formats=("PNG",)) as mask:
        return Stream(mask.convert("L").tobytes(), _entries_of(mask, "DeviceGray"))


def _entries_of(picture: Image.Image, colours: str) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": PDFName(colours),
        "BitsPerComponent": 8,
    }


_PRINT = 4
"""Annotation flag: print it with the page (ISO 19005-2, 6.3.2)."""


class TaggedCanvas(Canvas):
    """A canvas whose pages belong to a structure tree.

    Each page's number from 0, and then each link's `key`, is its number in the parent tree.
    """

    _doc: Any  # a PDFDocument, of which the types of ReportLab do not know everything

    def __init__(
        self, size_pt: tuple[float, float], language: str, info: Mapping[str, str]
    ) -> None:
        super().__init__("", pagesize=size_pt, invariant=1, pdfVersion=(1, 7), lang=language)
        self._doc.__class__ = PdfFile
        self._doc.Catalog.__class__ = _Catalog
        self._doc.Catalog.Outlines = None
        self._doc.info = _Info(info)

    def refer(self, entry: PDFObject) -> PDFObjectReference:
        """Add an object to the file, unless it is there already, and return its reference."""
        reference: PDFObjectReference = self._doc.Reference(entry)
        return reference

    def written(self, entry: PDFObject) -> bytes:
        """Return a reference, or what stands within an object, as it is written."""
        written: bytes = entry.format(self._doc)  # type: ignore[attr-defined]
        return written

    @property
    def pages(self) -> list[PDFObjectReference]:
        """The pages that are finished."""
        return [self.refer(page) for page in self._doc.Pages.pages]

    def begin(self, tag: str, properties: str) -> None:
        """Begin a marked-content sequence (ISO 32000-1, 14.6)."""
        self.addLiteral(f"/{tag} <<{properties}>> BDC")

    def end(self) -> None:
        """End the sequence that was begun last."""
        self.addLiteral("EMC")

    def link(
        self, key: int, rectangle: tuple[float, ...], address: str, contents: str
    ) -> PDFObjectReference:
        """Add a link to the page and return its annotation (ISO 32000-1, 12.5.6.5).

        `address` is an address in ASCII, or `#` and the name of a place within the document.
        """
        entries = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(rectangle),
            "Border": PDFArray([0, 0, 0]),
            "F": _PRINT,
            "Contents": text_string(contents),
            "StructParent": key,
        }
        if address.startswith("#"):
            entries["Dest"] = PDFText(address[1:])
        else:
            action = {"S": PDFName("URI"), "URI": PDFString(address)}
            entries["A"] = PDFDictionary(action)
        name = f"Link{key}"
        self._addAnnotation(PDFDictionary(entries), name)  # type: ignore[attr-defined]
        return PDFObjectReference(self._doc.annotationName(name))

    def font_name(self, name: str) -> str:
        """Return the name of a font within the file, which has it from now on."""
        internal: str = self._doc.getInternalFontName(name)
        return internal

    def picture(self, picture: ImageMark, bottom_mpt: int) -> None:
        """Draw a PNG or JPEG file into its rectangle, whose foot stands so high on the page.

        `drawImage` is not used: it writes pictures in base 85, slowly and a quarter larger, unless
        a setting of the whole process says otherwise.
        """
        name = hashlib.sha256(picture.data + (picture.mask or b"")).hexdigest()[:16]
        if not self.hasForm(name):
            mask = self.refer(mask_stream(picture.mask)) if picture.mask else None
            self._doc.addForm(name, picture_stream(picture.data, mask))
        x, y = picture.x_mpt / 1000, bottom_mpt / 1000
        width, height = picture.width_mpt / 1000, picture.height_mpt / 1000
        self.saveState()
        if picture.turn_deg:
            self.translate(x + width / 2, y + height / 2)
            self.rotate(-picture.turn_deg)
            x, y = -width / 2, -height / 2
        self.transform(width, 0, 0, height, x, y)
        self.doForm(name)
        self.restoreState()

    def seen_through(
        self, opacity: float, operators: Iterable[str], shading: PDFShading | None = None
    ) -> None:
        """Write operators whose fill lets through what is beneath (11.6.4.4).

        A shading is painted behind them (8.7.4.5), within what they clip to.
        """
        self.saveState()
        if opacity < 1:
            self.setFillAlpha(opacity)
        for one in operators:
            self.addLiteral(one)
        if shading is not None:
            self.shade(shading)
        self.restoreState()

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Close the page, which takes its place in the parent tree."""
        super().showPage()
        page = self._doc.Pages[-1]
        content = page.stream.encode("latin-1")
        page.__class__ = _Page
        page.StructParents = len(self._doc.Pages.pages) - 1
        page.Tabs = PDFName("S")
        page.Trans = None
        page.Contents = Stream(content)

    def to_bytes(self) -> bytes:
        """Return the finished file. Nothing can be added any more."""
        data: bytes = self._doc.format()
        return data

    def _make_preamble(self) -> None:
        """ReportLab's preamble sets Helvetica, which is not embedded."""
        self._preamble = ""


class _Catalog(PDFCatalog):
    """A catalog that can have an output intent."""

    __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012


class _Page(PDFPage):
    """A page that knows its place in the parent tree."""

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012


class _Info(PDFInfo):
    """The information dictionary: what is given and nothing else."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._texts = texts

    def format(self, document: object) -> bytes:
        """Return the bytes of the dictionary, as ReportLab asks of each of its objects."""
        entries = {key: text_string(text) for key, text in self._texts.items()}
        return Entries(entries).format(document)
