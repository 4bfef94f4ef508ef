"""The body of a Word template: its places under one spelling, or a place made where it is empty.

Whatever marks a place (`{{ Main }}.`, a content control, a bookmark) becomes a paragraph with
`{{ main }}` and nothing else, so that PDF and Word know one form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from msgspec.structs import replace

from briefgen.load.word.header_footer import control_name
from briefgen.load.word.main_section import make_plain
from briefgen.ooxml.build import removed, text_content, w
from briefgen.ooxml.names import WP, Element, W
from briefgen.ooxml.package import WordTemplate
from briefgen.ooxml.text import own_text, whereabouts
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding, counted, nearest, shown
from briefgen.types.page import FRAMES

_FRAMES = "|".join(FRAMES)
_ALONE = late_pattern(rf"\s*\{{\{{\s*({_FRAMES})\s*\}}\}}\s*[.,;:]?\s*", re.IGNORECASE)
AMONG = late_pattern(rf"\{{\{{\s*({_FRAMES})\s*\}}\}}", re.IGNORECASE)
"""A place among other words."""

_ALONE_HINT = "give it a paragraph of its own: press Enter in Word before and after it"
_MISSING_HINT = (
    "add a paragraph with {{ main }} and nothing else where the brief goes; or --replace-body "
    "prints the brief in place of the body's words, and keeps headers, footers and drawings"
)


def with_places(template: WordTemplate) -> tuple[WordTemplate, tuple[Finding, ...]]:
    """Return a template with its places as paragraphs of one spelling, and what is to be said.

    A body without words is a place. A place in a cell of a table is taken out of the table, as
    columns of a brief need the width of the page. The findings of severity "error" say that there
    is no place, or not one.
    """
    package = template.package
    root = package.copy(package.main)
    body = root.find(W + "body")
    assert body is not None
    findings: list[Finding] = []
    _mark_controls(body)
    _mark_paragraphs(body)
    if "main" not in map(_name, body.iter(W + "p")):
        _mark_bookmark(body)
    if not _says_anything(body) and "main" not in map(_name, body.iter(W + "p")):
        from briefgen.load.word.sample import says_much  # noqa: PLC0415 - reads drawings

        if not says_much(body):
            _mark_end(body)
    findings += _faults(body, template.file)
    if not findings:
        _unwrap_controls(body)
        findings += _out_of_table(body, template.file)
        place = next(one for one in body.iter(W + "p") if _name(one) == "main")
        findings += make_plain(place, template.file)
    return replace(template, package=package.replaced({package.main: root})), tuple(findings)


def _place(name: str) -> Element:
    return w("p", w("r", *text_content(f"{{{{ {name} }}}}")))


def _name(paragraph: Element) -> str:
    """Return the frame whose place a paragraph is, and nothing for any other."""
    found = _ALONE.fullmatch(own_text(paragraph))
    return found[1].lower() if found else ""


def _become(paragraph: Element, name: str) -> None:
    """Let a paragraph say the name of a place and nothing else; its section stays."""
    for child in list(paragraph):
        if child.tag != W + "pPr" and next(child.iter(WP + "anchor"), None) is None:
            paragraph.remove(child)
    paragraph.append(w("r", *text_content(f"{{{{ {name} }}}}")))


def _mark_controls(body: Element) -> None:
    """Write places for content controls that are places by tag or title."""
    for control in list(body.iter(W + "sdt")):
        name = control_name(control)
        parent = control.getparent()
        if name not in FRAMES or parent is None:
            continue
        holder = next(control.iterancestors(W + "p"), None)
        if holder is not None:
            _become(holder, name)
        else:
            parent.replace(control, _place(name))


def _unwrap_controls(body: Element) -> None:
    """Leave of content controls what they hold: python-docx, and what builds on it, sees none."""
    for control in list(body.iter(W + "sdt")):
        content = control.find(W + "sdtContent")
        for element in () if content is None else list(content):
            control.addprevious(element)
        removed(control)


def _mark_paragraphs(body: Element) -> None:
    for paragraph in list(body.iter(W + "p")):
        if name := _name(paragraph):
            _become(paragraph, name)


def _mark_bookmark(body: Element) -> None:
    """Write a place for a bookmark of the name "main": in its paragraph, or below its words."""
    for start in body.iter(W + "bookmarkStart"):
        if (start.get(W + "name") or "").lower() != "main":
            continue
        holder = next(start.iterancestors(W + "p"), None)
        if holder is None:
            start.addprevious(_place("main"))
        elif not own_text(holder).strip() or _spans(start, holder):
            _become(holder, "main")
        else:
            holder.addnext(_place("main"))
        return


def _spans(start: Element, holder: Element) -> bool:
    """Whether all words of a paragraph stand between the two ends of a bookmark."""
    number = start.get(W + "id")
    end = next((one for one in holder.iter(W + "bookmarkEnd") if one.get(W + "id") == number), None)
    if end is None or start.getnext() is end:
        return False
    outside = [*start.itersiblings(preceding=True), *end.itersiblings()]
    return not any((text.text or "").strip() for one in outside for text in one.iter(W + "t"))


def _says_anything(body: Element) -> bool:
    """Whether a body has words of its own or a field; what stands in drawings counts apart."""
    own = [
        one
        for one in body.iter(W + "p")
        if next(one.iterancestors(W + "txbxContent"), None) is None
    ]
    fields = (W + "fldSimple", W + "instrText")
    return any(own_text(one).strip() or next(one.iter(*fields), None) is not None for one in own)


_OF_EMPTY_LINE = frozenset(W + name for name in ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr"))
"""What a line without words may hold. Word notes by a bookmark where somebody last wrote."""


def _mark_end(body: Element) -> None:
    """Write the place below the drawings of a body without words, in place of its empty lines.

    An empty grid with a style of tables is there to show that style, as in what pandoc refers to.
    """
    for table in [one for one in body.iterchildren(W + "tbl") if _is_empty_grid(one)]:
        body.remove(table)
    blocks = [one for one in body if one.tag != W + "sectPr"]
    for one in reversed(blocks):
        if one.tag != W + "p" or any(not _is_of_empty_line(part) for part in one):
            break
        if one.find(f"{W}pPr/{W}sectPr") is not None:
            break
        body.remove(one)
    section = body.find(W + "sectPr")
    if section is None:
        body.append(_place("main"))
    else:
        section.addprevious(_place("main"))


def _is_of_empty_line(part: Element) -> bool:
    """Whether a part of a line shows nothing: LibreOffice gives empty lines a run without text."""
    return part.tag in _OF_EMPTY_LINE or (
        part.tag == W + "r" and all(one.tag == W + "rPr" for one in part)
    )


def _faults(body: Element, file: str) -> Iterator[Finding]:
    """Yield what is wrong with the places of a body, all at once."""
    found: dict[str, Element] = {}
    for control in body.iter(W + "sdt"):
        if (name := control_name(control)) and name not in FRAMES:
            near = nearest(name, list(FRAMES))
            known = f"there are: {', '.join(FRAMES)}"
            hint = f"did you mean {near}? {known}" if near else known
            message = f'has a place "{name}" that no section flows into'
            yield _finding("word-place-unknown", message, hint, file, control)
    for paragraph in body.iter(W + "p"):
        words = own_text(paragraph).strip()
        if name := _name(paragraph):
            if name in found:
                message, hint = f'has the place "{name}" twice', "delete one of them"
                yield _finding("word-place-twice", message, hint, file, paragraph)
            found.setdefault(name, paragraph)
            if next(paragraph.iterancestors(W + "txbxContent"), None) is not None:
                message = f'has the place "{name}" in a text box, which does not grow'
                hint = "cut it out there, and paste it into the text of the page"
                yield _finding("word-place-in-box", message, hint, file, paragraph)
        elif among := AMONG.search(words):
            found.setdefault(among[1].lower(), paragraph)
            message = f"has the place {among[0]} among other words: {shown(words)}"
            yield _finding("word-place-not-alone", message, _ALONE_HINT, file, paragraph)
    if "main" not in found:
        number = sum(len(own_text(one).split()) for one in body.iter(W + "p"))
        message = f"has {counted(number, 'word')} in its body and no place for the brief"
        yield _finding("word-place-missing", message, _MISSING_HINT, file, None)


def _finding(code: str, message: str, hint: str, file: str, at: Element | None) -> Finding:
    where = "body" if at is None else whereabouts(at, "word/document.xml")
    return Finding(code, message, hint, path=(where,), file=file)


def _out_of_table(body: Element, file: str) -> Iterator[Finding]:
    """Take the main place out of a table: its other rows stand before and after it as tables.

    What stood beside it in its row stands above and below it.
    """
    paragraph = next(one for one in body.iter(W + "p") if _name(one) == "main")
    where = whereabouts(paragraph, "word/document.xml")
    is_in_table = False
    while (row := next(paragraph.iterancestors(W + "tr"), None)) is not None:
        is_in_table = True
        _divide(row, paragraph)
    if is_in_table:
        yield Finding(
            "word-place-in-table",
            "has the place {{ main }} in a table, which is divided there: what stood beside the "
            "place stands above and below it, in Word and PDF alike",
            "put {{ main }} into a paragraph below the table, and name what stands beside a brief "
            "in a header",
            (where,),
            "warning",
            file,
        )


def _divide(row: Element, paragraph: Element) -> None:
    """Put the cells of a row, and then the place, in the stead of the row, between two tables."""
    table = row.getparent()
    while table is not None and table.tag != W + "tbl":
        table = table.getparent()
    assert table is not None
    later = [one for one in row.itersiblings() if one.tag == W + "tr"]
    rest = deepcopy(table)
    for one in [each for each in rest if each.tag not in (W + "tblPr", W + "tblGrid")]:
        rest.remove(one)
    rest.extend(later)
    at = table
    for block in [block for cell in row.iter(W + "tc") for block in cell]:
        is_place = block is paragraph or paragraph in block.iterdescendants()
        if block.tag == W + "tcPr" or not (is_place or _holds(block)):
            continue
        if next(block.iterancestors(W + "tr")) is not row:
            continue  # it stands in a table within the row, and comes along with it
        at.addnext(block)
        at = block
    holder = row.getparent()
    assert holder is not None
    holder.remove(row)
    if later:
        at.addnext(rest)
    if next(table.iter(W + "tr"), None) is None:
        parent = table.getparent()
        assert parent is not None
        parent.remove(table)


def _holds(block: Element) -> bool:
    contents = ("t", "drawing", "pict", "tbl", "fldSimple", "instrText")
    return next(block.iter(*(W + name for name in contents)), None) is not None


def _is_empty_grid(table: Element) -> bool:
    """Whether a table in a style has rows and columns, and nothing in any cell."""
    rows = [*table.iter(W + "tr")]
    if table.find(f"{W}tblPr/{W}tblStyle") is None or len(rows) <= 1:
        return False
    shown = (W + "drawing", W + "pict", W + "object", W + "sdt", W + "t")
    has_columns = any(len(row.findall(W + "tc")) > 1 for row in rows)
    return has_columns and next(table.iter(*shown), None) is None
