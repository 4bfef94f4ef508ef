"""A package of Office Open XML: its parts by name, and what they refer to (ISO/IEC 29500-2).

A package is read once and never changed: what changes it returns another one, which shares the
parts that stay. Its trees are shared, too; who wants to change one takes a `copy`.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cached_property

from lxml import etree
from msgspec import Struct, field

from briefgen.ooxml.names import OFFICE, RELATIONSHIPS, TYPES, Element
from briefgen.ooxml.writing import written, zipped
from briefgen.types.finding import Finding

CONTENT_TYPES, PACKAGE_RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
MAIN_PART = "word/document.xml"
"""Where the document stands in nearly every Word file; `Package.main` says where it does."""


_RUNNING = ("header", "footer")


class Relationship(Struct, frozen=True):
    """What a part refers to: another part by its name (`part`), or an address outside.

    `kind` is the whole type of the relationship, an address; `word` is the last word of it, by
    which Transitional and Strict files name the same thing alike.
    """

    id: str
    kind: str
    target: str
    part: str
    external: bool

    @property
    def word(self) -> str:
        """The last word of the type: `header`, `image`, `hyperlink`."""
        return posixpath.basename(self.kind)


def parse(data: bytes) -> Element:
    """Parse a part: no entities, no network, no document type.

    Raises:
        etree.XMLSyntaxError: not well-formed, or nested beyond libxml2's own bounds.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def relationships_name(part: str) -> str:
    """Return the name of the part that holds the relationships of a part; "" is the package."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class Package:
    """Parts by name. Capitals of names do not matter (ISO/IEC 29500-2, 6.2.2.3)."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = dict(parts)
        self._names = {name.lower(): name for name in parts}
        self._roots: dict[str, Element] = {}

    def __iter__(self) -> Iterator[str]:
        """Yield the names of parts, in the order of the file."""
        return iter(self._parts)

    def __len__(self) -> int:
        """Return the number of parts."""
        return len(self._parts)

    def __contains__(self, name: object) -> bool:
        """Whether there is a part of a name."""
        return isinstance(name, str) and name.lower() in self._names

    def __getitem__(self, name: str) -> bytes:
        """Return a part as it stands in the file."""
        return self._parts[self._names[name.lower()]]

    def __reduce__(self) -> tuple[type[Package], tuple[dict[str, bytes]]]:
        """Travel between processes by the bytes."""
        return type(self), (self._parts,)

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Yield names and bytes of the parts."""
        return iter(self._parts.items())

    def name(self, name: str) -> str:
        """Return a name as the package writes it; a name that it has not, as it is."""
        return self._names.get(name.lower(), name)

    @cached_property
    def digest(self) -> str:
        """What changes with the content of any part."""
        made = hashlib.sha256()
        for name, data in self._parts.items():
            made.update(f"{len(name)} {name} {len(data)} ".encode(errors="surrogateescape"))
            made.update(data)
        return made.hexdigest()

    def root(self, name: str) -> Element:
        """Return the root of a part, parsed the first time. It is shared: never change it.

        Raises:
            KeyError: there is no such part.
            etree.XMLSyntaxError: the part is not well-formed XML.
        """
        name = self._names[name.lower()]
        if name not in self._roots:
            self._roots.setdefault(name, parse(self._parts[name]))
        return self._roots[name]

    def copy(self, name: str) -> Element:
        """Return the root of a part that may be changed."""
        return deepcopy(self.root(name))

    @cached_property
    def main(self) -> str:
        """The name of the part that holds the document."""
        return self.related("", "officeDocument") or self.name(MAIN_PART)

    def sources(self) -> Iterator[str]:
        """Yield what has relationships: "" for the package, and names of parts, there or not."""
        for name in self._parts:
            folder, listing = posixpath.split(name)
            if listing.lower().endswith(".rels") and posixpath.basename(folder).lower() == "_rels":
                yield posixpath.join(posixpath.dirname(folder), listing[: -len(".rels")])

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """Return what a part refers to, or the package itself."""
        name = relationships_name(part)
        if name not in self:
            return ()
        folder = posixpath.dirname(part)
        return tuple(
            self._relationship(item, folder)
            for item in self.root(name).iterchildren(RELATIONSHIPS + "Relationship")
        )

    def _relationship(self, item: Element, folder: str) -> Relationship:
        target = item.get("Target", "")
        external = item.get("TargetMode", "").lower() == "external"
        place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return Relationship(
            item.get("Id", ""),
            item.get("Type", ""),
            target,
            "" if external else self.name(place),
            external,
        )

    def related(self, part: str, word: str) -> str:
        """Return the part that one refers to by the last word of a type; nothing if there is none.

        The last one counts where there are several.
        """
        found = [one.part for one in self.relationships(part) if one.word == word]
        return next((name for name in reversed(found) if name in self), "")

    def targets(self, part: str) -> dict[str, str]:
        """Return the parts that one refers to, by the id of the reference."""
        return {one.id: one.part for one in self.relationships(part) if one.part in self}

    def document_part(self, word: str) -> Element | None:
        """Return the root of the styles, the numbering, the settings or the theme of a document."""
        name = self.related(self.main, word)
        return self.root(name) if name else None

    def stories(self) -> Iterator[tuple[str, Element]]:
        """Yield name and root of the document, and of each header and footer that it refers to."""
        yield self.main, self.root(self.main)
        running = {one.part for one in self.relationships(self.main) if one.word in _RUNNING}
        for name in self._parts:
            if name in running:
                yield name, self.root(name)

    def content_type(self, name: str) -> str:
        """Return the content type of a part (ISO/IEC 29500-2, 7.2.3); nothing if it has none."""
        own, usual = self._types
        suffix = posixpath.splitext(name)[1].lstrip(".").lower()
        return own.get(f"/{name}".lower(), usual.get(suffix, ""))

    @cached_property
    def _types(self) -> tuple[dict[str, str], dict[str, str]]:
        root = self.root(CONTENT_TYPES)
        own, usual = (
            {item.get(key, "").lower(): item.get("ContentType", "") for item in found}
            for key, found in (
                ("PartName", root.findall(f"{TYPES}Override")),
                ("Extension", root.findall(f"{TYPES}Default")),
            )
        )
        return own, usual

    def replaced(self, parts: Mapping[str, bytes | Element]) -> Package:
        """Return a package with some parts replaced or added; trees are written."""
        named = {self.name(name): part for name, part in parts.items()}
        data = {
            name: part if isinstance(part, bytes) else written(part) for name, part in named.items()
        }
        other = Package({**self._parts, **data})
        other._roots = {key: root for key, root in self._roots.items() if key not in named}
        return other

    def with_document_part(self, word: str, content_type: str, root: Element) -> Package:
        """Return a package in which the document has a part of a kind: that one, or a new one.

        `word` is the last word of the relationship's type, such as `numbering`.
        """
        if name := self.related(self.main, word):
            return self.replaced({name: root})
        folder = posixpath.dirname(self.main)
        name = f"{folder}/{word}.xml"
        types = self.copy(CONTENT_TYPES)
        etree.SubElement(types, f"{TYPES}Override", PartName=f"/{name}", ContentType=content_type)
        listing = relationships_name(self.main)
        bare = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS[1:-1]}"/>')
        listed = self.copy(listing) if listing in self else bare
        etree.SubElement(
            listed,
            f"{RELATIONSHIPS}Relationship",
            Id=f"briefgen-{word}",
            Type=OFFICE + word,
            Target=f"{word}.xml",
        )
        return self.replaced({CONTENT_TYPES: types, listing: listed, name: root})

    def to_bytes(self) -> bytes:
        """Return the package as a file: the same parts are the same bytes."""
        return zipped(self._parts)


class WordTemplate(Struct, frozen=True):
    """A `.docx` that may be filled. `file` is where it was read, for errors.

    `warnings` say what was left out of it. `styles` says what the template calls a style whose
    usual name it does not know, both in lower case. `derived` are the styles that it lacks, each
    with that from which it is made, and `adjusted` those of its own that a brief cannot be printed
    in as they are, each with the reason.
    """

    name: str
    file: str
    package: Package
    warnings: tuple[Finding, ...] = ()
    styles: Mapping[str, str] = field(default_factory=dict)
    derived: Mapping[str, str] = field(default_factory=dict)
    adjusted: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.name, self.file, self.package))
