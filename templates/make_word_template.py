"""Make the built-in Word template, `looks/standard/template.docx`.

    python templates/make_word_template.py [target.docx]

The template is an ordinary Word file, and a house that wants another look changes it in Word.
This script and `word_styles.py` are its source, and they give the same bytes each time.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from lxml import etree
from word_styles import (
    ACCENT,
    BODY,
    BULLET_LIST,
    COLOURS,
    EVENT_LIST,
    NUMBER_LIST,
    SOURCE_LIST,
    TEXT_WIDTH,
    R,
    colour,
    fonts,
    part,
    style_id,
    styles_part,
    tag,
    twips,
)

TARGET = Path(__file__).parent / "looks" / "standard" / "template.docx"

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

PAGE_WIDTH_TWIPS, PAGE_HEIGHT_TWIPS = 11906, 16838
MARGIN_X, MARGIN_Y, HEADER_DISTANCE, FOOTER_DISTANCE = 51, 57, 26, 28


def level(at: int, kind: str, text: str, indent: float, style: str = "", size: float = 0) -> str:
    """Write a level of a list; `size` is that of its mark, where it is not the text's own."""
    mark = tag("color", val=colour(ACCENT), themeColor=ACCENT) if kind == "bullet" else ""
    if size:
        mark = fonts("minor") + mark + tag("sz", val=round(size * 2))
    return tag(
        "lvl",
        tag("start", val=1)
        + tag("numFmt", val=kind)
        + (tag("pStyle", val=style_id(style)) if style else "")
        + tag("lvlText", val=text)
        + tag("lvlJc", val="left")
        + tag("pPr", tag("ind", left=twips(indent), hanging=twips(indent)))
        + (tag("rPr", mark) if mark else ""),
        ilvl=at,
    )


def numbering_part() -> str:
    """Write the lists, each with the name of its style.

    Sources are numbered where they are listed only, so their style is not linked to the list. An
    event that is planned is on the second level, hollow.
    """
    names = {BULLET_LIST: "List Bullet", NUMBER_LIST: "List Number", SOURCE_LIST: "Source",
             EVENT_LIST: "Event"}  # fmt: skip
    lists = {
        BULLET_LIST: level(0, "bullet", "•", 11, "List Bullet"),
        NUMBER_LIST: level(0, "decimal", "%1.", 16, "List Number"),
        SOURCE_LIST: level(0, "decimal", "%1.", 20),
        EVENT_LIST: level(0, "bullet", "●", 10, "Event", 7) + level(1, "bullet", "○", 10, size=7),
    }
    abstract = "".join(
        tag(
            "abstractNum",
            tag("nsid", val=f"4B1E000{number}")
            + tag("multiLevelType", val="multilevel" if number == EVENT_LIST else "singleLevel")
            + tag("tmpl", val=f"4B1E010{number}")
            + tag("name", val=names[number])
            + levels,
            abstractNumId=number,
        )
        for number, levels in lists.items()
    )
    numbers = "".join(
        tag("num", tag("abstractNumId", val=number), numId=number) for number in lists
    )
    return part("numbering", abstract + numbers)


def settings_part() -> str:
    """Write the settings: Word 2013 and later, British English, the theme's colours."""
    compatibility = "".join(
        tag("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    mapping = tag(
        "clrSchemeMapping",
        bg1="light1",
        t1="dark1",
        bg2="light2",
        t2="dark2",
        **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
        hyperlink="hyperlink",
        followedHyperlink="followedHyperlink",
    )
    return part(
        "settings",
        tag("zoom", percent=100)
        + tag("defaultTabStop", val=720)
        + tag("characterSpacingControl", val="doNotCompress")
        + tag("compat", compatibility)
        + tag("themeFontLang", val="en-GB")
        + mapping
        + tag("decimalSymbol", val=".")
        + tag("listSeparator", val=","),
    )


def font_table_part() -> str:
    """Write what Word may take where a font is missing."""
    return part(
        "fonts",
        "".join(
            tag(
                "font",
                tag("altName", val=substitute)
                + tag("family", val=family)
                + tag("pitch", val="variable"),
                name=name,
            )
            for name, substitute, family in (
                ("Calibri", "Carlito", "swiss"),
                ("Cambria", "Caladea", "roman"),
            )
        ),
    )


def theme_part() -> str:
    """Write the theme: colours, Calibri for text and Cambria for display."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items()
    )
    families = "".join(
        f'<a:{kind}Font><a:latin typeface="{family}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{kind}Font>"
        for kind, family in (("major", "Cambria"), ("minor", "Calibri"))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{A}" name="Brief"><a:themeElements>'
        f'<a:clrScheme name="Brief">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Brief">{families}</a:fontScheme>'
        f'<a:fmtScheme name="Brief"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def paragraph(style: str, text: str, align: str | None = None) -> str:
    """Write a paragraph."""
    properties = tag("pStyle", val=style_id(style)) + (tag("jc", val=align) if align else "")
    run = tag("r", f'<w:t xml:space="preserve">{text}</w:t>') if text else ""
    return tag("p", tag("pPr", properties) + run)


def two_ends(style: str, left: str, right: str, share: float) -> str:
    """Write a line of furniture with two ends, the left one having a share of its width.

    It is a table, because a tab at the right cannot stand beyond the text area, and the page of a
    brief with a side column has a wide right margin that its furniture reaches over.
    """
    widths = (round(TEXT_WIDTH * 20 * share), round(TEXT_WIDTH * 20))
    widths = (widths[0], widths[1] - widths[0])
    none = "".join(tag(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    cells = "".join(
        tag("tc", tag("tcPr", tag("tcW", w=width, type="dxa")) + paragraph(style, text, align))
        for width, text, align in zip(widths, (left, right), (None, "right"), strict=True)
    )
    table = (
        tag(
            "tblPr",
            tag("tblW", w=sum(widths), type="dxa")
            + tag("tblLayout", type="fixed")
            + tag("tblCellMar", none)
            + tag("tblLook", val="0600", firstRow=0, firstColumn=0, noHBand=1, noVBand=1),
        )
        + tag("tblGrid", "".join(tag("gridCol", w=width) for width in widths))
        + tag("tr", cells)
    )
    return tag("tbl", table) + paragraph("After Table", "")


MASTHEAD = (
    "{{ organisation or kind }}",
    "{% if series %}{{ series }}{% if number %} {{ number }}{% endif %} · {% endif %}"
    "{{ edition_date or position }}",
)
RUNNING_HEAD = ("{{ short_title }}", "{{ status }}")
RUNNING_FOOT = ("{{ position }}", "{{ folio }}")
SECOND_LINE = "{{ status }}{% if status and updates %} · {% endif %}{{ updates }}"

FURNITURE = (
    (
        "header1",
        "hdr",
        "first",
        two_ends("Masthead", *MASTHEAD, 0.55) + paragraph("header", SECOND_LINE),
    ),
    ("header2", "hdr", "default", two_ends("header", *RUNNING_HEAD, 0.8)),
    ("footer1", "ftr", "first", two_ends("footer", *RUNNING_FOOT, 0.6)),
    ("footer2", "ftr", "default", two_ends("footer", *RUNNING_FOOT, 0.6)),
)
"""Part, root element, on which pages, content."""

FRAMES = ("head", "main", "side", "foot")


def document_part() -> str:
    """Write the body: one place for each frame, and the page."""
    places = "".join(paragraph(BODY, f"{{{{ {frame} }}}}") for frame in FRAMES)
    references = "".join(
        f'<w:{name[:6]}Reference w:type="{pages}" r:id="{name}"/>'
        for name, _, pages, _ in FURNITURE
    )
    section = tag(
        "sectPr",
        references
        + tag("pgSz", w=PAGE_WIDTH_TWIPS, h=PAGE_HEIGHT_TWIPS)
        + tag(
            "pgMar",
            top=twips(MARGIN_Y),
            right=twips(MARGIN_X),
            bottom=twips(MARGIN_Y),
            left=twips(MARGIN_X),
            header=twips(HEADER_DISTANCE),
            footer=twips(FOOTER_DISTANCE),
            gutter=0,
        )
        + tag("titlePg"),
    )
    return part("document", tag("body", places + section))


OFFICE = "application/vnd.openxmlformats-officedocument"


def package() -> dict[str, str]:
    """Return every part by its name, in the order in which they are written."""
    parts = {
        "word/document.xml": ("document.main", document_part()),
        "word/styles.xml": ("styles", styles_part()),
        "word/numbering.xml": ("numbering", numbering_part()),
        "word/settings.xml": ("settings", settings_part()),
        "word/fontTable.xml": ("fontTable", font_table_part()),
        **{f"word/{name}.xml": (name[:6], part(root, inner)) for name, root, _, inner in FURNITURE},
    }
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{OFFICE}.wordprocessingml.{kind}+xml"/>'
        for name, (kind, _) in parts.items()
    )
    related = [(name, name) for name in ("styles", "numbering", "settings", "fontTable")]
    related.append(("theme", "theme/theme1"))
    related += [(name[:6], name) for name, *_ in FURNITURE]
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{types}"
        f'<Override PartName="/word/theme/theme1.xml" ContentType="{OFFICE}.theme+xml"/>'
        "</Types>",
        "_rels/.rels": relationships([("document", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": relationships(
            [(target.rsplit("/")[-1], kind, f"{target}.xml") for kind, target in related]
        ),
        "word/theme/theme1.xml": theme_part(),
        **{name: xml for name, (_, xml) in parts.items()},
    }


def relationships(rows: list[tuple[str, str, str]]) -> str:
    """Write the relationships of a part: id, kind, target."""
    inner = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
        for name, kind, target in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def template() -> bytes:
    """Return the template as Word stores it. The same bytes each time."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, xml in package().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            data = etree.tostring(
                etree.fromstring(xml), xml_declaration=True, encoding="UTF-8", standalone=True
            )
            archive.writestr(entry, data, compresslevel=9)
    return held.getvalue()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_bytes(template())
    print(f"wrote {target}")
