"""Styles of a sample dressed as its letters are, or fitted to its text where it shows none."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from briefgen.load.word.legibility import set_property
from briefgen.load.word.sample_sheet import SampleSheet, drop_rules, key_of, size_of
from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element

LARGEST = 44
"""Half points of a title at most, as a brief has less room than a cover."""

UNSEEN = {"title": 2.0, "heading 1": 1.4, "heading 2": 1.2}
"""Size as a share of that of text which a style has at most that a sample has and never shows."""

_ABOVE_HEADINGS = 1.25
"""Size of a title as a share of that of its headings."""

_WORDS_OWN = frozenset({
    "17365D", "323E4F",
    "365F91", "345A8A", "2E74B5", "2F5496", "0F4761",
    "4F81BD",
})  # fmt: skip
"""Colours that Word gives title and headings of its own, version by version."""


def put(style: Element, look: dict[str, Element | None], tags: Iterable[str]) -> None:
    """Give a style some of what letters have; what is said of none of it is put off."""
    for tag in tags:
        said = look[tag]
        if tag == "color" and said is None:
            said = w("color", val="auto")
        if said is None and tag in ("b", "i", "caps"):
            said = w(tag, val=0)
        if said is None and tag == "u":
            said = w("u", val="none")
        if said is not None:
            set_property(style, "rPr", deepcopy(said))
            if tag == "sz":
                set_property(style, "rPr", w("szCs", val=size_of(said)))


def fit_unseen(
    sheet: SampleSheet, name: str, half_points: int, below: Element | None = None
) -> None:
    """Let a style that a sample never shows have a size that goes with its text of `half_points`.

    It may be larger than a style `below` it that the sample does show.
    """
    style = sheet.named(name)
    if style is not None:
        shown = 0 if below is None else size_of(sheet.of_run(None, below)["sz"])
        most = max(UNSEEN[name.lower()] * half_points, min(_ABOVE_HEADINGS * shown, LARGEST))
        _fit(sheet, style, round(most))


def _fit(sheet: SampleSheet, style: Element, most: int) -> None:
    """Let a style that a sample never shows be no larger, nor of another kind, than its text.

    What Word gave it, a colour and the theme's font of headings, goes.
    """
    body = sheet.named("Body Text")
    own, text = (sheet.of_run(None, one) for one in (style, sheet.normal if body is None else body))
    if size_of(own["sz"]) > most:
        set_property(style, "rPr", w("sz", val=most))
        set_property(style, "rPr", w("szCs", val=most))
    is_words_own = key_of("color", own["color"]) in _WORDS_OWN
    if is_words_own:
        put(style, text, ("color",))
    drop_rules(sheet, style, _WORDS_OWN)
    of_theme = [key_of("rFonts", one["rFonts"]).startswith("@") for one in (own, text)]
    if of_theme == [True, is_words_own and of_theme[1]] and text["rFonts"] is not None:
        put(style, text, ("rFonts",))
