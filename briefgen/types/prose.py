"""Prose as a tree: facts, citations, acronyms, quotations and foreign words are nodes, not text.

Word, PDF, tags and the comparison of texts all read this one tree. `runs` flattens it for
in both formats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, assert_never

from msgspec import Struct
from msgspec.structs import replace

from briefgen.types.reference import Cited


class Text(Struct, frozen=True):
    """Words as they are printed."""

    text: str


class Strong(Struct, frozen=True):
    """Important words, set in bold."""

    children: Prose


class Emphasis(Struct, frozen=True):
    """Stressed words and titles, set in italics."""

    children: Prose


class Link(Struct, frozen=True):
    """Words that lead to an address (http, https, mailto)."""

    address: str
    children: Prose


class Subscript(Struct, frozen=True):
    """Small letters or figures below the line, as in CO₂."""

    text: str


class Superscript(Struct, frozen=True):
    """Small letters or figures above the line, as in m²."""

    text: str


class Foreign(Struct, frozen=True):
    """Words in another language, a BCP 47 tag."""

    language: str
    children: Prose


class Quoted(Struct, frozen=True):
    """A quotation of the argument, with the quotation marks of the brief's language."""

    quotation: str
    opening: str
    text: str
    closing: str
    language: str | None = None


class FactRef(Struct, frozen=True):
    """A figure: the fact it comes from and the words in which it is printed here."""

    fact: str
    text: str


class Citation(Struct, frozen=True):
    """Sources cited at this place, each once. Numbered once it is known what is printed.

    Their locators are as they are printed: p. 36. `alone` says that the cell of a table holds
    nothing else. One that is `silent` prints nothing, as names stand beside it: it says to the
    list of sources that they are cited.
    """

    cited: tuple[Cited, ...]
    alone: bool = False
    silent: bool = False


class Acronym(Struct, frozen=True):
    """An acronym where it occurs. Expanded at its first use in the brief, unless it is `bare`.

    In a headline it is bare, and wherever the reader gets a list or knows it. `article` is what
    stands before it with its space, where the long form asks for another one, `long_article`:
    an NGO is a non-governmental organisation.
    """

    short: str
    long: str
    suffix: str = ""
    bare: bool = False
    article: str = ""
    long_article: str = ""

    @property
    def expanded(self) -> str:
        """The long form with the short one in brackets, both as the sentence inflects it."""
        long = _inflected(self.long, self.suffix)
        return f"{self.long_article}{long} ({self.short}{self.suffix})"

    @property
    def unexpanded(self) -> str:
        """The short form as the sentence inflects it."""
        return f"{self.article}{self.short}{self.suffix}"

    @property
    def widest(self) -> str:
        """What is printed at most, as long as the selection is open."""
        return self.unexpanded if self.bare else self.expanded


def _inflected(long: str, suffix: str) -> str:
    """Return a long form in the plural, the possessive or both, as its acronym stands.

    A plural such as "United Nations" takes the apostrophe alone.
    """
    if suffix.startswith("s"):
        return _plural(long) + suffix[1:]
    if suffix and long.endswith("s") and not long.endswith("ss"):
        return long + suffix[0]
    return long + suffix


def _plural(long: str) -> str:
    if long.endswith("y") and long[-2:-1] not in "aeiou":
        return f"{long[:-1]}ies"
    return long + ("es" if long.endswith(("s", "x", "ch", "sh")) else "s")


class NoteMark(Struct, frozen=True):
    """The printed number of a source, leading to its entry in the list of sources.

    What sets it off from one that it `follows` stands before it. One that is `alone`, but for
    others, is no superior figure, as there is no text above which to stand. Where in the source
    stands behind the number: in brackets, and as high as the number is. The last one of a run of
    numbers stands for those between it and the first, which are `within` the run: 1–5.
    """

    number: int
    source: str
    follows: str = ""
    alone: bool = False
    locator: str = ""
    within: tuple[str, ...] = ()


class Pointer(Struct, frozen=True):
    """Leads from a figure in text to the chart or table that shows it: " (Figure 1)".

    `exhibit` is the first fact that it shows, `label` the word before its number, and `anchor` what
    leads to it. Number and anchor are given once it is known what is printed.
    """

    exhibit: str
    label: str
    number: int = 88
    anchor: str = ""


class PlaceCited(Struct, frozen=True):
    """Where in the article something stands: `first` in a brief, and in short from then on.

    That it is the article goes without saying once it was said.
    """

    first: str
    later: str

    @property
    def widest(self) -> str:
        """What is printed at most, as long as the selection is open."""
        return max(self.first, self.later, key=len)


Fixed = Text | Subscript | Superscript | Quoted | FactRef
"""Nodes that are printed as they are, whatever else is printed."""

LateBound = Acronym | Citation | NoteMark | PlaceCited | Pointer
"""Nodes of which it is only known how they are printed once the selection is."""

Nested = Strong | Emphasis | Link | Foreign
"""Nodes that hold others."""

Inline = Fixed | LateBound | Nested
"""All kinds of nodes. A new one belongs to one of the three; mypy then names what must know it."""

Prose = tuple[Inline, ...]


class Run(NamedTuple):
    """A stretch of text of one kind.

    `note` is the number of a source, a superior figure unless it is `alone`; `quotation` and
    `fact` are ids; `exhibit` is the anchor of a chart or table that it leads to; `script` says that
    it is a sub- or superscript.
    """

    text: str
    bold: bool = False
    italic: bool = False
    address: str | None = None
    language: str | None = None
    quotation: str | None = None
    fact: str | None = None
    note: int | None = None
    alone: bool = False
    exhibit: str | None = None
    script: Literal["sub", "super"] | None = None

    @property
    def superior(self) -> bool:
        """Whether it is set small and high."""
        return self.note is not None and not self.alone

    @property
    def text_without_note(self) -> str:
        """The text but for the number of a note, chart or table: it is counted and not written."""
        return self.text.rstrip("0123456789") if self.note or self.exhibit else self.text


LEAST_RUN = 3
"""So many numbers in a row are a run, of which only the ends are printed: 1–3, but 1,2."""


def note_marks(cited: Sequence[Cited], numbers: Mapping[str, int], *, alone: bool) -> list[Inline]:
    """Return the marks of sources cited at one place, in the order of their numbers."""
    comma = "," if not alone else "; " if any(one.locator for one in cited) else ", "
    ordered = sorted(cited, key=lambda one: numbers[one.id])
    marks: list[Inline] = []
    at = 0
    while at < len(ordered):
        length = _run_length(ordered[at:], numbers)
        first, last = ordered[at], ordered[at + length - 1]
        before = comma if marks else ""
        marks.append(NoteMark(numbers[first.id], first.id, before, alone, first.locator))
        if length > 1:
            within = tuple(one.id for one in ordered[at + 1 : at + length - 1])
            marks.append(NoteMark(numbers[last.id], last.id, "–", alone, within=within))
        at += length
    return marks


def each_marked(mark: NoteMark) -> list[NoteMark]:
    """Return a mark for each source of a run, of which it is the last."""
    if not mark.within:
        return [mark]
    comma = ", " if mark.alone else ","
    others = [
        NoteMark(number, source, comma, mark.alone)
        for number, source in enumerate(mark.within, mark.number - len(mark.within))
    ]
    return [*others, replace(mark, follows=comma, within=())]


def _run_length(ordered: Sequence[Cited], numbers: Mapping[str, int]) -> int:
    """Return how many sources open a run of numbers: 1, if too few follow one another."""
    first = numbers[ordered[0].id]
    length = 0
    for one in ordered:
        if one.locator or numbers[one.id] != first + length:
            break
        length += 1
    return length if length >= LEAST_RUN else 1


def plain(text: str) -> Prose:
    """Return text without any markup as prose."""
    return (Text(text),) if text else ()


def inlines(prose: Prose) -> Iterator[Fixed | LateBound]:
    """Yield the nodes of prose that hold no others, in reading order."""
    for node in prose:
        if isinstance(node, Nested):
            yield from inlines(node.children)
        else:
            yield node


def map_inlines(prose: Prose, change: Callable[[Fixed | LateBound], Sequence[Inline]]) -> Prose:
    """Return prose with each node that holds no others changed, in reading order.

    Prose in which nothing changes is returned as it is, not as its equal.
    """
    new: list[Inline] = []
    changed = False
    for node in prose:
        if isinstance(node, Nested):
            children = map_inlines(node.children, change)
            same = children is node.children
            new.append(node if same else replace(node, children=children))
        else:
            instead = change(node)
            same = len(instead) == 1 and instead[0] is node
            new += instead
        changed = changed or not same
    return tuple(new) if changed else prose


def runs(prose: Prose, around: Run = Run("")) -> Iterator[Run]:
    """Flatten prose into runs, in reading order.

    Citations that have not been numbered print nothing; acronyms that have not been resolved
    print their expansion and pointers a wide number, so that what is measured before the choice is
    never too short.
    """
    for node in prose:
        match node:
            case Text(text):
                yield around._replace(text=text)
            case FactRef(fact, text):
                yield around._replace(text=text, fact=fact)
            case Pointer(_, label, number, anchor):
                yield around._replace(text=" (")
                yield around._replace(text=f"{label}\u00a0{number}", exhibit=anchor or None)
                yield around._replace(text=")")
            case Subscript(text):
                yield around._replace(text=text, script="sub")
            case Superscript(text):
                yield around._replace(text=text, script="super")
            case Strong() | Emphasis() | Link() | Foreign():
                yield from runs(node.children, _within(node, around))
            case Citation():
                pass
            case Quoted():
                yield from _quoted_runs(node, around._replace(quotation=node.quotation))
            case Acronym() | PlaceCited():
                yield around._replace(text=node.widest)
            case NoteMark():
                yield from _mark_runs(node, around)
            case _:
                assert_never(node)


def _quoted_runs(node: Quoted, marked: Run) -> Iterator[Run]:
    """Yield a quotation within its marks, if it has any."""
    if node.opening:
        yield marked._replace(text=node.opening)
    yield marked._replace(text=node.text, language=node.language or marked.language)
    if node.closing:
        yield marked._replace(text=node.closing)


def _mark_runs(mark: NoteMark, around: Run) -> Iterator[Run]:
    """Yield the number of a source and, where it is known, where in it."""
    text = f"{mark.follows}{mark.number}"
    yield around._replace(text=text, note=mark.number, alone=mark.alone)
    if mark.locator and mark.alone:
        yield around._replace(text=f", {mark.locator}")
    elif mark.locator:
        yield around._replace(text=f"({mark.locator})", script="super")


def _within(node: Nested, around: Run) -> Run:
    """Return the kind of the text within a node, given that of the text around it."""
    match node:
        case Strong():
            return around._replace(bold=True)
        case Emphasis():
            return around._replace(italic=not around.italic)
        case Link(address):
            return around._replace(address=address)
        case Foreign(language):
            return around._replace(language=language)
        case _:
            assert_never(node)


def text_of(prose: Prose) -> str:
    """Return the words of prose, with note numbers in brackets so that they stay apart."""
    return "".join(f"[{run.note}]" if run.note else run.text for run in runs(prose))
