"""How the styles of a theme are written in WordprocessingML. Colours and fonts are the theme's."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from word_theme import ACCENT, HAIRLINE, LINK, PageStyle, Rule, Style

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


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


def borders(rules: tuple[Rule, ...], page_style: PageStyle) -> str:
    """Write borders in the order of the schema: top, left, bottom, right."""
    return "".join(
        tag(
            rule.side,
            val="single",
            sz=round(rule.width * 8),
            space=round(rule.space),
            color=page_style.colour(rule.colour),
            themeColor=rule.colour,
        )
        if rule.width
        else tag(rule.side, val="nil")
        for rule in rules
    )


def rules_of(rules: tuple[Rule, ...], page_style: PageStyle) -> str:
    """Write the borders of a paragraph."""
    return tag("pBdr", borders(rules, page_style)) if rules else ""


def table_of(widths: Sequence[int], rows: str) -> str:
    """Write a table of fixed columns whose cells have no margins of their own."""
    none = "".join(tag(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    properties = (
        tag("tblW", w=sum(widths), type="dxa")
        + tag("tblLayout", type="fixed")
        + tag("tblCellMar", none)
        + tag("tblLook", val="0600", firstRow=0, firstColumn=0, noHBand=1, noVBand=1)
    )
    grid = "".join(tag("gridCol", w=width) for width in widths)
    return tag("tbl", tag("tblPr", properties) + tag("tblGrid", grid) + rows)


def paragraph_properties(style: Style, page_style: PageStyle) -> str:
    """Write what a style says of its paragraphs, in the order of the schema."""
    parts = [
        tag("keepNext") if style.keep_next else "",
        tag("keepLines") if style.keep_lines else "",
        tag("numPr", tag("numId", val=style.list_number)) if style.list_number else "",
        rules_of(style.rules, page_style),
        tag(
            "shd",
            val="clear",
            color="auto",
            fill=page_style.colour(style.fill),
            themeFill=style.fill,
        )
        if style.fill
        else "",
        tag("tabs", tag("tab", val="right", pos=twips(page_style.text_width)))
        if style.right_tab
        else "",
    ]
    line = 240 if style.automatic else twips(style.leading)
    if (style.before, style.after, line) != (None, None, None):
        parts.append(
            tag(
                "spacing",
                before=twips(style.before),
                after=twips(style.after),
                line=line,
                lineRule="auto" if style.automatic else "exact" if style.leading else None,
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


def run_properties(style: Style, page_style: PageStyle) -> str:
    """Write what a style says of its text, in the order of the schema."""
    inner = (
        (fonts("major") if style.display else "")
        + ("" if style.bold is None else tag("b") + tag("bCs"))
        + (tag("i") + tag("iCs") if style.italic else "")
        + (tag("caps") if style.caps else "")
        + (coloured(style.colour, page_style) if style.colour else "")
        + (tag("spacing", val=twips(style.tracking)) if style.tracking else "")
        + (sized(style.size) if style.size else "")
    )
    return tag("rPr", inner) if inner else ""


def coloured(name: str, page_style: PageStyle) -> str:
    """Write that text has a colour of the theme."""
    return tag("color", val=page_style.colour(name), themeColor=name)


def sized(size: float) -> str:
    """Write the size of text, in half points."""
    return tag("sz", val=round(size * 2)) + tag("szCs", val=round(size * 2))


def paragraph_style(style: Style, priority: int, page_style: PageStyle) -> str:
    """Write a paragraph style."""
    is_normal = style.name == "Normal"
    inner = (
        tag("name", val=style.name)
        + (tag("basedOn", val=style_id(style.based_on)) if style.based_on else "")
        + (tag("next", val=style_id(style.following)) if style.following else "")
        + tag("uiPriority", val=priority)
        + tag("qFormat")
        + paragraph_properties(style, page_style)
        + run_properties(style, page_style)
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


def line(side: str, width: float, name: str, page_style: PageStyle) -> str:
    """Write a border of a table."""
    return tag(
        side,
        val="single",
        sz=round(width * 8),
        space=0,
        color=page_style.colour(name),
        themeColor=name,
    )


def margins(top: float, side: float) -> str:
    """Write the white space around the text of cells."""
    widths = (("top", top), ("left", side), ("bottom", top), ("right", side))
    return tag("tblCellMar", "".join(tag(name, w=twips(at), type="dxa") for name, at in widths))


def table_styles(page_style: PageStyle) -> str:
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
            tag(
                "tblBorders",
                line("bottom", 0.5, HAIRLINE, page_style)
                + line("insideH", 0.5, HAIRLINE, page_style),
            )
            + margins(2.5, 4),
        )
        + tag(
            "tblStylePr",
            tag("tblPr") + tag("tcPr", tag("tcBorders", line("bottom", 1, ACCENT, page_style))),
            type="firstRow",
        )
    )
    return tag("style", normal, type="table", default=1, styleId="TableNormal") + tag(
        "style", brief, type="table", customStyle=1, styleId="BriefTable"
    )


def styles_part(page_style: PageStyle) -> str:
    """Write all styles of a theme: defaults, paragraphs, characters, tables, lists.

    The colour of text is that of the style Normal: in tables LibreOffice sets that of the defaults
    over the colour of links.
    """
    defaults = tag(
        "docDefaults",
        tag(
            "rPrDefault",
            tag(
                "rPr",
                fonts("minor")
                + sized(10)
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
    raised = tag("vertAlign", val="superscript")
    characters = (
        character_style("Strong", tag("b") + tag("bCs"), 30)
        + character_style("Emphasis", tag("i") + tag("iCs"), 31)
        + character_style("Hyperlink", coloured(LINK, page_style) + tag("u", val="single"), 32)
        + character_style("Note Mark", raised, 33, custom=True)
        + (
            character_style("Event Date", coloured(page_style.dates, page_style), 34, custom=True)
            if page_style.dates
            else ""
        )
        + character_style("footnote reference", raised, 35)
    )
    paragraphs = "".join(
        paragraph_style(style, at, page_style) for at, style in enumerate(page_style.styles)
    )
    return part(
        "styles", defaults + latent + paragraphs + default_font + characters
        + table_styles(page_style)
        + no_list
    )  # fmt: skip


def paragraph(style: str, text: str, align: str | None = None) -> str:
    """Write a paragraph."""
    properties = tag("pStyle", val=style_id(style)) + (tag("jc", val=align) if align else "")
    run = tag("r", f'<w:t xml:space="preserve">{escape(text)}</w:t>') if text else ""
    return tag("p", tag("pPr", properties) + run)


def part(name: str, inner: str) -> str:
    """Write the root of a part of WordprocessingML."""
    return f'<w:{name} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{name}>'
