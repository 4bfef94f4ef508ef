"""The masthead of the built-in themes: who issues what, of which number and when; and for whom.

It is one table, so that a long name wraps within its end and the band stays one; a row that says
nothing is not printed.
"""

from __future__ import annotations

from word_styles import borders, paragraph, table_of, tag, twips
from word_theme import ACCENT, PageStyle

SHARES = (0.25, 0.35, 0.4)
"""Of the width of the text: a logo, the issuer, and the series with its date. Without a logo, the
issuer has its room, too."""

INSET = 10.0
"""White space at the ends of a band that has a ground."""

ISSUER = ("Masthead", "{{ organisation or kind }}"), ("Topic", "{{ topic }}")
ISSUE = (
    (
        "Issue",
        "{% if series or number %}{{ series }}{% if series and number %} {% endif %}{{ number }}"
        "{% elif organisation %}{{ kind }}{% endif %}",
    ),
    ("Issue Date", "{{ edition_date or position }}"),
)
MARKED = "classification or status"
MARKS = (
    (
        "Marking",
        "{{ classification }}{% if classification and status %} · {% endif %}{{ status }}",
    ),
    ("Reader", f"{{% if not ({MARKED}) %}}{{{{ reader }}}}{{% endif %}}"),
)
VERSION = (
    (
        "Reader",
        f"{{% if {MARKED} %}}{{{{ reader }}}}{{% if reader and version %}} · {{% endif %}}"
        "{% endif %}{{ version }}",
    ),
)
"""What an edition updates stands in the foot of every brief."""

Lines = tuple[tuple[str, str], ...]


def masthead(page_style: PageStyle) -> str:
    """Write the header of the first page."""
    widths = _widths(page_style)
    logo = (("Picture", "{{ logo }}"),)
    rows = (
        _bar(page_style, widths)
        + _tag(widths, "{% if logo %}")
        + _band(
            page_style,
            (
                (widths[0], 1, logo, None),
                (widths[1], 1, ISSUER, None),
                (widths[2], 1, ISSUE, "right"),
            ),
            bare=1,
        )
        + _tag(widths, "{% else %}")
        + _band(
            page_style,
            ((widths[0] + widths[1], 2, ISSUER, None), (widths[2], 1, ISSUE, "right")),
        )
        + _tag(widths, "{% endif %}")
        + tag(
            "tr",
            _cell(widths[0] + widths[1], 2, MARKS, None, align_at="center")
            + _cell(widths[2], 1, VERSION, "right", align_at="center"),
        )
    )
    return table_of(widths, rows) + paragraph("Below Masthead", "")


def _widths(page_style: PageStyle) -> tuple[int, int, int]:
    """Return the widths of the columns in twips, which sum to that of the text."""
    whole = round(page_style.text_width * 20)
    first, second = (round(whole * share) for share in SHARES[:2])
    return first, second, whole - first - second


def _bar(page_style: PageStyle, widths: tuple[int, int, int]) -> str:
    """Write the bar above a band: a row, which is as thick in every program, unlike a rule."""
    bar = page_style.masthead.bar
    if not bar:
        return ""
    height = tag("trPr", tag("trHeight", val=twips(bar)))
    cell = _cell(sum(widths), 3, (("After Table", ""),), None, ground=_fill(ACCENT, page_style))
    return tag("tr", height + cell)


def _tag(widths: tuple[int, int, int], text: str) -> str:
    """Write a row that holds a condition, and is gone once that is told."""
    return tag("tr", _cell(sum(widths), 3, (("Header", text),), None))


def _band(
    page_style: PageStyle,
    cells: tuple[tuple[int, int, Lines, str | None], ...],
    bare: int = 0,
) -> str:
    """Write the band itself; the first `bare` cells have no ground, as a logo has its own."""
    head = page_style.masthead
    written = "".join(
        _cell(
            width,
            span,
            lines,
            align,
            align_at="center",
            ground=_ground(page_style) if number >= bare else "",
            rules=tag("tcBorders", borders(head.rules, page_style)) if head.rules else "",
            inset=INSET if head.ground and number >= bare else 0,
        )
        for number, (width, span, lines, align) in enumerate(cells)
    )
    height = tag("trPr", tag("trHeight", val=twips(head.height)))
    return tag("tr", height + written)


def _ground(page_style: PageStyle) -> str:
    name = page_style.masthead.ground
    return _fill(name, page_style) if name else ""


def _fill(name: str, page_style: PageStyle) -> str:
    return tag("shd", val="clear", color="auto", fill=page_style.colour(name), themeFill=name)


def _cell(
    width: int,
    span: int,
    lines: Lines,
    align: str | None,
    *,
    align_at: str = "",
    ground: str = "",
    rules: str = "",
    inset: float = 0,
) -> str:
    """Write a cell; its parts in the order of the schema."""
    margins = "".join(tag(side, w=twips(inset), type="dxa") for side in ("left", "right"))
    properties = (
        tag("tcW", w=width, type="dxa")
        + (tag("gridSpan", val=span) if span > 1 else "")
        + rules
        + ground
        + (tag("tcMar", margins) if inset else "")
        + (tag("vAlign", val=align_at) if align_at else "")
    )
    return tag(
        "tc",
        tag("tcPr", properties) + "".join(paragraph(style, text, align) for style, text in lines),
    )
