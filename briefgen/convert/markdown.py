"""An argument as Markdown: points with their forms, and lists beside them."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterator
from typing import Any

from briefgen.convert.records import RECORDS, record
from briefgen.convert.words import attributes, joined, wrapped
from briefgen.convert.yaml import plain_data, yaml_of
from briefgen.types.argument import Argument, Part
from briefgen.types.point import Attribution, Modality, Point, referred

PARTS = (*(part.value for part in Part), *RECORDS)
"""What stands in the text, unless it has no form there."""

_PRIORITIES = 5
_LEVEL = {Part.NOT_SAID: "editor"}


def markdown_of(argument: Argument, in_front: Collection[str] = ()) -> str:
    """Return an argument as Markdown; the parts that are named stand in the front matter."""
    data = plain_data(argument)
    data.pop("briefgen")
    headings = dict(data.pop("headings", {}))
    written = parts_of(argument, in_front)
    body = [line for part in written for line in _part(argument, part, headings.pop(part, None))]
    front = {key: value for key, value in data.items() if key not in written}
    if headings:
        front["headings"] = headings
    return "\n".join(["---", yaml_of(front).rstrip(), "---", *body, ""])


def parts_of(argument: Argument, in_front: Collection[str] = ()) -> list[str]:
    """Return the parts that stand in the text, in its order."""
    return [part for part in PARTS if getattr(argument, part) and part not in in_front]


def _part(argument: Argument, part: str, heading: str | None) -> Iterator[str]:
    if part == Part.THESIS:
        held = attributes([("#", argument.thesis.id), *_of_point(argument.thesis, 1, "author")])
        yield from _headed("#", argument.thesis.forms.headline, held.replace("{", "{.thesis ", 1))
        yield from _texts(argument.thesis)
        return
    name = part.replace("_", " ").capitalize()
    own = f"# {heading} {{.{part}}}" if heading else f"# {name}"
    yield from ["", own]
    if part in RECORDS:
        for entry in getattr(argument, part):
            yield from record(entry, argument.article.language)
        return
    author = _LEVEL.get(Part(part), "author")
    for number, point in enumerate(argument.points(Part(part)), 1):
        held = attributes([("#", point.id), *_of_point(point, number, author)])
        yield ""
        yield from _headed("##", point.forms.headline, held)
        yield from _texts(point)


def _headed(mark: str, headline: str, held: str) -> Iterator[str]:
    """Yield a heading with its attributes: behind it, or below where the line is full."""
    line = f"{mark} {headline} {held}"
    if len(line) <= 100 or mark == "#":  # noqa: PLR2004
        yield line
        return
    yield f"{mark} {headline}"
    yield from textwrap.wrap(held, 100, break_long_words=False, break_on_hyphens=False)


def _of_point(point: Point, number: int, author: str) -> Iterator[tuple[str, Any]]:
    if point.priority != min(number, _PRIORITIES):
        yield "priority", point.priority
    yield "at", point.locator
    held = point.attribution
    if held != Attribution(by=author):
        yield "by", held.by
        yield "source", held.source
        yield "name", held.name
    if point.modality is not Modality.STATED:
        yield "modality", point.modality.value
    texts = (*point.forms.detail, *point.forms.more, point.forms.summary or "")
    if point.evidence != referred(texts):
        yield "evidence", joined(point.evidence) or '""'
    yield "pin", point.pin
    if point.exclude:
        yield ".exclude", ""
    for name in ("uncertainty", "held_by", "disputed_by", "counter_position"):
        yield name, getattr(point, name, None)


def _texts(point: Point) -> Iterator[str]:
    forms = point.forms
    if forms.summary:
        yield from wrapped(forms.summary)
    for text in forms.more:
        yield from ["", *wrapped(text)]
    if forms.detail:
        yield from ["", "### detail", *_paragraphs(forms.detail)]
    for audience, wording in point.wording.items():
        colon = f": {wording.headline}" if wording.headline else ""
        if colon or wording.summary or wording.more:
            yield from ["", f"### {audience}{colon}"]
            texts = (wording.summary, *wording.more) if wording.summary else wording.more
            yield from _paragraphs(texts)
        if wording.detail:
            yield from ["", f"### {audience} detail", *_paragraphs(wording.detail)]


def _paragraphs(texts: Collection[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        if number:
            yield ""
        yield from wrapped(text)
