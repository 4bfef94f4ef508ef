"""Timeline, quotations, sources and terms of an article as lists in Markdown, to be kept or struck.

What has no form there, such as words with brackets in them, is left for the front matter.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.pattern import late_pattern
from briefgen.types.date import PartialDate
from briefgen.types.source_text import EVENT, Proposals, ProposedEvent

_PLAIN = late_pattern(r"[^\[\]{}<>|\\`\"“”*_~^\n]+")
_ADDRESS = late_pattern(r"https?://[^\s()<>\"]+")
_VAGUE = frozenset({"year", "fiscal"})
"""A year alone is most often that of a figure: such dates stand beside their paragraph only."""

WIDTH = 96
"""Characters of a line of the article in a comment."""

LONGEST_TERM, LONGEST_QUOTATION = 40, 240
"""Characters that the fields of an argument hold."""

TERM_WORDS = 2
"""Words in quotation marks that may be a name or a term, where no person is said to say them."""


def in_text(proposals: Proposals, names: dict[str, str]) -> tuple[Proposals, list[str]]:
    """Return what is left for the front matter, and the lines of what stands in the text.

    `names` are the headings of the parts.
    """
    quotations = [each for each in proposals.quotations if _quotable(each.text, each.speaker)]
    sources = [
        each
        for each in proposals.sources
        if not each.is_bold
        and _PLAIN.fullmatch(each.words)
        and (each.address is None or _ADDRESS.fullmatch(each.address))
    ]
    terms = [
        each
        for each in proposals.terms
        if len(each.short) <= LONGEST_TERM and _PLAIN.fullmatch(f"{each.short}{each.long}")
    ]
    published = PartialDate(proposals.source.date) if proposals.source.date else None
    parts = {
        "timeline": _commented(
            [line for each in proposals.events for line in _event(each, published)]
        ),
        "quotations": [
            f"- {each.text} {{#{each.id} {_by(each.speaker)} {_at(each.locator)}}}"
            for each in quotations
        ],
        "sources": [
            f"- [{each.words}]({each.address or ''}) {{#{each.id} {_at(each.locator)}}}"
            for each in sources
        ],
        "glossary": [f"- {each.short}: {each.long}" for each in terms],
    }
    lines: list[str] = []
    for part, entries in parts.items():
        if entries:
            lines += [f"# {names[part]}", *entries, ""]
    left = replace(
        proposals,
        quotations=tuple(each for each in proposals.quotations if each not in quotations),
        sources=tuple(each for each in proposals.sources if each not in sources),
        terms=tuple(each for each in proposals.terms if each not in terms),
    )
    return left, lines


def _commented(events: list[str]) -> list[str]:
    """Return events in a comment, from which those that matter are taken: an article has many."""
    return ["<!-- take out of this comment what is a key date", *events, "-->"] if events else []


def _quotable(text: str, speaker: str | None) -> bool:
    """Whether words are a quotation that an argument can hold whole, and no name or term."""
    whole = len(text) <= LONGEST_QUOTATION and _PLAIN.fullmatch(f"{text}{speaker or ''}")
    return bool(whole) and not is_term(text, speaker) and ": " not in text


def is_term(text: str, speaker: str | None) -> bool:
    """Whether words in quotation marks may be a name or a term: no person is said to say them."""
    names_nobody = speaker is None or speaker == speaker.lower()
    return len(text.split()) <= TERM_WORDS and names_nobody


def _by(speaker: str | None) -> str:
    return f'speaker="{speaker}"' if speaker else ".unnamed"


def _at(locator: str) -> str:
    return f'at="{locator}"'


def _event(event: ProposedEvent, published: PartialDate | None) -> Iterator[str]:
    """Yield an event whose words are still to be written, with the article's below it."""
    date = PartialDate(event.date)
    if date.precision in _VAGUE:
        return
    planned = ", planned" if published and date.first > published.last else ""
    computed = f'; computed from "{event.words}"' if event.is_computed else ""
    sentence = event.sentence.replace("-->", "-- >").replace("<!--", "<! --")
    yield f"- {event.date}{planned}: {EVENT} {{{_at(event.locator)}}}"
    yield from textwrap.wrap(
        f"{' '.join(sentence.split())}{computed}",
        WIDTH,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


LONGEST = 32
_LETTERS = {"\u2019": " ", "'": " ", "\u0153": "oe", "\u00e6": "ae", "\u00df": "ss", "\u00d8": "o"}


class Ids(Struct):
    """Gives ids of lower-case words and hyphens, numbered where words come again."""

    given: dict[str, int] = field(default_factory=dict)

    def of(self, words: str, kind: str, *, words_most: int = 4) -> str:
        """Return an id made of the first words of a text, or of its kind where it has none."""
        for ligature, letters in _LETTERS.items():
            words = words.replace(ligature, letters)
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        found = re.findall(r"[a-z0-9]+", re.sub(r",(?=\d{3})", "", plain))[:words_most]
        name = "-".join(found)[:LONGEST].strip("-") or kind
        if name[0].isdigit():
            name = f"{kind}-{name}"
        count = self.given[name] = self.given.get(name, 0) + 1
        return name if count == 1 else f"{name}-{count}"
