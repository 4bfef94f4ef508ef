"""Reads the tag tree of a finished PDF with pypdf, knowing nothing of how it was written."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject


def opened(pdf: bytes) -> PdfReader:
    """Open a PDF, any fault of syntax being an error."""
    return PdfReader(io.BytesIO(pdf), strict=True)


def catalog(reader: PdfReader) -> DictionaryObject:
    """Return the document catalog."""
    return reader.root_object


def tag_tree(pdf: bytes) -> str:
    """Return the tree in the notation of `structure_text`."""
    reader = opened(pdf)
    texts = [page_texts(reader, number) for number in range(len(reader.pages))]
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    root: Any = catalog(reader)["/StructTreeRoot"]
    return "\n".join(_element(root["/K"], texts, numbers, "")) + "\n"


def page_texts(reader: PdfReader, number: int) -> dict[int | None, str]:
    """Return the text of each marked-content sequence of a page; None is the artifacts'."""
    page: Any = reader.pages[number]
    maps = {
        name: _to_unicode(font.get_object()) for name, font in page["/Resources"]["/Font"].items()
    }
    texts: dict[int | None, str] = {}
    current: dict[int, str] = {}
    open_: list[int | None] = []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BDC":
            open_.append(operands[1].get("/MCID"))
            assert (operands[0] == "/Artifact") == (open_[-1] is None)
        elif operator == b"EMC":
            open_.pop()
        elif operator == b"Tf":
            current = maps[operands[0]]
        elif operator == b"Tj":
            assert len(open_) == 1, "text outside marked content"
            codes: bytes = operands[0].original_bytes
            pairs = (codes[at : at + 2] for at in range(0, len(codes), 2))
            words = "".join(current[int.from_bytes(pair)] for pair in pairs)
            texts[open_[-1]] = texts.get(open_[-1], "") + words
    return texts


def _to_unicode(font: Any) -> dict[int, str]:
    found: dict[int, str] = {}
    for row in font["/ToUnicode"].get_data().decode("ascii").splitlines():
        parts = row.split()
        if len(parts) == 2 and row.startswith("<") and parts != ["<0000>", "<FFFF>"]:
            cid, code = (bytes.fromhex(part.strip("<>")) for part in parts)
            found[int.from_bytes(cid)] = code.decode("utf-16-be")
    return found


def _element(
    element: Any, texts: list[dict[int | None, str]], numbers: dict[int, int], indent: str
) -> Iterator[str]:
    yield indent + _title(element)
    inner = indent + "  "
    text = ""
    for kid in _kids(element):
        if isinstance(kid, int):
            text += texts[numbers[element.raw_get("/Pg").idnum]].get(kid, "")
        elif kid["/Type"] == "/MCR":
            text += texts[numbers[kid.raw_get("/Pg").idnum]].get(kid["/MCID"], "")
        elif kid["/Type"] == "/StructElem":
            if text:
                yield inner + json.dumps(text, ensure_ascii=False)
            text = ""
            yield from _element(kid, texts, numbers, inner)
    if text:
        yield inner + json.dumps(text, ensure_ascii=False)


def _title(element: Any) -> str:
    attributes = element.get("/A", {})
    identifier = element.get("/ID", b"")
    notes = {
        "lang": element.get("/Lang"),
        "alt": "/Alt" in element and json.dumps(element["/Alt"], ensure_ascii=False),
        "actual": "/ActualText" in element and json.dumps(element["/ActualText"]),
        "numbering": attributes.get("/ListNumbering", "").lstrip("/"),
        "scope": attributes.get("/Scope", "").lstrip("/"),
        "columns": attributes.get("/ColSpan"),
        "rows": attributes.get("/RowSpan"),
        "id": identifier if isinstance(identifier, str) else identifier.decode(),
    }
    parts = [element["/S"][1:], *(f"{key}={value}" for key, value in notes.items() if value)]
    if address := _address(element):
        parts += ["->", address]
    return " ".join(parts)


def _address(element: Any) -> str | None:
    for kid in _kids(element):
        if not isinstance(kid, int) and kid.get("/Type") == "/OBJR":
            annotation: Any = kid["/Obj"]
            if "/A" in annotation:
                return str(annotation["/A"]["/URI"])
            where = annotation["/Dest"]
            return "#" + (where if isinstance(where, str) else where.decode())
    return None


def _kids(element: Any) -> list[Any]:
    return [kid.get_object() for kid in element.get("/K", ())]
