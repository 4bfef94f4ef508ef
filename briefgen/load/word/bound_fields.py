"""Fields and content controls of a template that show a core property: they ask for the brief's.

A control that is bound to the title, or a TITLE field, becomes `{{ title }}`, so that the PDF and
the Word file print the same, whatever a word processor does with fields.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.ooxml.build import removed, text_content, unwrapped, w
from briefgen.ooxml.fields import Field, replace_fields
from briefgen.ooxml.names import XML_SPACE, Element, W, attribute, child
from briefgen.ooxml.text import own_pieces
from briefgen.pattern import late_pattern

CORE_PROPERTIES = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
"""The store of the core properties, as Word names it in `w:dataBinding`."""

_OF_PROPERTIES: Mapping[str, str] = {
    "title": "title",
    "subject": "title",
    "creator": "author",
    "contentStatus": "status",
    "identifier": "number",
    "version": "version",
}
"""Core properties, and what a template asks for in their place. Whom a template calls its subject
is what its next document is about: that is the title of the brief."""

_OF_FIELDS: Mapping[str, str] = {"TITLE": "title", "SUBJECT": "title", "AUTHOR": "author"}
_PROMPTS: Mapping[str, str] = {
    "title": "short_title",
    "company": "organisation",
    "organi": "organisation",
    "author": "author",
}
"""Words of prompts in content controls, and what they ask for."""

_DATES = frozenset({"DATE", "CREATEDATE", "SAVEDATE", "PRINTDATE"})
"""Fields that show a day of the template's own file, which no brief is of."""

_UNSAID = frozenset({"TIME", "EDITTIME"})

_LABELLED = late_pattern(r"(?:[^\W\d]+[ .]{1,2}){0,2}[^\W\d]+\s?:\s*(\{\{ edition_date \}\})")
"""A date that a label stands before."""

_READS_NAME = frozenset({"DOCPROPERTY", "STYLEREF", "INFO"})
"""Fields of which the word after the name says what they show."""

_RUNNING = (W + "hdr", W + "ftr")

_NUMBERED = frozenset({"\\n", "\\r", "\\w", "\\s", "\\p"})
"""Switches of STYLEREF that show a paragraph's number, or where it stands (17.16.5.59)."""

_HEADINGS = (
    *("head", "titre", "überschrift", "título", "titulo", "titolo", "kop", "rubrik", "overskrift"),
    *("nagłówek", "nadpis", "otsikko", "заголов", "标题", "見出し"),
)
"""In the names of heading styles."""

_PROPERTY = late_pattern(r"(\w+)(?:\[1\])?$")
_WORD = late_pattern(r'"([^"]*)"|(\S+)')


def ask_for_properties(root: Element) -> None:
    """Let what shows a core property of the template ask for that of the brief.

    What no brief has an answer to is left as it is. A subject beside a title is its second line:
    the brief's title is not said twice, and that line goes where another follows it.
    """
    is_running = root.tag in _RUNNING
    replace_fields(root, _asked_by_running if is_running else _asked_by_field)
    if is_running:
        _keep_labels(root)
    controls = [(one, _property(one)) for one in list(root.iter(W + "sdt"))]
    has_title = any(asked == "title" for _, asked in controls)
    for control, asked in controls:
        name = _OF_PROPERTIES.get(asked)
        content = child(control, "sdtContent")
        if not name or content is None:
            continue
        if asked == "subject" and has_title and _is_followed_line(control, content):
            removed(control)
        else:
            _say(content, "" if asked == "subject" and has_title else _mark(name))
            _settle(control)


def answer_prompts(root: Element) -> bool:
    """Let prompts of a header or footer, such as [Company], ask for what a brief has of it.

    A prompt that nobody answered is no text; what a brief has no answer to prints nothing. Returns
    whether there were any.
    """
    found = False
    if root.tag not in _RUNNING:
        return found
    for control in list(root.iter(W + "sdt")):
        content = child(control, "sdtContent")
        if child(control, "sdtPr", "showingPlcHdr") is None or content is None:
            continue
        asked = "".join(one.text or "" for one in content.iter(W + "t")).lower()
        if "{{" in asked:
            continue
        name = next((one for word, one in _PROMPTS.items() if word in asked), "")
        _say(content, _mark(name) if name else "")
        _settle(control)
        found = True
    return found


def _is_followed_line(control: Element, content: Element) -> bool:
    """Whether a control holds paragraphs of its own, and others stand after it."""
    after = control.getnext()
    lines = child(content, "p") is not None
    return lines and after is not None and after.tag in (W + "p", W + "sdt")


def _mark(name: str) -> str:
    return f"{{{{ {name} }}}}"


def _asked_by_field(field: Field) -> str:
    name = field.name
    if name in _READS_NAME:
        words = ["".join(one) for one in _WORD.findall(field.instruction)[1:2]]
        name = words[0].upper() if words else ""
    asked = _OF_FIELDS.get(name)
    return _mark(asked) if asked else ""


def _asked_by_running(field: Field) -> str:
    """Return what a field at the head or foot of pages asks for.

    One that repeats a heading (STYLEREF) shows one of the template's own text until a word
    processor reckons it anew: the brief's title stands there, and nothing for a number or another
    paragraph. A date is that of the edition, where it has one: what the field showed is the day on
    which somebody last opened the template.
    """
    if field.name in _DATES:
        return _mark("edition_date")
    if field.name in _UNSAID:
        return " "
    if (asked := _asked_by_field(field)) or field.name != "STYLEREF":
        return asked
    named, *switches = ("".join(one) for one in _WORD.findall(field.instruction)[1:] or [("", "")])
    is_number = any(one.lower() in _NUMBERED for one in switches)
    is_heading = any(word in named.lower() for word in _HEADINGS) or named.isdigit()
    return _mark("short_title") if is_heading and not is_number else " "


def _keep_labels(root: Element) -> None:
    """Let a label before a date go with it, where the edition has none."""
    for line in root.iter(W + "p"):
        pieces = list(own_pieces(line))
        if not any("edition_date" in (one.text or "") for one in pieces):
            continue
        said = "".join(one.text or "" for one in pieces)
        for found in reversed([*_LABELLED.finditer(said)]):
            _put_at(pieces, found.end(), "{% endif %}")
            _put_at(pieces, found.start(), "{% if edition_date %}")


def _put_at(pieces: list[Element], place: int, text: str) -> None:
    """Put text into that piece in which a place of their joined words lies or ends."""
    for piece in pieces:
        own = piece.text or ""
        if place <= len(own) and own:
            piece.text = own[:place] + text + own[place:]
            piece.set(XML_SPACE, "preserve")
            return
        place -= len(own)


def _property(control: Element) -> str:
    """Return the core property that a control is bound to; nothing for any other control."""
    binding = child(control, "sdtPr", "dataBinding")
    if (attribute(binding, "storeItemID") or "").upper() != CORE_PROPERTIES:
        return ""
    found = _PROPERTY.search(attribute(binding, "xpath") or "")
    return found.group(1) if found else ""


def _say(content: Element, text: str) -> None:
    """Leave of what a control holds one paragraph, if any, with one run of a text in it."""
    paragraphs = list(content.iter(W + "p"))
    for extra in paragraphs[1:]:
        removed(extra)
    holder = paragraphs[0] if paragraphs else content
    runs = list(holder.iter(W + "r"))
    run = runs[0] if runs else w("r")
    properties = child(run, "rPr")
    for element in list(holder):
        if element.tag != W + "pPr":
            holder.remove(element)
    for element in list(run):
        if element is not properties:
            run.remove(element)
    run.extend(text_content(text))
    holder.append(run)
    style = child(run, "rPr", "rStyle")
    if attribute(style, "val") == "PlaceholderText" and style is not None:
        removed(style)


def _settle(control: Element) -> None:
    """Take a control away, as what it holds is now written by the brief."""
    content = child(control, "sdtContent")
    if content is not None:
        unwrapped(content)
    for element in list(control):
        if element.tag in (W + "sdtPr", W + "sdtEndPr"):
            control.remove(element)
    unwrapped(control)


def without_dates(root: Element) -> None:
    """Leave out the date of a sample that somebody chose in a control for dates."""
    for control in root.iter(W + "sdt"):
        if child(control, "sdtPr", "date") is not None:
            for text in control.iter(W + "t"):
                text.text = ""
