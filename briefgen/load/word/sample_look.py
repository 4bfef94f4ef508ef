"""The look of a sample whose author set it on the paragraphs, not the styles.

With the sample's words that look would go, and a style of which nobody ever saw the own look would
be printed instead: Word's blue over a report in black.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy

from briefgen.load.word.legibility import set_property
from briefgen.load.word.sample_type import take_type
from briefgen.load.word.style_names import local_names
from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W, attribute, child, is_default
from briefgen.ooxml.text import own_pieces, own_text
from briefgen.pattern import late_pattern
from briefgen.types.colour import TEXT_CONTRAST, contrast

_TITLE = "Title"
_NAMES = (_TITLE, "Heading 1", "Heading 2")
_TEXT = ("rFonts", "b", "i", "caps", "smallCaps", "color")
_PARTS = {"jc": "pPr", **dict.fromkeys(_TEXT, "rPr")}
"""What is taken over: sizes are not, as a brief has less room than a cover."""

_TEXT_STYLE = "Body Text"
_NEARLY_ALL = 0.8
"""Share of the letters of a sample whose font is that of its text."""

_RGB = late_pattern(r"[0-9A-Fa-f]{6}")
_GREY = 24
"""How far the parts of a grey are apart, of 255."""

_TITLE_HALF_POINTS = 36
"""Size from which on the first words of a sample are its title, whatever their style."""


def take_look(styles: Element, body: Element) -> None:
    """Give title and headings in a style sheet what all such paragraphs of a sample say alike.

    A second level that the sample does not show goes with the first.
    """
    by_id = {one.get(W + "styleId", ""): one for one in styles.iter(W + "style")}
    said = [one for one in body.iter(W + "p") if own_text(one).strip()]
    taken: dict[str, Element] = {}
    for name in _NAMES:
        style = _named(name, styles)
        if style is None:
            continue
        shown = [*_shown(style, said, by_id)]
        if name == _TITLE and not shown and said and said[0].getparent() is body:
            shown = [said[0]] if _opens(said[0], styles) else []
        if name == _TITLE and not shown:
            _follow_heading(style, _named("Heading 1", styles), said)
        if shown or name == _TITLE:
            taken = {
                tag: one for tag in _PARTS if (one := _alike(shown, tag, style, by_id)) is not None
            }
        if name != _TITLE and not shown[1:]:
            taken.pop("jc", None)  # one heading in the middle may be the sample's title
        for tag, one in taken.items():
            set_property(style, _PARTS[tag], deepcopy(one))
        if name == _TITLE:
            taken = {}
    _take_colours(styles, said, by_id)
    _take_font(styles, said)
    take_type(styles, body)


def _take_colours(styles: Element, said: list[Element], by_id: Mapping[str, Element]) -> None:
    """Give text the grey that all of it has, and first headings the colour of second ones alone.

    Text in another colour is often what an author is told.
    """
    text, *levels = (_named(name, styles) for name in (_TEXT_STYLE, *_NAMES[1:]))
    grey = None if text is None else _alike([*_shown(text, said, by_id)], "color", text, by_id)
    if text is not None and grey is not None and _is_grey(attribute(grey, "val") or ""):
        set_property(text, "rPr", deepcopy(grey))
    first, second = levels
    if first is None or second is None or [*_shown(first, said, by_id)]:
        return
    colour = _alike([*_shown(second, said, by_id)], "color", second, by_id)
    if colour is not None:
        set_property(first, "rPr", deepcopy(colour))


def _is_grey(colour: str) -> bool:
    """Whether a colour is a grey that text can be read in."""
    if not _RGB.fullmatch(colour):
        return False
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return max(parts) - min(parts) <= _GREY and contrast(f"#{colour}", "#ffffff") >= TEXT_CONTRAST


def _take_font(styles: Element, said: list[Element]) -> None:
    """Give text, and a title and headings without a font of their own, that of nearly all words.

    Headers and footers have words of their own, whose font stays.
    """
    counted: Counter[str] = Counter()
    fonts: dict[str, Element] = {}
    by_id = {one.get(W + "styleId", ""): one for one in styles.iter(W + "style")}
    for paragraph in said:
        own = _font_of_style(by_id.get(_style_id(paragraph)), by_id)
        for text in own_pieces(paragraph):
            said_here = child(text.getparent(), "rPr", "rFonts")
            font = own if said_here is None else said_here
            name = attribute(font, "ascii") or ""
            counted[name] += len((text.text or "").strip())
            if font is not None:
                fonts.setdefault(name, font)
    name, count = counted.most_common(1)[0] if counted else ("", 0)
    normal = next(filter(_is_default, styles.iter(W + "style")), None)
    if not name or ";" in name or count < _NEARLY_ALL * counted.total() or normal is None:
        return
    old = child(normal, "rPr", "rFonts")
    if old is None:
        old = child(styles, "docDefaults", "rPrDefault", "rPr", "rFonts")
    for others in ("header", "footer"):
        _set_font(_named(others, styles), old)
    set_property(normal, "rPr", deepcopy(fonts[name]))
    for one in (_TEXT_STYLE, *_NAMES):
        _set_font(_named(one, styles), fonts[name])


def _font_of_style(style: Element | None, by_id: Mapping[str, Element]) -> Element | None:
    """Return the font of a style or of one that it is made from, but of the text's own."""
    for _ in range(len(by_id)):
        if style is None or _is_default(style):
            return None
        font = child(style, "rPr", "rFonts")
        if font is not None:
            return font
        style = by_id.get(_base(style))
    return None


def _set_font(style: Element | None, font: Element | None) -> None:
    """Give a style a font where it has none of its own."""
    if style is not None and font is not None and child(style, "rPr", "rFonts") is None:
        set_property(style, "rPr", deepcopy(font))


def _is_default(style: Element) -> bool:
    return style.get(W + "type") == "paragraph" and is_default(style)


def _named(name: str, styles: Element) -> Element | None:
    wanted = {one.lower() for one in (name, *local_names(name))}
    return next(
        (
            one
            for one in styles.iter(W + "style")
            if (attribute(child(one, "name"), "val") or "").lower() in wanted
            and one.get(W + "type", "paragraph") == "paragraph"
        ),
        None,
    )


def _follow_heading(title: Element, heading: Element | None, said: list[Element]) -> None:
    """Let a title that is Word's own and that nobody used go with headings that a sample shows."""
    fonts = child(title, "rPr", "rFonts")
    own = attribute(fonts, "asciiTheme") == "majorHAnsi" and _is_words_own(title)
    if not own or heading is None or _base(heading) != _base(title):
        return
    said_of_font = child(heading, "rPr", "rFonts")
    is_shown = any(_style_id(one) == heading.get(W + "styleId") for one in said)
    if not is_shown or attribute(said_of_font, "asciiTheme") is not None:
        return
    set_property(title, "rPr", w("rFonts") if said_of_font is None else deepcopy(said_of_font))
    for tag in ("b", "color"):
        if (one := child(heading, "rPr", tag)) is not None:
            set_property(title, "rPr", deepcopy(one))


def _is_words_own(title: Element) -> bool:
    """Whether a title is set closer by half a point, as Word makes the style."""
    return attribute(child(title, "rPr", "spacing"), "val") == "-10"


def _style_id(paragraph: Element) -> str:
    return attribute(child(paragraph, "pPr", "pStyle"), "val") or ""


def _shown(style: Element, said: list[Element], by_id: Mapping[str, Element]) -> Iterator[Element]:
    """Yield the paragraphs of a style, or else those of the author's own made from it."""
    key = style.get(W + "styleId", "")
    own = [one for one in said if _style_id(one) == key]
    if own:
        yield from own
        return
    for one in said:
        used = by_id.get(_style_id(one))
        if used is not None and used.get(W + "customStyle") and _base(used) == key:
            yield one


def _base(style: Element) -> str:
    return attribute(child(style, "basedOn"), "val") or ""


def _opens(paragraph: Element, styles: Element) -> bool:
    """Whether the first words of a sample are its title."""
    heading = _named("Heading 1", styles)
    if heading is not None and _style_id(paragraph) == heading.get(W + "styleId"):
        return True
    sizes = [attribute(child(run, "rPr", "sz"), "val") or "0" for run in _runs(paragraph)]
    return all(size.isdigit() and int(size) >= _TITLE_HALF_POINTS for size in sizes)


def _runs(paragraph: Element) -> Iterator[Element]:
    for text in own_pieces(paragraph):
        run = text.getparent()
        if run is not None and (text.text or "").strip():
            yield run


def _alike(
    shown: list[Element], tag: str, style: Element, by_id: Mapping[str, Element]
) -> Element | None:
    """Return a property that all paragraphs, or all their runs, say: as most of them do.

    Headings in two shades of one blue are in neither of the style's own.
    """
    found: list[Element | None] = []
    for one in shown:
        used = by_id.get(_style_id(one))
        own = used is not None and used is not style and _base(used) == style.get(W + "styleId")
        inherited = child(used, _PARTS[tag], tag) if own else None
        at = [child(one, "pPr", tag)] if tag == "jc" else [
            child(run, "rPr", tag) for run in _runs(one)
        ]  # fmt: skip
        found += [inherited if each is None else each for each in at]
    kinds = [None if one is None else tuple(sorted(one.attrib.items())) for one in found]
    if not kinds or None in kinds:
        return None
    return found[kinds.index(Counter(kinds).most_common(1)[0][0])]
