"""Places: the paragraphs of the template's body that receive what flows into a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W
from briefgen.ooxml.text import own_text, whereabouts
from briefgen.render.docx.fields import remove
from briefgen.types.finding import LIKE, Finding, TemplateError, nearest, shown
from briefgen.types.page import FRAMES

Places = dict[str, Element]

CONTROL = "briefgen:"
"""How the tag or title of a content control begins that is a place: `briefgen:main`."""


def find_places(body: Element, needed: Iterable[str], file: str) -> tuple[Places, list[Finding]]:
    """Return the paragraphs that are places, taken out of reach of the fields, by frame.

    A place is a paragraph with `{{ main }}` and nothing else, or a content control whose tag or
    title is `briefgen:main`. Only the main one must be there: head and foot stand before and after
    it, and the side column level with its first paragraph. A place for a side column, where there
    is one, is for masters without it, and then receives nothing. A body without any text is a place
    for all.
    """
    needed = list(dict.fromkeys(needed))
    places: Places = {}
    findings: list[Finding] = []
    for name, paragraph in _marked(body, (*FRAMES, *needed)):
        if name not in (*FRAMES, *needed):
            near = nearest(name, FRAMES, LIKE)
            known = f"there are: {', '.join(FRAMES)}"
            hint = f"did you mean {near}? {known}" if near else known
            message = f'has a place "{name}" that no section flows into'
            findings.append(_finding("word-place-unknown", message, hint, file, paragraph))
        elif name in places:
            message = f'has the place "{name}" twice'
            hint = "delete one of them"
            findings.append(_finding("word-place-twice", message, hint, file, paragraph))
        else:
            places[name] = paragraph
    if not places and not findings and not _says_anything(body):
        places["main"] = _emptied(body)
    if "main" in needed and "main" not in places:
        message = 'has no place for the frame "main"'
        hint = "add a paragraph with {{ main }} and nothing else"
        findings.append(_finding("word-place-missing", message, hint, file, None))
    for frame in needed:
        if frame not in FRAMES and frame not in places:
            message = f'has no place for the frame "{frame}"'
            hint = f"add a paragraph with {{{{ {frame} }}}} and nothing else"
            findings.append(_finding("word-place-missing", message, hint, file, None))
    return places, findings


def _finding(code: str, message: str, hint: str, file: str, at: Element | None) -> Finding:
    where = "body" if at is None else whereabouts(at, "word/document.xml")
    return Finding(code, message, hint, path=(where,), file=file)


def _marked(body: Element, known: Iterable[str]) -> Iterator[tuple[str, Element]]:
    """Yield name and emptied paragraph of each place; a content control becomes a paragraph."""
    for control in list(body.iter(W + "sdt")):
        name = _control_name(control)
        if not name:
            continue
        holder = next(control.iterancestors(W + "p"), None)
        if holder is not None:
            _empty(holder)
            yield name, holder
        else:
            paragraph = w("p")
            control.addprevious(paragraph)
            parent = control.getparent()
            assert parent is not None
            parent.remove(control)
            yield name, paragraph
    for paragraph in list(body.iter(W + "p")):
        if (name := _name(paragraph)) in known:
            _empty(paragraph)
            yield name, paragraph


def _control_name(control: Element) -> str:
    for kind in ("tag", "alias"):
        mark = control.find(f"{W}sdtPr/{W}{kind}")
        name = "" if mark is None else (mark.get(W + "val") or "").strip()
        if name.lower().startswith(CONTROL):
            return name[len(CONTROL) :].strip().lower()
    return ""


def _empty(paragraph: Element) -> None:
    for child in list(paragraph):
        if child.tag != W + "pPr":
            paragraph.remove(child)


def _says_anything(body: Element) -> bool:
    contents = ("t", "drawing", "pict", "tbl", "fldSimple", "fldChar", "sdt")
    return next(body.iter(*(W + name for name in contents)), None) is not None


def _emptied(body: Element) -> Element:
    """Return the one paragraph of a body that says nothing."""
    paragraph = w("p")
    for child in list(body):
        if child.tag == W + "p" and child.find(f"{W}pPr/{W}sectPr") is None:
            body.remove(child)
    body.insert(0, paragraph)
    return paragraph


def _name(paragraph: Element) -> str:
    text = own_text(paragraph).strip()
    if text.startswith("{{") and text.endswith("}}"):
        return text[2:-2].strip()
    return ""


def stand_in_text(places: Places, body: Element) -> bool:
    """Whether all places are paragraphs of the body itself, none of a table or text box."""
    return all(paragraph.getparent() is body for paragraph in places.values())


def put(frames: Mapping[str, list[Element]], places: Places, body: Element) -> None:
    """Put what was written into its places, the side column just before the main one.

    Head and foot stand before and after the main column where they have no place of their own.

    Raises:
        TemplateError: `word-not-placed`, for what was written and stands nowhere in the document.
    """
    story = dict(frames)
    around = {frame: [] if frame in places else story.pop(frame, []) for frame in ("head", "foot")}
    main = [*story.pop("side", []), *story.get("main", [])]
    story["main"] = [*around["head"], *main, *around["foot"]]
    for name, paragraph in places.items():
        elements = story.get(name, [])
        for element in elements:
            paragraph.addprevious(element)
        remove(paragraph)
    last = [child for child in body if child.tag != W + "sectPr"][-1:]
    if last and last[0].tag == W + "tbl":
        # Word wants a paragraph after the last table, and adds one of its own if there is none.
        last[0].addnext(w("p"))
    if lost := [*_unplaced(frames, body)]:
        raise TemplateError(lost)


def _unplaced(frames: Mapping[str, list[Element]], body: Element) -> Iterator[Finding]:
    """Yield a finding for each part of a brief that is not in the document."""
    for frame, elements in frames.items():
        for one in elements:
            if next((above for above in one.iterancestors() if above is body), None) is None:
                yield Finding(
                    "word-not-placed",
                    f"{shown(own_text(one))} of {frame} stands nowhere in the document",
                    "put {{ main }} into a paragraph of its own in the Word template",
                )
