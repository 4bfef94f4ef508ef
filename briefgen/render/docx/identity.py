"""The identity of points: bookmarks, and the part that says what they are.

There is no content control around what a brief says: python-docx and what builds on it read none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from lxml import etree

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W
from briefgen.ooxml.text import Story, read_story
from briefgen.types.block import Block, Heading, Origin, Paragraph, Table
from briefgen.types.identity import (
    COUNTED,
    IDENTITY_NAMESPACE,
    ArgumentIdentity,
    TextIdentity,
    bookmark_name,
    outside_digest,
    point_key,
    text_digest,
)
from briefgen.types.point import Form
from briefgen.types.prose import Prose, runs

_N = f"{{{IDENTITY_NAMESPACE}}}"

Written = tuple[Element, Origin, tuple[str, ...]]
"""A paragraph or table, where it came from, and the text of each paragraph in it without note
numbers. What is of no point need not say its text."""


class Identity:
    """Marks the points of one document and keeps what it has marked.

    `bookmarks` counts bookmarks, which are unique in a document.
    """

    def __init__(self, argument: ArgumentIdentity | None, bookmarks: count[int]) -> None:
        self._bookmarks = bookmarks
        self._occurrences: Counter[tuple[str, Form]] = Counter()
        self._root = etree.Element(_N + "brief", nsmap={"bg": IDENTITY_NAMESPACE})
        if argument:
            self._root.set("argument", argument.id)
            self._root.set("digest", argument.digest)
        self._argument = argument
        self._runs: list[tuple[Element, list[str]]] = []

    @property
    def data(self) -> Element | None:
        """What was marked, for the custom XML part; None where no argument is known."""
        return self._root if self._argument else None

    def keep_order(self, document: Element) -> None:
        """Keep in which order points stand, and the digests of what stands outside and below which.

        Paragraphs are read as they will be read again: what a field shows, numbers of notes and
        text boxes are left out; a paragraph that says nothing else is none.
        """
        story = read_story(document, bookmark_name, COUNTED)
        order = [(sorted(_places(names, story)), reported) for reported, names in self._runs]
        order.sort(key=lambda one: one[0][:1])
        below: dict[int, int] = {}
        for number, (places, reported) in enumerate(order, 1):
            self._root.append(reported)
            below |= dict.fromkeys(places, number)
        outside = etree.SubElement(self._root, _N + "outside")
        last = 0
        for at, own in enumerate(story.own_texts):
            last = below.get(at, last)
            if at not in below and own.strip():
                stated = {"digest": outside_digest(own), "after": str(last)}
                etree.SubElement(outside, _N + "paragraph", stated)

    def marked(self, story: Iterable[Written]) -> list[Element]:
        """Return the elements of a frame, with a bookmark around each paragraph of a point.

        A point of another section begins a new run.
        """
        elements: list[Element] = []
        for key, run in groupby(story, key=_key):
            written = list(run)
            if key:
                self._mark(*key[1:], written)
            elements += [one for one, _, _ in written]
        return elements

    def _mark(self, point: str, form: Form, written: Sequence[Written]) -> None:
        self._occurrences[point, form] += 1
        occurrence = self._occurrences[point, form]
        identity = {"id": point, "form": form.value, "occurrence": str(occurrence)}
        reported = etree.SubElement(self._root, _N + "point", identity)
        names: list[str] = []
        self._runs.append((reported, names))
        paragraphs = (
            (paragraph, text)
            for element, _, texts in written
            for paragraph, text in zip(element.iter(W + "p"), texts, strict=True)
        )
        for number, (paragraph, text) in enumerate(paragraphs, 1):
            digest = text_digest(text)
            mark = TextIdentity(point_key(point), form, occurrence, number, digest)
            names.append(mark.name)
            _bookmark(paragraph, mark.name, next(self._bookmarks))
            etree.SubElement(reported, _N + "paragraph", {"bookmark": mark.name, "digest": digest})


def _places(names: Iterable[str], story: Story) -> set[int]:
    return {at for name in names for at in story.places(name)}


def _key(written: Written) -> tuple[str, str, Form] | None:
    _, origin, _ = written
    if origin.point is None or origin.form is None:
        return None
    return origin.section, origin.point, origin.form


def _bookmark(paragraph: Element, name: str, number: int) -> None:
    """Put a bookmark around all that a paragraph says."""
    at = 1 if len(paragraph) and paragraph[0].tag == W + "pPr" else 0
    paragraph.insert(at, w("bookmarkStart", id=number, name=name))
    paragraph.append(w("bookmarkEnd", id=number))


def texts_of(block: Block, table_label: str) -> Iterator[str]:
    """Yield the text of each paragraph that a block of a point is written in, without notes."""
    if isinstance(block, Heading | Paragraph):
        yield _text(block.prose)
    elif isinstance(block, Table):
        if block.caption:
            yield f"{table_label} {block.number}. {_text(block.caption)}"
        for row in (*block.header_rows, *block.rows):
            yield from (_text(cell.prose) for cell in row)


def _text(prose: Prose) -> str:
    return "".join(run.text_without_note for run in runs(prose))
