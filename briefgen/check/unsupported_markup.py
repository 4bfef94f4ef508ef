"""Markup that is not printed as such would stand in the brief as it was typed."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.passage import prose_texts
from briefgen.check.rule import Remark
from briefgen.markup import faults
from briefgen.types.argument import Argument

_SHOWN = 40
"""Characters of the markup that a message shows."""

_KINDS = {
    "HTML": ("HTML", "write **bold**, *italic*, H~2~O or m^2^; or \\< where < is a sign"),
    "HTML comment": ("an HTML comment", "delete it, or put it after # outside of the text"),
    "attributes": ("attributes", "write the words alone, or [mots]{lang=fr} for their language"),
    "block quotation": (
        "a block quotation",
        "list the words under quotations and write [>quotation-id]; or \\> where > is a sign",
    ),
    "broken link": ("a link whose address holds a space", "write %20 for it, or mend the address"),
    "code": ("code", "write the words without ` around them"),
    "footnote": ("a footnote", "cite with [@source], or write it under notes"),
    "formula": ("a formula", "write it in words, or with m^2^ and H~2~O; or \\$ for a dollar"),
    "heading": ("a heading", "write it as the headline of a point; or \\# where # is a sign"),
    "highlight": ("a highlight", "write **words** for important ones"),
    "image": ("an image", "list it under images, with words for who cannot see it"),
    "line break": ("a line break", "a form is one paragraph: join the lines"),
    "link definition": ("the definition of a link", "write [words](address) where they stand"),
    "link title": ("the title of a link", "say it in the words of the link"),
    "list": ("a list", "write it as a sentence, or give each item a point of its own"),
    "rule": ("a rule", "delete it"),
    "second paragraph": (
        "a second paragraph",
        "delete the blank line, or give detail a list with an item for each paragraph",
    ),
    "strikethrough": ("struck words", "delete them, or the ~~ around them"),
    "table": ("a table", "list figures under facts, or write it as a sentence"),
}
"""What each kind of markup is called, and what to do instead."""


def unsupported_markup(argument: Argument) -> Iterator[Remark]:
    """Remark, once for each kind, the markup of a text that is not printed as such."""
    for path, text in prose_texts(argument):
        for fault in faults(text):
            name, hint = _KINDS[fault.kind]
            begun = fault.text.partition("\n")[0]
            shown = begun if len(begun) <= _SHOWN else f"{begun[: _SHOWN - 3]}..."
            message = f"holds {name}, which is not printed as such: {shown}"
            yield Remark(path, message, hint, fault.line)
