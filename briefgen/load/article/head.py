"""What stands above the body of an article: title, standfirst, authors, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from briefgen.languages.source_words import SourceWords
from briefgen.languages.written_dates import whole_date, written_dates
from briefgen.load.article.blocks import Block, Metadata
from briefgen.load.article.boilerplate import is_prose
from briefgen.pattern import late_pattern

STANDFIRST_WORDS, NAME_WORDS, HEAD_BLOCKS = 9, 5, 12
ORGANISATION_WORDS, SMALL_LETTERS = 10, 3
"""Words of the shortest standfirst and of the longest name; blocks among which the head is."""

_NAME = late_pattern(
    r"(?:[^\W\d_a-z][\w'\u2019.-]*|de|da|di|dei?|del|dell[ao]|degli|der|van|von|la|le|lo|bin|al|el|y|e)"
)
LINE_WORDS, OTHER_WORDS, BESIDE_NAMES, NEAR = 24, 6, 4, 4
"""Words of the longest line about the article, and those in it that are no name and no date, with
more where it has both; blocks behind a standfirst among which such a line stands."""

_NUMBERED = late_pattern(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.|[A-Z]\.)\s+\S")
"""The number of a heading of the text, and what follows."""

_BETWEEN = late_pattern(r"\s*[|\u2022\u00b7]\s*")
_MARKS = late_pattern(r"[*\u2217\u2020\u2021+#$\u00a7]+(?=\s*(?:,|and\b|$))|\s+(?=,)")
"""Signs behind a name that lead to where its bearer works."""

_BRACKETED = late_pattern(r"\([^()]*\)")
_NUMERIC = late_pattern(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
"""A date in figures, the day first, as all but English writes it."""

_NOT_NAMES_WORDS = """
    updated published posted modified last aktualisiert veröffentlicht publié mis mise publicado
    actualizado aggiornato pubblicato
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
_SENTENCE_END = late_pattern(r"[.!?\u2026][\"'\u201d\u2019\u00bb)]*$")


class Head(Struct, frozen=True):
    """What was found above the body; `used` are the places of its blocks, by what they are."""

    metadata: Metadata
    used: dict[int, str]


def head_of(blocks: Sequence[Block], said: Metadata, words: SourceWords, language: str) -> Head:
    """Return what stands above the body. What the page shows counts more than what its file says.

    The title is the first heading of the highest level there. A heading that is a sentence, or a
    paragraph that is all bold or italic, is the standfirst; a line of names is the byline where it
    says so ("By …") or stands beside the date; a line of a date is that of the article. A paragraph
    right before such a line is the standfirst, too.
    """
    finder = _Finder(words, language, said)
    finder.find(blocks)
    return Head(finder.metadata, finder.used)


class _Finder:
    def __init__(self, words: SourceWords, language: str, said: Metadata) -> None:
        self.words, self.language, self.metadata = words, language, said
        self.used: dict[int, str] = {}
        self.before_line: int | None = None

    def find(self, blocks: Sequence[Block]) -> None:
        zone = self._zone(blocks)
        title = self._title(blocks, zone)
        if title is not None:
            self.used[title] = "title"
            self._is_title(blocks[title].text)
        rest = [place for place in zone if place != title]
        for place in rest:
            self._date_or_byline(place, blocks[place])
        self._bare_names(blocks, rest)
        self._standfirst(blocks, rest)

    def _zone(self, blocks: Sequence[Block]) -> list[int]:
        """Return the places of the first blocks, up to the first plain paragraph of the body."""
        zone: list[int] = []
        for place, block in enumerate(blocks):
            if block.aside or block.kind == "rule":
                continue
            body = block.kind != "heading" and is_prose(block) and not _is_set_off(block)
            if len(zone) == HEAD_BLOCKS:
                break
            if body and not self._is_line(block):
                if self.before_line is not None or not self._line_follows(blocks, place):
                    break
                self.before_line = place if _SENTENCE_END.search(block.text) else NOWHERE
            zone.append(place)
        return zone

    def _is_line(self, block: Block) -> bool:
        """Whether a block is a short line about the article, however it ends."""
        if self._said(block.text):
            return True
        return len(block.text.split()) <= HEAD_BLOCKS and bool(
            whole_date(block.text, self.language) or self.words.byline.match(block.text)
        )

    def _line_follows(self, blocks: Sequence[Block], place: int) -> bool:
        """Whether a line of author and date follows a paragraph, with no other one between."""
        for block in blocks[place + 1 : place + 1 + NEAR]:
            if block.aside or block.kind in ("rule", "caption"):
                continue
            if block.kind != "heading" and self._said(block.text):
                return True
            if block.kind == "heading" or is_prose(block):
                return False
        return False

    def _said(self, text: str) -> tuple[tuple[str, ...], str | None] | None:
        """Return the authors and the date that a line gives; None where it says something else."""
        if len(text.split()) > LINE_WORDS:
            return None
        names: tuple[str, ...] = ()
        date: str | None = None
        others = 0
        for part in _BETWEEN.split(_BRACKETED.sub("", text)):
            dates = [(one.start, one.end, one.date) for one in written_dates(part, self.language)]
            dates += self._numeric(part)
            rest = part
            for start, end, _ in sorted(dates, reverse=True):
                rest = f"{rest[:start]} 0 {rest[end:]}"
            if byline := self.words.byline.match(rest):
                found = self._leading_names(rest[byline.end() :])
                names = names or found
                rest = rest[byline.end() :] if found else rest
                others -= sum(len(name.split()) for name in found)
            days = [each[2] for each in dates if each[2].count("-") == FULL]
            date = date or next(iter(days), None)
            others += sum(word.isalpha() and not word.isupper() for word in _words(rest))
        most = OTHER_WORDS + BESIDE_NAMES * bool(names) if date or len(names) > 1 else 0
        return (names, date) if (names or date) and others <= most else None

    def _numeric(self, text: str) -> list[tuple[int, int, str]]:
        if self.language.startswith("en"):
            return []
        return [
            (*found.span(), f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}")
            for found in _NUMERIC.finditer(text)
            if 1 <= int(found[2]) <= 12 and 1 <= int(found[1]) <= 31  # noqa: PLR2004
        ]

    def _leading_names(self, text: str) -> tuple[str, ...]:
        """Return the names that a text begins with, up to a word that is part of none."""
        names = []
        for part in self.words.between_names.split(text):
            words = part.split()
            name = [*takewhile(_is_of_name, words)]
            if not _is_name(" ".join(name)):
                break
            names.append(" ".join(name).strip(" ."))
            if len(name) < len(words):
                break
        return tuple(names)

    def _title(self, blocks: Sequence[Block], zone: list[int]) -> int | None:
        """Return the place of the title: what the file calls so, else the highest heading.

        A numbered heading is one of the text, and so is every other one in a text of such.
        """
        headings = [place for place in zone if blocks[place].kind == "heading"]
        headings = [place for place in headings if not _is_sentence(blocks[place])]
        said = " ".join((self.metadata.title or "").split()).casefold()
        named = [place for place in zone if said and blocks[place].text.casefold() == said]
        if not named and (within := [p for p in headings if _is_within(blocks[p].text, said)]):
            named = within
        found = named or [place for place in headings if not self._is_numbered(blocks[place].text)]
        if not found:
            return None
        best = min(found, key=lambda place: blocks[place].level)
        is_section = not named and blocks[best].level > 1 and len(said.split()) >= SEVERAL
        return None if is_section else best

    def _is_numbered(self, text: str) -> bool:
        dated = any(one.start == 0 for one in written_dates(text[:40], self.language))
        return bool(_NUMBERED.match(text)) and not dated

    def _is_title(self, text: str) -> None:
        """Take a heading for the title; a date that it begins with is that of the article."""
        opens = next(iter(written_dates(text, self.language)), None)
        rest = text[opens.end :].strip(" :,|-") if opens and opens.start == 0 else ""
        if opens and opens.date.count("-") == FULL and len(rest.split()) >= NAME_WORDS:
            self.metadata = replace(self.metadata, date=self.metadata.date or opens.date)
            text = rest
        self.metadata = replace(self.metadata, title=text)

    def _date_or_byline(self, place: int, block: Block) -> None:
        text = block.text
        if block.kind != "heading" and (said := self._said(text)):
            names, date = said
            if any(known in text for known in self.metadata.authors):
                self.used[place] = "byline"
            elif names:
                self._is_byline(place, names)
            self.used.setdefault(place, "date")
            if self.metadata.date is None:
                self.metadata = replace(self.metadata, date=date)
            return
        if len(text.split()) > HEAD_BLOCKS:
            return
        bare = text.strip(" :").casefold()
        is_line = block.kind != "heading"
        if is_line and (bare in _NOT_NAMES or self.words.author_heading.fullmatch(bare)):
            self.used.setdefault(place, "date")  # a label, with what it is of on the next line
            return
        date = whole_date(text, self.language)
        byline = self.words.byline.match(text)
        if byline:
            names = self._names(text[byline.end() :])
            if names:
                self._is_byline(place, names)
        if date:
            self.used.setdefault(place, "date")
            if self.metadata.date is None or len(date) > len(self.metadata.date):
                self.metadata = replace(self.metadata, date=date)

    def _names(self, text: str) -> tuple[str, ...]:
        """Return the names of a list of names; what follows the last, such as a date, is none."""
        names = []
        for part in self.words.between_names.split(text):
            if not _is_name(part):
                break
            names.append(part.strip(" ."))
        return tuple(names)

    def _is_byline(self, place: int, names: tuple[str, ...]) -> None:
        self.used[place] = "byline"
        self.metadata = replace(self.metadata, authors=names)

    def _bare_names(self, blocks: Sequence[Block], zone: list[int]) -> None:
        """Take a line of names beside the date, or one that the file says, for the byline."""
        if "byline" in self.used.values():
            return
        known = {name.casefold() for name in self.metadata.authors}
        dated = [place for place, what in self.used.items() if what == "date"]
        beside = {place + step for place in dated for step in (-1, 1)}
        for place in zone:
            names = self._names(_MARKS.sub("", blocks[place].text))
            if place in beside and _is_organisation(blocks[place].text):
                names = (blocks[place].text.strip(" ."),)
            whole = "".join(names) and len("".join(names)) >= len(blocks[place].text) * 0.6
            if place in self.used or not whole:
                continue
            is_list = len(names) >= SEVERAL
            if place in beside or is_list or any(name.casefold() in known for name in names):
                self._is_byline(place, names)
                return

    def _standfirst(self, blocks: Sequence[Block], zone: list[int]) -> None:
        for place in zone:
            block = blocks[place]
            if place in self.used or len(block.text.split()) < STANDFIRST_WORDS:
                continue
            set_off = place == self.before_line or _is_set_off(block)
            if _is_sentence(block) or (block.kind == "paragraph" and set_off):
                self.used[place] = "standfirst"
                if self.metadata.subtitle is None:
                    self.metadata = replace(self.metadata, subtitle=block.text)
                return


def _is_within(text: str, title: str) -> bool:
    """Whether the title that a file gives begins with a heading, or ends in it."""
    own = text.casefold()
    return len(own.split()) >= SEVERAL and (title.startswith(own) or title.endswith(own))


def _is_sentence(block: Block) -> bool:
    words = len(block.text.split())
    return (
        block.kind == "heading"
        and words >= STANDFIRST_WORDS
        and bool(_SENTENCE_END.search(block.text))
        and not block.text.endswith("?")
    )


def is_bold(block: Block) -> bool:
    """Whether all of a block is bold."""
    return all(piece.bold for piece in block.pieces if piece.text.strip())


def _is_set_off(block: Block) -> bool:
    """Whether all of a block is bold, or all of it italic."""
    pieces = [piece for piece in block.pieces if piece.text.strip()]
    return is_bold(block) or all(piece.italic for piece in pieces)


SEVERAL = 3
"""Names that are a byline wherever they stand above the body."""

NOWHERE = -1
FULL = 2
"""Hyphens of a date to the day."""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _is_of_name(word: str) -> bool:
    return bool(_NAME.fullmatch(word)) and word.casefold().strip(".") not in _NOT_NAMES


def _is_organisation(text: str) -> bool:
    """Whether a line is the name of a body: capitals, and small words between them."""
    words = text.strip().split()
    small = [word for word in words if not _NAME.fullmatch(word)]
    between = all(word.islower() and len(word) <= SMALL_LETTERS for word in small)
    named = text[:1].isupper() and not _SENTENCE_END.search(text)
    return named and between and bool(small) and len(words) <= ORGANISATION_WORDS


def _is_name(text: str) -> bool:
    words = text.strip(" .").split()
    return 2 <= len(words) <= NAME_WORDS and all(_NAME.fullmatch(word) for word in words)  # noqa: PLR2004
