"""Text of a Word template as it may stand in a brief: what is shown to every reader, no more.

Tracked changes are rejected, comments and hidden text go, fields that read a clock, a file or a
user stand at what they showed, content controls are no longer bound to stores that go.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefgen.load.word.background import clean_page_colour
from briefgen.load.word.bound_fields import answer_prompts, ask_for_properties
from briefgen.load.word.boxes_of_a_line import widen_boxes
from briefgen.load.word.field import SHOWS_NOTHING, is_frozen, leads_nowhere
from briefgen.load.word.hidden import HidingStyles, without_hidden
from briefgen.load.word.unframed import unframe
from briefgen.ooxml.build import child_of, properties_of, put_in, removed, unwrapped, w
from briefgen.ooxml.fields import freeze, has_changes, is_inserted, reject_changes
from briefgen.ooxml.names import VML, WP, A, Element, R, W, attribute, child, is_on, points, twips
from briefgen.ooxml.text import own_pieces, own_text, whereabouts
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding

# Embedded objects as the pictures that they show: a logo that was once pasted from a program.

_OFFICE = "{urn:schemas-microsoft-com:office:office}"


def picture_objects(root: Element) -> bool:
    """Turn embedded objects with a picture into that (17.3.3.19, 17.3.3.21), and say if any was.

    What is linked, has no picture or is a control stays, and is refused by the guard.
    """
    found = [one for one in root.iter(W + "object") if _is_picture(one)]
    for one in found:
        for ole in list(one.iter(_OFFICE + "OLEObject")):
            removed(ole)
        one.tag = W + "pict"
        for name in ("dxaOrig", "dyaOrig"):
            one.attrib.pop(W + name, "")
    return bool(found)


def _is_picture(element: Element) -> bool:
    objects = list(element.iter(_OFFICE + "OLEObject"))
    shown = element.find(f".//{VML}imagedata") is not None
    embedded = all(one.get("Type") == "Embed" for one in objects)
    return bool(objects) and shown and embedded and element.find(W + "control") is None


_COMMENTING = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
_LOW = 0.7
"""Lines of less than this part of a whole one only part what stands around them."""

_USUAL_PT, _LEADING = 12.0, 1.17

_RULE_EIGHTHS, _RULE_LINE_TWIPS = 12, 120
"""How thick a rule is, and how high the line above it."""

_AUTOMATIC_TWIPS = "280"
"""Space around a paragraph that Word sets itself: 14 pt (17.3.1.33, beforeAutospacing)."""

_LARGE_PT = 24.0
"""Size from which on a number of a list takes more room than the line of a heading."""

_SVG = "svgBlip"
_NAMED = frozenset({"docPr", "cNvPr", "imagedata", "shape"})
_COLOUR = late_pattern(r"#([0-9A-Fa-f]{6})")
_PATH = late_pattern(r"[A-Za-z]:\\|\\\\|file:|/(Users|home)/")
_SEPARATOR = late_pattern(r"[\\/]")
_MARKS = ("{{", "}}", "{%", "%}")


def mark_findings(root: Element, part: str, file: str) -> Iterator[Finding]:
    """Yield a finding for each mark of the template that stands in a tracked insertion.

    With all changes rejected it would be gone or cut, and nobody would know why.
    """
    for paragraph in root.iter(W + "p") if has_changes(root) else ():
        words = own_text(paragraph)
        old = "".join(one.text or "" for one in own_pieces(paragraph) if not is_inserted(one))
        if any(words.count(mark) != old.count(mark) for mark in _MARKS):
            yield Finding(
                "word-mark-inserted",
                f'"{words.strip()[:60]}" is a tracked insertion, and tracked changes are rejected',
                "accept it in Word under Review, Accept, and save the template again",
                path=(whereabouts(paragraph, part),),
                file=file,
            )


_ERROR = late_pattern(
    r"\s*(?:Error|Erreur|Fehler|¡Error|Erro|Errore|Fout|Fel|Feil|Fejl|Błąd|Ошибка)\s?!"
)
"""How the results of fields begin that found nothing, as Word writes them."""


def clean_text(root: Element, outside: dict[str, str], hiding: HidingStyles) -> list[str]:
    """Clean the tree of a part, and return what somebody may miss, in words.

    `outside` are the addresses that the part refers to, by the id of the reference; `hiding` are
    the styles that hide text.
    """
    reported = (
        ["tracked changes (rejected, and nothing deleted comes back)"]
        if reject_changes(root)
        else []
    )
    if _without(root, *_COMMENTING):
        reported.append("comments")
    if without_hidden(root, hiding):
        reported.append("hidden text")
    reported += clean_page_colour(root)
    if grids := [one for one in root.iter(W + "docGrid") if one.get(W + "type")]:
        for one in grids:
            del one.attrib[W + "type"]
        reported.append("the grid that lines keep to")
    if picture_objects(root):
        reported.append("objects of other programs, whose picture stays")
    if _without(root, W + "lnNumType"):
        reported.append("numbers of lines")
    if _without_large_numbers(root):
        reported.append("large numbers of a list, which have the size of their text")
    unframe(root)
    widen_boxes(root)
    _rule_paragraphs(root)
    _without_hidden_numbers(root)
    _measure_spacing(root)
    ask_for_properties(root)
    if answer_prompts(root):
        reported.append("prompts that nobody has answered")
    reported += _frozen(root)
    _without_errors(root)
    if _without_odd_links(root, outside):
        reported.append("links that lead to no address on the web")
    if _without_vectors(root):
        reported.append("SVG pictures, whose PNG stands in their place")
    _without_links_of_pictures(root, outside)
    _unbind(root)
    _without_revision_ids(root)
    _without_paths(root)
    return reported


def _rule_paragraphs(root: Element) -> None:
    """Make horizontal rules that a paragraph has alone, as Google Docs writes them, borders of it.

    They are as wide as the text (`o:hr`, 19.1.2.11), which a drawing is by its own measure.
    """
    for shape in list(root.iter(VML + "rect")):
        paragraph = next(shape.iterancestors(W + "p"), None)
        if shape.get(_OFFICE + "hr") != "t" or paragraph is None or own_text(paragraph).strip():
            continue
        drawn = [*paragraph.iter(W + "pict", W + "drawing", W + "object")]
        if len(drawn) != 1:
            continue
        removed(drawn[0])
        properties = properties_of(paragraph)
        colour = _COLOUR.match(shape.get("fillcolor") or "")
        for old in properties.findall(W + "pBdr"):
            properties.remove(old)
        shown = colour[1] if colour else "A0A0A0"
        rule = w("bottom", val="single", sz=_RULE_EIGHTHS, space=0, color=shown)
        put_in(properties, w("pBdr", rule))
        spacing = child_of(properties, "spacing")
        spacing.set(W + "line", str(_RULE_LINE_TWIPS))
        spacing.set(W + "lineRule", "exact")


def _without_large_numbers(root: Element) -> bool:
    """Take away sizes of numbers that are as high as several lines, as chapters of a book have."""
    large = [
        one
        for level in root.iter(W + "lvl")
        for one in level.iterfind(f"{W}rPr/*")
        if one.tag in (W + "sz", W + "szCs") and (points(attribute(one, "val"), 2) or 0) > _LARGE_PT
    ]
    for one in large:
        removed(one)
    return bool(large)


def _without_hidden_numbers(root: Element) -> None:
    """Let levels of a list whose number is hidden have none: LibreOffice shows it."""
    for level in root.iter(W + "lvl"):
        hidden, text = child(level, "rPr", "vanish"), child(level, "lvlText")
        if hidden is not None and is_on(hidden) and text is not None:
            text.set(W + "val", "")


def _measure_spacing(root: Element) -> None:
    """Write space that is left to the program, as web pages have it, as Word measures it.

    A low line of a footer from which something floats stays as it is: LibreOffice does not show
    what would float from an exact one down to the end of the page.
    """
    for spacing in root.iter(W + "spacing"):
        for side in ("before", "after"):
            left_open = str(spacing.attrib.pop(f"{W}{side}Autospacing", ""))
            if left_open and left_open.lower() not in ("0", "false", "off"):
                spacing.set(W + side, _AUTOMATIC_TWIPS)
        holder = next(spacing.iterancestors(W + "p"), None) if root.tag == W + "ftr" else None
        if holder is None or next(holder.iter(WP + "anchor"), None) is None:
            _measure_low_line(spacing)


def _measure_low_line(spacing: Element) -> None:
    """Make an empty line that is a part of a line as high as that: LibreOffice makes it whole."""
    line = points(attribute(spacing, "line"), 240)
    properties = spacing.getparent()
    paragraph = None if properties is None else properties.getparent()
    if line is None or line >= _LOW or attribute(spacing, "lineRule") not in (None, "auto"):
        return
    if paragraph is None or paragraph.tag != W + "p" or own_text(paragraph).strip():
        return
    if next(paragraph.iter(WP + "inline", W + "pict", W + "object"), None) is None:
        size_pt = points(attribute(child(properties, "rPr", "sz"), "val"), 2) or _USUAL_PT
        spacing.set(W + "line", str(max(1, twips(line * size_pt * _LEADING))))
        spacing.set(W + "lineRule", "exact")


def _without(root: Element, *names: str) -> bool:
    found = list(root.iter(*names))
    for element in found:
        run = element.getparent()
        removed(element)
        if run is not None and run.tag == W + "r" and all(one.tag == W + "rPr" for one in run):
            removed(run)
    return bool(found)


def _without_errors(root: Element) -> None:
    """Leave out what a field shows that found nothing to show."""
    for text in root.iter(W + "t"):
        if _ERROR.match(text.text or ""):
            text.text = ""


def _frozen(root: Element) -> list[str]:
    """Let fields stand at what they showed, and return what is to say of them."""
    fields = freeze(root, lambda one: is_frozen(one.instruction))
    names = dict.fromkeys(one.name for one in fields if one.name != "HYPERLINK")
    entries = ["hidden entries of an index or a list"] if names.keys() & SHOWS_NOTHING else []
    others = (name for name in names if name not in SHOWS_NOTHING)
    return [*(f"the field {name}, which stands at what it showed" for name in others), *entries]


def _without_odd_links(root: Element, outside: dict[str, str]) -> bool:
    """Leave of links that lead to no web page or mail address what they show."""
    found = False
    for link in list(root.iter(W + "hyperlink")):
        target = outside.get(link.get(R + "id", ""))
        if target is not None and leads_nowhere(target):
            unwrapped(link)
            found = True
    for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver"):
        for click in list(root.iter(A + name)):
            if leads_nowhere(outside.get(click.get(R + "id", ""), "https://")):
                removed(click)
                found = True
    for shape in root.iter(etree.Element):
        if str(shape.tag).startswith(VML) and leads_nowhere(shape.get("href") or "https://"):
            del shape.attrib["href"]
            found = True
    return found


def _without_vectors(root: Element) -> bool:
    """Remove SVG pictures that stand beside their own copy in pixels."""
    found = False
    for blip in root.iter(A + "blip"):
        for vector in [one for one in blip.iter(etree.Element) if _is_named(one, _SVG)]:
            holder = vector.getparent()
            if blip.get(R + "embed") and holder is not None:
                removed(holder)
                found = True
        for extensions in list(blip.iterchildren(A + "extLst")):
            if not len(extensions):
                removed(extensions)
    return found


def _is_named(element: Element, name: str) -> bool:
    return etree.QName(element).localname == name


def _without_links_of_pictures(root: Element, outside: dict[str, str]) -> None:
    """Forget from where a picture was taken that stands in the package itself."""
    for blip in root.iter(A + "blip"):
        if blip.get(R + "embed") and blip.get(R + "link", "") in outside:
            del blip.attrib[R + "link"]


def _unbind(root: Element) -> None:
    """Let content controls stand at what they show."""
    for properties in root.iter(W + "sdtPr"):
        for element in list(properties.iterchildren(etree.Element)):
            if etree.QName(element).localname in ("dataBinding", "placeholder"):
                properties.remove(element)
        control = properties.getparent()
        if root.tag in (W + "hdr", W + "ftr") and control is not None:
            _without_control(control)


def _without_control(control: Element) -> None:
    """Leave what a control of plain text in a line says: LibreOffice forgets its letters."""
    line, content = control.getparent(), child(control, "sdtContent")
    if line is None or line.tag != W + "p" or child(control, "sdtPr", "text") is None:
        return
    if content is None or any(one.tag != W + "r" for one in content):
        return
    for one in list(content):
        control.addprevious(one)
    line.remove(control)


def _without_paths(root: Element) -> None:
    """Leave of the path of a file, which Word calls a picture by, the name of the file."""
    for element in root.iter(etree.Element):
        if etree.QName(element).localname not in _NAMED:
            continue
        for key, value in element.items():
            if _PATH.match(str(value)):
                element.set(key, _SEPARATOR.split(str(value))[-1])


def _without_revision_ids(root: Element) -> None:
    """Remove what says in which session of editing something was written (17.15.1.72)."""
    for element in root.iter(etree.Element):
        for key in [key for key in element.attrib if str(key).startswith(W + "rsid")]:
            del element.attrib[key]
    for element in list(root.iter(W + "rsid", W + "printerSettings")):
        removed(element)
