"""Make the Word templates of the built-in themes, `themes/<name>/template.docx`.

    python templates/make_word_template.py [folder]

Each is an ordinary Word file, and who wants another theme changes it in Word. This script and
`word_themes.py` are their source, and they give the same bytes each time.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from lxml import etree
from word_masthead import masthead, running_head
from word_styles import (
    R,
    coloured,
    fonts,
    paragraph,
    part,
    style_id,
    styles_part,
    table_of,
    tag,
    twips,
)
from word_theme import (
    A4_HEIGHT,
    A4_WIDTH,
    ACCENT,
    ACTION_LIST,
    BELOW_ACTION_LIST,
    BODY,
    BULLET_LIST,
    BULLET_LIST_2,
    EVENT_LIST,
    IN_BRIEF_LIST,
    NUMBER_LIST,
    NUMBER_LIST_2,
    SOURCE_LIST,
    Line,
    PageStyle,
)
from word_themes import LOOKS

EVENT_MARK_PT = 11.0
"""Size of the mark of an event, by which it is as large as the dot of a time line in the PDF."""

FOLDER = Path(__file__).parent / "themes"

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def level(
    page_style: PageStyle,
    at: int,
    kind: str,
    text: str,
    style: str,
    size: float = 0,
    *,
    linked: bool = True,
) -> str:
    """Write a level of a list that a style's paragraphs stand in.

    `size` is that of its mark, where it is not the text's own.
    """
    colour = ACCENT if style in ("Event", "In Brief") else page_style.marks
    mark = coloured(colour, page_style) if style != "Source" else ""
    own = page_style.style(style)
    if size:
        mark = fonts("minor") + mark + tag("sz", val=round(size * 2))
    return tag(
        "lvl",
        tag("start", val=1)
        + tag("numFmt", val=kind)
        + (tag("pStyle", val=style_id(style)) if linked else "")
        + tag("lvlText", val=text)
        + tag("lvlJc", val="left")
        + tag("pPr", tag("ind", left=twips(own.left), hanging=twips(own.hanging)))
        + (tag("rPr", mark) if mark else ""),
        ilvl=at,
    )


def numbering_part(page_style: PageStyle) -> str:
    """Write the lists, each with the name of its style.

    Sources are numbered where they are listed only, so their style is not linked to the list. An
    event that is planned is on the second level, hollow.
    """
    names = {BULLET_LIST: "List Bullet", NUMBER_LIST: "List Number", SOURCE_LIST: "Source",
             EVENT_LIST: "Event", BULLET_LIST_2: "List Bullet 2",
             NUMBER_LIST_2: "List Number 2", IN_BRIEF_LIST: "In Brief",
             ACTION_LIST: "Recommendation", BELOW_ACTION_LIST: "Recommendation Terms"}  # fmt: skip
    lists = {
        BULLET_LIST: level(page_style, 0, "bullet", "•", "List Bullet"),
        NUMBER_LIST: level(page_style, 0, "decimal", "%1.", "List Number"),
        SOURCE_LIST: level(page_style, 0, "decimal", "%1.", "Source", linked=False),
        EVENT_LIST: level(page_style, 0, "bullet", "●", "Event", EVENT_MARK_PT)
        + level(page_style, 1, "bullet", "○", "Event", EVENT_MARK_PT, linked=False),
        BULLET_LIST_2: level(page_style, 0, "bullet", "–", "List Bullet 2"),
        NUMBER_LIST_2: level(page_style, 0, "lowerLetter", "%1.", "List Number 2"),
        IN_BRIEF_LIST: level(page_style, 0, "decimal", "%1", "In Brief"),
        ACTION_LIST: level(page_style, 0, "decimal", "%1.", "Recommendation"),
        BELOW_ACTION_LIST: level(page_style, 0, "none", "", "Recommendation Terms"),
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


def theme_part(page_style: PageStyle) -> str:
    """Write the theme: colours, a font for display and one for text."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in page_style.colours.items()
    )
    families = "".join(
        f'<a:{kind}Font><a:latin typeface="{family}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{kind}Font>"
        for kind, family in (("major", page_style.display_font), ("minor", page_style.text_font))
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


LEFT_SHARE = 0.6
"""How much of a line belongs to its left end."""


def running_line(page_style: PageStyle, line: Line) -> str:
    """Write a line of a footer, with one end or with two.

    Two ends are a table, because a tab at the right cannot stand beyond the text area, and the page
    of a brief with a side column has a wide margin that headers and footers reach over.
    """
    if not line.right:
        return paragraph(line.style, line.left)
    width = round(page_style.text_width * 20)
    first = round(page_style.text_width * 20 * LEFT_SHARE)
    widths = (first, width - first)
    cells = "".join(
        tag(
            "tc",
            tag("tcPr", tag("tcW", w=width, type="dxa")) + paragraph(line.style, text, align),
        )
        for width, text, align in zip(widths, (line.left, line.right), (None, "right"), strict=True)
    )
    return table_of(widths, tag("tr", cells)) + paragraph("After Table", "")


HEADERS_FOOTERS = (
    ("header1", "hdr", "first"),
    ("header2", "hdr", "default"),
    ("footer1", "ftr", "first"),
    ("footer2", "ftr", "default"),
)
"""Part, root element, and on which pages."""


def header_footer_parts(page_style: PageStyle) -> dict[str, str]:
    """Write headers and footers by the name of their part."""
    feet = (page_style.first_footer, page_style.footer)
    held = [
        masthead(page_style),
        running_head(page_style),
        *("".join(running_line(page_style, line) for line in lines) for lines in feet),
    ]
    return {
        name: part(root, inner)
        for (name, root, _), inner in zip(HEADERS_FOOTERS, held, strict=True)
    }


FRAMES = ("head", "main", "side", "foot")


def document_part(page_style: PageStyle) -> str:
    """Write the body: one place for each frame, and the page."""
    places = "".join(paragraph(BODY, f"{{{{ {frame} }}}}") for frame in FRAMES)
    references = "".join(
        f'<w:{name[:6]}Reference w:type="{pages}" r:id="{name}"/>'
        for name, _, pages in HEADERS_FOOTERS
    )
    margins = page_style.margins
    section = tag(
        "sectPr",
        references
        + tag("pgSz", w=twips(A4_WIDTH), h=twips(A4_HEIGHT))
        + tag(
            "pgMar",
            top=twips(margins.top),
            right=twips(margins.side),
            bottom=twips(margins.bottom),
            left=twips(margins.side),
            header=twips(margins.header),
            footer=twips(margins.footer),
            gutter=0,
        )
        + tag("titlePg"),
    )
    return part("document", tag("body", places + section))


OFFICE = "application/vnd.openxmlformats-officedocument"


def package(page_style: PageStyle) -> dict[str, str]:
    """Return every part of a template by its name, in the order in which they are written."""
    parts = {
        "word/document.xml": ("document.main", document_part(page_style)),
        "word/styles.xml": ("styles", styles_part(page_style)),
        "word/numbering.xml": ("numbering", numbering_part(page_style)),
        "word/settings.xml": ("settings", settings_part()),
        "word/fontTable.xml": ("fontTable", font_table_part()),
        **{
            f"word/{name}.xml": (name[:6], xml)
            for name, xml in header_footer_parts(page_style).items()
        },
    }
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{OFFICE}.wordprocessingml.{kind}+xml"/>'
        for name, (kind, _) in parts.items()
    )
    related = [(name, name) for name in ("styles", "numbering", "settings", "fontTable")]
    related.append(("theme", "theme/theme1"))
    related += [(name[:6], name) for name, *_ in HEADERS_FOOTERS]
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
        "word/theme/theme1.xml": theme_part(page_style),
        **{name: xml for name, (_, xml) in parts.items()},
    }


def relationships(rows: list[tuple[str, str, str]]) -> str:
    """Write the relationships of a part: id, kind, target."""
    inner = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
        for name, kind, target in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def template(page_style: PageStyle) -> bytes:
    """Return the template of a theme as Word stores it. The same bytes each time."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, xml in package(page_style).items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            data = etree.tostring(
                etree.fromstring(xml), xml_declaration=True, encoding="UTF-8", standalone=True
            )
            archive.writestr(entry, data, compresslevel=9)
    return held.getvalue()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for page_style in LOOKS:
        target = folder / page_style.name / "template.docx"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(template(page_style))
        print(f"wrote {target}")
