"""What in a form is markup that is not printed as such, each with its kind and its line.

A headline, a summary and whatever stands in one paragraph has no blocks; a longer form has those
of `blocks` and no others. What only looks like a block is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.cache import kept
from briefgen.markup.block import BlockText, Fault, TableText, TextBlock
from briefgen.markup.blocks import parsed
from briefgen.markup.parser import inlines
from briefgen.pattern import compile_pattern, late_pattern

_KINDS = {
    "heading": "heading",
    "quotation": "block quotation",
    "bullet": "list",
    "number": "list",
}
"""What the blocks of a text are called where it may have none."""

_MAY_BE_UNSUPPORTED = late_pattern(
    r"[<`$]|~~|==|\*|:[a-z]|!\[|\[\^|\^\[|\]\{|\]:|\]\([^)\n]*\s|\\\n| \n"
)
"""Without one of these no text holds an inline fault: most texts need not be parsed."""

_OPENED = late_pattern(r"(?<![\w*])\*\*(?=[^\W_]|[\"'“‘«(])")
"""Two stars before a word, which no other two close. Those after a word may mark a footnote."""


_OPENED_ITALIC = late_pattern(r"(?<=\s)\*(?=[^\W_]|[\"'“‘«(])")
"""One star before a word within a text, which no other closes."""

_TASK = late_pattern(r"\[[ xX]\]\s")
"""A box to be ticked, at the beginning of an item."""


_STRAY = late_pattern(r"(?<![\w*])\*{2,3}(?=[^\s*])[^*]*\*?")
"""Stars of which one stands before emphasis."""


@kept(1024)
def faults(text: str, *, longer: bool = False) -> tuple[Fault, ...]:
    """Return what is not printed as such in a form, each kind once, in the order of the text.

    A form is one paragraph, unless it is a `longer` one, which may have the blocks of `blocks`.
    """
    read = parsed(text)
    found: dict[str, Fault] = {}
    known = {fault.line for fault in read.faults}
    of_ours = [block for block in read.blocks if block.line not in known]
    unsupported = [*read.faults, *_block_faults(text, of_ours, longer=longer)]
    for piece in _pieces(read.blocks):
        unsupported += _inline_faults(*piece)
    for fault in sorted(unsupported, key=lambda one: one.line):
        found.setdefault(fault.kind, fault)
    return tuple(found.values())


def _pieces(blocks: Sequence[TextBlock]) -> Iterator[tuple[str, int]]:
    """Yield the text of each paragraph, caption and cell with its line."""
    for block in blocks:
        if isinstance(block, BlockText):
            yield block.text, block.line
        else:
            yield from block.cells
            if block.caption:
                yield block.caption


def _block_faults(text: str, blocks: Sequence[TextBlock], *, longer: bool) -> Iterator[Fault]:
    lines = text.split("\n")
    paragraphs = 0
    for block in blocks:
        line = lines[block.line].strip()
        if isinstance(block, TableText):
            kind = "table"
        else:
            kind = _KINDS.get(block.kind, "")
            if kind == "list" and _TASK.match(block.text):
                kind = "task"
            paragraphs += block.kind == "paragraph"
        if kind in ("heading", "task") or (kind and not longer):
            yield Fault(kind, line, block.line)
        elif paragraphs > 1 and not longer:
            yield Fault("second paragraph", line, block.line)


def _inline_faults(text: str, first: int) -> Iterator[Fault]:
    """Yield the inline faults of a paragraph that begins on a line."""
    if not _MAY_BE_UNSUPPORTED.search(text):
        return
    after_break = softbreaks = 0
    own_stars = "\\*" in text or "&" in text  # escaped ones are text like any other by now
    before = ""
    for token in inlines(text):
        if before.endswith("*") and token.markup == "*" and token.nesting > 0 and not own_stars:
            stray = _STRAY.search(text)
            yield Fault("unclosed bold", stray[0] if stray else "**", first + softbreaks)
        before = token.content if token.type == "text" else ""
        if token.type == "unsupported":
            at = text.count("\n", 0, token.meta["at"])
            yield Fault(token.info, token.content, first + at)
        elif token.type == "softbreak":
            softbreaks += 1
        elif token.type == "text" and not own_stars:
            for kind, pattern in (("bold", _OPENED), ("italic", _OPENED_ITALIC)):
                if opened := pattern.search(token.content):
                    shown = token.content[opened.start() :]
                    yield Fault(f"unclosed {kind}", shown, first + softbreaks)
        elif token.type == "hardbreak":
            found = compile_pattern(r" {2,}\n|\\\n").search(text, after_break)
            after_break = found.end() if found else after_break
            line = text.count("\n", 0, found.start()) if found else 0
            softbreaks += 1
            yield Fault("line break", text.split("\n")[line].strip(), first + line)
