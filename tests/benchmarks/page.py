"""The one page as its peers are given it: the same words, in the same places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import briefgen
from briefgen.types.block import Heading, KeyFigures, Paragraph, Timeline
from briefgen.types.brief import BriefSection
from briefgen.types.prose import Prose, runs
from briefgen.types.role import Role

Kind = Literal["title", "byline", "bottom-line", "heading", "text", "bullet", "figure", "event"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, a heading, a key figure (value, then label) or an event (date, then text)."""

    kind: Kind
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The items of each frame in reading order, and the headers_footers."""

    language: str
    title: str
    author: str
    masthead: tuple[str, str]
    footer: str
    head: tuple[Item, ...]
    main: tuple[Item, ...]
    side: tuple[Item, ...]
    foot: tuple[Item, ...]


def page_of(brief: briefgen.Brief) -> Page:
    """Return what a one-page brief prints."""
    content = brief._made.fitted.content
    frames: dict[str, list[Item]] = {"head": [], "main": [], "side": [], "foot": []}
    for section in content.sections:
        frames[section.frame] += _items(section)
    values = content.header_footer.values
    return Page(
        content.metadata.language,
        content.metadata.title,
        content.metadata.author,
        (values["organisation"] or values["kind"], values["position"]),
        values["position"],
        *(tuple(frames[frame]) for frame in ("head", "main", "side", "foot")),
    )


def _items(section: BriefSection) -> Iterable[Item]:
    if section.heading:
        yield Item("heading", _words(section.heading.prose))
    for block in section.blocks:
        match block:
            case Heading():
                yield Item("title", _words(block.prose))
            case Paragraph():
                yield Item(_kind(block), _words(block.prose))
            case KeyFigures():
                for figure in block.figures:
                    yield Item("figure", (Words(figure.value, bold=True), *_words(figure.label)))
            case Timeline():
                for moment in block.moments:
                    when = Words(f"{moment.when}  ", bold=True)
                    yield Item("event", (when, *_words(moment.prose)))
            case _:
                raise AssertionError(f"the one page prints a {type(block).__name__}")


def _kind(block: Paragraph) -> Kind:
    if block.item:
        return "bullet"
    kinds: dict[Role, Kind] = {Role.BYLINE: "byline", Role.BOTTOM_LINE: "bottom-line"}
    return kinds.get(block.role, "text")


def _words(prose: Prose) -> tuple[Words, ...]:
    return tuple(Words(run.text, run.bold) for run in runs(prose))
