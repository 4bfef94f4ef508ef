"""Places: the paragraphs of the template's body that receive what flows into a frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefgen.render.docx.furniture import joined, remove
from briefgen.render.docx.wordml import Element, W, w
from briefgen.types.finding import Finding

FRAMES = ("head", "main", "side", "foot")

Places = dict[str, Element]


def find_places(body: Element, needed: Iterable[str], file: str) -> tuple[Places, list[Finding]]:
    """Return the paragraphs that are places, taken out of reach of the fields, by frame.

    A place is a paragraph with `{{ main }}` and nothing else. The side column needs none: it
    stands level with the first paragraph of the main column. Its place, where there is one, is for
    masters without a side column, and then receives nothing.
    """
    needed = list(dict.fromkeys(needed))
    places: Places = {}
    findings: list[Finding] = []
    for paragraph in list(body.iter(W + "p")):
        name = _name(paragraph)
        if name not in (*FRAMES, *needed):
            continue
        if name in places:
            message = f'has the place "{name}" twice'
            findings.append(_finding("word-place-twice", message, "delete one of them", file))
        for child in list(paragraph):
            if child.tag != W + "pPr":
                paragraph.remove(child)
        places[name] = paragraph
    for frame in needed:
        if frame not in places and (frame != "side" or "main" not in places):
            message = f'has no place for the frame "{frame}"'
            hint = f"add a paragraph with {{{{ {frame} }}}} and nothing else"
            findings.append(_finding("word-place-missing", message, hint, file))
    return places, findings


def _finding(code: str, message: str, hint: str, file: str) -> Finding:
    return Finding(code, message, hint, path=("word/document.xml",), file=file)


def _name(paragraph: Element) -> str:
    text = joined(paragraph).strip()
    if text.startswith("{{") and text.endswith("}}"):
        return text[2:-2].strip()
    return ""


def put(frames: Mapping[str, list[Element]], places: Places, body: Element) -> None:
    """Put what was written into its places, the side column just before the main one."""
    story = dict(frames)
    story["main"] = [*story.pop("side", []), *story.get("main", [])]
    for name, paragraph in places.items():
        elements = story.get(name, [])
        for element in elements:
            paragraph.addprevious(element)
        remove(paragraph)
    last = [child for child in body if child.tag != W + "sectPr"][-1:]
    if last and last[0].tag == W + "tbl":
        # Word wants a paragraph after the last table, and adds one of its own if there is none.
        last[0].addnext(w("p"))
