"""The identity of points: content controls, bookmarks, and the part that tells what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import count, groupby

from lxml import etree

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W
from briefgen.ooxml.story import read_story
from briefgen.types.block import Origin
from briefgen.types.identity import (
    COUNTED,
    IDENTITY_NAMESPACE,
    TAG_LIMIT,
    ArgumentIdentity,
    TextIdentity,
    bookmark_name,
    outside_digest,
    point_key,
    tag_of,
    text_digest,
)
from briefgen.types.point import Form

_N = f"{{{IDENTITY_NAMESPACE}}}"

_PART = "Quick Parts"
"""What Word calls controls around a piece of text that somebody has put in.

LibreOffice takes those for blocks and keeps them; of a rich text control around one paragraph it
makes a control within it, and loses the bold words at its beginning.
"""

Written = tuple[Element, Origin, tuple[str, ...]]
"""A paragraph or table, where it came from, and the text of each paragraph in it without note
numbers. What is of no point need not say its text."""


class Identity:
    """Marks the points of one document and keeps what it has marked.

    `controls` counts content controls and `bookmarks` bookmarks: both are unique in a document.
    """

    def __init__(
        self, argument: ArgumentIdentity | None, controls: count[int], bookmarks: count[int]
    ) -> None:
        self._controls = controls
        self._bookmarks = bookmarks
        self._occurrences: Counter[tuple[str, Form]] = Counter()
        self._root = etree.Element(_N + "brief", nsmap={"bg": IDENTITY_NAMESPACE})
        if argument:
            self._root.set("argument", argument.id)
            self._root.set("digest", argument.digest)
        self._argument = argument
        self._runs: list[tuple[str, list[str]]] = []

    @property
    def data(self) -> Element | None:
        """What was marked, for the custom XML part; None where no argument is known."""
        return self._root if self._argument else None

    def keep_outside(self, document: Element) -> None:
        """Keep the digests of the paragraphs outside points, read as they will be read again.

        What a field shows, numbers of notes and text boxes are left out; a paragraph that says
        nothing else is none.
        """
        story = read_story(document, bookmark_name, COUNTED)
        reported = etree.SubElement(self._root, _N + "outside")
        for own, _ in story.apart_from(self._runs):
            etree.SubElement(reported, _N + "paragraph", digest=outside_digest(own))

    def next_control(self) -> int:
        """Return a number for one more content control."""
        return next(self._controls)

    def marked(self, story: Iterable[Written]) -> list[Element]:
        """Return the elements of a frame, each unbroken run of a point's in a content control.

        A point of another section begins a new one. In a text frame the controls stand within the
        paragraphs: around them, LibreOffice breaks the frame.
        """
        elements: list[Element] = []
        for key, run in groupby(story, key=_key):
            held = list(run)
            elements += self._control(*key[1:], held) if key else [one for one, _, _ in held]
        return elements

    def _control(self, point: str, form: Form, held: Sequence[Written]) -> list[Element]:
        self._occurrences[point, form] += 1
        occurrence = self._occurrences[point, form]
        identity = {"tag": tag_of(point, form), "occurrence": str(occurrence)}
        reported = etree.SubElement(self._root, _N + "point", identity)
        names: list[str] = []
        self._runs.append((identity["tag"], names))
        paragraphs = (
            (paragraph, text)
            for element, _, texts in held
            for paragraph, text in zip(element.iter(W + "p"), texts, strict=True)
        )
        for number, (paragraph, text) in enumerate(paragraphs, 1):
            digest = text_digest(text)
            mark = TextIdentity(point_key(point), form, occurrence, number, digest)
            names.append(mark.name)
            _bookmark(paragraph, mark.name, next(self._bookmarks))
            etree.SubElement(reported, _N + "paragraph", {"bookmark": mark.name, "digest": digest})
        elements = [one for one, _, _ in held]
        if not _is_framed(elements[0]):
            return [w("sdt", self._properties(point, form, _PART), w("sdtContent", *elements))]
        for paragraph in elements:
            self._control_within(paragraph, self._properties(point, form))
        return elements

    def keep_off_frames(self, body: Element) -> None:
        """Put a control that stands above a text frame within its paragraphs.

        LibreOffice would save the frame, and what follows, as a part of the control.
        """
        for control in body.findall(W + "sdt"):
            content, below = control.find(W + "sdtContent"), control.getnext()
            held = control.find(W + "sdtPr")
            if content is None or held is None or held.find(W + "tag") is None:
                continue
            if below is None or not _is_framed(below):
                continue
            for at, paragraph in enumerate(list(content)):
                if paragraph.tag != W + "p":
                    control.addprevious(paragraph)
                    continue
                properties = w("sdtPr", *(deepcopy(one) for one in held if one.tag in _TOLD))
                if at:
                    properties[-1].set(W + "val", str(next(self._controls)))
                control.addprevious(paragraph)
                self._control_within(paragraph, properties)
            body.remove(control)

    def _control_within(self, paragraph: Element, properties: Element) -> None:
        content = [child for child in paragraph if child.tag != W + "pPr"]
        paragraph.append(w("sdt", properties, w("sdtContent", *content)))

    def _properties(self, point: str, form: Form, kind: str = "") -> Element:
        """Return what a control is: title, tag, number and kind."""
        return w(
            "sdtPr",
            w("alias", val=_title(point, form)),
            w("tag", val=tag_of(point, form)),
            w("id", val=next(self._controls)),
            *([w("docPartObj", w("docPartGallery", val=kind))] if kind else ()),
        )


_TOLD = frozenset(W + name for name in ("alias", "tag", "id"))


def _is_framed(element: Element) -> bool:
    return element.find(f"{W}pPr/{W}framePr") is not None


def _key(written: Written) -> tuple[str, str, Form] | None:
    _, origin, _ = written
    if origin.point is None or origin.form is None:
        return None
    return origin.section, origin.point, origin.form


def _title(point: str, form: Form) -> str:
    """Return the title of a control, which people read: "Casualties since 2015 · summary"."""
    words = point.replace("-", " ")
    end = f" · {form.value}"
    return words[0].upper() + words[1 : TAG_LIMIT - len(end)] + end


def _bookmark(paragraph: Element, name: str, number: int) -> None:
    """Put a bookmark around all that a paragraph says."""
    at = 1 if len(paragraph) and paragraph[0].tag == W + "pPr" else 0
    paragraph.insert(at, w("bookmarkStart", id=number, name=name))
    paragraph.append(w("bookmarkEnd", id=number))
