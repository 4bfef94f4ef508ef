"""A Word template without what its makers left in it: only what a brief shows is copied.

Parts are kept by a list, not left out by one: what nobody thought of does not reach a brief.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from lxml import etree
from msgspec import Struct, field

from briefgen.load.word.bound_fields import without_dates
from briefgen.load.word.hidden import HidingStyles, hiding_styles
from briefgen.load.word.sample_prompts import answer_controls, answer_words
from briefgen.load.word.settings import without_private_settings
from briefgen.load.word.skeleton import PART_TYPES
from briefgen.load.word.text_cleaning import clean_text, mark_findings
from briefgen.ooxml.names import RELATIONSHIPS, WORDML, C, Element, R, W, child
from briefgen.ooxml.package import (
    CONTENT_TYPES,
    Package,
    Relationship,
    relationships_name,
)
from briefgen.ooxml.pictures import without_metadata
from briefgen.ooxml.reading import is_markup
from briefgen.ooxml.writing import content_types, written
from briefgen.types.finding import Finding, TemplateError

_KEPT = frozenset(
    """
    officeDocument styles numbering settings theme fontTable font header footer footnotes endnotes
    image hyperlink chart chartUserShapes chartStyle chartColorStyle themeOverride
    diagramData diagramLayout diagramQuickStyle diagramColors diagramDrawing
    aFChunk oleObject control subDocument frame
    """.split()  # noqa: SIM905
)
"""Kinds of relationship by the last word of their type. Those of the last line bring in what runs
or is fetched, and are kept so that the guard refuses them."""

_ASKED_FOR = frozenset({"image", "hyperlink", "oleObject", "chart"})
"""What is kept only if the text that is left asks for it."""

_STORIES = frozenset({"officeDocument", "header", "footer", "footnotes", "endnotes"})
_HARMLESS = frozenset({"fontTable", "font", "chartStyle", "chartColorStyle", "chartUserShapes"})
"""What may be named and not be there."""

_TOLD = {
    "vbaProject": "macros",
    "keyMapCustomizations": "keyboard commands and toolbars",
    "attachedToolbars": "keyboard commands and toolbars",
    "attachedTemplate": "the template that it is attached to",
    "mailMergeSource": "mail merge",
    "mailMergeHeaderSource": "mail merge",
    "recipientData": "mail merge",
    "transform": "the transform that it is saved through",
    "glossaryDocument": "building blocks",
    "comments": "comments",
    "people": "the list of people",
    "customXml": "custom XML",
    "custom-properties": "custom properties",
    "webextensiontaskpanes": "add-ins",
    "extensibility": "add-ins",
    "ui": "add-ins",
}
"""What is said of parts that somebody may miss. Of thumbnails, printers, web settings and counts of
words nobody has to hear."""

_MAIN_TYPES = {
    f"{WORDML}template.main+xml": "",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "macros",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "macros",
}
"""Content types that become that of a document, and what goes with them."""

_DOCUMENT = f"{WORDML}document.main+xml"


def cleaned(
    package: Package, file: str, *, replace_body: bool = False
) -> tuple[Package, tuple[Finding, ...]]:
    """Return a package of what a brief shows, and warnings of what else somebody may look for.

    With `replace_body`, the words of the body are left out, too, and what only they ask for.

    Raises:
        TemplateError: a mark of the template within a tracked insertion.
    """
    return _Cleaning(package, file, replace_body).done()


class _Cleaning(Struct, dict=True):
    """A package being copied by what is kept."""

    package: Package
    file: str
    replace_body: bool
    reported: list[str] = field(default_factory=list)
    letterhead: str = ""
    emptied: Element | None = None
    """The body of a sample without its words, from which the walk begins."""
    kept: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)

    def done(self) -> tuple[Package, tuple[Finding, ...]]:
        marks = [
            finding
            for name, root in self.package.stories()
            if not (self.replace_body and name == self.package.main)
            for finding in mark_findings(root, name, self.file)
        ]
        if marks:
            raise TemplateError(marks)
        self._walk()
        for name in self.package:
            lower = name.lower().rpartition("/")[2]
            if lower.startswith("vba") and name not in self.kept:
                self.reported.append("macros")
        parts = {CONTENT_TYPES: content_types(self.types), **self.kept}
        warnings = *_left_out(self.reported, self.file), *_letterhead(self.letterhead, self.file)
        return Package(parts), warnings

    def _walk(self) -> None:
        """Keep what relationships lead to from the package on, as far as their kinds are kept."""
        left: list[tuple[str, str]] = [("", "")]
        while left:
            source, word = left.pop(0)
            root = self._part(source, word) if source else None
            kept = [one for one in self.package.relationships(source) if self._is_kept(one, root)]
            if kept or not source:
                self.kept[self._listing(source)] = written(_listed(kept))
            for one in kept:
                if not one.external and one.part in self.package and one.part not in self.kept:
                    self.kept[one.part] = b""
                    left.append((one.part, one.word))

    def _listing(self, source: str) -> str:
        return self.package.name(relationships_name(source))

    def _is_kept(self, one: Relationship, root: Element | None) -> bool:
        if one.word not in _KEPT:
            if one.word in _TOLD and not self._is_bare(one):
                self.reported.append(_TOLD[one.word])
            return False
        if one.word in _HARMLESS and not one.external and one.part not in self.package:
            return False
        if root is None or one.word not in _ASKED_FOR:
            return True
        linked = one.word == "oleObject" and one.external and root.tag != C + "chartSpace"
        return linked or _asks(root, one.id)

    def _is_bare(self, one: Relationship) -> bool:
        """Whether a store of custom XML is empty, as Word's own list of sources usually is."""
        return (
            one.word == "customXml"
            and one.part in self.package
            and (
                is_markup(one.part, self.package[one.part]) and not len(self.package.root(one.part))
            )
        )

    def _part(self, name: str, word: str) -> Element | None:
        """Copy a part, and return its tree where what it refers to is known by it."""
        kind = self.package.content_type(name)
        if name == self.package.main and kind in _MAIN_TYPES:
            self.reported += filter(None, [_MAIN_TYPES[kind]])
            kind = _DOCUMENT
        if kind in ("", "application/xml") and word in PART_TYPES:
            kind = PART_TYPES[word]
        self.types[name] = kind
        self.kept[name] = without_metadata(self.package[name])
        if word not in (*_STORIES, "settings", "styles", "numbering", "chart"):
            return None
        root = self.package.copy(name)
        before = etree.tostring(root)
        if word == "settings":
            self.reported += without_private_settings(root)
        elif word == "chart":
            for book in list(root.iter(C + "externalData")):
                root.remove(book)
        else:
            if self.replace_body and word in ("header", "footer"):
                answer_controls(root)
            outside = {one.id: one.target for one in self.package.relationships(name)}
            self.reported += clean_text(root, outside, self._hiding_styles)
            body = child(root, "body")
            if self.replace_body and name == self.package.main and body is not None:
                self._empty(body)
            if self.replace_body and word in ("header", "footer"):
                self._hold_fonts(root)
                self._keep_places(root, name)
                without_dates(root)
                answer_words(root)
            sample = child(self.package.root(self.package.main), "body")
            if self.replace_body and word == "styles" and sample is not None:
                self._hold_styles(root)
                self._take_look(root, sample)
        if etree.tostring(root) != before:
            self.kept[name] = written(root)
        return root

    def _empty(self, body: Element) -> None:
        """Take the words of a sample out of its body, and answer those in boxes that stay."""
        from briefgen.load.word.sample import empty  # noqa: PLC0415 - reads drawings
        from briefgen.load.word.sample_around import AroundMain  # noqa: PLC0415

        self.letterhead = empty(body, AroundMain(self.package))
        self.emptied = body
        for box in body.iter(W + "txbxContent"):
            answer_words(box)

    def _take_look(self, styles: Element, sample: Element) -> None:
        """Give a style sheet the look that the words of a sample show, without its letterhead."""
        from briefgen.load.word.sample import without_letterhead  # noqa: PLC0415
        from briefgen.load.word.sample_around import AroundMain  # noqa: PLC0415
        from briefgen.load.word.sample_look import take_look  # noqa: PLC0415

        take_look(styles, without_letterhead(sample, AroundMain(self.package)))

    def _hold_styles(self, styles: Element) -> None:
        """Let a letterhead keep its look where titles and headings take that of the sample's."""
        from briefgen.load.word.sample_fonts import hold_styles  # noqa: PLC0415

        if self.emptied is not None and hold_styles(self.emptied, styles):
            self.kept[self.package.main] = written(self.emptied.getroottree().getroot())

    def _hold_fonts(self, root: Element) -> None:
        """Let words of a header or footer keep the font that the text of the sample has not."""
        from briefgen.load.word.sample_around import AroundMain  # noqa: PLC0415 - reads drawings
        from briefgen.load.word.sample_fonts import hold_fonts  # noqa: PLC0415

        styles = AroundMain(self.package).styles
        if styles is not None:
            hold_fonts([root], styles)

    def _keep_places(self, root: Element, name: str) -> None:
        """Let what hangs on a header stand where it stood, in whatever section has that now."""
        from briefgen.load.word.sample_distance import keep_places  # noqa: PLC0415 - of samples

        sample = child(self.package.root(self.package.main), "body")
        if sample is None or self.emptied is None:
            return
        for key, part in self.package.targets(self.package.main).items():
            if part == name:
                keep_places(root, key, sample, self.emptied)

    @cached_property
    def _hiding_styles(self) -> HidingStyles:
        return hiding_styles(self.package.document_part("styles"))


def _asks(root: Element, key: str) -> bool:
    """Whether a tree asks for a relationship by its id."""
    return any(key == value for one in root.iter(etree.Element) for value in _references(one))


def _references(element: Element) -> Iterable[str]:
    return (str(value) for name, value in element.attrib.items() if str(name).startswith(R))


def _listed(relationships: list[Relationship]) -> Element:
    root = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS[1:-1]}"/>')
    for one in relationships:
        said = {"Id": one.id, "Type": one.kind, "Target": one.target}
        element = etree.SubElement(root, f"{RELATIONSHIPS}Relationship", said)
        if one.external:
            element.set("TargetMode", "External")
    return root


def _left_out(reported: list[str], file: str) -> Iterable[Finding]:
    """Yield the one warning that names what a brief does not take over from its template."""
    if reported:
        yield Finding(
            "word-left-out",
            "has what does not belong in a brief, which is left out: "
            f"{', '.join(dict.fromkeys(reported))}",
            "nothing needs to be done; what should stand in each brief, write it as plain text",
            severity="warning",
            file=file,
        )


def _letterhead(said: str, file: str) -> Iterable[Finding]:
    """Yield a warning that names which words of a sample's body each brief prints."""
    if said:
        yield Finding(
            "word-letterhead-kept",
            f'has a letterhead in its body, which each brief begins with: "{said}"',
            "if these are words of the sample, delete them in Word and save the template again",
            severity="warning",
            file=file,
        )
