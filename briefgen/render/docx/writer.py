"""The Word writer: a brief into the places of a Word template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from msgspec.structs import replace

from briefgen.ooxml.build import properties_of, put_in, w
from briefgen.ooxml.names import WP, Element, W
from briefgen.ooxml.package import WordTemplate
from briefgen.render.docx.columns import set_in_columns
from briefgen.render.docx.contents import bound_contents
from briefgen.render.docx.drawings import Drawings, place_logo
from briefgen.render.docx.fields import fill
from briefgen.render.docx.floating import hold_floating, hold_text_boxes
from briefgen.render.docx.footnotes import first_id, write_footnotes
from briefgen.render.docx.frames import FrameGeometry, box_tabbed, divide
from briefgen.render.docx.identity import Identity
from briefgen.render.docx.page import (
    close_up,
    move_tabs,
    paper_text_width_pt,
    reach,
    set_margins,
    set_paper,
    widen_tables,
)
from briefgen.render.docx.paragraphs import WriterContext
from briefgen.render.docx.parts import add_data, file_of, headers_footers_of, open_document, part_of
from briefgen.render.docx.places import Places, find_places, put, stand_in_text
from briefgen.render.docx.properties import set_core_properties, set_language
from briefgen.render.docx.references import References
from briefgen.render.docx.runs import RunWriter
from briefgen.render.docx.story import frame_of, write_story
from briefgen.render.docx.styles import Lists, Styles
from briefgen.render.docx.word_faces import WordFaces
from briefgen.sandbox.fields import Values
from briefgen.types.block import Paragraph
from briefgen.types.brief import Content
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.font import FontLibrary
from briefgen.types.laid import Begin, Narrowed
from briefgen.types.page import Master
from briefgen.types.page_style import PageStyle

_PARTS = (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.SETTINGS)


def render_docx(
    content: Content,
    template: WordTemplate,
    page_style: PageStyle,
    master: Master,
    *,
    table_label: str = "Table",
    pages: int | None = None,
    begins: Iterable[Begin] = (),
    foot_drop_pt: float = 0,
    narrowed: Iterable[Narrowed] = (),
    fonts: FontLibrary | None = None,
    apart: bool = False,
    main_pages: int = 0,
    foot_top_pt: float | None = None,
) -> bytes:
    """Return a brief as a Word file: the template with the sections in its places.

    `table_label` is the word before a table's number. `pages` is the number of pages, if it is
    known: a document of one page prints no page number. `begins` says what of the side column
    stands on which page; without it, all of it stands on the first. `foot_drop_pt` is how much
    further than the main column the side column reaches on the last page. `narrowed` says which
    headings have a narrower measure than their column, for lines of like length. The main column
    reaches `main_pages` at least. The foot is pinned `foot_top_pt` below the top of its page where
    nothing of the template is in its way. A brief that stands `apart` begins on a new page below
    the template's own text. `fonts` are those that the pages were measured in; text that another
    prints than the style's names that one.

    Raises:
        TemplateError: a place that the brief needs is missing, or a field cannot be filled.
        RenderError: a table in the side column.
    """
    document = open_document(template.package)
    geometry = divide(page_style, master)
    styles, numbering, settings = (part_of(document, kind) for kind in _PARTS)
    body = document.element.body
    places = _filled_template(document, content, geometry, page_style, pages, template.file)
    faces = WordFaces(fonts)
    context = document, Styles(styles, template.styles), numbering, page_style
    writer_context = _writer_context(*context, content, table_label, faces)
    if not stand_in_text(places, body):
        narrowed = ()  # a cell of the template's has a width of its own
    elif foot_top_pt is not None and "foot" not in places and _is_plain_foot(content, page_style):
        geometry = replace(geometry, foot_top_pt=foot_top_pt)
    story = write_story(
        content, geometry, writer_context, _of_the_brief(begins), foot_drop_pt, narrowed, main_pages
    )
    _begin_pages([("head", apart), ("main", master.cover)], story)
    put(story, places, body)
    bound_contents(body, content, writer_context.numbers)
    if content.footnotes:
        write_footnotes(content.footnotes, document, settings, writer_context)
    faces.declare(document, page_style)
    own = _keep_identity(document, writer_context.identity)
    _dress(document, styles, geometry, page_style)
    if main := story.get("main"):
        set_in_columns(main, settings)
    set_language(styles, settings, content.metadata.language)
    set_core_properties(document, content.metadata)
    return file_of(document, own)


def _filled_template(
    document: Document,
    content: Content,
    geometry: FrameGeometry,
    page_style: PageStyle,
    pages: int | None,
    file: str,
) -> Places:
    """Fill the template's own text, and return its places.

    Raises:
        TemplateError: a place that the brief needs is missing, or a field cannot be filled.
    """
    body = document.element.body
    frames = [frame_of(section, geometry) for section in content.sections]
    places, missing = find_places(body, frames, file)
    if findings := [*missing, *_fill_headers_footers(document, content, pages, file)]:
        raise TemplateError(findings)
    if content.header_footer.logo:
        place_logo(document, content.header_footer.logo, _drawing_numbers(document))
    _widen_own_tables(body, geometry)
    reach(body, geometry, page_style)
    return places


def _is_plain_foot(content: Content, page_style: PageStyle) -> bool:
    """Whether the foot is paragraphs without rules and tint, which a text frame has as a whole."""
    blocks = [block for one in content.sections if one.frame == "foot" for block in one.blocks]
    if any(one.heading for one in content.sections if one.frame == "foot"):
        return False
    styles = [page_style.styles[block.role] for block in blocks if isinstance(block, Paragraph)]
    return len(styles) == len(blocks) and not any(
        any((one.shading, one.border_top, one.border_right, one.border_bottom, one.border_left))
        for one in styles
    )


def _begin_pages(asked: Iterable[tuple[str, bool]], story: Mapping[str, Sequence[Element]]) -> None:
    """Let each frame that is asked for begin on a new page."""
    for first in (first for frame, new in asked if new for first in story.get(frame, ())[:1]):
        paragraph = next(first.iter(W + "p"))  # of a table, the one in its first cell
        put_in(properties_of(paragraph), w("pageBreakBefore"))


def _of_the_brief(begins: Iterable[Begin]) -> list[Begin]:
    """Return on which of the brief's own pages blocks begin: its template's may go before."""
    pages = [*begins]
    before = min((one.page for one in pages), default=1) - 1
    return [replace(one, page=one.page - before) for one in pages]


def _fill_headers_footers(
    document: Document, content: Content, pages: int | None, file: str
) -> list[Finding]:
    said = content.header_footer
    values = Values(said.values, "" if pages == 1 else said.folio, said.lists)
    findings = [*fill(document.element.body, values, "word/document.xml", file)]
    for name, root in headers_footers_of(document):
        findings += fill(root, values, name, file)
        close_up(root)
    return findings


def _writer_context(
    document: Document,
    styles: Styles,
    numbering: Element,
    page_style: PageStyle,
    content: Content,
    table_label: str,
    faces: WordFaces,
) -> WriterContext:
    anchors = frozenset(
        block.anchor
        for section in content.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.anchor
    )

    def relate(address: str) -> str:
        return document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    body = document.element.body
    bookmarks = _numbers(body.iter(W + "bookmarkStart"), W + "id")
    first = first_id(document) if content.footnotes else None
    references = References(styles, bookmarks, anchors, first)
    return WriterContext(
        page_style=page_style,
        styles=styles,
        run_writer=RunWriter(styles, references, relate, faces),
        references=references,
        lists=Lists(numbering, styles),
        identity=Identity(content.metadata.argument, bookmarks),
        drawings=Drawings(
            document, page_style, content.metadata.language, _drawing_numbers(document)
        ),
        table_label=table_label,
        numbers=bookmarks,
    )


def _numbers(taken: Iterable[Element], name: str) -> count[int]:
    """Return numbers from the next above those that elements of the template have."""
    return count(max((int(one.get(name) or 0) for one in taken), default=0) + 1)


def _drawing_numbers(document: Document) -> count[int]:
    roots = [document.element.body, *(root for _, root in headers_footers_of(document))]
    return _numbers((one for root in roots for one in root.iter(WP + "docPr")), "id")


def _keep_identity(document: Document, identity: Identity) -> str:
    """Keep with the file what identifies its points again, and what stands outside them.

    Return the name of the part, and nothing where no argument is known.
    """
    if (data := identity.data) is None:
        return ""
    identity.keep_order(document.element)
    return add_data(document, data)


def _widen_own_tables(body: Element, geometry: FrameGeometry) -> None:
    """Let the template's own tables follow the width of the text, before others stand."""
    section = body.find(W + "sectPr")
    assert section is not None
    widen_tables(body, paper_text_width_pt(section), geometry)


def _dress(
    document: Document, styles: Element, geometry: FrameGeometry, page_style: PageStyle
) -> None:
    """Give page, headers and footers their measures."""
    section = document.element.body.find(W + "sectPr")
    assert section is not None
    old = paper_text_width_pt(section)
    set_paper(section, page_style)
    set_margins(section, geometry, page_style)
    move_tabs(styles, old, geometry)
    hold_floating(document.element.body, geometry, page_style)
    for _, root in headers_footers_of(document):
        move_tabs(root, old, geometry)
        widen_tables(root, old, geometry)
        box_tabbed(root, geometry)
        reach(root, geometry, page_style)
        hold_floating(root, geometry, page_style)
        hold_text_boxes(root)
