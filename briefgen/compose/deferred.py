"""Lists that are only made once it is known what is printed: glossary and sources."""

from __future__ import annotations

from briefgen.compose.prose import ProseReader
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.block import Glossary, GlossaryEntry, Origin, SourceEntry, SourceList
from briefgen.types.prose import Emphasis, Link, Prose, Strong, Text, plain
from briefgen.types.role import Role
from briefgen.types.supplements import Source, Term

_SCHEME = late_pattern(r"^https?://(www\.)?")

MOST_SHOWN = 40
"""Characters of an address that is printed whole: longer ones take two lines of a column."""


def glossary(
    reader: ProseReader, at: Origin, role: Role, *, unexplained: bool, beside: bool = False
) -> tuple[Glossary, ...]:
    """Return the terms that the brief may print, in alphabetical order, each with its note.

    To be called once everything was read. Those that are `unexplained` can only be such as were
    read where none is expanded.
    """
    met = reader.met_bare if unexplained else reader.met
    terms = sorted((reader.terms[short] for short in met), key=lambda term: term.short.lower())
    entries = tuple(GlossaryEntry(term.short, _term(term, reader)) for term in terms)
    return (Glossary(entries, unexplained, at, role, beside),) if entries else ()


def _term(term: Term, reader: ProseReader) -> Prose:
    text: Prose = (Strong(plain(term.short)), Text(f"{reader.words.labels.colon}{term.long}."))
    return (*text, Text(" "), *reader.read(term.note, acronyms=False)) if term.note else text


def sources(
    argument: Argument, reader: ProseReader, at: Origin, *, cited: bool
) -> tuple[SourceList, ...]:
    """Return the list of sources, to be numbered once it is known what cites them.

    What is but a place in the article stands where it is cited.
    """
    listed = [source for source in argument.sources if not source.is_only_place]
    entries = tuple(SourceEntry(source.id, entry(source, reader)) for source in listed)
    return (SourceList(entries, at, cited),)


def named_sources(argument: Argument, reader: ProseReader, at: Origin) -> tuple[SourceList, ...]:
    """Return the list of what is cited by names, in the order of its style."""
    known = [one for one in argument.sources if one.status == "resolved"]
    entries = {one.id: entry(one, reader) for one in known}
    listed = tuple(SourceEntry(key, entries[key]) for key in reader.citations.ordered(entries))
    return (SourceList(listed, at, cited=True, numbered=False),) if listed else ()


def entry(source: Source, reader: ProseReader) -> Prose:
    """Return a source as a list prints it: its reference, or what is known of it."""
    if (styled := reader.citations.entry(source)) is not None:
        return styled
    place = reader.words.place(source.locator or "")
    if source.is_only_linked:
        return plain(reader.words.labels.unresolved_source.format(title=source.name))
    if source.reference:
        text: Prose = plain(source.reference)
    else:
        parts = [source.authors, source.publisher]
        before = ", ".join(part for part in parts if part)
        text = (Text(f"{before}{reader.words.labels.colon}"),) if before else ()
        title: Prose = (Emphasis(plain(source.name)),)
        text = (*text, *((Link(source.address, title),) if source.address else title))
        if source.date:
            text = (*text, Text(f", {reader.words.date(source.date)}"))
    if source.address:
        shown = plain(shown_address(source.address))
        text = (*text, Text(". "), *((Link(source.address, shown),) if source.reference else shown))
    elif source.status == "unresolved" and place:
        text = (*text, Text(f", {reader.words.labels.cited_place.format(place=place)}"))
    return text


def shown_address(address: str) -> str:
    """Return what a list prints of an address: all of a short one, of others who publishes there.

    The whole of it is where the link leads; on paper a title is found with its publisher.
    """
    bare = _SCHEME.sub("", address).rstrip("/")
    return bare if len(bare) <= MOST_SHOWN else bare.partition("/")[0]
