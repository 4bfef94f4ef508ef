"""A quotation is a few words; what is longer belongs in the editor's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.markup import words_in
from briefgen.types.argument import Argument
from briefgen.types.source_map import Path

QUOTATION_WORDS = 40
"""From this many words on, style guides set a quotation as a block of its own."""

_QUOTED = re.compile(r'"([^"]+)"|\u201c([^\u201d]+)\u201d|\u00ab([^\u00bb]+)\u00bb')


def long_quotations(argument: Argument) -> Iterator[Remark]:
    """Remark each quotation, marked or written out, of more than `QUOTATION_WORDS` words."""
    for path, text in _quotations(argument):
        words = len(text.split())
        if words > QUOTATION_WORDS:
            message = f"quotes {words} words; at most {QUOTATION_WORDS} are a quotation in passing"
            yield Remark(path, message, "quote the few words that matter")


def _quotations(argument: Argument) -> Iterator[tuple[Path, str]]:
    for passage in passages(argument):
        for found in _QUOTED.finditer(words_in(passage.text, figure="0")):
            yield passage.path, found[1] or found[2] or found[3]
    for number, quotation in enumerate(argument.quotations):
        yield ("quotations", number, "text"), quotation.text
