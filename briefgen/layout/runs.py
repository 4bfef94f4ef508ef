"""The runs of a text with their styles, and the elements that links and quotations are."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.layout.setting import Setting, cased, mpt
from briefgen.layout.units import RunStyle, StyledText
from briefgen.types.laid import Element
from briefgen.types.page_style import (
    NOTE_RISE,
    NOTED_LEAST_PT,
    SCRIPT_LEAST_PT,
    SCRIPT_SIZE,
    SUBSCRIPT_DROP,
    PageStyle,
    TextStyle,
)
from briefgen.types.prose import Run
from briefgen.types.role import QUIET_LINKS


def styled_runs(
    text: Iterable[Run], style: TextStyle, setting: Setting, elements: list[Element]
) -> list[StyledText]:
    """Give each run its style; neighbours that are printed alike are one.

    An element is appended for each link, quotation and foreign run.
    The last of `elements` is the one that the text belongs to.
    """
    own = len(elements) - 1
    styled: list[StyledText] = []
    known: dict[tuple[object, ...], RunStyle] = {}
    before: object = None
    for run in text:
        owner = _owner(run)
        if owner is None:
            index = own
        elif owner != before:
            elements.append(_inline_element(run, own))
            index = len(elements) - 1
        before = owner
        for words, share in cased(run.text, style):
            kind = (run.bold, run.italic, run.superior, run.script, index, run.language, share)
            if kind not in known:
                known[kind] = _run_style(run, style, setting, index, share)
            run_style = known[kind]
            if styled and styled[-1][1] is run_style:
                styled[-1] = styled[-1][0] + words, run_style
            else:
                styled.append((words, run_style))
    return styled


def _run_style(
    run: Run, style: TextStyle, setting: Setting, element: int, share: float
) -> RunStyle:
    return RunStyle(
        setting.face(style, run),
        _size_pt(run, style, setting) * share,
        _colour(run, style, setting.page_style),
        element,
        rise_mpt=_rise_mpt(run, style),
        tracking_pt=style.tracking_pt,
        underlined=style.underlined or (bool(run.address) and style.role not in QUIET_LINKS),
        language=run.language or setting.language,
        behind=style.highlight,
    )


def _colour(run: Run, style: TextStyle, page_style: PageStyle) -> str:
    """Return the colour of a run: that of the character style which it has in Word."""
    if run.address:
        return page_style.link
    if run.superior:
        return style.colour
    if run.bold and not style.bold:
        return page_style.strong or style.colour
    return (page_style.emphasis if run.italic else None) or style.colour


def _size_pt(run: Run, style: TextStyle, setting: Setting) -> float:
    if run.script:
        return min(style.size_pt, max(SCRIPT_LEAST_PT, style.size_pt * SCRIPT_SIZE))
    if run.superior:
        return max(style.size_pt, NOTED_LEAST_PT) * setting.note_size
    return style.size_pt


def _rise_mpt(run: Run, style: TextStyle) -> int:
    if run.script == "sub":
        return -mpt(style.size_pt * SUBSCRIPT_DROP)
    return mpt(style.size_pt * NOTE_RISE) if run.superior or run.script else 0


def _owner(run: Run) -> object:
    """Return what an element within the text stands for; None for the text itself."""
    link = run.note or run.exhibit or run.address
    return link or ((run.quotation, run.language) if run.quotation or run.language else None)


def _inline_element(run: Run, parent: int) -> Element:
    if run.note:
        return Element("Link", parent, address=f"#note-{run.note}")
    if run.exhibit:
        return Element("Link", parent, address=f"#{run.exhibit}")
    if run.address:
        return Element("Link", parent, address=run.address)
    if run.quotation:
        return Element("Quote", parent, language=run.language)
    return Element("Span", parent, language=run.language)
