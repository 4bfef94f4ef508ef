"""The type of a sample's text, title and headings, whatever styles and settings they have it from.

Few authors use styles: text stands in Normal with a font, a size and an alignment of its own, and
headings are paragraphs in bold. What a reader of the sample sees is what a brief is to look like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from briefgen.load.word.derive import add_style
from briefgen.load.word.legibility import set_property, set_spacing
from briefgen.load.word.letterhead_text import names_institution
from briefgen.load.word.sample_dress import LARGEST, UNSEEN, fit_unseen, put
from briefgen.load.word.sample_sheet import (
    TAGS,
    Said,
    SampleSheet,
    key_of,
    keys_of,
    said_in,
    size_of,
    style_name,
    take_rules,
    take_space_below,
    without_code,
)
from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W, attribute, child
from briefgen.ooxml.text import own_text
from briefgen.types.colour import TEXT_CONTRAST, contrast

_OF_TEXT = ("rFonts", "sz", "color")
_LEAST_WORDS, _SENTENCE_WORDS = 6, 12
"""Words of a paragraph of text at least, and of a heading at most."""

_MOST_PART = 0.6
"""Share of the letters of the text from which on what they have is the look of the text."""

_OF_A_FORM = 3
"""Letters in the tables of a form at least, as a multiple of those outside."""

_MOST_OF_TITLE = 48
"""Words of a title that says what a title is to say, at most."""

_FIRST = 10
"""Paragraphs among which the title of a sample is."""

_LARGER = 1.15
"""Size of a title as a share of that of text at least."""

_SHARES = {"title": 1.5, "heading 1": 1.15, "heading 2": 1.0}
"""Size as a share of that of text where title and headings of a sample are no larger."""

_LARGEST_TEXT, _LEAST_LINES = 28, 3
"""Half points of text at most, and its paragraphs at least, where nothing else tells it."""

_MARKS = "{[<$_…«"
"""Characters of what is to be filled in."""

_ENDS = (".", ":", ";", ",", "!", "?")
_OWN_KINDS = ("heading", "title", "toc", "caption", "header", "footer", "footnote", "list")
"""Beginnings of names of styles that running text has none of."""

_TEXT_OF_LISTS = "list paragraph"
"""What Word calls the style of paragraphs that somebody numbered, and many texts are in."""

_LISTS = ("List Bullet", "List Number", "List Bullet 2", "List Number 2")

_EMPTY_LINES = 0.3
"""Empty paragraphs of a sample as a share of the others from which on they are its spacing."""

_SPACES = {"before": 0.9, "after": 0.3}
_BELOW_TEXT = 0.5
"""Space around headings and below text in sizes of theirs, where a style is made."""


def take_type(styles: Element, body: Element) -> None:
    """Give text, title and headings of a style sheet the type that those of a sample show.

    A title or heading whose style the sample uses is left to it. Where the sample shows none, one
    whose style is out of proportion to the text is made smaller.
    """
    sheet = SampleSheet(styles)
    every = without_code([*said_in(sheet, body)])
    text = _text(every, sheet, body)
    if not text:
        text = [one for one in every if _may_be_text(one, sheet)]
        text = text if len(text) >= _LEAST_LINES else []
    look = _of_text(text) if text else {}
    half_points = size_of(look.get("sz", sheet.of_run(None, sheet.normal)["sz"]))
    title = None
    in_tables = [*said_in(sheet, body, in_tables=True)]
    if not _is_used(sheet, "Title", [*every, *in_tables]) and (text or len(every) >= _LEAST_LINES):
        title = _title(every, text, sheet, half_points)
        if title:
            _dress(sheet, "Title", [title], half_points)
        else:
            headed = sheet.named("Heading 1") if _is_used(sheet, "Heading 1", every) else None
            fit_unseen(sheet, "Title", half_points, headed)
    if not text:
        shown = _showing(sheet, "Heading 2", every)
        if shown and not _is_used(sheet, "Heading 1", every):
            _dress(sheet, "Heading 1", shown, half_points)
        return
    _dress_text(sheet, look, _alignment(text, sheet))
    _dress_unseen_lists(sheet, look, every)
    _close_lines(sheet, text)
    if _is_spaced_by_lines(body):
        _space(sheet, "Body Text", {"after": _BELOW_TEXT}, half_points)
        _space(sheet, "Heading 1", _SPACES, half_points)
    if not _is_used(sheet, "Heading 1", every):
        headings = _headings(every, title, text, sheet) or _showing(sheet, "Heading 2", every)
        like_title = [title] if title and title.bold_throughout and not headings else []
        headings = headings or like_title
        most = round(UNSEEN["heading 1"] * half_points) if like_title else LARGEST
        _dress(sheet, "Heading 1", headings, half_points, most)
        if sheet.named("Heading 2") is not None and not _is_used(sheet, "Heading 2", every):
            _dress(sheet, "Heading 2", headings, half_points, most)


def _text(every: Sequence[Said], sheet: SampleSheet, body: Element) -> list[Said]:
    """Return the paragraphs of running text: those in the tables of a form."""
    cells = [*said_in(sheet, body, in_tables=True)]
    in_cells, outside = (sum(len(one.words) for one in each) for each in (cells, every))
    text = [one for one in cells if _is_text(one, sheet)]
    is_form = len(text) >= _LEAST_LINES and in_cells > _OF_A_FORM * outside
    return text if is_form else [one for one in every if _is_text(one, sheet)]


def _is_spaced_by_lines(body: Element) -> bool:
    """Whether a sample parts its paragraphs by empty ones."""
    said = [bool(own_text(one).strip()) for one in body.iterchildren(W + "p")]
    return said.count(False) >= _EMPTY_LINES * max(1, said.count(True))


def _space(sheet: SampleSheet, name: str, shares: Mapping[str, float], half_points: int) -> None:
    """Give a style the space around it that empty paragraphs make in the sample, if it has none."""
    style = sheet.named(name)
    if style is None:
        return
    defaults = child(sheet.root, "docDefaults", "pPrDefault")
    said = [child(one, "pPr", "spacing") for one in (*sheet.way(style), defaults)]
    for side in ("before", "after"):
        if (next((at for one in said if (at := attribute(one, side))), "0")) != "0":
            return
    set_spacing(style, {side: round(share * 10 * half_points) for side, share in shares.items()})


def _is_text(one: Said, sheet: SampleSheet) -> bool:
    name = style_name(one.paragraph, sheet)
    is_other = (name.startswith(_OWN_KINDS) and name != _TEXT_OF_LISTS) or any(
        child(style, "pPr", "outlineLvl") is not None
        for style in sheet.way(sheet.style_of(one.paragraph))
    )
    return not is_other and len(one.words.split()) >= _LEAST_WORDS and not one.bold_throughout


def _may_be_text(one: Said, sheet: SampleSheet) -> bool:
    """Whether a paragraph is text where a sample has no sentences: a form, a list of fields."""
    is_other = style_name(one.paragraph, sheet).startswith(("heading", "title", "toc", "header"))
    return not is_other and one.size <= _LARGEST_TEXT


def _most(said: Sequence[Said], key: Callable[[Said], str]) -> tuple[str, Said] | None:
    """Return what most of the letters have, if it is most of them, and the first that has it."""
    counted: Counter[str] = Counter()
    firsts: dict[str, Said] = {}
    for one in said:
        counted[key(one)] += len(one.words)
        firsts.setdefault(key(one), one)
    found, count = counted.most_common(1)[0]
    return (found, firsts[found]) if count >= _MOST_PART * counted.total() else None


def _of_text(text: Sequence[Said]) -> dict[str, Element | None]:
    """Return what most of the letters of the text have, as far as most have the same."""
    found: dict[str, Element | None] = {}
    for tag in _OF_TEXT:
        most = _most(text, lambda one, tag=tag: key_of(tag, one.look[tag]))  # type: ignore[misc]
        if most and not (tag == "color" and _is_of_prompts(most[0])):
            found[tag] = most[1].look[tag]
    return found


def _is_of_prompts(colour: str) -> bool:
    """Whether a colour is none that text is read in: pale, or the red of what is filled in."""
    try:
        return bool(colour) and contrast(f"#{colour}", "#ffffff") < TEXT_CONTRAST
    except ValueError:
        return True


def _alignment(text: Sequence[Said], sheet: SampleSheet) -> str | None:
    most = _most(text, lambda one: sheet.aligned(one.paragraph))
    return most[0] if most and most[0] in ("both", "left") else None


def _dress_text(sheet: SampleSheet, look: dict[str, Element | None], align: str | None) -> None:
    """Give the style of running text what the sample's text has, where it has something else."""
    style = sheet.named("Body Text")
    base = sheet.normal if style is None else style
    own = sheet.of_run(None, base)
    other = [tag for tag, said in look.items() if key_of(tag, own[tag]) != key_of(tag, said)]
    aligned = next(
        (one for each in sheet.way(base) if (one := child(each, "pPr", "jc")) is not None), None
    )
    turned = align is not None and align != (attribute(aligned, "val") or "left")
    if not other and not turned:
        return
    if style is None:
        after = round(_BELOW_TEXT * 10 * size_of(look.get("sz", own["sz"])))
        style = _made(sheet, "Body Text", w("spacing", after=after))
    put(style, look, other)
    if turned:
        set_property(style, "pPr", w("jc", val=align))
    _dress_lists(sheet, look, own, other)


def _close_lines(sheet: SampleSheet, text: Sequence[Said]) -> None:
    """Set running text in lines as close as those of most of the sample's, if its style has not."""
    style = sheet.named("Body Text")
    if style is None:
        return
    counted: Counter[tuple[int, str]] = Counter()
    for one in text:
        lines = sheet.lines(one.paragraph, sheet.style_of(one.paragraph))
        counted[lines] += len(one.words)
    (shown, rule), _ = counted.most_common(1)[0]
    own, own_rule = sheet.lines(None, style)
    if rule == own_rule == "auto" and shown < own:
        set_spacing(style, {"line": shown, "lineRule": rule})


def _dress_lists(
    sheet: SampleSheet,
    look: dict[str, Element | None],
    own: dict[str, Element | None],
    tags: Iterable[str],
) -> None:
    """Give items of lists, and words that are marked, what the text has where they had the same."""
    lists = [one for name in _LISTS if (one := sheet.named(name)) is not None]
    for style in lists:
        letters = sheet.of_run(None, style)
        put(style, look, _alike(tags, letters, own))
    for style in filter(_is_strong, sheet.by_id.values()):
        marked = {tag: child(style, "rPr", tag) for tag in tags}
        said = [tag for tag in tags if marked[tag] is not None]
        put(style, look, _alike(said, marked, own))


def _dress_unseen_lists(
    sheet: SampleSheet, look: dict[str, Element | None], every: Sequence[Said]
) -> None:
    """Give lists that a sample never shows the font and size of its text.

    Such a style is left from another document, and nobody saw it beside the text.
    """
    for name in _LISTS:
        style = sheet.named(name)
        if style is None or _is_used(sheet, name, every):
            continue
        own = sheet.of_run(None, style)
        tags = [tag for tag in ("rFonts", "sz") if look.get(tag) is not None]
        put(style, look, [tag for tag in tags if key_of(tag, own[tag]) != key_of(tag, look[tag])])


def _alike(
    tags: Iterable[str],
    one: Mapping[str, Element | None],
    other: Mapping[str, Element | None],
) -> list[str]:
    return [tag for tag in tags if key_of(tag, one[tag]) == key_of(tag, other[tag])]


def _is_strong(style: Element) -> bool:
    name = attribute(child(style, "name"), "val")
    return style.get(W + "type") == "character" and name in ("Strong", "Emphasis")


def _made(sheet: SampleSheet, name: str, *paragraph: Element) -> Element:
    base = None if sheet.normal is None else sheet.normal.get(W + "styleId")
    add_style(sheet.root, "paragraph", name, base, w("pPr", *paragraph))
    style = sheet.root[-1]
    sheet.by_id[style.get(W + "styleId", "")] = style
    sheet.by_name[name.lower()] = style
    return style


def _is_used(sheet: SampleSheet, name: str, every: Sequence[Said]) -> bool:
    return bool(_showing(sheet, name, every))


def _showing(sheet: SampleSheet, name: str, every: Sequence[Said]) -> list[Said]:
    """Return the paragraphs of a sample in a style, or in one made from it."""
    style = sheet.named(name)
    return [
        one
        for one in every
        if style is not None and style in sheet.way(sheet.style_of(one.paragraph))
    ]


def _title(
    every: Sequence[Said], text: Sequence[Said], sheet: SampleSheet, half_points: int
) -> Said | None:
    """Return the largest of the first paragraphs, if it is larger than the text.

    Where none is, the first one in bold that looks like no heading is it: a letter's subject.
    """
    early = [one for one in every[:_FIRST] if _may_be_title(one, every, sheet)]
    first = [one for one in early if len(one.words.split()) <= 2 * _SENTENCE_WORDS]
    largest = max(first, key=lambda one: one.size, default=None)
    if largest and largest.size >= _LARGER * half_points:
        return largest
    headings = {_shown_as(one, sheet) for one in _headings(every, None, text, sheet)}
    bold = (one for one in early if one.bold_throughout and not names_institution(one.words))
    return next((one for one in bold if _shown_as(one, sheet) not in headings), None)


def _may_be_title(one: Said, every: Sequence[Said], sheet: SampleSheet) -> bool:
    """Whether a paragraph is no heading below a title, nor a whole text in bold."""
    is_heading = style_name(one.paragraph, sheet).startswith("heading") and one is not every[0]
    return not is_heading and len(one.words.split()) <= _MOST_OF_TITLE


def _shown_as(one: Said, sheet: SampleSheet) -> tuple[str, ...]:
    return (*keys_of(one.look), sheet.aligned(one.paragraph))


def _headings(
    every: Sequence[Said], title: Said | None, text: Sequence[Said], sheet: SampleSheet
) -> list[Said]:
    """Return short paragraphs in bold that stand over text: headings without their style."""

    def may_be(one: Said) -> bool:
        return (
            one.bold_throughout
            and one is not title
            and len(one.words.split()) <= _SENTENCE_WORDS
            and not one.words.endswith(_ENDS)
            and not any(mark in one.words for mark in _MARKS)
            and not style_name(one.paragraph, sheet).startswith(_OWN_KINDS)
        )

    running = {id(one) for one in text}
    return [one for one, below in pairwise(every) if may_be(one) and id(below) in running]


def _dress(
    sheet: SampleSheet,
    name: str,
    shown: Sequence[Said],
    half_points: int,
    largest: int = LARGEST,
) -> None:
    """Give a style what most that show it have, or a size that goes with the text."""
    style = sheet.named(name)
    if not shown:
        fit_unseen(sheet, name, half_points)
        return
    if style is None:
        level = [] if name == "Title" else [w("outlineLvl", val=0)]
        space = {side: round(share * 10 * half_points) for side, share in _SPACES.items()}
        style = _made(sheet, name, w("keepNext"), w("spacing", **space), *level)
    looks = Counter(keys_of(each.look) for each in shown)
    one = next(each for each in shown if keys_of(each.look) == looks.most_common(1)[0][0])
    put(style, one.look, TAGS)
    share = _SHARES[name.lower()]
    size = max(one.size, round(share * half_points)) if share > 1 else half_points
    size = min(size, largest)
    set_property(style, "rPr", w("sz", val=size))
    set_property(style, "rPr", w("szCs", val=size))
    if name == "Title" or shown[1:]:
        set_property(style, "pPr", w("jc", val=sheet.aligned(one.paragraph)))
    paragraphs = [each.paragraph for each in shown]
    take_rules(sheet, style, paragraphs)
    if name != "Title":
        take_space_below(style, paragraphs, size)
