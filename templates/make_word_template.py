"""Make the built-in Word template, `looks/standard/template.docx`.

    python templates/make_word_template.py [target.docx]

The template is an ordinary Word file, and a house that wants another look changes it in Word.
This script is its source: every style is one line of `STYLES`, colours and fonts are the theme's,
and the same script gives the same bytes. Lengths are points unless a name says otherwise.
"""

from __future__ import annotations

import io
import sys
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

TARGET = Path(__file__).parent / "looks" / "standard" / "template.docx"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = "http://www.w3.org/XML/1998/namespace"

PAGE_WIDTH_TWIPS, PAGE_HEIGHT_TWIPS = 11906, 16838
MARGIN_X, MARGIN_Y, HEADER_DISTANCE, FOOTER_DISTANCE = 51, 57, 26, 28
TEXT_WIDTH = PAGE_WIDTH_TWIPS / 20 - 2 * MARGIN_X

COLOURS = {
    "dk1": "1B2227",
    "lt1": "FFFFFF",
    "dk2": "4B5660",
    "lt2": "EDF2F4",
    "accent1": "0F4A5C",
    "accent2": "3F7383",
    "accent3": "7A9CA7",
    "accent4": "8A9199",
    "accent5": "B3BCC2",
    "accent6": "C9CED3",
    "hlink": "0F4A5C",
    "folHlink": "4B5660",
}
"""One accent, its tints and greys: whatever a user picks in Word stays in the family."""

NAMES = {"text1": "dk1", "text2": "dk2", "background2": "lt2", "hyperlink": "hlink"}
"""Colours as styles name them, where that is not the theme's own name."""

INK, GREY, TINT, ACCENT, HAIRLINE = "text1", "text2", "background2", "accent1", "accent6"


@dataclass(frozen=True)
class Rule:
    """A rule at one side of a paragraph, `space` points from the text."""

    side: str
    width: float
    colour: str
    space: float


@dataclass(frozen=True)
class Style:
    """A paragraph style. What is None comes from the style it is based on."""

    name: str
    size: float | None = None
    leading: float | None = None
    before: float | None = None
    after: float | None = None
    based_on: str | None = "Normal"
    following: str | None = None
    colour: str | None = None
    bold: bool | None = None
    caps: bool = False
    tracking: float | None = None
    display: bool = False
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    rules: tuple[Rule, ...] = ()
    fill: str | None = None
    right_tab: bool = False
    list_number: int | None = None
    custom: bool = True


def built_in(name: str, *measures: float, **rest: object) -> Style:
    """Return a style that Word knows by name."""
    return replace(Style(name, *measures, **rest), custom=False)  # type: ignore[arg-type]


PANEL = (
    Rule("top", 0.25, TINT, 6),
    Rule("left", 3, ACCENT, 9),
    Rule("bottom", 0.25, TINT, 6),
    Rule("right", 0.25, TINT, 8),
)
BODY, BULLET_LIST, NUMBER_LIST, SOURCE_LIST, EVENT_LIST = "Body Text", 1, 2, 3, 4

# Name, size, leading, space before, space after.
STYLES = (
    built_in("Normal", based_on=None),
    built_in("Title", 22, 26, 0, 3, display=True, bold=True, colour=ACCENT, keep_next=True,
             keep_lines=True, following="Subtitle"),
    built_in("Subtitle", 12, 16, 0, 3, colour=GREY, keep_next=True, following="Byline"),
    Style("Byline", 9, 12, 0, 8, colour=GREY, following="Bottom Line"),
    Style("Bottom Line", 11.5, 15.5, 4, 10, left=12, right=8.25, rules=PANEL, fill=TINT,
          keep_lines=True, following=BODY),
    built_in("heading 1", 12.5, 15.5, 10, 3, bold=True, colour=ACCENT, outline=0, keep_next=True,
             keep_lines=True, following=BODY),
    built_in("heading 2", 10.5, 13.5, 7, 1.5, bold=True, colour=INK, outline=1, keep_next=True,
             keep_lines=True, following=BODY),
    built_in(BODY, 10, 13.5, 0, 5),
    built_in("List Bullet", 10, 13.5, 0, 2.5, based_on=BODY, left=11, hanging=11,
             list_number=BULLET_LIST),
    built_in("List Number", 10, 13.5, 0, 2.5, based_on=BODY, left=16, hanging=16,
             list_number=NUMBER_LIST),
    Style("Side Heading", 10, 13.5, 11, 3, based_on="heading 1", following="Side Text"),
    Style("Side Text", 9, 12, 0, 4),
    Style("Key Figure", 17, 20, 5, 0, display=True, bold=True, colour=ACCENT, keep_next=True,
          keep_lines=True, following="Key Figure Label"),
    Style("Key Figure Label", 8.5, 11, 0, 4, colour=GREY, keep_lines=True),
    Style("Event", 8.5, 11, 0, 3, left=10, hanging=10, keep_lines=True, list_number=EVENT_LIST),
    built_in("caption", 8.5, 11, 8, 4, bold=True, colour=GREY, keep_next=True, keep_lines=True,
             following="Table Text"),
    Style("Table Header", 8.5, 11, bold=True, colour=ACCENT),
    Style("Table Text", 8.5, 11),
    Style("Source", 8.5, 11, 0, 2, left=20, hanging=20),
    Style("Foot", 7.5, 10, 10, 2, colour=GREY, rules=(Rule("top", 0.5, HAIRLINE, 4),)),
    Style("Masthead", 8.5, 11, bold=True, caps=True, tracking=0.8, colour=ACCENT, right_tab=True,
          rules=(Rule("top", 2.25, ACCENT, 4),)),
    built_in("header", 8, 11, colour=GREY, right_tab=True),
    built_in("footer", 8, 11, colour=GREY, right_tab=True,
             rules=(Rule("top", 0.5, HAIRLINE, 4),)),
    Style("After Table", 1, 1),
)  # fmt: skip


def attributes(values: dict[str, object]) -> str:
    """Write the attributes that have a value, in the order given."""
    return "".join(f' w:{name}="{value}"' for name, value in values.items() if value is not None)


def tag(name: str, inner: str = "", /, **values: object) -> str:
    """Write an element of WordprocessingML."""
    return f"<w:{name}{attributes(values)}>{inner}</w:{name}>"


def twips(points: float | None) -> int | None:
    """Return points as twentieths of a point."""
    return None if points is None else round(points * 20)


def style_id(name: str) -> str:
    """Return the id that Word gives a style of this name."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def colour(name: str) -> str:
    """Return the value of a colour, for readers without a theme."""
    return COLOURS[NAMES.get(name, name)]


def rules_of(rules: tuple[Rule, ...]) -> str:
    """Write paragraph borders in the order of the schema: top, left, bottom, right."""
    lines = "".join(
        tag(
            rule.side,
            val="single",
            sz=round(rule.width * 8),
            space=round(rule.space),
            color=colour(rule.colour),
            themeColor=rule.colour,
        )
        for rule in rules
    )
    return tag("pBdr", lines) if lines else ""


def paragraph_properties(style: Style) -> str:
    """Write what a style says of its paragraphs, in the order of the schema."""
    parts = [
        tag("keepNext") if style.keep_next else "",
        tag("keepLines") if style.keep_lines else "",
        tag("numPr", tag("numId", val=style.list_number)) if style.list_number else "",
        rules_of(style.rules),
        tag("shd", val="clear", color="auto", fill=colour(style.fill), themeFill=style.fill)
        if style.fill
        else "",
        tag("tabs", tag("tab", val="right", pos=twips(TEXT_WIDTH))) if style.right_tab else "",
    ]
    if (style.before, style.after, style.leading) != (None, None, None):
        parts.append(
            tag(
                "spacing",
                before=twips(style.before),
                after=twips(style.after),
                line=twips(style.leading),
                lineRule="exact" if style.leading else None,
            )
        )
    if (style.left, style.right, style.hanging) != (None, None, None):
        parts.append(
            tag(
                "ind",
                left=twips(style.left),
                right=twips(style.right),
                hanging=twips(style.hanging),
            )
        )
    if style.outline is not None:
        parts.append(tag("outlineLvl", val=style.outline))
    inner = "".join(parts)
    return tag("pPr", inner) if inner else ""


def fonts(kind: str) -> str:
    """Write that text is set in a font of the theme: `minor` for text, `major` for display."""
    return tag(
        "rFonts",
        asciiTheme=f"{kind}HAnsi",
        hAnsiTheme=f"{kind}HAnsi",
        eastAsiaTheme=f"{kind}EastAsia",
        cstheme=f"{kind}Bidi",
    )


def run_properties(style: Style) -> str:
    """Write what a style says of its text, in the order of the schema."""
    size = None if style.size is None else round(style.size * 2)
    inner = (
        (fonts("major") if style.display else "")
        + ("" if style.bold is None else tag("b") + tag("bCs"))
        + (tag("caps") if style.caps else "")
        + (tag("color", val=colour(style.colour), themeColor=style.colour) if style.colour else "")
        + (tag("spacing", val=twips(style.tracking)) if style.tracking else "")
        + (tag("sz", val=size) + tag("szCs", val=size) if size else "")
    )
    return tag("rPr", inner) if inner else ""


def paragraph_style(style: Style, priority: int) -> str:
    """Write a paragraph style."""
    is_normal = style.name == "Normal"
    inner = (
        tag("name", val=style.name)
        + (tag("basedOn", val=style_id(style.based_on)) if style.based_on else "")
        + (tag("next", val=style_id(style.following)) if style.following else "")
        + tag("uiPriority", val=priority)
        + tag("qFormat")
        + paragraph_properties(style)
        + run_properties(style)
    )
    return tag(
        "style",
        inner,
        type="paragraph",
        default=1 if is_normal else None,
        customStyle=1 if style.custom else None,
        styleId=style_id(style.name),
    )


def character_style(name: str, properties: str, priority: int, *, custom: bool = False) -> str:
    """Write a character style."""
    inner = (
        tag("name", val=name)
        + tag("basedOn", val="DefaultParagraphFont")
        + tag("uiPriority", val=priority)
        + tag("qFormat")
        + tag("rPr", properties)
    )
    return tag(
        "style", inner, type="character", customStyle=1 if custom else None, styleId=style_id(name)
    )


def line(side: str, width: float, name: str) -> str:
    """Write a border of a table."""
    return tag(
        side, val="single", sz=round(width * 8), space=0, color=colour(name), themeColor=name
    )


def margins(top: float, side: float) -> str:
    """Write the white space around the text of cells."""
    widths = (("top", top), ("left", side), ("bottom", top), ("right", side))
    return tag("tblCellMar", "".join(tag(name, w=twips(at), type="dxa") for name, at in widths))


def table_styles() -> str:
    """Write Word's default table style, and the one that briefs use."""
    normal = (
        tag("name", val="Normal Table")
        + tag("uiPriority", val=99)
        + tag("semiHidden")
        + tag("unhideWhenUsed")
        + tag("tblPr", tag("tblInd", w=0, type="dxa") + margins(0, 5.4))
    )
    brief = (
        tag("name", val="Brief Table")
        + tag("basedOn", val="TableNormal")
        + tag("uiPriority", val=50)
        + tag("qFormat")
        + tag(
            "tblPr",
            tag("tblBorders", line("bottom", 0.5, HAIRLINE) + line("insideH", 0.5, HAIRLINE))
            + margins(2.5, 4),
        )
        + tag(
            "tblStylePr",
            tag("tblPr") + tag("tcPr", tag("tcBorders", line("bottom", 1, ACCENT))),
            type="firstRow",
        )
    )
    return tag("style", normal, type="table", default=1, styleId="TableNormal") + tag(
        "style", brief, type="table", customStyle=1, styleId="BriefTable"
    )


def styles_part() -> str:
    """Write all styles: defaults, paragraphs, characters, tables, lists."""
    defaults = tag(
        "docDefaults",
        tag(
            "rPrDefault",
            tag(
                "rPr",
                fonts("minor")
                + tag("color", val=colour(INK), themeColor=INK)
                + tag("sz", val=20)
                + tag("szCs", val=20)
                + tag("lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA"),
            ),
        )
        + tag(
            "pPrDefault",
            tag(
                "pPr",
                tag("widowControl") + tag("spacing", before=0, after=0, line=270, lineRule="exact"),
            ),
        ),
    )
    latent = tag(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )
    no_list = tag(
        "style",
        tag("name", val="No List") + tag("uiPriority", val=99) + tag("semiHidden"),
        type="numbering",
        default=1,
        styleId="NoList",
    )
    default_font = tag(
        "style",
        tag("name", val="Default Paragraph Font") + tag("uiPriority", val=1) + tag("semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    accent = tag("color", val=colour(ACCENT), themeColor=ACCENT)
    link = tag("color", val=colour("hyperlink"), themeColor="hyperlink") + tag("u", val="single")
    characters = (
        character_style("Strong", tag("b") + tag("bCs"), 30)
        + character_style("Emphasis", tag("i") + tag("iCs"), 31)
        + character_style("Hyperlink", link, 32)
        + character_style(
            "Key Figure Qualifier",
            fonts("minor")
            + tag("b", val=0)
            + tag("bCs", val=0)
            + tag("color", val=colour(GREY), themeColor=GREY)
            + tag("sz", val=17)
            + tag("szCs", val=17),
            34,
            custom=True,
        )
        + character_style(
            "Note Mark", accent + tag("vertAlign", val="superscript"), 33, custom=True
        )
    )
    paragraphs = "".join(paragraph_style(style, at) for at, style in enumerate(STYLES))
    return part(
        "styles", defaults + latent + paragraphs + default_font + characters + table_styles()
        + no_list
    )  # fmt: skip


def part(name: str, inner: str) -> str:
    """Write the root of a part of WordprocessingML."""
    return f'<w:{name} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{name}>'


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
RUNNING_HEAD = ("{{ title }}", "{{ status }}")
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
