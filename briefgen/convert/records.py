"""Events, facts, sources and the like as entries of lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from msgspec import Struct

from briefgen.convert.figures import (
    READ,
    attributes,
    differing,
    figures,
    given,
    place_of,
    plain,
    wrapped,
)
from briefgen.pattern import late_pattern
from briefgen.types.fact import Fact
from briefgen.types.reference import slug
from briefgen.types.supplements import EditorsNote, Event, Image, Quotation, Source, Term

_PLAIN = late_pattern(r"[^\[\]{}():\n]+")

RECORDS = ("timeline", "facts", "sources", "quotations", "glossary", "notes", "images")
_EVENT_PRIORITY = 3


class Record(Struct):
    """An entry of a list: its words, its attributes, and a paragraph below it."""

    words: str
    held: list[tuple[str, Any]]
    below: str | None = None

    def lines(self) -> list[str]:
        """Return the entry as an item of a list."""
        item = wrapped(f"{self.words} {attributes(self.held)}".strip(), "  ", "- ")
        return [*item, "", *wrapped(self.below, "  "), ""] if self.below else item


class Note(Record):
    """An entry that is a term with its definition, or an item of a list."""

    def lines(self) -> list[str]:
        """Return the entry as a term and its definition."""
        first, *lines = wrapped(self.below or "", "  ")
        return ["", f"{self.words} {attributes(self.held)}".rstrip(), f": {first.strip()}", *lines]

    def item(self) -> list[str]:
        """Return the entry as an item of a list."""
        text = f"{self.words}: {self.below} {attributes(self.held)}"
        return wrapped(text.rstrip(), "  ", "- ")


def _grouped(records: list[Record]) -> Iterator[Record]:
    """Yield records; links without an address that stand in one place are one entry."""
    for place, some in groupby(records, _place_of_link):
        group = list(some)
        if place is None or len(group) == 1:
            yield from group
            continue
        links = (
            f"{one.words} {attributes([each for each in one.held if each[0] == '#'])}"
            for one in group
        )
        yield Record(f"{place}: {', '.join(links)}", [])


def _place_of_link(record: Record) -> str | None:
    """Return where a link stands of which nothing else is known; None for all else."""
    pairs = dict(record.held)
    place = pairs.get("at")
    is_link = record.words.endswith("]()") and record.words.count("[") == 1
    plain = is_link and set(pairs) == {"#", "at"} and place and _PLAIN.fullmatch(str(place))
    return str(place) if plain else None


def lines_of(records: list[Record]) -> list[str]:
    """Return the lines of a part; notes as a list, where that is shorter and can be read."""
    lines = [line for each in _grouped(records) for line in each.lines()]
    notes = [each for each in records if isinstance(each, Note)]
    if any("\n" in (each.below or "") or ": " in each.words for each in notes):
        return lines
    items = [line for each in notes for line in each.item()]
    return items if notes and len(items) < sum(map(bool, lines)) else lines


def record(entry: Any, language: str, places: Mapping[str, str], *, named: bool = True) -> Record:
    """Return an entry of a list as it is written; `places` are those at which sources are cited.

    Unless it is `named`, the id of an event or a note that is made of its words is left out.
    """
    made = _record(entry, language)
    if not named and isinstance(entry, Event | EditorsNote):
        part = "timeline" if isinstance(entry, Event) else "note"
        made.held = [each for each in made.held if each != ("#", slug(entry.text, part))]
    cited = getattr(entry, "sources", ()) or [getattr(entry, "source", None) or ""]
    implied = place_of(cited, places)
    if implied and entry.locator == implied:
        made.held = [each for each in made.held if each[0] != "at"]
    elif implied and not entry.locator:
        made.held.append(("at", '""'))
    return made


def _record(entry: Any, language: str) -> Record:
    match entry:
        case Event():
            return _event(entry)
        case Fact():
            return _fact(entry, language)
        case Source():
            return _source(entry)
        case Quotation():
            return Record(entry.text, [*given(entry, {"text"}, {"source": "by"})])
        case Term():
            return Record(f"{entry.short}: {entry.long}", [*given(entry, {"short", "long"}, {})])
        case EditorsNote():
            return Note(
                entry.about, [*given(entry, {"about", "text"}, {"sources": "by"})], entry.text
            )
        case Image():
            words = f"![{entry.alt}]({entry.file})"
            return Record(words, [*given(entry, {"alt", "file"}, {})])
    raise TypeError(entry)


def _event(event: Event) -> Record:
    said = {"date", "text", "detail", "status"}
    if event.priority == _EVENT_PRIORITY:
        said.add("priority")
    planned = ", planned" if event.status == "planned" else ""
    pairs = [*given(event, said, {"sources": "by"})]
    return Record(f"{event.date}{planned}: {event.text}", pairs, event.detail)


def _fact(fact: Fact, language: str) -> Record:
    short = {"measure": "of", "sources": "by", "priority": "key"}
    noun = f" {fact.unit}" if fact.unit else ""
    for words in figures(fact, language):
        for tail in (noun, ""):
            more = differing(fact, words, tail, language)
            if more is not None:
                return Record(f"{words}{tail}", [*given(fact, {*READ} - more, short)])
    return Record(str(plain(fact.value)), [*given(fact, set(), short)])


def _source(source: Source) -> Record:
    said = {"status", "title"}
    words = source.title or ""
    if source.title and source.address:
        words, said = f"[{source.title}]({source.address})", {*said, "address"}
    elif not source.title:
        words, said = f"[{source.link_text}]()", {*said, "link_text"}
    return Record(words, [*given(source, said, {"authors": "by"})])
