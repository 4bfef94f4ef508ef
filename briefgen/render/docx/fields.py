"""Fields of the template's own text: `{{ … }}` in body, tables, headers and footers.

Word splits what somebody typed into runs as it likes, so a field is read over the joined text of
its paragraph. A run that begins outside a field keeps its own formatting; a field has that of the
run in which it begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from jinja2.exceptions import TemplateError as JinjaError
from msgspec.structs import replace

from briefgen.ooxml.build import removed, text_content, w
from briefgen.ooxml.names import Element, W
from briefgen.ooxml.text import own_text, whereabouts
from briefgen.render.docx.loops import (
    MARKER,
    LoopError,
    LoopGroup,
    copied,
    put_back,
    take_out,
)
from briefgen.render.docx.marks import Marks
from briefgen.sandbox import reason
from briefgen.sandbox.fields import Values, has_fields
from briefgen.types.finding import Finding

LOOP_LIMIT = 500_000
"""Elements of XML that one loop may make: a table of a thousand long rows has a tenth."""

_DROPPED = frozenset({W + "proofErr", W + "lastRenderedPageBreak"})
_HOLDERS = frozenset(W + name for name in ("hyperlink", "smartTag", "ins", "sdt", "sdtContent"))


def fill(root: Element, values: Values, part: str, file: str) -> Iterator[Finding]:
    """Fill the fields of all paragraphs below an element, and yield what cannot be filled.

    Loops over paragraphs and rows first leave the tree, so that what fills a field is never read
    again. A paragraph whose fields are all empty is removed, unless it is the last one of its cell,
    header or footer, which must have one; so is a row of a table that says and shows nothing else.
    """
    place = part if part.endswith(".xml") else ""
    try:
        groups = [*take_out(root, own_text)]
    except LoopError as error:
        where = whereabouts(error.element, place) if place else part
        yield _finding(where, error.message, values, file)
        return
    for paragraph in list(root.iter(W + "p")):
        words = own_text(paragraph)
        if not has_fields(words):
            continue
        if root not in paragraph.iterancestors():
            continue  # it stood in another paragraph, and is gone with it
        try:
            _fill_container(paragraph, values)
        except JinjaError as error:
            where = whereabouts(paragraph, place) if place else part
            message = f'"{words.strip()}" cannot be filled: {reason(error)}'
            yield _finding(where, message, values, file)
            continue
        if _is_empty(paragraph):
            row = next(paragraph.iterancestors(W + "tr"), None)
            remove(paragraph)
            if row is not None:
                _remove_row(row)
    for group in groups:
        where = whereabouts(group.marker, place) if place else part
        yield from dict.fromkeys(_expand(group, values, where, file))


def _finding(where: str, message: str, values: Values, file: str) -> Finding:
    hint = f"known names: {', '.join(values.names)}"
    return Finding("word-field-unfilled", message, hint, path=(where,), file=file)


def _expand(group: LoopGroup, values: Values, where: str, file: str) -> Iterator[Finding]:
    """Put a group back as often as it is wanted, its fields filled."""
    holders: list[Element] = []
    if group.kind == "if":
        try:
            holds = values.holds(group.condition)
        except JinjaError as error:
            message = f'"{{% if {group.condition} %}}" cannot be decided: {reason(error)}'
            yield _finding(where, message, values, file)
            return
        holders.append(copied(group.inner if holds else group.otherwise or []))
        yield from fill(holders[0], values, where, file)
    else:
        name, listed = group.names
        message = ""
        if values.item:
            message = f'a loop over "{listed}" has no place within another loop'
        elif listed not in values.lists:
            message = f'there is no list "{listed}" to loop over'
        elif len(values.lists[listed]) * _size(group.inner) > LOOP_LIMIT:
            message = f'the loop over "{listed}" makes more than {LOOP_LIMIT:,} elements'
        if message:
            yield _finding(where, message, values, file)
            return
        for entry in values.lists[listed]:
            holder = copied(group.inner)
            holders.append(holder)
            yield from fill(holder, replace(values, item={name: entry}), where, file)
    put_back(group, holders)


def _size(elements: list[Element]) -> int:
    return sum(1 for element in elements for _ in element.iter())


def remove(paragraph: Element) -> None:
    """Remove a paragraph; where its parent must end in one, only what is in it."""
    parent = paragraph.getparent()
    assert parent is not None
    needed = (W + "p", W + "sdt")
    others = [child for child in parent if child.tag in needed and child is not paragraph]
    needs_one = parent.tag in (W + "tc", W + "hdr", W + "ftr", W + "txbxContent")
    if others or not needs_one:
        parent.remove(paragraph)
        return
    for child in paragraph:
        if child.tag != W + "pPr":
            paragraph.remove(child)


def _remove_row(row: Element) -> None:
    """Remove a row that says nothing once its fields are filled, and a table without rows.

    One with a ground of its own is a band that somebody wants to see.
    """
    has_text = any(not _is_empty(paragraph) for paragraph in row.iter(W + "p"))
    grounds = (shading.get(W + "fill", "auto") for shading in row.iter(W + "shd"))
    if has_text or any(ground != "auto" for ground in grounds) or [*row.iter(W + "vMerge")]:
        return
    table = next(row.iterancestors(W + "tbl"))
    removed(row)
    if next(table.iter(W + "tr", MARKER), None) is None:
        removed(table)


def _is_empty(paragraph: Element) -> bool:
    contents = ("drawing", "pict", "object", "fldChar", "fldSimple", "sym", "noBreakHyphen")
    return (
        not own_text(paragraph).strip()
        and next(paragraph.iter(*(W + name for name in contents)), None) is None
    )


def _fill_container(container: Element, values: Values) -> None:
    """Fill the runs of a paragraph, or of a link or content control in it."""
    marks = Marks()
    for child in list(container):
        if child.tag in _HOLDERS and has_fields(_text(child)):
            _fill_container(child, values)
        if child.tag == W + "pPr" or child.tag == W + "sdtPr":
            continue
        container.remove(child)
        if child.tag == W + "r":
            marks.add_run(child, _DROPPED)
        elif child.tag not in _DROPPED:
            marks.add_opaque(child)
    filled = marks.trimmed(values.fill(marks.source()))
    for element in marks.rebuilt(filled, _folio_runs):
        container.append(element)


def _text(element: Element) -> str:
    return "".join(found.text or "" for found in element.iter(W + "t"))


def _folio_runs(kind: str, properties: Element | None) -> list[Element]:
    """Return the runs of a page field: PAGE or NUMPAGES, with 1 as what is shown until counted."""

    def run(*content: Element) -> Element:
        own = [] if properties is None else [deepcopy(properties)]
        return w("r", *own, *content)

    instruction = w("instrText")
    instruction.text = f" {kind} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [
        run(w("fldChar", fldCharType="begin")),
        run(instruction),
        run(w("fldChar", fldCharType="separate")),
        run(*text_content("1")),
        run(w("fldChar", fldCharType="end")),
    ]
