"""The structure tree as text, for reading and comparing: what a screen reader is given."""

from __future__ import annotations

import json
from collections.abc import Iterator

from briefgen.render.pdf.structure import Structure, structure
from briefgen.types.laid import Element, LaidOut, TextMark


def structure_text(laid_out: LaidOut) -> str:
    r"""Return the tree that `render_pdf` writes: an element a line, its text below it in quotes.

        Document lang=en-GB
          H1
            "Why China went"
          P
            "The mission, "
            Link -> https://example.org/
              "founded in 2013"
            ", is the deadliest."

    Text that runs on over lines, columns or pages is one string. Artifacts are not in the tree.
    """
    own = structure(laid_out.elements, laid_out.pages)
    return "\n".join(_lines(own, 0, "")) + "\n"


def _lines(own: Structure, index: int, indent: str) -> Iterator[str]:
    yield indent + _title(own.elements[index])
    inner = indent + "  "
    text = ""
    for kid in (*own.kids[index], None):
        if kid is None or isinstance(kid, int):
            if text:
                yield inner + json.dumps(text, ensure_ascii=False)
            text = ""
        if isinstance(kid, int):
            yield from _lines(own, kid, inner)
        elif kid is not None:
            text += "".join(mark.text for mark in kid.marks if isinstance(mark, TextMark))


def _title(element: Element) -> str:
    notes = {
        "lang": element.language,
        "alt": element.alt and json.dumps(element.alt, ensure_ascii=False),
        "actual": element.actual_text and json.dumps(element.actual_text, ensure_ascii=False),
        "numbering": element.list_numbering,
        "scope": element.scope,
        "columns": element.column_span if element.column_span > 1 else None,
        "rows": element.row_span if element.row_span > 1 else None,
        "id": element.target,
    }
    parts = [element.tag, *(f"{key}={value}" for key, value in notes.items() if value)]
    if element.address:
        parts += ["->", element.address]
    return " ".join(parts)
