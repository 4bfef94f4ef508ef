"""Read a house's own text around a brief from its Word template, so that the PDF can print it."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefgen.load.leading import on_font
from briefgen.load.word.adopt import sheet_of
from briefgen.load.word.letterhead_text import Reader
from briefgen.load.word.ooxml import W, attribute, child, is_on, parse, points
from briefgen.load.word.package import MAIN_PART
from briefgen.load.word.places import is_place
from briefgen.types.finding import Finding
from briefgen.types.font import FontLibrary
from briefgen.types.letterhead import Kind, Letterhead, OwnPart
from briefgen.types.look import TextStyle
from briefgen.types.word_place import part_name
from briefgen.types.word_template import WordTemplate

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_KINDS: tuple[Kind, ...] = ("first", "even", "default")


def read_letterhead(
    template: WordTemplate, fonts: FontLibrary | None = None
) -> tuple[Letterhead, tuple[Finding, ...]]:
    """Return a template's headers, footers and own text, and a warning for what no PDF can have.

    With `fonts`, automatic lines are as high as these make them.
    """
    with zipfile.ZipFile(io.BytesIO(template.data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return _Letterhead(template, parts, fonts).read()


@dataclass
class _Letterhead:
    """A template being read."""

    template: WordTemplate
    parts: Mapping[str, bytes]
    fonts: FontLibrary | None
    width_pt: float = 0.0
    findings: list[Finding] = field(default_factory=list)

    def read(self) -> tuple[Letterhead, tuple[Finding, ...]]:
        document = parse(self.parts[MAIN_PART])
        body = child(document, "body")
        section = child(body, "sectPr")
        related = self._related(MAIN_PART)
        above, below = _around_places(body)
        self.width_pt = _text_width_pt(section)
        settings = related.get("settings", "")
        facing = parse(self.parts[settings]) if settings in self.parts else None
        letterhead = Letterhead(
            self.width_pt,
            self._running("header", section, related),
            self._running("footer", section, related),
            self._part(above, MAIN_PART),
            self._part(below, MAIN_PART),
            first_differs=_says(section, "titlePg"),
            even_differs=_says(facing, "evenAndOddHeaders"),
        )
        return letterhead, tuple(dict.fromkeys(self.findings))

    def _running(
        self, name: str, section: etree._Element | None, related: Mapping[str, str]
    ) -> dict[Kind, OwnPart]:
        found: dict[Kind, OwnPart] = {}
        for reference in () if section is None else section.iterchildren(f"{W}{name}Reference"):
            part = related.get(reference.get(_R + "id", ""), "")
            kind = next((one for one in _KINDS if one == attribute(reference, "type")), None)
            if kind and part in self.parts:
                found[kind] = self._part(parse(self.parts[part]), part)
        return found

    def _part(self, elements: Iterable[etree._Element], part: str) -> OwnPart:
        reader = Reader(sheet_of(self.template), self._style, self._pictures(part), self.width_pt)
        read = reader.part(elements)
        hint = "write it as paragraphs or a table without rules; pictures as PNG or JPEG, not cut"
        self.findings += [
            Finding(
                "letterhead-not-in-pdf",
                f"has {what}, which the PDF does not print",
                hint,
                (part_name(part),),
                "warning",
                self.template.file,
            )
            for what in reader.left_out
        ]
        return read

    def _style(self, style: TextStyle) -> TextStyle:
        return on_font(style, self.fonts) if self.fonts else style

    def _pictures(self, part: str) -> Mapping[str, bytes]:
        related = self._related(part).items()
        return {key: self.parts[name] for key, name in related if name in self.parts}

    def _related(self, part: str) -> dict[str, str]:
        """Return the parts that a part refers to, by id and by the last word of their type."""
        folder, name = posixpath.split(part)
        relationships = f"{folder}/_rels/{name}.rels"
        found: dict[str, str] = {}
        for item in parse(self.parts[relationships]) if relationships in self.parts else ():
            if item.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, item.get("Target", "")))
                found[item.get("Id", "")] = target.lstrip("/")
                found.setdefault(posixpath.basename(item.get("Type", "")), target.lstrip("/"))
        return found


def _says(element: etree._Element | None, name: str) -> bool:
    found = child(element, name)
    return found is not None and is_on(found)


def _text_width_pt(section: etree._Element | None) -> float:
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    width = points(attribute(size, "w")) or 0.0
    return width - sum(points(attribute(margins, side)) or 0.0 for side in ("left", "right"))


def _around_places(
    body: etree._Element | None,
) -> tuple[list[etree._Element], list[etree._Element]]:
    """Return what the body holds above the last place of a brief, and below it."""
    held = [] if body is None else [one for one in body if one.tag != W + "sectPr"]
    at = max((number for number, one in enumerate(held) if is_place(one)), default=None)
    if at is None:
        return [], []
    return list(_without_places(held[:at])), held[at + 1 :]


def _without_places(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    return (one for one in elements if not is_place(one))
