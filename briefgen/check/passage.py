"""The prose of an argument: its passages with their paths, its sentences and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel

from briefgen.cache import Same, kept
from briefgen.languages import conventions
from briefgen.markup import BlockText, blocks, words_in
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument, Part
from briefgen.types.base import ProseMark
from briefgen.types.point import ContestedPoint, Form, Forms, Point, Recommendation, Wording
from briefgen.types.source_map import Path


class Passage(Struct, frozen=True):
    """A stretch of prose that is read in one go.

    `point` and `form` are set where it is a form of a point; `audience` where it is a form for
    one audience only; `opens` where nothing of the same form stands before it. `text_line` is the
    line on which it begins in a text of several blocks. What is `tabular` is a row of a table: no
    sentence.
    """

    path: Path
    text: str
    point: Point | None = None
    form: Form | None = None
    audience: str | None = None
    opens: bool = True
    text_line: int | None = None
    tabular: bool = False

    @property
    def whole(self) -> Path:
        """The path of the whole form: paragraphs of one detail have the same."""
        return self.path[:-1] if isinstance(self.path[-1], int) else self.path


def points(argument: Argument) -> Iterator[tuple[Path, Point]]:
    """Return every point with its path, in the argument's order."""
    for part in Part:
        for number, point in enumerate(argument.points(part)):
            yield (part.value,) if part is Part.THESIS else (part.value, number), point


def passages(argument: Argument) -> Iterator[Passage]:
    """Return every passage of prose, in the argument's order."""
    for path, point in points(argument):
        yield from _forms((*path, "forms"), point, point.forms, None)
        for audience, wording in point.wording.items():
            yield from _forms((*path, "wording", audience), point, wording, audience)
        if point.uncertainty:
            yield Passage((*path, "uncertainty"), point.uncertainty)
        if isinstance(point, ContestedPoint):
            yield Passage((*path, "counter_position"), point.counter_position)
        if isinstance(point, Recommendation) and point.cost:
            yield Passage((*path, "cost"), point.cost)
    for number, event in enumerate(argument.timeline):
        yield Passage(("timeline", number, "text"), event.text)
        if event.detail:
            yield Passage(("timeline", number, "detail"), event.detail)
    for number, term in enumerate(argument.glossary):
        if term.note:
            yield Passage(("glossary", number, "note"), term.note)
    for number, note in enumerate(argument.notes):
        if note.says:
            yield Passage(("notes", number, "says"), note.says, opens=False)
        yield from _pieces(Passage(("notes", number, "text"), note.text))


def _forms(
    path: Path, point: Point, forms: Forms | Wording, audience: str | None
) -> Iterator[Passage]:
    if forms.headline:
        yield Passage((*path, "headline"), forms.headline, point, Form.HEADLINE, audience)
    if forms.takeaway:
        yield Passage((*path, "takeaway"), forms.takeaway, point, Form.SUMMARY, audience)
    if forms.summary:
        yield Passage((*path, "summary"), forms.summary, point, Form.SUMMARY, audience)
    for number, paragraph in enumerate(forms.more):
        way = (*path, "more", number)
        yield from _pieces(Passage(way, paragraph, point, Form.DETAIL, audience, opens=False))
    for number, paragraph in enumerate(forms.detail):
        way = (*path, "detail", number)
        yield from _pieces(Passage(way, paragraph, point, Form.DETAIL, audience, opens=not number))


def _pieces(whole: Passage) -> Iterator[Passage]:
    """Yield the paragraphs, items and rows of a longer text, each as a passage."""
    found = blocks(whole.text)
    if len(found) == 1 and isinstance(found[0], BlockText) and found[0].text == whole.text:
        yield whole
        return
    opens = whole.opens
    for block in found:
        if isinstance(block, BlockText):
            yield replace(whole, text=block.text, text_line=block.line, opens=opens)
        else:
            if block.caption:
                text, line = block.caption
                yield replace(whole, text=text, text_line=line, opens=False)
            for row in (block.header, *block.rows):
                text = " | ".join(cell.text for cell in row)
                line = row[0].line
                yield replace(whole, text=text, text_line=line, opens=False, tabular=True)
        opens = False


def prose_texts(argument: Argument) -> list[tuple[Path, str]]:
    """Return every text in which Markdown and references are read, with its path.

    That is all of `passages` and the short texts beside them, such as a fact's label: what has
    `ProseMark` in its type.
    """
    return [(path, text) for path, text, _ in marked_texts(argument)]


def marked_texts(argument: Argument) -> tuple[tuple[Path, str, ProseMark], ...]:
    """Return the same, each with what its type says of it."""
    return _texts(Same(argument))[1]


def texts(argument: Argument) -> tuple[tuple[Path, str], ...]:
    """Return every text of an argument, prose or not, with its path."""
    return _texts(Same(argument))[0]


@kept(2)
def _texts(
    same: Same[Argument],
) -> tuple[tuple[tuple[Path, str], ...], tuple[tuple[Path, str, ProseMark], ...]]:
    found: list[tuple[Path, str, ProseMark | None]] = []
    _gather(same.held, (), None, found)
    return (
        tuple((path, text) for path, text, _ in found),
        tuple((path, text, mark) for path, text, mark in found if mark),
    )


def _gather(
    value: object,
    path: Path,
    mark: ProseMark | None,
    found: list[tuple[Path, str, ProseMark | None]],
) -> None:
    if isinstance(value, str):
        found.append((path, value, mark))
    elif isinstance(value, BaseModel):
        marked = _marked_fields(type(value))
        for name, item in value.__dict__.items():
            if item is not None:
                _gather(item, (*path, name), marked.get(name), found)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _gather(item, (*path, number), mark, found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _gather(item, (*path, key), mark, found)


@kept(64)
def _marked_fields(model: type[BaseModel]) -> dict[str, ProseMark]:
    marks = {
        name: next(_marks((*field.metadata, field.annotation)), None)
        for name, field in model.model_fields.items()
    }
    return {name: mark for name, mark in marks.items() if mark}


def _marks(annotations: Iterable[object]) -> Iterator[ProseMark]:
    for one in annotations:
        if isinstance(one, ProseMark):
            yield one
        yield from _marks(get_args(one))


_QUOTATION_MARKER = late_pattern(r"\[>([a-z0-9-]+)\]")


def sentences(text: str, language: str) -> list[str]:
    """Return the sentences of a text; common abbreviations do not end one, a fact can begin one."""
    ends = [0, *conventions(language).sentence_ends(text), len(text)]
    return [part for start, end in pairwise(ends) if (part := text[start:end].strip())]


def spoken(passage: Passage, argument: Argument) -> list[str]:
    """Return the sentences of a passage, quotations filled in and each figure a single word.

    A row of a table is none.
    """
    if passage.tabular:
        return []
    quotations = {each.id: each.text for each in argument.quotations}
    text = _QUOTATION_MARKER.sub(lambda found: quotations.get(found[1], ""), passage.text)
    return sentences(words_in(text, figure="Figure"), argument.article.language)


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence: what has a letter or a digit between spaces."""
    return [word for word in sentence.split() if any(letter.isalnum() for letter in word)]
