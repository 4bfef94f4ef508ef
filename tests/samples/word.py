"""Word files in tests: the built-in template, changed parts, and documents as lines of text."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from briefgen.ooxml.package import WordTemplate
from briefgen.ooxml.reading import read_package
from briefgen.types.identity import point_key

TEMPLATE = Path(__file__).parents[2] / "templates" / "themes" / "standard" / "template.docx"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

Element = etree._Element


def parts(data: bytes | None = None) -> dict[str, bytes]:
    """Return the parts of a Word file, or of the built-in template."""
    with zipfile.ZipFile(io.BytesIO(data or TEMPLATE.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(held: dict[str, bytes]) -> bytes:
    """Return parts as a Word file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return stream.getvalue()


def changed(part: str, change: Callable[[str], str], **more: bytes) -> bytes:
    """Return the built-in template with one part changed, and with further parts.

    A change that changes nothing is a mistake of the test.
    """
    held = parts()
    before = held[part].decode()
    after = change(before)
    assert after != before
    held[part] = after.encode()
    return packed({**held, **{name.replace("__", "/"): data for name, data in more.items()}})


def template(data: bytes | None = None) -> WordTemplate:
    """Return bytes as a template, without the guards."""
    package = read_package(data or TEMPLATE.read_bytes(), "sample.docx")
    return WordTemplate("sample", "sample.docx", package)


def tree(data: bytes, part: str = "word/document.xml") -> Element:
    """Return a part of a Word file, parsed."""
    return etree.fromstring(parts(data)[part])


def text(element: Element) -> str:
    """Return the text of an element, fields and tabs as they are shown."""
    shown = {W + "tab": "\t", W + "br": "\n", W + "noBreakHyphen": "\u2011"}
    inside = (
        one
        for one in element.iter(W + "t", *shown)
        if (parent := one.getparent()) is not None and parent.tag != W + "tabs"
    )
    return "".join(shown.get(str(one.tag), one.text or "") for one in inside)


def style(paragraph: Element) -> str:
    """Return the id of the style of a paragraph."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(W + "val", "")


def of_point(root: Element, point: str, form: str) -> list[Element]:
    """Return the paragraphs of a point, in cells too, as their bookmarks tell."""
    begin = f"_bg_{point_key(point)}_{form[0]}"
    names = root.iter(W + "bookmarkStart")
    marks = [one for one in names if one.get(W + "name", "").startswith(begin)]
    return [one for mark in marks if (one := mark.getparent()) is not None]


def lines(data: bytes, part: str = "word/document.xml") -> list[str]:
    """Return the paragraphs of a part, in order, as `style | text`."""
    return [f"{style(p)} | {text(p)}" for p in tree(data, part).iter(W + "p")]


def audit(path: Path) -> list[str]:
    """Return what an independent validator finds wrong with a Word file."""
    tool = Path(sys.executable).parent / "openxml-audit"
    found = subprocess.run(
        [tool, "-o", "json", "-m", "0", "--ooxml-security", path],
        capture_output=True,
        text=True,
        check=False,
    )
    (report,) = json.loads(found.stdout)
    assert report["valid"] == (report["error_count"] == 0)
    return [error["description"] for error in report["errors"]]
