"""A Word template looked at alone: what it gives a brief, and a specimen of all its roles.

The specimen is a brief like any other, of an argument that comes along: so what is said of the room
on a page is measured as a brief is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefgen.brief import Brief, formatter_for
from briefgen.layout import PageMeasure
from briefgen.load.page_style import read_page_style
from briefgen.load.profile import read_length
from briefgen.load.resources import names, resources_folder
from briefgen.load.theme import Theme, read_theme
from briefgen.load.word.sheet import style_names
from briefgen.pipeline import build, load
from briefgen.types.finding import BriefgenError, Finding
from briefgen.types.page_style import TextStyle
from briefgen.types.role import Role
from briefgen.types.template_report import (
    FontReport,
    RoomReport,
    StyleReport,
    TemplateReport,
    Widths,
)

NameOrPath = str | os.PathLike[str]

_MM = 25.4 / 72

_PROSE = (
    "In May 2018 the Ministry of Works told Parliament that 395 bridges were to be repaired, and "
    "that most of them stand in the north of the country. "
)
"""English as it runs, by which the characters of a line are counted."""


def specimen(
    template: NameOrPath, *, fonts: NameOrPath | None = None, replace_body: bool = False
) -> Brief:
    """Return a brief that prints each role of a template, with the name of its style.

    Raises:
        BriefgenError: what is wrong with the template.
    """
    folder = resources_folder("templates") / "specimen"
    return build(
        load(folder / "argument.yaml", checked=True),
        length=folder / "specimen.yaml",
        audience=folder / "reader.yaml",
        template=template,
        fonts=fonts,
        replace_body=replace_body,
        checked=True,
    )


def check_template(
    template: NameOrPath, *, fonts: NameOrPath | None = None, replace_body: bool = False
) -> TemplateReport:
    """Return what a template gives a brief, what is made for it, and what is wrong with it.

    What is wrong is returned, not raised: all of it is among the `findings`.
    """
    file = os.fspath(template)
    try:
        theme = read_theme(template, fonts, replace_body=replace_body)
    except BriefgenError as error:
        return TemplateReport(file, error.findings)
    page = theme.page_style
    report = TemplateReport(
        file,
        theme.findings,
        paper_mm=(_mm(page.page_width_pt), _mm(page.page_height_pt)),
        margins_mm=(
            _mm(page.margin_top_pt),
            _mm(page.margin_right_pt),
            _mm(page.margin_bottom_pt),
            _mm(page.margin_left_pt),
        ),
        styles=tuple(_styles(theme)),
        fonts=tuple(_fonts(theme)),
    )
    findings: list[Finding] = []
    try:
        brief = specimen(template, fonts=fonts, replace_body=replace_body)
        room = tuple(_room(theme, brief, findings))
    except BriefgenError as error:
        return replace(report, findings=_once((*error.findings, *theme.findings)))
    return replace(report, findings=_once((*findings, *theme.findings)), room=room)


def _once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys(findings))


def _mm(points: float) -> float:
    return round(points * _MM, 1)


def _styles(theme: Theme) -> Iterator[StyleReport]:
    known, own_page = style_names(theme.word), read_page_style(theme.word)
    for role in Role:
        made_from = theme.word.derived.get(role, "")
        adjusted = theme.word.adjusted.get(role, "")
        own = "" if made_from or adjusted else known.get(role, "")
        yield StyleReport(
            role,
            own if own.lower() != role.lower() else "",
            made_from,
            adjusted,
            _shown(own_page.styles[role]),
        )


def _shown(style: TextStyle) -> str:
    """Return what a style looks like, in a few words: `Calibri 11 pt bold, #2f5496`."""
    marks = (("bold", style.bold), ("italic", style.italic), ("capitals", style.caps))
    words = [style.family, f"{style.size_pt:g} pt", *(word for word, on in marks if on)]
    return f"{' '.join(words)}, {style.colour}"


def _fonts(theme: Theme) -> Iterator[FontReport]:
    """Yield the fonts that are asked for, with the roles that name them; a header's has none."""
    roles: dict[str, list[str]] = {}
    for role, style in theme.page_style.styles.items():
        roles.setdefault(style.family, []).append(role)
    for family in sorted(theme.header_footer.families - roles.keys()):
        roles[family] = []
    for family, roles_of in roles.items():
        face = theme.fonts.nearest_face(family, bold=False, italic=False)
        printed = face.family if face else ""
        yield FontReport(family, printed, _widths(theme, family, printed), tuple(roles_of))


def _widths(theme: Theme, family: str, printed: str) -> Widths:
    name = family.lower()
    if name == printed.lower():
        return "own"
    if name not in theme.fonts.guessed:
        return "same"
    face = theme.fonts.nearest_face(family, bold=False, italic=False)
    return "fitted" if face and face.fitted else "other"


def _room(theme: Theme, brief: Brief, findings: list[Finding]) -> Iterator[RoomReport]:
    """Yield the room of each length, and keep what is wrong with the page for it."""
    content = brief._made.fitted.content  # noqa: SLF001 - a brief's header, filled as it prints it
    formatter = formatter_for(theme, brief._made.table_label, content.metadata.language)  # noqa: SLF001
    body = theme.page_style.styles[Role.BODY]
    face = formatter.setting.face(body)
    letter_pt = sum(face.widths[ord(one)] for one in _PROSE) / len(_PROSE) * body.size_pt / 1000
    for name in names("lengths"):
        length = read_length(name)
        try:
            master = theme.master(length.master)
        except BriefgenError as error:
            findings += error.findings
            continue
        measure = PageMeasure(formatter, master, content.header_footer)
        page, height_pt = _first_column(measure)
        width_pt = measure.setter("main").width_mpt / 1000
        width_pt -= body.indent_left_pt + body.indent_right_pt
        yield RoomReport(
            name,
            length.pages,
            lines=max(0, int(height_pt / body.leading_pt)),
            characters=max(0, int(width_pt / letter_pt)),
            side_column=master.side is not None,
            page=page,
        )


_MOST_PAGES = 99
"""Pages that a template's own words take before a brief, at most."""


def _first_column(measure: PageMeasure) -> tuple[int, float]:
    """Return the page on which a brief begins, and the height of its main column there."""
    heights = measure.column_heights_mpt((), (), _MOST_PAGES)
    page = _MOST_PAGES + 1 - len(heights)
    height_mpt = measure.column_heights_mpt((), (), page)[0]
    return page, height_mpt / 1000
