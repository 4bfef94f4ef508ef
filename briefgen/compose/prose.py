"""Markdown tokens into the prose tree, with facts, quotations and acronyms as nodes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.compose.cited_tokens import before_stop, is_citation, without_separators
from briefgen.compose.citing import Citations, Citing
from briefgen.compose.numerals import in_digits, written
from briefgen.compose.terms import (
    expandable,
    is_compound,
    is_spelt_out,
    pattern_of,
    with_script_characters,
)
from briefgen.compose.words import NO_BREAK_SPACE, Words
from briefgen.markup import Token, paragraph, typographic
from briefgen.pattern import late_pattern
from briefgen.types.fact import Fact
from briefgen.types.finding import Bug
from briefgen.types.prose import (
    Acronym,
    Citation,
    Emphasis,
    FactRef,
    Foreign,
    Inline,
    Link,
    Pointer,
    Prose,
    Quoted,
    Strong,
    Subscript,
    Superscript,
    Text,
    text_of,
)
from briefgen.types.reference import Cited
from briefgen.types.supplements import Quotation, Source, Term
from briefgen.types.work import BY_NUMBER, CitationStyle

_SPACES = late_pattern(r"[ \t\n\r]{2,}|[\t\n\r]")
"""Several spaces are one, as a template's empty values leave theirs behind; so is a tab."""

_STOP = late_pattern(r"[.,;:!?…]+")


class ProseReader(Struct, frozen=True, dict=True):
    """Reads prose of one argument in one language. References must have been checked before.

    `expands` says whether acronyms are expanded at first use in text; one that is `quiet` prints no
    source in brackets. `exhibits` are the charts and
    tables that the brief may have, by the facts that each shows. `authors` are the names under
    which the article's own view goes. `met` gathers the terms that
    were read, and `met_bare` those that were read where none is expanded.
    """

    words: Words
    facts: Mapping[str, Fact]
    quotations: Mapping[str, Quotation]
    glossary: Sequence[Term]
    sources: Mapping[str, Source] = field(default_factory=dict)
    citing: Citing = "numbers"
    style: CitationStyle = BY_NUMBER
    expands: bool = True
    quiet: bool = False
    exhibits: Mapping[str, Pointer] = field(default_factory=dict)
    authors: Collection[str] = ()
    met: set[str] = field(default_factory=set)
    met_bare: set[str] = field(default_factory=set)
    _kept: dict[tuple[str, bool], Prose] = field(default_factory=dict)

    def read(self, text: str, *, acronyms: bool = True) -> Prose:
        """Return the tree of one paragraph. Headlines are read without `acronyms`: never expanded.

        Line breaks are spaces. A fact that opens a sentence gets a capital.
        """
        if (prose := self._kept.get((text, acronyms))) is None:
            prose = self._kept[text, acronyms] = self.read_once(text, acronyms=acronyms)
        return prose

    def read_once(self, text: str, *, acronyms: bool = True) -> Prose:
        """Return the same, and keep nothing: of what a content template writes."""
        return written(self._tree(text, acronyms=acronyms), self.facts, self.words)

    def cell(self, text: str, *, acronyms: bool = True) -> Prose:
        """Return the tree of the cell of a table, where no number is written as a word."""
        return in_digits(self._tree(text, acronyms=acronyms), self.facts, self.words)

    def _tree(self, text: str, *, acronyms: bool) -> Prose:
        tokens = paragraph(text, self.words.labels.quotation_marks)
        tokens = with_script_characters(tokens, self.glossary)
        return _Tree(self, expands=acronyms and self.expands).grown(tokens)

    def line(self, text: str) -> Prose:
        """Return the tree of plain text without markup, such as a heading: never expanded."""
        marks = self.words.labels.quotation_marks
        return _Tree(self, expands=False).line(typographic(text, marks))

    @property
    def marks_follow_stops(self) -> bool:
        """Whether what cites stands after a stop or comma, not before it."""
        return self.citing == "numbers" and self.words.labels.marks_follow_stops

    def cited(
        self, sources: Sequence[Cited], place: str | None = None, *, alone: bool = False
    ) -> Prose:
        """Return the citation of some sources, in this reader's style.

        `place` is that of what rests on them as a whole, such as a point or a figure, where it is
        not the spot in prose that cites. A number is `alone` where it is no superior figure.
        """
        return self.citations.cited(sources, place, alone=alone)

    def beyond_place(self, sources: Sequence[Cited]) -> list[Cited]:
        """Return the sources that say more than where the article links them.

        In brackets such a link is named by its place, which stands beside it already.
        """
        if self.citing not in ("brackets", "names"):
            return list(sources)
        return [one for one in sources if self.sources[one.id].status != "unresolved"]

    def named(
        self, sources: Sequence[Cited], place: str | None = None, *, brief: bool = False
    ) -> Prose:
        """Return the short words for sources, each a link where its address is known.

        Of a source without an address all that can be said is where the article links it. What
        rests on it as a whole has a `place` of its own, which is given instead: the article
        says the one here, and links the other there. Where it is `brief`, as in the narrow
        cell of a table, that it is the article goes without saying, and a `place` is always given.
        """
        return self.citations.named(sources, place, brief=brief)

    @cached_property
    def citations(self) -> Citations:
        """What names sources in this reader's manner."""
        return Citations(self.words, self.sources, self.citing, self.style, self.quiet)

    @cached_property
    def quietly(self) -> ProseReader:
        """The reader of what opens a brief, where sources in brackets would be read as text.

        Numbers, and names that lead into a list, are cited there as anywhere.
        """
        bracketed = self.citing in ("brackets", "numbers")
        return replace(self, quiet=True, _kept={}) if bracketed else self

    @cached_property
    def acronym(self) -> re.Pattern[str] | None:
        """The pattern that finds the terms of the glossary."""
        return pattern_of(self.glossary)

    @cached_property
    def terms(self) -> dict[str, Term]:
        """The terms of the glossary."""
        return {term.short: term for term in self.glossary}


class _Tree:
    """The tree of one paragraph while it grows."""

    def __init__(self, reader: ProseReader, *, expands: bool) -> None:
        self.reader = reader
        self.expands = expands
        self.levels: list[list[Inline]] = [[]]
        self.opened: list[Token] = []
        self.cited: list[Cited] = []
        self.places: list[Cited] = []
        self.seen: list[Inline] = []
        self.parted = False

    def line(self, text: str) -> Prose:
        self._text(text)
        return tuple(self.levels[0])

    def grown(self, tokens: Sequence[Token]) -> Prose:
        kept = [*without_separators(tokens)]
        for at, token in enumerate(kept, 1):
            if is_citation(token):
                self.cited.append(Cited(token.meta["id"], token.meta["locator"]))
                continue
            if token.type == "text" and not token.content:
                continue
            self._cite(last=at == len(kept) and bool(_STOP.fullmatch(token.content)))
            match token.type:
                case "text" | "text_special" | "unsupported":
                    self._text(token.content)
                case "softbreak" | "hardbreak":
                    self._text(" ")
                case "reference":
                    self._apart()
                    self._add(self._reference(token.meta["kind"], token.meta["id"]))
                case "subscript":
                    self._add(Subscript(token.content))
                case "superscript":
                    self._add(Superscript(token.content))
                case "strong_open" | "em_open" | "link_open" | "span_open":
                    self._apart()
                    self.levels.append([])
                    self.opened.append(token)
                case "strong_close" | "em_close" | "link_close" | "span_close":
                    children, opened = tuple(self.levels.pop()), self.opened.pop()
                    if children:
                        self.levels[-1].append(_wrapped(opened, children))
                case other:
                    raise Bug(f"a token of type {other} in light Markdown")
        self._cite(last=True)
        return before_stop(tuple(self.levels[0]), self.reader.cited(self.places))

    def _cite(self, *, last: bool) -> None:
        """Cite at one place what is cited there one after another.

        What cites clings to the word before it, or brings its own space; so does nothing. Places
        in the article wait for the end of the paragraph, which is there if this is the `last`.
        """
        if not self.cited:
            return
        self.parted = self._trim()
        if last:
            self.cited, self.places = [*self.places, *self.cited], []
        elif self.reader.citations.only_places(self.cited):
            self.places += self.cited
            self.cited.clear()
        nodes = self.reader.cited(self.cited)
        if not self.seen and nodes and isinstance(nodes[0], Text):
            nodes = (Text(nodes[0].text.lstrip()), *nodes[1:])
        for node in nodes:
            self._add(node)
        self.cited.clear()

    def _trim(self) -> bool:
        """Take away the spaces before a citation, and return whether there were any."""
        for level in reversed(self.levels):
            if not level:
                continue
            last = level[-1]
            if not isinstance(last, Text) or not last.text.endswith((" ", NO_BREAK_SPACE)):
                return False
            kept = last.text.rstrip(f" {NO_BREAK_SPACE}")
            at = max(n for n, node in enumerate(self.seen) if node is last)
            level[-1:] = self.seen[at : at + 1] = [Text(kept)] if kept else []
            return True
        return False

    def _apart(self) -> None:
        """Set off from the word before a citation what stands directly after it."""
        if self.parted:
            self.parted = False
            self._add(Text(" "))

    def _add(self, node: Inline) -> None:
        self.levels[-1].append(node)
        self.seen.append(node)

    def _reference(self, kind: str, key: str) -> Inline:
        if kind == "#":
            return FactRef(key, self.reader.words.amount(self.reader.facts[key]))
        quotation = self.reader.quotations[key]
        opening, closing = self.reader.words.labels.quotation_marks[:2]
        inner = self.reader.words.labels.quotation_marks[2:]
        text = typographic(quotation.text, (*inner, *inner))
        return Quoted(key, opening, text, closing, quotation.language)

    def _after_stop(self, text: str) -> str:
        """Set the stop that text begins with before a citation, and return what is left."""
        level = self.levels[-1]
        if not (level and isinstance(level[-1], Citation) and self.reader.marks_follow_stops):
            return text
        stop = _STOP.match(text)
        if stop:
            level.insert(-1, Text(stop[0]))
            self.seen.append(level[-2])
            return text[stop.end() :]
        return text

    def _without_second_stop(self, text: str) -> str:
        """Take away the stop behind a quotation that ends with one, its citations left out."""
        before = [node for node in self.seen if not isinstance(node, Citation)][-1:]
        if before and isinstance(before[0], Quoted) and _ENDS.search(before[0].text):
            return _FULL_STOP.sub("", text)
        return text

    def _is_quoted(self, text: str) -> bool:
        """Whether what follows a text stands in quotation marks that end as an apostrophe does."""
        *_, opening, closing = self.reader.words.labels.quotation_marks
        _, opened, since = (text_of(tuple(self.seen)) + text).rpartition(opening)
        return bool(opened) and not re.search(rf"{re.escape(closing)}(?!\w)", since)

    def _text(self, text: str) -> None:
        text = self._after_stop(self._without_second_stop(_SPACES.sub(" ", text)))
        if self.parted and text:
            self.parted = False
            text = f" {text}" if text[0].isalnum() else text
        if not self.seen:
            text = text.lstrip(" ")
        figure = "5" if self.seen and isinstance(self.seen[-1], FactRef) else ""
        text = self.reader.words.unbroken(figure + text).removeprefix(figure)
        pattern = self.reader.acronym
        end = 0
        for found in pattern.finditer(text) if pattern else ():
            acronym, last = self._acronym(text, found)
            start = found.start() - len(acronym.article)
            if start > end:
                self._add(Text(text[end:start]))
            self._add(acronym)
            end = last
        if text[end:]:
            self._add(Text(text[end:]))

    def _acronym(self, text: str, found: re.Match[str]) -> tuple[Acronym, int]:
        """Return a term that was found in a text, with the article before it, and its end."""
        term = self.reader.terms[found[1]]
        suffix, end, before = found[2], found.end(), text[: found.start()]
        spelt = is_spelt_out(term, before, text[found.end() :])
        bare = term.plain or not self.expands or spelt or is_compound(text, *found.span())
        self.reader.met.add(term.short)
        if bare and not term.plain and not spelt:
            self.reader.met_bare.add(term.short)
        if suffix.startswith("s") and suffix != "s" and self._is_quoted(before):
            suffix, end = "s", end - 1
        if bare:
            return Acronym(term.short, term.long, suffix, bare), end
        # Behind a figure or a quotation, which is no text, no sentence begins.
        stands_behind = before if before.strip() or not self.seen else f"\ufffc{before}"
        around = stands_behind, text[end:]
        return expandable(term, suffix, around, self.reader.words.language), end


_ENDS = late_pattern(r"[.!?\u2026]$")
_FULL_STOP = late_pattern(r"^\.(?=\s|$)")
"""What ends a quotation, and the stop of a sentence directly behind it."""


def _wrapped(token: Token, children: Prose) -> Inline:
    match token.type:
        case "strong_open":
            return Strong(children)
        case "em_open":
            return Emphasis(children)
        case "span_open":
            return Foreign(token.meta["language"], children)
        case _:
            return Link(str(token.attrs["href"]), children)
