"""A template's headers and footers, and the text of its body, with their fields filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jinja2.exceptions import TemplateError as JinjaError
from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.sandbox import reason
from briefgen.sandbox.fields import Values, conditional, number_of, without_marks
from briefgen.types.draft import Entries
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.header_footer import (
    Break,
    Conditional,
    Drawn,
    DrawnGroup,
    Floating,
    HeaderFooter,
    HeaderFooterBlock,
    HeaderFooterCell,
    HeaderFooterInline,
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterRow,
    HeaderFooterTable,
    HeaderFooterText,
    Loop,
    Shape,
    Tab,
    asking,
    count_of,
    lines_of,
)

LOOP_LIMIT = 50_000
"""Paragraphs that one loop may make: a table of a thousand long rows has a tenth."""

KEPT = 64
"""Filled headers and footers that are kept: briefs of one argument mostly have the same."""

Pairs = tuple[tuple[str, str], ...]


def filled(
    template: HeaderFooter,
    values: Mapping[str, str],
    folio: str,
    lists: Mapping[str, Entries],
    file: str,
) -> HeaderFooter:
    """Return headers and footers with their fields filled; `folio` is the page number's pattern.

    A paragraph whose fields are all empty is gone, unless it is the last one of its cell, header
    or footer, which must have one; so is a row that says and shows nothing else. `file` is the
    Word template's, for errors.

    Raises:
        TemplateError: a field that cannot be filled.
    """
    asked = _asked_of(template)  # the same template with the same values is filled, and set, once
    frozen_lists = tuple(
        (name, tuple(tuple(entry.items()) for entry in entries) if name in asked else ())
        for name, entries in lists.items()
    )
    own = tuple((name, value if name in asked else "") for name, value in values.items())
    return _filled(template, own, folio if "folio" in asked else "", frozen_lists, file)


@kept(KEPT)
def _asked_of(template: HeaderFooter) -> str:
    """Return all that fields and groups say: what is not named there is not asked for."""
    parts = *template.headers.values(), *template.footers.values(), template.above, template.below
    asking_blocks = (one for part in parts for one in asking(part.blocks))
    return "\n".join(
        one.listed
        if isinstance(one, Loop)
        else one.condition
        if isinstance(one, Conditional)
        else one.source
        for one in asking_blocks
    )


@kept(KEPT)
def _filled(
    template: HeaderFooter,
    values: Pairs,
    folio: str,
    lists: tuple[tuple[str, tuple[Pairs, ...]], ...],
    file: str,
) -> HeaderFooter:
    known = {name: tuple(dict(entry) for entry in entries) for name, entries in lists}
    filling = _Filling(Values(dict(values), folio, known, code=template.code), file, [])
    found = template.of_parts(filling.part, filling.body)
    if filling.findings:
        raise TemplateError(list(dict.fromkeys(filling.findings)))
    return found


class _Filling:
    """Fills one template with values, and collects what cannot be filled."""

    def __init__(self, values: Values, file: str, findings: list[Finding]) -> None:
        self.values = values
        self.file = file
        self.findings = findings

    def part(self, part: HeaderFooterPart) -> HeaderFooterPart:
        """Return a header or footer filled."""
        return HeaderFooterPart(_closed_up(self._blocks(part.blocks)))

    def body(self, part: HeaderFooterPart) -> HeaderFooterPart:
        """Return a stretch of the body filled."""
        return HeaderFooterPart(_closed_up(self._blocks(part.blocks, needs_one=False)))

    def _blocks(
        self, blocks: Iterable[object], *, needs_one: bool = True
    ) -> tuple[HeaderFooterBlock, ...]:
        found: list[HeaderFooterBlock] = []
        emptied: HeaderFooterParagraph | None = None
        for filling, block in self.open(blocks):
            if isinstance(block, HeaderFooterTable):
                rows = tuple(filling.rows(block.rows))
                if rows:
                    found.append(HeaderFooterTable(rows))
            elif isinstance(block, HeaderFooterParagraph):
                lines = filling.paragraph(block)
                found += lines
                emptied = block if not lines else emptied
        if (
            needs_one
            and emptied
            and not any(isinstance(one, HeaderFooterParagraph) for one in found)
        ):
            found.append(replace(emptied, parts=(), source=""))
        return tuple(found)

    def open(self, blocks: Iterable[object]) -> Iterator[tuple[_Filling, object]]:
        """Yield what stands in groups as often as it is wanted, each with what fills it."""
        for block in blocks:
            if isinstance(block, Conditional):
                if (holds := self._holds(block)) is not None:
                    yield from self.open(block.inner if holds else block.otherwise)
            elif isinstance(block, Loop):
                for entry in self._entries(block):
                    within = replace(self.values, item={block.name: entry})
                    yield from _Filling(within, self.file, self.findings).open(block.inner)
            else:
                yield self, block

    def _holds(self, group: Conditional[HeaderFooterBlock]) -> str | None:
        tag = f"{{% if {group.condition} %}}"
        return self._asked(tag, group.where, conditional(group.condition))

    def _entries(self, loop: Loop[HeaderFooterBlock]) -> Entries:
        if self.values.item:
            message = f'a loop over "{loop.listed}" has no place within another loop'
        elif loop.listed not in self.values.lists:
            message = f'there is no list "{loop.listed}" to loop over'
        elif len(self.values.lists[loop.listed]) * count_of(loop.inner) > LOOP_LIMIT:
            message = f'the loop over "{loop.listed}" makes more than {LOOP_LIMIT:,} paragraphs'
        else:
            return self.values.lists[loop.listed]
        self._report(loop.where, message)
        return ()

    def rows(self, rows: Iterable[object]) -> Iterator[HeaderFooterRow]:
        for filling, row in self.open(rows):
            assert isinstance(row, HeaderFooterRow)
            filled_row = replace(row, cells=tuple(filling.cell(cell) for cell in row.cells))
            if not (_asks(row) and _is_blank(filled_row)):
                yield filled_row

    def cell(self, cell: HeaderFooterCell) -> HeaderFooterCell:
        blocks = self._blocks(cell.paragraphs)
        return replace(
            cell, paragraphs=tuple(one for one in blocks if isinstance(one, HeaderFooterParagraph))
        )

    def paragraph(self, paragraph: HeaderFooterParagraph) -> list[HeaderFooterParagraph]:
        """Return the lines of a paragraph; none, if its fields are all empty."""
        if not paragraph.source:
            return [replace(paragraph, parts=tuple(map(self._inline, paragraph.parts)))]
        words = without_marks(paragraph.source).strip()
        text = self._asked(words, paragraph.where, paragraph.source)
        parts = [*self._parts(paragraph, _trimmed(text or "", paragraph.parts))]
        if not any(_shows(part) for part in parts):
            return []
        return [*lines_of(replace(paragraph, parts=tuple(parts), source=""))]

    def _parts(self, paragraph: HeaderFooterParagraph, text: str) -> Iterator[HeaderFooterInline]:
        """Yield what a filled text says, in the styles that its marks begin."""
        style, words = paragraph.style, ""
        for character in text:
            number = number_of(character)
            if number is None:
                words += character
                continue
            if words:
                yield HeaderFooterText(words, style)
                words = ""
            part = paragraph.parts[number]
            if isinstance(part, HeaderFooterText):
                style = part.style
            if not (isinstance(part, HeaderFooterText) and not part.text):
                yield self._inline(part)
        if words:
            yield HeaderFooterText(words, style)

    def _inline(self, part: HeaderFooterInline) -> HeaderFooterInline:
        if isinstance(part, Floating):
            return replace(part, shown=self._drawn(part.shown))
        return self._drawn(part) if isinstance(part, Shape | DrawnGroup) else part

    def _drawn(self, shown: Drawn) -> Drawn:
        """Return what is drawn with the fields of its text filled."""
        if isinstance(shown, Shape) and shown.text:
            return replace(shown, text=self.cell(shown.text))
        if isinstance(shown, DrawnGroup):
            members = (replace(one, shown=self._drawn(one.shown)) for one in shown.members)
            return replace(shown, members=tuple(members))
        return shown

    def _asked(self, words: str, where: str, source: str) -> str | None:
        """Return a text filled; None, once it is reported that it cannot be."""
        try:
            return self.values.fill(source)
        except JinjaError as error:
            self._report(where, f'"{words}" cannot be filled: {reason(error)}')
            return None

    def _report(self, where: str, message: str) -> None:
        hint = f"known names: {', '.join(self.values.names)}"
        self.findings.append(
            Finding("word-field-unfilled", message, hint, path=(where,), file=self.file)
        )


def _asks(row: HeaderFooterRow) -> bool:
    """Whether a row has a field."""
    return any(
        isinstance(one, HeaderFooterParagraph) and one.source
        for cell in row.cells
        for one in cell.paragraphs
    )


def _is_blank(row: HeaderFooterRow) -> bool:
    """Whether a row that was filled says and shows nothing, and has no ground of its own."""
    return all(
        cell.fill is None
        and not any(
            _shows(part)
            for one in cell.paragraphs
            if isinstance(one, HeaderFooterParagraph)
            for part in one.parts
        )
        for cell in row.cells
    )


def _trimmed(text: str, parts: tuple[HeaderFooterInline, ...]) -> str:
    """Return a filled text without the spaces and tabs that an empty field left at its end."""
    while text:
        number = number_of(text[-1])
        part = None if number is None else parts[number]
        blank = part is None and text[-1] in " \t"
        if not (
            blank or isinstance(part, Tab) or (isinstance(part, HeaderFooterText) and not part.text)
        ):
            break
        text = text[:-1]
    return text


def _shows(part: HeaderFooterInline) -> bool:
    if isinstance(part, HeaderFooterText):
        return bool(part.text.strip())
    return not isinstance(part, Tab | Break)


def _closed_up(blocks: tuple[HeaderFooterBlock, ...]) -> tuple[HeaderFooterBlock, ...]:
    """Return blocks without the paragraphs that only close a table."""
    return tuple(
        block
        for number, block in enumerate(blocks)
        if not (
            isinstance(block, HeaderFooterParagraph)
            and block.closes_table
            and number
            and isinstance(blocks[number - 1], HeaderFooterTable)
        )
    )
