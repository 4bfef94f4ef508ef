"""Word templates as houses have them: other languages, other styles, other pages, other layouts.

None has a style of ours. `FOREIGN` is each by name.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from samples.word import parts as parts_of_ours

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def style(
    name: str, key: str, paragraph: str = "", run: str = "", base: str = "", *, custom: bool = False
) -> str:
    """Write a paragraph style; without a base it is the default one."""
    mark = 'w:customStyle="1" ' if custom else "" if base else 'w:default="1" '
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph" {mark}w:styleId="{key}"><w:name w:val="{name}"/>{based}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def spaced(before: int = 0, after: int = 0, line: int = 0, rule: str = "auto") -> str:
    """Write spacing in twips; without lines, those of the defaults."""
    lines = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def p(text: str, key: str = "", align: str = "") -> str:
    """Write a paragraph; `|` in its text is where Word has split it into runs."""
    properties = (f'<w:pStyle w:val="{key}"/>' if key else "") + (
        f'<w:jc w:val="{align}"/>' if align else ""
    )
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in text.split("|")
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs if text else ''}</w:p>"


def table(widths: tuple[int, ...], *rows: tuple[str, ...]) -> str:
    """Write a layout table whose cells hold the paragraphs given."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"
    )


def control(tag: str) -> str:
    """Write a content control that holds a hint."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Place"/><w:tag w:val="{tag}"/><w:id w:val="77"/>'
        f"</w:sdtPr><w:sdtContent>{p('Click to enter text')}</w:sdtContent></w:sdt>"
    )


def text_box(*paragraphs: str, number: int = 1, top_pt: int = 24, height_pt: int = 36) -> str:
    """Write a paragraph with a text box at the right margin, as Word does: twice, new and old."""
    held = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    width_pt = 200
    across, down = width_pt * 12700, height_pt * 12700
    drawing = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align>'
        '</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>'
        f"{top_pt * 12700}</wp:posOffset>"
        f'</wp:positionV><wp:extent cx="{across}" cy="{down}"/><wp:wrapNone/>'
        f'<wp:docPr id="{90 + number}" name="Text Box {number}" descr="Text of the template"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{across}" cy="{down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></wps:spPr><wps:txbx>{held}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = (
        f'<w:pict><v:shape id="box{number}" style="position:absolute;width:{width_pt}pt;'
        f'height:{height_pt}pt"><v:textbox>{held}</v:textbox></v:shape></w:pict>'
    )
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


@dataclass(frozen=True)
class Foreign:
    """What is peculiar to a template. `headers_footers` is their text by part name.

    A part's name says on which pages: `header-first`, `footer-even`, `header-default`.
    """

    styles: str
    body: str
    font: str
    half_points: int
    spacing: str
    headers_footers: dict[str, str] = field(default_factory=dict)
    page: tuple[int, int] = (11906, 16838)
    margins: tuple[int, int, int, int] = (1418, 1134, 1134, 1418)
    header: int = 600
    latin: str = "en-GB"

    def package(self) -> bytes:
        """Return the template as Word stores it."""
        parts = {
            "word/document.xml": ("document.main", self._document()),
            "word/styles.xml": ("styles", self._styles()),
            "word/settings.xml": ("settings", self._settings()),
            "word/fontTable.xml": ("fontTable", f"<w:fonts {NAMESPACES}/>"),
        }
        colour_scheme = parts_of_ours()["word/theme/theme1.xml"].decode().partition("?>")[2]
        for name, text in self.headers_footers.items():
            kind = name[:6]
            root = "hdr" if kind == "header" else "ftr"
            parts[f"word/{name}.xml"] = (kind, f"<w:{root} {NAMESPACES}>{text}</w:{root}>")
        types = "".join(
            f'<Override PartName="/{name}" ContentType="{WORDML}.{kind}+xml"/>'
            for name, (kind, _) in parts.items()
        )
        types += (
            '<Override PartName="/word/theme/theme1.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        )
        related = f'<Relationship Id="t" Type="{R}/theme" Target="theme/theme1.xml"/>' + "".join(
            f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>'
            for name, kind in (
                ("styles", "styles"),
                ("settings", "settings"),
                ("fontTable", "fontTable"),
                *((name, name[:6]) for name in self.headers_footers),
            )
        )
        held = {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default '
            'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
            f'+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="d" '
            f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f"{related}</Relationships>",
            "word/theme/theme1.xml": colour_scheme,
            **{name: xml for name, (_, xml) in parts.items()},
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, xml in held.items():
                archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{xml}'.encode())
        return stream.getvalue()

    def _document(self) -> str:
        references = "".join(
            f'<w:{name[:6]}Reference w:type="{name[7:]}" r:id="{name}"/>'
            for name in self.headers_footers
        )
        top, right, bottom, left = self.margins
        first = "<w:titlePg/>" if any("first" in name for name in self.headers_footers) else ""
        return (
            f"<w:document {NAMESPACES}><w:body>{self.body}<w:sectPr>{references}"
            f'<w:pgSz w:w="{self.page[0]}" w:h="{self.page[1]}"/><w:pgMar w:top="{top}" '
            f'w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{self.header}" '
            f'w:footer="500" w:gutter="0"/>{first}</w:sectPr></w:body></w:document>'
        )

    def _styles(self) -> str:
        return (
            f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts "
            f'w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.font}"/><w:sz '
            f'w:val="{self.half_points}"/><w:szCs w:val="{self.half_points}"/><w:lang '
            f'w:val="{self.latin}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{self.spacing}'
            f"</w:pPr></w:pPrDefault></w:docDefaults>{self.styles}</w:styles>"
        )

    def _settings(self) -> str:
        even = (
            "<w:evenAndOddHeaders/>" if any("even" in name for name in self.headers_footers) else ""
        )
        return (
            f"<w:settings {NAMESPACES}>{even}<w:compat><w:compatSetting w:name="
            '"compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
            "</w:compat></w:settings>"
        )


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{DRAWING}/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    f'xmlns:pic="{DRAWING}/picture" xmlns:dgm="{DRAWING}/diagram"'
)

BOLD = "<w:b/>"
KEEP = "<w:keepNext/>"


def coloured(colour: str, half_points: int, *, bold: bool = True) -> str:
    """Write run properties."""
    weight = BOLD if bold else ""
    return f'{weight}<w:color w:val="{colour}"/><w:sz w:val="{half_points}"/>'


MINISTERE = Foreign(
    # Word in French: built-in names are stored in English, their ids are not.
    styles=style("Normal", "Normal")
    + style("heading 1", "Titre1", KEEP + spaced(200, 60), coloured("1F3864", 26), "Normal")
    + style("heading 2", "Titre2", KEEP + spaced(140, 40), coloured("1F3864", 22), "Normal")
    + style("Title", "Titre", spaced(0, 80), coloured("1F3864", 40, bold=False), "Normal")
    + style("Body Text", "Corpsdetexte", spaced(0, 100), "", "Normal")
    + style("header", "En-tte", "", '<w:sz w:val="17"/>', "Normal")
    + style("footer", "Pieddepage", "", '<w:sz w:val="17"/>', "Normal"),
    body=p("{{ head }}") + p("{{| ma|in }}") + p("{{ side }}") + p("{{ foot }}"),
    font="Calibri",
    half_points=21,
    spacing=spaced(0, 0, 259),
    headers_footers={
        "header-default": p("République imaginaire : {{ ki|nd }}", "En-tte")
        + p("{{ short_title }}", "En-tte"),
        "footer-default": p("{{ position }} {% if folio %}({{ folio }}){% endif %}", "Pieddepage"),
    },
    latin="fr-FR",
)

INSTITUT = Foreign(
    # Made in LibreOffice in German: names as the menu shows them.
    styles=style("Standard", "Standard")
    + style("Überschrift 1", "berschrift1", KEEP + spaced(240, 80, 300, "exact"),
            coloured("7B1E1E", 24), "Standard", custom=True)
    + style("Textkörper", "Textkrper", spaced(0, 90, 265, "exact"), "", "Standard", custom=True)
    + style("Titel", "Titel", spaced(0, 60, 480, "exact"), coloured("7B1E1E", 40), "Standard",
            custom=True)
    + style("Kernaussage", "Kern", spaced(60, 160, 300, "exact"), "<w:i/>", "Textkrper",
            custom=True)
    + style("Kopfzeile", "Kopf", spaced(0, 0, 240, "exact"), "", "Standard", custom=True),
    body=control("briefgen:main"),
    font="Cambria",
    half_points=20,
    spacing=spaced(0, 0, 270, "exact"),
    headers_footers={"header-default": p("{{ organisation or kind }}", "Kopf", "right")},
    latin="de-DE",
)  # fmt: skip

UNIVERSITY = Foreign(
    # First, even and odd pages differ; letter paper; headings numbered by nobody.
    styles=style("Normal", "Normal")
    + style("heading 1", "Heading1", KEEP + spaced(220, 60), coloured("00573F", 26), "Normal")
    + style("heading 2", "Heading2", KEEP + spaced(160, 40), coloured("00573F", 22), "Normal")
    + style("heading 3", "Heading3", KEEP + spaced(120, 40), BOLD, "Normal")
    + style("List Paragraph", "ListParagraph", '<w:ind w:left="720"/>', "", "Normal"),
    body=p("{{ head }}") + p("{{ main }}") + p("{{ foot }}"),
    font="Calibri",
    half_points=22,
    spacing=spaced(0, 80, 264),
    headers_footers={
        "header-first": p("University of Nowhere") + p("Institute for Wells"),
        "header-default": p("{{ short_title }}", "", "right"),
        "header-even": p("University of Nowhere"),
        "footer-first": p("{{ position }}"),
        "footer-default": p("{{ folio }}", "", "right"),
        "footer-even": p("{{ folio }}"),
    },
    page=(12240, 15840),
    margins=(1700, 1300, 1440, 1300),
)

LETTERHEAD = Foreign(
    # A layout table at the head of the text, a font that has a twin, automatic spacing.
    styles=style("Normal", "Normal")
    + style("heading 1", "Heading1", KEEP + spaced(200, 60), coloured("000000", 24), "Normal"),
    body=table(
        (5600, 3754),
        (p("Agency for Water") + p("12 Canal Street"), p("{{ kind }}", "", "right")),
        (p("{{ position }}"), p("{% if number %}No. {{ number }}{% endif %}", "", "right")),
    )
    + p("{{ main }}")
    + p("{{ organisation or 'Agency for Water' }}"),
    font="Arial",
    half_points=19,
    spacing=spaced(0, 60, 252),
    headers_footers={
        "footer-default": table((9354,), (p("Printed on recycled paper", "", "center"),)) + p("")
    },
    margins=(1134, 1276, 1134, 1276),
)  # fmt: skip

DEPARTMENT = Foreign(
    # Text boxes in header and body, their fields split into runs; a condition over paragraphs.
    styles=style("Normal", "Normal")
    + style("heading 1", "Heading1", KEEP + spaced(200, 60), coloured("2F2F5F", 24), "Normal"),
    body=text_box(p("{{ ki|nd }}"), p("Dated {{| positi|on }}"), number=2, top_pt=64)
    + p("{{ main }}"),
    font="Calibri",
    half_points=21,
    spacing=spaced(0, 60, 259),
    headers_footers={
        "header-default": text_box(
            p("{% if series %}"), p("{{ series }}"), p("{% else %}"), p("No series"),
            p("{% endif %}"), p("Title: {{ short|_title }}")
        ),
        "footer-default": p("{{ folio }}"),
    },
)  # fmt: skip

FOREIGN = {
    "ministere": MINISTERE,
    "institut": INSTITUT,
    "university": UNIVERSITY,
    "letterhead": LETTERHEAD,
    "department": DEPARTMENT,
}
