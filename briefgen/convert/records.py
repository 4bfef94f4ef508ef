"""Events, facts, sources and the like as entries of lists."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from briefgen.convert.words import WIDTH, attributes, joined, wrapped
from briefgen.quantities import find_quantities
from briefgen.types.fact import Fact
from briefgen.types.quantity import Quantity
from briefgen.types.supplements import EditorsNote, Event, Image, Quotation, Source, Term

RECORDS = ("timeline", "facts", "sources", "quotations", "glossary", "notes", "images")
_EVENT_PRIORITY = 3
_GROUPED = 10_000
"""Numbers from here on have their digits in groups."""


def record(entry: Any, language: str) -> Iterator[str]:
    """Yield the lines of one entry."""
    match entry:
        case Event():
            yield from _event(entry)
        case Fact():
            yield from _fact(entry, language)
        case Source():
            yield from _source(entry)
        case Quotation():
            held = _rest(entry, {"text"}, {"source": "by"})
            yield from _item(f"{entry.text} {held}")
        case Term():
            yield from _item(f"{entry.short}: {entry.long} {_rest(entry, {'short', 'long'}, {})}")
        case EditorsNote():
            yield from _note(entry)
        case Image():
            yield from _item(f"![{entry.alt}]({entry.file}) {_rest(entry, {'alt', 'file'}, {})}")


def _item(text: str) -> list[str]:
    return textwrap.wrap(
        f"- {text.strip()}",
        WIDTH,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )


def _rest(entry: Any, said: set[str], short: dict[str, str]) -> str:
    """Return as attributes what the words of an entry do not say."""
    names = {"locator": "at", **short}
    given: list[tuple[str, Any]] = []
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        if name in said or (value == field.default and not field.is_required()):
            continue
        if name == "id":
            given.append(("#", value))
        elif isinstance(value, bool):
            given.append((f".{name}" if value else f".un{name}", ""))
        elif isinstance(value, tuple):
            given.append((names.get(name, name), _joined(value)))
        else:
            given.append((names.get(name, name), _plain(value)))
    return attributes(given)


def _plain(value: Any) -> Any:
    """Return a number with all of its digits and without an exponent; anything else as it is."""
    return f"{value:f}" if isinstance(value, Decimal) else value


def _joined(values: tuple[Any, ...]) -> str:
    if values and not isinstance(values[0], str):
        return ", ".join(f"{one.date}: {_plain(one.value)}" for one in values)
    return joined(values)


def _event(event: Event) -> Iterator[str]:
    said = {"date", "text", "detail", "status"}
    if event.priority == _EVENT_PRIORITY:
        said.add("priority")
    planned = ", planned" if event.status == "planned" else ""
    held = _rest(event, said, {"sources": "by"})
    yield from _item(f"{event.date}{planned}: {event.text} {held}")
    if event.detail:
        yield from ["", *wrapped(event.detail, "  "), ""]


def _fact(fact: Fact, language: str) -> Iterator[str]:
    short = {"measure": "of", "sources": "by", "priority": "key"}
    words = _figure(fact, language)
    if words:
        yield from _item(f"{words} {_rest(fact, {'value', 'qualifier', 'scale', 'unit'}, short)}")
    else:
        yield from _item(f"{_plain(fact.value)} {_rest(fact, set(), short)}")


def _figure(fact: Fact, language: str) -> str:
    """Return the words that read as a fact's qualifier, value, scale and unit; "" without any."""
    number = fact.value
    is_long = isinstance(number, Decimal) and number >= _GROUPED and language.startswith("en")
    value = f"{number:,}" if is_long else _plain(number)
    qualifier, scale = (
        f"{fact.qualifier} " if fact.qualifier else "",
        f" {fact.scale}" if fact.scale else "",
    )
    for words in (
        f"{qualifier}{value}{scale} {fact.unit}",
        f"{qualifier}{_plain(fact.value)}{scale} {fact.unit}",
        f"{qualifier}{fact.unit} {value}{scale}",
    ):
        found = list(find_quantities(words, language))
        if len(found) == 1 and isinstance(one := found[0], Quantity):
            read = (str(one.value), one.qualifier, one.scale, one.unit)
            if read == (str(fact.value), fact.qualifier, fact.scale, fact.unit):
                return words
    return ""


def _source(source: Source) -> Iterator[str]:
    said = {"status", "title"}
    words = source.title
    if source.title and source.address:
        words, said = f"[{source.title}]({source.address})", {*said, "address"}
    elif not source.title:
        words, said = f"[{source.link_text}]()", {*said, "link_text"}
    yield from _item(f"{words} {_rest(source, said, {'authors': 'by'})}")


def _note(note: EditorsNote) -> Iterator[str]:
    yield ""
    yield f"{note.about} {_rest(note, {'about', 'text'}, {})}"
    first, *lines = wrapped(note.text, "  ")
    yield f": {first.strip()}"
    yield from lines
