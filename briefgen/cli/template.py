"""What `briefgen check --template` says of a Word template alone, for people at 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from briefgen.types.finding import counted, name_shown

if TYPE_CHECKING:  # for help and version, which need no model
    from briefgen.types.finding import Finding
    from briefgen.types.template_report import (
        FontReport,
        RoomReport,
        StyleReport,
        TemplateReport,
    )

_COLUMNS, _NAME, _ORIGIN = 80, 18, 23
_IN_STYLES = ("word-style-derived", "word-style-adjusted")
_FONT, _LEFT_OUT, _NOT_DRAWN = "font-", "word-left-out", "header-not-in-pdf"

_MAKE_STYLE = (
    "To give a role a style of its own: Home, Styles, the arrow in the corner, New Style, with the "
    "name of the role as it stands here. Or name yours in styles.yaml beside the template."
)
_CHANGE_STYLE = (
    "To change a style: Home, Styles, right click on it, Modify, Format (Font; Paragraph, Line and "
    "Page Breaks)."
)
_CHANGE_FONT = (
    "To print the font itself: --fonts FOLDER with its .ttf files. To choose another for the whole "
    "template: Design, Fonts, Customize Fonts; Calibri and Cambria come along as Carlito and "
    "Caladea."
)
_CHANGE_PAGE = "To change paper and margins: Layout, Size; Layout, Margins, Custom Margins."


def report_lines(report: TemplateReport) -> Iterator[str]:
    """Yield what is said of a template: first whether it can be used, last what to do."""
    yield f"{name_shown(report.file)}: {_verdict(report)}"
    if report.styles:
        yield from ("", *_page(report))
        yield from ("", *_styles(report))
        yield from ("", *_fonts(report))
    for code, title in (
        (_NOT_DRAWN, "THE PDF GOES WITHOUT"),
        (_LEFT_OUT, "LEFT OUT OF EACH BRIEF"),
    ):
        if of_code := [one for one in report.findings if one.code == code]:
            yield from ("", title, *_told(of_code))
    rest = [one for one in report.findings if not _has_section(one)]
    errors = [one for one in rest if one.severity == "error"]
    if errors:
        yield from ("", "TO FIX BEFORE A BRIEF CAN BE BUILT", *_told(errors))
    if others := [one for one in rest if one.severity != "error"]:
        yield from ("", "TO LOOK AT", *_told(others))


def _has_section(finding: Finding) -> bool:
    if finding.severity == "error":
        return False
    known = (*_IN_STYLES, _LEFT_OUT, _NOT_DRAWN)
    return finding.code in known or finding.code.startswith(_FONT)


def _verdict(report: TemplateReport) -> str:
    if report.errors:
        return f"cannot be used yet, {counted(len(report.errors), 'error')}"
    warnings = len(report.findings)
    return f"can be used, {counted(warnings, 'warning')}" if warnings else "can be used as it is"


def _page(report: TemplateReport) -> Iterator[str]:
    assert report.paper_mm
    assert report.margins_mm
    width, height = report.paper_mm
    sides = zip(("top", "right", "bottom", "left"), report.margins_mm, strict=True)
    margins = ", ".join(f"{name} {size:g}" for name, size in sides)
    yield "PAGE"
    yield from _wrapped(f"{width:g} × {height:g} mm; margins in mm: {margins}")
    for one in sorted(report.room, key=lambda one: one.pages or 99):
        yield f"  {one.length:{_NAME - 1}} {_room(one)}"
    if report.room:
        yield from _wrapped("Lines and letters are those of Body Text on a brief's first page.")
    yield from _wrapped(_CHANGE_PAGE)


def _room(one: RoomReport) -> str:
    beside = ", beside a side column" if one.side_column else ""
    where = f"page {one.page}: " if one.page > 1 else ""
    return f"{where}{counted(one.lines, 'line')} of about {one.characters} letters{beside}"


def _styles(report: TemplateReport) -> Iterator[str]:
    made = [one for one in report.styles if one.made_from]
    adjusted = [one for one in report.styles if one.adjusted]
    own = len(report.styles) - len(made)
    yield f"STYLES: {own} of {len(report.styles)} roles have one in the template"
    for one in report.styles:
        said = f"{one.role:{_NAME - 1}} {_origin(one):{_ORIGIN - 1}} {one.shown}"
        yield from _wrapped(said, 2, 2 + _NAME + _ORIGIN)
        if one.adjusted:
            yield from _wrapped(one.adjusted, _NAME + 2)
    if made:
        yield from _wrapped(_MAKE_STYLE)
    if adjusted:
        yield from _wrapped(_CHANGE_STYLE)


def _origin(one: StyleReport) -> str:
    if one.made_from:
        return f"made from {one.made_from}"
    if one.adjusted:
        return "changed for a brief"
    return f'is "{one.style}"' if one.style else "in the template"


_PRINTS = {
    "same": "the PDF prints {}, with the same widths",
    "fitted": "the PDF prints {}, set to run as wide",
    "other": "the PDF prints {}; lines break elsewhere",
}


def _fonts(report: TemplateReport) -> Iterator[str]:
    yield "FONTS"
    for one in report.fonts:
        said = _PRINTS[one.widths].format(one.printed) if one.widths != "own" else "at hand"
        width = max(_NAME - 1, len(one.family))
        yield from _wrapped(f"{one.family:{width}} {said}", 2, _NAME + 2)
        yield from _wrapped(_named_by(one), _NAME + 2)
    if any(one.widths in ("fitted", "other") for one in report.fonts):
        yield from _wrapped(_CHANGE_FONT)


def _named_by(one: FontReport) -> str:
    """Return which styles name a font, the first ones of many."""
    shown = 4
    if not one.roles:
        return "in header or footer"
    more = len(one.roles) - shown
    return f"{', '.join(one.roles[:shown])}{f' and {more} more' if more > 0 else ''}"


def _told(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield findings, those that say the same of several places as one."""
    by_words: dict[tuple[str, str], list[str]] = {}
    for one in findings:
        by_words.setdefault((one.message, one.hint), []).append(".".join(map(str, one.path)))
    for (message, hint), places in by_words.items():
        where = ", ".join(filter(None, dict.fromkeys(places)))
        yield from _wrapped(f"{where}: {message}" if where else message)
        yield from _wrapped(f"→ {hint}", 4, 6)


def _wrapped(text: str, indent: int = 2, later: int | None = None) -> list[str]:
    beyond = indent if later is None else later
    return wrap(
        text,
        _COLUMNS,
        initial_indent=" " * indent,
        subsequent_indent=" " * beyond,
        break_long_words=False,
        break_on_hyphens=False,
    )
