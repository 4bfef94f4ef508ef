"""Lines of Markdown: wrapped, with attributes, and with facts marked in prose."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from briefgen.pattern import late_pattern
from briefgen.quantities import find_quantities
from briefgen.types.fact import Fact, Quantity, SeriesValue
from briefgen.types.reference import cited, references

WIDTH = 100
_MARK = late_pattern(r" (?=[#>`~=|:<%]|[*_+-](?:[*_\s-]|$)|\d{1,9}[.)])")
"""A space before what a line may not begin with that goes on with a paragraph."""

_KEPT = "\x1f"
_BARE = late_pattern(r"[^\s\"'“”„‘’{}]+")


def wrapped(text: str, indent: str = "", first: str = "") -> list[str]:
    """Return a paragraph on lines of at most `WIDTH`; what has lines of its own keeps them."""
    if "\n" in text:
        return [f"{indent}{line}".rstrip() for line in text.split("\n")]
    lines = textwrap.wrap(
        _MARK.sub(_KEPT, text),
        WIDTH,
        initial_indent=first or indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )
    return [line.replace(_KEPT, " ") for line in lines]


def joined(ids: Collection[str]) -> str:
    """Return a list of ids; with semicolons where one says where in a source."""
    if any(one[0] == "“" for one in ids):
        return " ".join(ids)
    return ("; " if any("," in one for one in ids) else " ").join(ids)


def attributes(given: Iterable[tuple[str, Any]]) -> str:
    """Return attributes in braces; what is None is left out."""
    written: list[str] = []
    for name, value in given:
        if value is None:
            continue
        if name == "#":
            written.append(f"#{value}")
        elif name.startswith("."):
            written.append(name)
        else:
            text = str(value)
            written.append(
                f"{name}={text}" if _BARE.fullmatch(text) or text == '""' else f'{name}="{text}"'
            )
    return f"{{{' '.join(written)}}}" if written else ""


_REFERENCE = late_pattern(r"(?<!\\)\[#([a-z0-9-]+)\]")
_TO_CITATION = late_pattern(r"([^\[\]{}]{0,60}?)((?:\[@\w[^\[\]]*\])+)")
READ = ("value", "qualifier", "scale", "unit", "interval", "confidence")
_SHORT = {"measure": "of", "sources": "by", "priority": "key", "locator": "at"}
_GROUPED = 10_000
"""Numbers from here on have their digits in groups."""


class Marking:
    """Marks facts where prose first prints them; `marked` are the ids of those, in that order."""

    def __init__(self, facts: Iterable[Fact], places: Mapping[str, str], language: str) -> None:
        self.places = places
        self.pending = {fact.id: fact for fact in facts}
        self.language = language
        self.marked: list[str] = []

    def mark(self, text: str, locator: str | None) -> str:
        """Return a paragraph in which each fact that was not marked so far is."""
        if "\n" in text or not self.pending:
            return text
        parts, at = [], 0
        for found in _REFERENCE.finditer(text):
            fact = self.pending.get(found[1])
            within = text.count("[", 0, found.start()) > text.count("]", 0, found.start())
            if fact is None or within:
                continue
            if span := self._span(fact, text[found.end() :], locator):
                del self.pending[fact.id]
                self.marked.append(fact.id)
                parts += [text[at : found.start()], span[0]]
                at = found.end() + span[1]
        return "".join([*parts, text[at:]])

    def _span(self, fact: Fact, after: str, locator: str | None) -> tuple[str, int] | None:
        """Return a fact as a span, and how many characters after its reference it takes in."""
        for tail, sources in _tails(fact, after):
            if sources and sources != fact.sources:
                continue
            said = {"value"}
            if sources:
                said.add("sources")
            implied = place_of(fact.sources, self.places) or locator
            if fact.locator == implied:
                said.add("locator")
            for words in figures(fact, self.language):
                more = differing(fact, words, tail, self.language)
                if more is not None:
                    pairs = fact_attributes(fact, said | ({*READ} - more), implied)
                    return f"[{words}{tail}]{pairs}", len(tail)
        return None


def _tails(fact: Fact, after: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a span may take in of the words behind a figure, and what is cited behind it."""
    found = _TO_CITATION.match(after)
    if found:
        yield found[1], tuple(one.evidence[1:] for one in references(found[2]))
    unit = f" {fact.unit}"
    if fact.unit and after.startswith(unit) and not after[len(unit) : len(unit) + 1].isalnum():
        follows = _TO_CITATION.match(after[len(unit) :])
        if not (follows and not follows[1]):
            yield unit, ()
    if not (found and not found[1]):
        yield "", ()


def differing(fact: Fact, words: str, tail: str, language: str) -> set[str] | None:
    """Return what attributes must say of a fact beside its words; None if these do not do."""
    found = find_quantities(words + tail, language)
    read = found[0] if len(found) == 1 else None
    if not isinstance(read, Quantity) or read.replaced(words + tail, "#") != f"#{tail}":
        return None
    more = set()
    for name in READ:
        own, said = getattr(fact, name), getattr(read, name)
        if str(own) != str(said):
            if own is None:
                return None
            more.add(name)
    return None if "value" in more else more


def figures(fact: Fact, language: str) -> Iterator[str]:
    """Yield the ways in which a fact's qualifier, number and scale can be written."""
    number = fact.value
    is_long = isinstance(number, Decimal) and number >= _GROUPED and language.startswith("en")
    values = [f"{number:,}"] if is_long else []
    qualifier, scale = (
        f"{fact.qualifier} " if fact.qualifier else "",
        f" {fact.scale}" if fact.scale else "",
    )
    for value in [*values, plain(number)]:
        if fact.unit == "%":
            yield f"{qualifier}{value}{scale} %"
        elif fact.unit and fact.unit.isupper():
            yield f"{qualifier}{fact.unit} {value}{scale}"
            yield f"{fact.unit} {value}{scale}"
        yield f"{qualifier}{value}{scale}"
        yield f"{value}{scale}"


def plain(value: Any) -> Any:
    """Return a number with all of its digits and without an exponent; anything else as it is."""
    return f"{value:f}" if isinstance(value, Decimal) else value


def fact_attributes(fact: Fact, said: set[str], implied: str | None) -> str:
    """Return as attributes what neither the words of a fact nor its place say."""
    pairs = [*given(fact, said, _SHORT)]
    if implied and not fact.locator:
        pairs.append(("at", '""'))
    return attributes(pairs)


def place_of(sources: Iterable[str], places: Mapping[str, str]) -> str | None:
    """Return where the first source is cited of which that is known."""
    return next((places[one.id] for one in cited(sources) if one.id in places), None)


def given(entry: Any, said: set[str], short: dict[str, str]) -> Iterator[tuple[str, Any]]:
    """Yield the attributes of an entry, but those that are said already."""
    names = {"locator": "at", **short}
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        if name in said or (value == field.default and not field.is_required()):
            continue
        if name == "id":
            yield "#", value
        elif isinstance(value, bool):
            yield f".{name}" if value else f".un{name}", ""
        elif isinstance(value, tuple):
            yield names.get(name, name), _several(value)
        else:
            yield names.get(name, name), plain(value)


def _several(values: tuple[Any, ...]) -> str:
    if values and not isinstance(values[0], str):
        return ", ".join(map(_series_value, values))
    return joined(values)


def _series_value(value: SeriesValue) -> str:
    """Return a value of a series with its interval, as an attribute holds it."""
    text = f"{value.date}: {plain(value.value)}"
    low, high = ("" if end is None else plain(end) for end in (value.low, value.high))
    text += f" ({low}–{high})" if low or high else ""
    return f"{text} projected" if value.projected else text
