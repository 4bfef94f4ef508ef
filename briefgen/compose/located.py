"""Where an argument says what was edited in a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from briefgen.markup import BlockText, TableText, TextBlock, blocks
from briefgen.types.argument import Argument, Part
from briefgen.types.finding import Finding, LoadError
from briefgen.types.identity import ArgumentIdentity, PointText, TextEdit, WordEdits
from briefgen.types.point import ContestedPoint, Form, Forms, Point, Recommendation, Wording
from briefgen.types.source_map import Path, SourceMap, path_text

Line = tuple[Path, int]
"""The path of a text, and a line in it."""


def located(
    edits: WordEdits, argument: Argument, identity: ArgumentIdentity, file: str
) -> WordEdits:
    """Return points with the places in which an argument holds them, and what was edited.

    The places of edits are counted, so only the argument that was written has them.

    Raises:
        LoadError: `file`, the Word file, is of another argument.
    """
    if identity.id != edits.argument.id:
        message = f'is of the argument "{edits.argument.id}", not "{identity.id}"'
        hint = f"give the file of {edits.argument.id}"
        raise LoadError([Finding("word-other-argument", message, hint, file=file)])
    known = dict(_points(argument))
    changed = identity.digest != edits.argument.digest
    points = tuple(_located(one, known, argument.places, sure=not changed) for one in edits.points)
    return replace(edits, points=points, argument_changed=changed)


def _points(argument: Argument) -> Iterator[tuple[str, tuple[Path, Point]]]:
    """Yield each point of an argument with its path, by its id."""
    for part in Part:
        for number, point in enumerate(argument.points(part)):
            path = (part.value,) if part is Part.THESIS else (part.value, number)
            yield point.id, (path, point)


def _located(
    one: PointText, known: Mapping[str, tuple[Path, Point]], places: SourceMap, *, sure: bool
) -> PointText:
    if one.point not in known:
        return one
    path, point = known[one.point]
    lines = _lines_of(point, path, one) if sure else ()
    edits = tuple(_edit(edit, lines, places) for edit in one.edits)
    return replace(one, place=_place(path, None, places), edits=edits)


def _edit(edit: TextEdit, lines: Sequence[Line | None], places: SourceMap) -> TextEdit:
    line = lines[edit.number - 1] if edit.number and lines else None
    return replace(edit, place=_place(*line, places)) if line else edit


def _place(path: Path, text_line: int | None, places: SourceMap) -> str:
    file = f"{places.file}:{places.line(path, text_line)}: " if places.file else ""
    return f"{file}{path_text(path)}"


def _lines_of(point: Point, path: Path, one: PointText) -> Sequence[Line | None]:
    """Return where each paragraph that was written of a form stands; empty where it is not sure.

    The file does not say in whose wording it was written: where several have as many paragraphs,
    none is sure.
    """
    worded: dict[Path, Forms | Wording] = {(*path, "forms"): point.forms}
    worded |= {(*path, "wording", name): own for name, own in point.wording.items()}
    found = [lines for way, forms in worded.items() if (lines := _lines(point, way, forms, one))]
    return found[0] if len(found) == 1 else ()


def _lines(
    point: Point, way: Path, forms: Forms | Wording, one: PointText
) -> Sequence[Line | None]:
    """Return the lines of one wording of a form, where it has as many paragraphs as were written.

    Its headline may stand above it, and a dispute below a list in a paragraph of its own.
    """
    texts = [*_texts(point, way, forms, one.form)]
    found = blocks("\n\n".join(text for _, text in texts))
    if not found:
        return ()
    pieces = [*_pieces(texts, found)]
    adds = isinstance(point, ContestedPoint) or (
        isinstance(point, Recommendation) and point.has_terms
    )
    below = adds and not _is_plain(found[-1])
    above = one.written - len(pieces) - below
    if above not in (0, 1):
        return ()
    return (*[((*way, "headline"), 0)] * above, *pieces, *[None] * below)


def _texts(
    point: Point, way: Path, forms: Forms | Wording, form: Form
) -> Iterator[tuple[Path, str]]:
    """Yield the texts that a form is made of, each with its path."""
    if form is Form.DETAIL and forms.detail:
        yield from (((*way, "detail", n), text) for n, text in enumerate(forms.detail))
    elif form is Form.DETAIL and forms.more:
        own = forms.summary or point.forms.summary
        yield from (((*way, "summary"), text) for text in (own,) if text)
        yield from (((*way, "more", n), text) for n, text in enumerate(forms.more))
    elif form is not Form.DETAIL and (text := getattr(forms, form.value)):
        yield (*way, form.value), text


def _pieces(texts: Sequence[tuple[Path, str]], found: Sequence[TextBlock]) -> Iterator[Line]:
    """Yield the path and line of each paragraph, item, caption and cell of some texts."""
    starts, at = [], 0
    for path, text in texts:
        starts.append((at, path))
        at += text.count("\n") + 2
    for block in found:
        for line in _block_lines(block):
            start, path = next(one for one in reversed(starts) if one[0] <= line)
            yield path, line - start


def _block_lines(block: TextBlock) -> Iterator[int]:
    if isinstance(block, TableText):
        if block.caption:
            yield block.caption.line
        yield from (cell.line for cell in block.cells)
    else:
        yield block.line


def _is_plain(block: TextBlock) -> bool:
    return isinstance(block, BlockText) and block.kind == "paragraph"
