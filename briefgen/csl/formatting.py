"""citeproc-py at work: what a style makes of sources, as prose."""

from __future__ import annotations

import io
import json
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, Self

from msgspec import Struct, field

from briefgen.cache import kept
from briefgen.csl.items import asks_for_letters, item_of, lettered, read_back
from briefgen.languages.locators import read_locator
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding, LoadError
from briefgen.types.prose import (
    Emphasis,
    Inline,
    Link,
    Prose,
    Strong,
    Subscript,
    Superscript,
    Text,
    plain,
)
from briefgen.types.reference import Cited
from briefgen.types.supplements import Source
from briefgen.types.work import CitationStyle

_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What citeproc raises for a style or an item that it cannot bring together."""

_OPEN, _CLOSE = "\ue000\ue002\ue004\ue006", "\ue001\ue003\ue005\ue007"
_MARK = late_pattern("([\ue000-\ue007])")
_ADDRESS = late_pattern(r"https?://[^\s<>]*[^\s<>.,;)\]]")
_ABBREVIATED = late_pattern(r"(?<=\bp\.|\bS\.) (?=\d)|(?<=\bpp\.) (?=\d)")
"""The space between the word for a page and its number."""

_KINDS = {"marginal": "note", "annex": "appendix", "article": "section", "table": "figure"}
"""Places in sources that CSL does not have, and those nearest to them."""


def _wrapping(number: int) -> type[str]:
    opening, closing = _OPEN[number], _CLOSE[number]

    class Wrapped(str):
        __slots__ = ()

        def __new__(cls, text: object) -> Self:
            return super().__new__(cls, f"{opening}{text}{closing}")

    return Wrapped


_italic, _bold, _above, _below = (_wrapping(number) for number in range(4))
_FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=_italic,
    Oblique=_italic,
    Bold=_bold,
    Light=str,
    Underline=str,
    Superscript=_above,
    Subscript=_below,
    SmallCaps=str,
)
"""What citeproc sets type with: marks of the private use area, which no source may hold."""


class Formatted(Struct, frozen=True):
    """Sources in one style and language: entries by their keys in the order of the style.

    Raises:
        LoadError: `citation-style` where the style cannot be brought together with a source.
    """

    name: str
    language: str
    keys: Mapping[str, str]
    entries: Mapping[str, Prose]
    _bibliography: Any
    _years: Mapping[str, str] = field(default_factory=dict)
    _clusters: dict[tuple[Cited, ...], Prose] = field(default_factory=dict)

    def cited(self, sources: tuple[Cited, ...]) -> Prose:
        """Return the citation of sources at one place, its brackets included."""
        if sources not in self._clusters:
            self._clusters[sources] = self._made(sources)
        return self._clusters[sources]

    def _made(self, sources: Sequence[Cited]) -> Prose:
        import citeproc  # noqa: PLC0415 - of an extra

        items = []
        for one in sources:
            place = read_locator(one.locator, self.language) if one.locator else None
            kind = _KINDS.get(place.kind, place.kind) or "page" if place else ""
            located = {"locator": citeproc.Locator(kind, place.value)} if place else {}
            items.append(citeproc.CitationItem(self.keys[one.id], **located))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                citation = citeproc.Citation(items)
                self._bibliography.register(citation)
                made = str(self._bibliography.cite(citation, lambda _: None))
                return _prose(read_back(made, self._years))
            except _FAULTS as error:
                raise _unusable(self.name) from error


def formatted(style: CitationStyle, sources: Mapping[str, Source], language: str) -> Formatted:
    """Return what a style makes of all sources of an argument.

    Raises:
        LoadError: `citation-style`, as `Formatted`.
    """
    keys = {key: f"s{number}" for number, key in enumerate(sources, 1)}
    items = [item_of(source, keys[key]) for key, source in sources.items()]
    made = _formatted(style, json.dumps(items), language)
    entries = {key: made[1][keys[key]] for key in sorted(sources, key=lambda k: made[2][keys[k]])}
    return Formatted(style.name, language, keys, entries, made[0], made[3])


@kept(8)
def _formatted(
    style: CitationStyle, items: str, language: str
) -> tuple[Any, dict[str, Prose], dict[str, int], dict[str, str]]:
    parsed = json.loads(items)
    years: dict[str, str] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            csl = _style(style, language)
            bibliography, order, cited = _registered(csl, parsed)
            if asks_for_letters(style.csl):
                parted, years = lettered(parsed, cited, order)
                if parted:
                    bibliography, order, _ = _registered(csl, parted)
            printed = [read_back(str(entry), years) for entry in bibliography.bibliography()]
        except _FAULTS as error:
            raise _unusable(style.name) from error
    entries = {key: _prose(_without_number(printed[at], at + 1)) for key, at in order.items()}
    return bibliography, entries, order, years


def _registered(csl: Any, entries: Sequence[Any]) -> tuple[Any, dict[str, int], dict[str, str]]:
    """Return a bibliography of items, their order in it, and how each is cited alone."""
    import citeproc  # noqa: PLC0415 - of an extra
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415 - of an extra

    bibliography = citeproc.CitationStylesBibliography(csl, CiteProcJSON(entries), _FORMATTER)
    ones = {item["id"]: citeproc.Citation([citeproc.CitationItem(item["id"])]) for item in entries}
    for one in ones.values():
        bibliography.register(one)
    bibliography.sort()
    order = {str(key): at for at, key in enumerate(bibliography.keys)}
    cited = {key: str(bibliography.cite(one, lambda _: None)) for key, one in ones.items()}
    return bibliography, order, cited


def _style(style: CitationStyle, language: str) -> Any:
    """Return a style in the words of a language, of its region if known; else in English."""
    import citeproc  # noqa: PLC0415 - of an extra

    base = language.partition("-")[0]
    for locale in (language, "en-GB" if base == "en" else f"{base}-{base.upper()}"):
        try:
            return citeproc.CitationStylesStyle(_file(style), locale=locale, validate=False)
        except ValueError:
            continue
    return citeproc.CitationStylesStyle(_file(style), locale="en-US", validate=False)


def _file(style: CitationStyle) -> io.BytesIO:
    return io.BytesIO(style.csl.encode())


def _without_number(text: str, number: int) -> str:
    """Return an entry without the number that a style begins it with: ours stands before it."""
    return re.sub(rf"^[\[(]?{number}[\])]?\.?\s*(?=\D)", "", text)


def _prose(text: str) -> Prose:
    text = re.sub(r"[ \t\n]+", " ", text).strip()
    text = _ABBREVIATED.sub("\u00a0", text)
    return tuple(_nodes(iter(_MARK.split(text))))


def _nodes(pieces: Iterator[str], closing: str = "") -> Iterator[Inline]:
    for piece in pieces:
        if piece == closing and closing:
            return
        if piece and piece in _OPEN:
            number = _OPEN.index(piece)
            children = tuple(_nodes(pieces, _CLOSE[number]))
            yield from _set(number, children)
        elif piece and piece not in _CLOSE:
            yield from _linked(piece)


def _set(number: int, children: Prose) -> Iterator[Inline]:
    if not children:
        return
    words = "".join(node.text for node in children if isinstance(node, Text))
    match number:
        case 0:
            yield Emphasis(children)
        case 1:
            yield Strong(children)
        case 2:
            yield Superscript(words)
        case _:
            yield Subscript(words)


def _linked(text: str) -> Iterator[Inline]:
    at = 0
    for found in _ADDRESS.finditer(text):
        if found.start() > at:
            yield Text(text[at : found.start()])
        yield Link(found[0], plain(found[0]))
        at = found.end()
    if text[at:]:
        yield Text(text[at:])


def _unusable(name: str) -> LoadError:
    message = f'"{name}" cannot be brought together with the sources'
    return LoadError([Finding("citation-style", message, "choose another style", ("citations",))])
