"""The styles of the built-in Word template: one line each, and how they are written.

Colours and fonts are the theme's. Lengths are points unless a name says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

TEXT_WIDTH = 493.3
"""A4 without the margins of 51 points."""

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
    Style("Key Figure", 16, 19, 5, 0, display=True, bold=True, colour=ACCENT, keep_next=True,
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
