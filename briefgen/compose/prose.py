"""Markdown tokens into the prose tree, with facts, quotations and acronyms as nodes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefgen.compose.markdown import Token, markdown
from briefgen.compose.words import Words
from briefgen.types.apparatus import Quotation, Term
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
    Prose,
    Quoted,
    Strong,
    Text,
    text_of,
)

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


@dataclass(frozen=True)
class Reader:
    """Reads prose of one argument in one language. References must have been checked before."""

    words: Words
    facts: Mapping[str, Fact]
    quotations: Mapping[str, Quotation]
    glossary: Sequence[Term]

    def read(self, text: str, *, acronyms: bool = True) -> Prose:
        """Return the tree of one paragraph. Headlines are read without `acronyms`: never expanded.

        Line breaks are spaces. A fact that opens a sentence gets a capital.
        """
        parser = markdown(self.words.labels.quotation_marks)
        tokens = parser.parseInline(text)[0].children or []
        return self.tree(tokens, acronyms=acronyms)

    def tree(self, tokens: Sequence[Token], *, acronyms: bool = True) -> Prose:
        """Return the tree of the inline tokens of one paragraph."""
        return _Tree(self, acronyms=acronyms).grown(tokens)

    @cached_property
    def acronym(self) -> re.Pattern[str] | None:
        """The pattern that finds the acronyms of the glossary, longest first."""
        shorts = sorted((term.short for term in self.glossary if not term.plain), key=len)
        if not shorts:
            return None
        words = "|".join(re.escape(short) for short in reversed(shorts))
        return re.compile(rf"(?<![\w’'-])({words})((?:[’']s|s)?)(?![\w-])")

    @cached_property
    def longs(self) -> dict[str, str]:
        """What each acronym stands for."""
        return {term.short: term.long for term in self.glossary}


class _Tree:
    """The tree of one paragraph while it grows."""

    def __init__(self, reader: Reader, *, acronyms: bool) -> None:
        self.reader = reader
        self.acronyms = acronyms
        self.levels: list[list[Inline]] = [[]]
        self.opened: list[Token] = []
        self.printed = ""

    def grown(self, tokens: Sequence[Token]) -> Prose:
        for token in tokens:
            match token.type:
                case "text" | "text_special":
                    self._text(token.content)
                case "softbreak" | "hardbreak":
                    self._text(" ")
                case "reference":
                    self._add(self._reference(token.meta["kind"], token.meta["id"]))
                case "strong_open" | "em_open" | "link_open" | "span_open":
                    self.levels.append([])
                    self.opened.append(token)
                case "strong_close" | "em_close" | "link_close" | "span_close":
                    children = tuple(self.levels.pop())
                    self.levels[-1].append(_wrapped(self.opened.pop(), children))
                case other:
                    raise Bug(f"a token of type {other} in light Markdown")
        return tuple(self.levels[0])

    def _add(self, node: Inline) -> None:
        self.levels[-1].append(node)
        self.printed += text_of((node,))

    def _reference(self, kind: str, key: str) -> Inline:
        if kind == "@":
            return Citation((key,))
        if kind == "#":
            start = not self.printed.strip() or bool(_SENTENCE_END.search(self.printed))
            fact = self.reader.facts[key]
            return FactRef(key, self.reader.words.in_prose(fact, sentence_start=start))
        quotation = self.reader.quotations[key]
        opening, closing = self.reader.words.labels.quotation_marks[:2]
        text = quotation.text.replace("'", "’")
        return Quoted(key, opening, text, closing, quotation.language)

    def _text(self, text: str) -> None:
        pattern = self.reader.acronym if self.acronyms else None
        end = 0
        for found in pattern.finditer(text) if pattern else ():
            if found.start() > end:
                self._add(Text(text[end : found.start()]))
            short = found[1]
            self._add(Acronym(short, self.reader.longs[short], found[2]))
            end = found.end()
        if text[end:]:
            self._add(Text(text[end:]))


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
