"""How sources are named where they are cited: by number, in brackets, by author and date."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from briefgen.compose.words import NO_BREAK_SPACE, Words
from briefgen.languages.locators import in_short
from briefgen.types.prose import Citation, Link, PlaceCited, Prose, Text, plain, text_of
from briefgen.types.reference import Cited, each_once
from briefgen.types.supplements import Source
from briefgen.types.work import BY_NUMBER, CitationStyle, Name, Work

if TYPE_CHECKING:
    from briefgen.csl.formatting import Formatted

Citing = Literal["none", "brackets", "names", "numbers"]
"""How a citation is printed.

Not at all, in brackets, by names that lead into a list, or by its number in the list of sources.
"""


class Citations(Struct, frozen=True, dict=True):
    """Names the sources of one argument in one manner.

    Where it is `quiet`, nothing is cited but by numbers: see `ProseReader.quietly`.
    """

    words: Words
    sources: Mapping[str, Source]
    citing: Citing = "numbers"
    style: CitationStyle = BY_NUMBER
    quiet: bool = False

    @cached_property
    def csl(self) -> Formatted | None:
        """The sources as the style of CSL has them, where one is asked for."""
        if not (self.style.csl and self.sources):
            return None
        from briefgen.csl.formatting import formatted  # noqa: PLC0415 - few have a style

        return formatted(self.style, self.sources, self.words.language)

    def cited(
        self, sources: Sequence[Cited], place: str | None = None, *, alone: bool = False
    ) -> Prose:
        """Return the citation of some sources: see `ProseReader.cited`."""
        if self.citing == "none" or not sources:
            return ()
        if self.citing == "numbers":
            return self._numbered(sources, place, alone=alone)
        if self.quiet:
            return ()
        if self.csl and self.citing == "names":
            return (Text(" "), *self.csl.cited(tuple(each_once(sources))), self._silent(sources))
        listed = self._listed(sources, place, once=True)
        return (Text(" ("), *listed, Text(")"), *self._listing(sources))

    def _numbered(
        self, sources: Sequence[Cited], place: str | None = None, *, alone: bool = False
    ) -> Prose:
        """Return marks of sources, and in brackets those that are but places in the article.

        A reader would look a number up to find no more than that place.
        """
        linked = [one for one in sources if self._is_only_place(one)]
        others = [one for one in each_once(sources) if one not in linked]
        located = tuple(Cited(one.id, self._where(one)) for one in others)
        marks = (Citation(located, alone),) if located else ()
        if not linked or self.quiet:
            return marks
        return (*marks, Text(" ("), *self._listed(linked, place, once=True), Text(")"))

    def only_places(self, sources: Sequence[Cited]) -> bool:
        """Whether sources are named by their places in the article alone, in brackets.

        A paragraph says these once, at its end: behind each sentence they would hide the words.
        """
        if self.citing == "numbers":
            return all(self._is_only_place(one) and not one.locator for one in sources)
        return self.citing == "brackets" and all(
            self._is_place(self.sources[one.id], self._where(one)) for one in sources
        )

    def _is_only_place(self, cited: Cited) -> bool:
        source = self.sources.get(cited.id)
        return source is not None and source.is_only_place

    def _is_place(self, source: Source, where: str) -> bool:
        return source.status == "unresolved" and bool(source.locator) and not where

    def named(
        self, sources: Sequence[Cited], place: str | None = None, *, brief: bool = False
    ) -> Prose:
        """Return the short words for sources: see `ProseReader.named`."""
        if not sources and not place:
            return ()
        return (*self._listed(sources, place, brief=brief), *self._listing(sources))

    def _listing(self, sources: Sequence[Cited]) -> Prose:
        """Return what says to the list of sources that these are cited."""
        return (self._silent(sources),) if self.citing == "names" and sources else ()

    def _silent(self, sources: Sequence[Cited]) -> Citation:
        return Citation(tuple(each_once(sources)), silent=True)

    def _where(self, cited: Cited) -> str:
        return "; ".join(map(self.words.locator, cited.locator.split(";"))) if cited.locator else ""

    def _listed(
        self,
        sources: Sequence[Cited],
        place: str | None = None,
        *,
        brief: bool = False,
        once: bool = False,
    ) -> Prose:
        """Return sources parted by semicolons, their places in the article as one at the end.

        That these are places in the article may be said `once` a brief.
        """
        listed = [(self.sources[one.id], self._where(one)) for one in each_once(sources)]
        linked = [one for one, where in listed if self._is_place(one, where)]
        reported = dict.fromkeys(
            self._short(one, where) for one, where in listed if one not in linked
        )
        places = [one.locator for one in linked if one.locator]
        if place and (places or brief):
            places = [place]
        found: list[Prose] = [
            (Link(address, plain(words)),) if address else plain(words)
            for words, address in reported
        ]
        if places:
            where = self.words.places([*dict.fromkeys(places)])
            if brief:
                where = where.replace(NO_BREAK_SPACE, " ")
            pattern = "{place}" if brief else self.words.labels.cited_place
            first = pattern.format(place=where)
            later = in_short(tuple(dict.fromkeys(places)), self.words.language)
            found.append((PlaceCited(first, later),) if once else plain(first))
        return tuple(node for one in found for node in (*one, Text("; ")))[:-1]

    def _short(self, source: Source, where: str) -> tuple[str, str | None]:
        words, year = self._name_and_year(source)
        words = f"{words}, {year}" if year else words
        return f"{words}, {where}" if where else words, source.address

    def _name_and_year(self, source: Source) -> tuple[str, str]:
        work = source.work
        words = source.short
        if work and not words:
            from briefgen.compose.works import named  # noqa: PLC0415

            words = named(work, self.words)
        words = words or source.authors or source.publisher or source.site or source.name
        date = source.date or (work and work.date)
        if source.short or not (date or work):
            return words, ""
        year = str(date.year) if date else self.words.labels.no_date
        return words, year + (self.letters.get(source.id, "") if self.citing == "names" else "")

    @cached_property
    def letters(self) -> dict[str, str]:
        """What parts sources of the same names and year: 2019a, 2019b."""
        if self.citing != "names":
            return {}
        alike: dict[tuple[str, str], list[Source]] = {}
        plainly = Citations(self.words, self.sources, "brackets")
        for source in self.sources.values():
            alike.setdefault(plainly._name_and_year(source), []).append(source)
        return {
            source.id: letter
            for (_, year), several in alike.items()
            if len(several) > 1 and year
            for source, letter in zip(
                sorted(several, key=lambda one: one.name.casefold()),
                "abcdefghijklmnopqrstuvwxyz",
                strict=False,
            )
        }

    def entry(self, source: Source) -> Prose | None:
        """Return a source as a style of its own lists it; None where none is asked for."""
        if source.reference or source.status == "unresolved":
            return None
        if self.csl:
            return self.csl.entries[source.id]
        if self.citing != "names" and not source.work:
            return None
        work = source.work or Work(
            title=source.name,
            authors=(Name(organisation=source.authors),) if source.authors else (),
            publisher=source.publisher,
            date=source.date,
        )
        from briefgen.compose.works import reference  # noqa: PLC0415 - of a bibliography

        letter = self.letters.get(source.id, "")
        return _with_address(reference(work, self.words, letter=letter), source, work, self.words)

    def ordered(self, entries: Mapping[str, Prose]) -> list[str]:
        """Return the keys of entries in the order in which a list has them."""
        if self.csl:
            return [key for key in self.csl.entries if key in entries]
        return sorted(entries, key=lambda key: _sorted_by(text_of(entries[key])))


def _sorted_by(text: str) -> str:
    """Return text as an alphabet sorts it: without accents, marks and capitals."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if letter.isalnum() or letter == " ")


def _with_address(text: Prose, source: Source, work: Work, words: Words) -> Prose:
    if not source.address:
        return text
    gap = " " if text_of(text).endswith((".", "?", "!")) else ". "
    accessed = words.labels.accessed.format(date=words.date(work.accessed)) if work.accessed else ""
    address = Link(source.address, plain(source.address))
    read = f" ({accessed})" if accessed and not work.doi else ""
    return (*text, Text(gap), address, *plain(read))
