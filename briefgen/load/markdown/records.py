"""Events, terms, sources and the like out of lists, definition lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from briefgen.load.markdown.fields import column_of, converted, fields
from briefgen.load.markdown.gathered import Gathered, Values
from briefgen.load.markdown.prose import ProseReading, folded
from briefgen.markup.attributes import Attributes, attributes_at, trailing
from briefgen.markup.document import DocumentBlock, TextAt
from briefgen.pattern import late_pattern
from briefgen.types.date import date_meant
from briefgen.types.fact import Fact
from briefgen.types.supplements import EditorsNote, Event, Image, Quotation, Source, Term

MODELS: Mapping[str, type[BaseModel]] = {
    "timeline": Event,
    "facts": Fact,
    "sources": Source,
    "quotations": Quotation,
    "glossary": Term,
    "notes": EditorsNote,
    "images": Image,
}
_MAIN = {
    "timeline": ("date", "text", "detail"),
    "quotations": ("text",),
    "glossary": ("short", "long", "note"),
    "notes": ("about", "text"),
}
"""The fields that the words of an entry are, first to last."""

_LINK = late_pattern(
    r"\[(?P<words>.*)\]\(<?(?P<address>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?\)"
)
_BARE_LINK = late_pattern(r"(\S.*?)[,:;.\u2013\u2014(<\s-]*\s[(<]?(https?://[^\s()<>\"]+)[)>]?\.?")
_PICTURE = late_pattern(r"!\[(?P<alt>.*)\]\((?P<file>[^)]+)\)")
_SPAN = late_pattern(r"\[(.*)\]", re.DOTALL)
_REFERENCE = late_pattern(r"\[#([a-z0-9-]+)\]")
_DATED = late_pattern(
    r"\**((?:early-|mid-|late-|FY)?\d{4}(?:-\d{2}){0,2}(?:/\d{2}|-Q[1-4])?),?\**,?\s+"
    r"[\u2013\u2014-]?\s*(\S.*)",
    re.DOTALL,
)
"""A date and what happened, with no colon between."""
_DASHED = late_pattern(r"(\S{1,40})\s+[\u2013\u2014-]\s+(?=\S)")
_ORDER = late_pattern(r"(?:\[#[a-z0-9-]+\][\s,;]*)+")
_EVENT_PRIORITY = 3
_NO_ITEM = late_pattern(
    r"(?m)^[ \t]*([-*+][^\W_].*)$"
    r"|(?<=\n)[ \t]*((?:1[5-9]|20)\d\d(?:-\d\d){0,2}(?:,\s*planned)?:\s.*)$"
)
_BEGIN = "begin each entry with -"


class _Entry(Struct):
    """One entry as it stands: its text, attributes, and further texts."""

    block: DocumentBlock
    text: TextAt
    found: Attributes | None
    whole: TextAt
    rest: list[tuple[str, int]]


class RecordReading:
    """Reads the lists that stand beside the points."""

    def __init__(self, gathered: Gathered, prose: ProseReading) -> None:
        self.gathered = gathered
        self.prose = prose

    def section(self, part: str, defaults: Values, blocks: list[DocumentBlock]) -> None:
        """Read the entries of one section."""
        for block in blocks:
            match block.kind:
                case "comment":
                    self.prose.comment(block)
                case "bullet_list" | "ordered_list":
                    for item in block.children:
                        if part == "sources" and (several := _several(item)):
                            place, entries = several
                            for one in entries:
                                self._add(part, one, {**defaults, **place})
                        elif entry := self._item(item):
                            self._add(part, entry, dict(defaults))
                case "dl":
                    for entry in self._definitions(block):
                        self._add(part, entry, dict(defaults))
                case "table":
                    self._table(part, block, dict(defaults))
                case "paragraph" if part == "facts" and _ORDER.fullmatch(block.text.text):
                    self._order(block.text)
                case _:
                    message = "is no entry of a list, a definition list or a table"
                    is_row = block.text.text.startswith("|")
                    hint = "write |---|---| below the head of a table" if is_row else _BEGIN
                    self.gathered.report("text-without-entry", message, hint, block.first)

    def _order(self, text: TextAt) -> None:
        """Note in which order facts stand that are marked elsewhere."""
        for found in _REFERENCE.finditer(text.text):
            self.gathered.order.setdefault(found[1], text.place(found.start()))

    def _item(self, item: DocumentBlock) -> _Entry | None:
        first = item.children[0] if item.children else item
        if first.kind != "paragraph":
            message, hint = "is an entry without text", "write its text after the -"
            row = self.prose.rows[item.first - 1].strip(" -*+\t")
            if row and first.kind == "ordered_list":
                message = f'"{row[:40]}" begins with the number of a list'
                meant = date_meant(row.partition(":")[0].strip())
                hint = (
                    f"did you mean {meant}?"
                    if meant
                    else "write \\. for the stop behind the number"
                )
            self.gathered.report("text-without-entry", message, hint, item.first)
            return None
        text, found = trailing(first.text)
        self._loose(text, item.children[1:])
        return _Entry(item, text, found, first.text, self.prose.texts(item.children[1:]))

    def _loose(self, text: TextAt, below: list[DocumentBlock]) -> None:
        """Tell of an entry that became part of the one above it."""
        hint = "begin each entry at the margin, with - and a space"
        for found in _NO_ITEM.finditer(text.text):
            message = f'"{(found[1] or found[2])[:40]}" is no entry of its own'
            at = found.start(1 if found[1] else 2)
            self.gathered.report_at("entry-indented", message, hint, text, at)
        for block in below:
            if block.kind in ("bullet_list", "ordered_list"):
                message = "is a list within an entry"
                self.gathered.report("entry-indented", message, hint, block.first)

    def _definitions(self, block: DocumentBlock) -> Iterator[_Entry]:
        entry: _Entry | None = None
        for child in block.children:
            if child.kind == "dt":
                if entry:
                    yield entry
                text, found = trailing(child.text)
                entry = _Entry(child, text, found, child.text, [])
            elif entry:
                entry.rest += self.prose.texts(child.children)
        if entry:
            yield entry

    def _add(self, part: str, entry: _Entry, values: Values) -> None:
        model = MODELS[part]
        own = fields(entry.whole, entry.found, model, self.gathered)
        if part == "facts":
            self._fact(entry, {**values, **own})
            return
        words = self._words(part, entry)
        values |= own
        for name, value in words.items():
            values.setdefault(name, value)
        self._complete(part, values, entry.block.first)
        if (path := self.gathered.next(part, entry.block.first)) is None:
            return
        if entry.found and entry.found.fault:
            self.gathered.lose((*path, "id"), entry.whole.text)
        self.gathered.put_all(path, values, entry.block.first)

    def _fact(self, entry: _Entry, values: Values) -> None:
        text = entry.text
        if span := _SPAN.fullmatch(text.text):
            text = text.part(span.start(1), span.end(1))
        attributes = entry.found or Attributes(0, 0)
        self.prose.fact(text, entry.whole, attributes, values)

    def _words(self, part: str, entry: _Entry) -> Values:
        """Return the fields that the words of an entry are."""
        line, column = entry.text.place(0)
        if part in ("sources", "images"):
            return self._linked(part, entry, line, column)
        names = list(_MAIN[part])
        text, values = entry.text, dict[str, Any]()
        if part == "timeline":
            date, colon, _ = text.text.partition(":")
            at = len(date) + len(colon)
            if not colon and (bare := _DATED.match(text.text)):
                message = f'"{date[:40]}" has no colon behind its date'
                hint = f"write - {bare[1]}: {bare[2][:40]}"
                self.gathered.report_at("entry-without-colon", message, hint, text)
                date, at = bare[1], bare.start(2)
            planned = re.search(r",\s*planned\s*$", date)
            if planned:
                values["status"] = ("planned", line, column)
                date = date[: planned.start()]
            values["date"] = (date.strip(), line, column)
            text, names = text.part(at, len(text.text)), names[1:]
        elif part in ("glossary", "notes") and entry.block.kind != "dt":
            first, colon, _ = text.text.partition(": ")
            at = len(first) + 1
            if not colon and part == "glossary" and (dashed := _DASHED.match(text.text)):
                first, colon, at = dashed[1], ":", dashed.end()
            if colon:
                values[names[0]] = (folded(first), line, column)
                text, names = text.part(at, len(text.text)), names[1:]
        if text.text:
            values[names[0]] = (self.prose.line(text), *text.place(0))
        for field_name, (more, at) in zip(names[1:], entry.rest, strict=False):
            values[field_name] = (more, at, None)
        for more, at in entry.rest[len(names) - 1 :]:
            if part == "notes" and "text" in values:
                values["text"] = (f"{values['text'][0]}\n\n{more}", *values["text"][1:])
                continue
            message, hint = "is more text than the entry can hold", "join it with the text above"
            self.gathered.report("text-without-entry", message, hint, at)
        return values

    def _linked(self, part: str, entry: _Entry, line: int, column: int) -> Values:
        text = entry.text.folded
        if part == "images":
            found = _PICTURE.fullmatch(text)
            if not found:
                hint = 'write ![what it shows](file.png){permission="..."}'
                message = "is no picture"
                self.gathered.report("text-without-entry", message, hint, line, column)
                return {}
            return {name: (found[name], line, column) for name in ("file", "alt")}
        found = _LINK.fullmatch(text)
        if not found and (bare := _BARE_LINK.fullmatch(text)):
            title = bare[1][1:-1] if bare[1][:1] == "[" and bare[1][-1:] == "]" else bare[1]
            return {"title": (title, line, column), "address": (bare[2], line, column)}
        if not found:
            return {"title": (text, line, column)}
        if not found["address"]:
            return {"link_text": (found["words"], line, column)}
        return {
            "title": (found["words"], line, column),
            "address": (found["address"], line, column),
        }

    def _without_figure(self, names: list[str | None], row: DocumentBlock) -> None:
        if None not in names:  # or the column of figures may be the one that is misspelt
            message, hint = "has no figure", "fill in the column figure, or take out the row"
            self.gathered.report("row-without-figure", message, hint, row.first)

    def _complete(self, part: str, values: Values, line: int) -> None:
        """Add what an entry need not say: id, rank of an event, status of a source."""
        model = MODELS[part]
        if "id" in model.model_fields and "id" not in values:
            words = next((str(values[k][0]) for k in _NAMED_BY if k in values), part)
            values["id"] = (self.gathered.new_id(words, part.rstrip("s")), line, None)
        if part == "timeline":
            values.setdefault("priority", (_EVENT_PRIORITY, line, None))
        if part == "sources":
            known = "address" in values or "reference" in values
            values.setdefault("status", ("resolved" if known else "unresolved", line, None))

    def _table(self, part: str, table: DocumentBlock, defaults: Values) -> None:
        """Read a table whose header names the fields."""
        model = MODELS[part]
        header, *rows = table.children
        names: list[str | None] = []
        for cell in header.children:
            more = ("figure",) if part == "facts" else ()
            name, hint = column_of(cell.text.folded, model, more)
            if name is None:
                message = f'"{cell.text.folded}" names no column here'
                self.gathered.report("unknown-attribute", message, hint, cell.first)
            names.append(name)
        for row in rows:
            values = dict(defaults)
            figure: TextAt | None = None
            for column, cell in zip(names, row.children, strict=False):
                if not column or not cell.text.text.strip():
                    continue
                if column == "figure":
                    figure = cell.text
                    continue
                value = converted(cell.text.folded, model, column)
                values[column] = (value, *cell.text.place(0))
            if part == "facts":
                if figure is None and "value" not in values:
                    self._without_figure(names, row)
                    continue
                text = figure or TextAt("", row.first)
                self.prose.fact(text, text, Attributes(0, 0), values)
                continue
            self._complete(part, values, row.first)
            if path := self.gathered.next(part, row.first):
                self.gathered.put_all(path, values, row.first)


_PLACE = late_pattern(r"([^\[\]{}():]+):\s+(?=\[)")
_ONE_LINK = late_pattern(r"\[[^\[\]]*\]\(<?[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*>?\)\s*")
_NEXT = late_pattern(r"\s*(?:,\s*|$)")


def _several(item: DocumentBlock) -> tuple[Values, list[_Entry]] | None:
    """Return the sources of an entry that holds several, and their place, where one stands first.

    `- paragraph 7: [decided]() {#s17}, [awarded]() {#s19}`
    """
    if not item.children or item.children[0].kind != "paragraph" or len(item.children) > 1:
        return None
    text = item.children[0].text
    entries: list[_Entry] = []
    place = _PLACE.match(text.text)
    at = place.end() if place else 0
    while at < len(text.text):
        if not (link := _ONE_LINK.match(text.text, at)):
            return None
        at = link.end()
        found = attributes_at(text.text, at) if text.text[at : at + 1] == "{" else None
        words = text.part(link.start(), link.start() + len(link[0].rstrip()))
        entries.append(_Entry(item, words, found, text, []))
        after = _NEXT.match(text.text, found.end if found else at)
        if not after:
            return None
        at = after.end()
    if len(entries) < 2 and not place:  # noqa: PLR2004 - one alone may be written so, too
        return None
    values: Values = {"locator": (folded(place[1]), *text.place(0))} if place else {}
    return values, entries


_NAMED_BY = ("title", "text", "link_text", "about", "alt")
