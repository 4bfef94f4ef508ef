"""An article in a saved web page: the text of its main part, without what surrounds it.

The page is data: no script runs, no style is applied, nothing that it names is fetched. The parser
of libxml2 gives up at 256 nested elements, which is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree
from lxml import html as lxml_html
from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.load.article.blocks import (
    LOST,
    Block,
    BlockKind,
    Piece,
    ReadFile,
    linked_pieces,
    raised_text,
    tidied,
    usable_address,
)
from briefgen.load.article.html_parts import (
    LEAST_SHARE,
    Element,
    holders,
    main_part,
    metadata_of,
    reason,
)
from briefgen.pattern import late_pattern

_UNREAD = """
    script style noscript template svg math canvas audio video iframe object embed form button
    select textarea input head link meta picture img map dialog
"""
_NEVER = frozenset(_UNREAD.split())
"""Elements whose content is no text of an article."""

_BLOCKS: dict[str, BlockKind] = {
    "p": "paragraph",
    "li": "item",
    "dt": "item",
    "dd": "item",
    "blockquote": "quotation",
    "figcaption": "caption",
    "caption": "caption",
    "pre": "paragraph",
    "address": "paragraph",
    "summary": "paragraph",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}
_HOLDERS = """
    html body div section article main header footer aside nav center figure ul ol dl details table
    tbody thead tfoot tr td th fieldset menu hgroup
"""
_FLOW = frozenset(_HOLDERS.split())
"""Elements that hold blocks; text directly in them is a paragraph of its own."""

LONGEST_MARK = 30
"""Characters of the marks of notes that stand together."""

_DEEP = "excessive depth"


def read_html(data: bytes, address: str | None = None) -> ReadFile:
    """Return the blocks of a saved page, in the order of reading. Time is linear in the page.

    A page is UTF-8 where its bytes are, whatever it says: saved pages say the encoding of another
    time, and libxml2 takes one that says none for Latin-1.
    """
    parser = lxml_html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, encoding=_encoding(data)
    )
    try:
        root = lxml_html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except (etree.ParserError, ValueError):  # nothing but comments or a declaration
        return ReadFile(())
    remarks = []
    if any(_DEEP in entry.message.lower() for entry in parser.error_log):
        remarks.append("the page is nested too deeply; what is within is not read")
    metadata = metadata_of(root)
    base = _base(root, metadata.address or address)
    spared = holders(root.find("body"))
    main = main_part(root, spared)
    if main.tag != "body":
        remarks.append(f'the text is that of the element "{main.tag}"; around it nothing is read')
    walk = _Walk(base, spared)
    walk.read(main)
    return ReadFile(tuple(_from_title(walk.blocks, metadata.title)), metadata, tuple(remarks))


def _from_title(blocks: list[Block], title: str | None) -> Iterator[Block]:
    """Yield the blocks; headings, lists and links above the title are those of the page.

    A line that may be a date is none of these.
    """
    said = (title or "").casefold()
    named = [place for place, one in enumerate(blocks) if one.level == 1 and not one.aside]
    first = next((place for place in named if blocks[place].text.casefold() == said), 0)
    for place, block in enumerate(blocks):
        bare = block.kind in ("heading", "item") or block.linked_share > LEAST_SHARE
        above = place < first and bare and not re.search(r"\d{4}", block.text)
        yield replace(block, aside="above the title") if above and not block.aside else block


_MARKED = (b"\xff\xfe", b"\xfe\xff")


def _encoding(data: bytes) -> str | None:
    """Return UTF-8 for a page that is in it; None: as the page says."""
    if data.startswith(_MARKED) or data.isascii():
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def html_blocks(fragment: str) -> list[Block]:
    """Return the blocks of a piece of HTML within another format."""
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(fragment, parser=parser, ensure_head_body=True)
    except (etree.ParserError, ValueError):  # nothing but comments
        return []
    walk = _Walk(None, frozenset())
    walk.read(root.find("body"))
    return walk.blocks


def _base(root: Element, address: str | None) -> str | None:
    found = root.find(".//base[@href]")
    return usable_address(str(found.get("href"))) if found is not None else address


class _Look(Struct, frozen=True):
    """How the text of an element looks, and what marks it as no text of the article."""

    bold: bool = False
    italic: bool = False
    address: str | None = None
    aside: str | None = None
    kind: BlockKind = "paragraph"
    level: int = 0
    label: str | None = None


class _Walk(Struct):
    """Goes through a tree; `pieces` are those of the block under way."""

    base: str | None
    spared: frozenset[Element]
    lost: int = 0
    closing: str = ""
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    look: _Look = field(default_factory=_Look)

    def read(self, root: Element) -> None:
        self._into(root, _Look())
        self._end(_Look())

    def _into(self, element: Element, look: _Look) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _NEVER or _is_permalink(element, tag):
            return
        if tag == "br":
            self._break(element, look)
            return
        if tag == "hr":
            self._end(look)
            self.blocks.append(Block("rule", aside=look.aside))
            return
        if tag == "tr":
            self._row(element, look)
            return
        before = self.pieces[-1].text if self.pieces else ""
        own = self._look(element, tag, look)
        if _may_mark_note(element, before) and len(element.text_content()) <= LONGEST_MARK:
            written = element.text_content()
            if (printed := raised_text(written, before)) != written:
                self._mark(printed, own)
                return
        opens = tag in _BLOCKS or tag in _FLOW
        if opens:
            self._end(own)
        if tag == "q":
            self.pieces.append(Piece("\u201c", own.bold, own.italic, own.address))
        self._say(element.text, own)
        for child in element:
            self._say(" " if own.kind == "heading" and _is_set_apart(child) else None, own)
            self._into(child, own)
            self._say(child.tail, own)
        if tag == "q":
            self.pieces.append(Piece("\u201d", own.bold, own.italic, own.address))
        if opens:
            self._end(look)

    def _say(self, text: str | None, look: _Look) -> None:
        if text and self.closing:
            text, self.closing = text.lstrip().removeprefix(self.closing), ""
        if text:
            self.pieces.append(Piece(text, look.bold, look.italic, look.address))

    def _mark(self, printed: str, look: _Look) -> None:
        """Say a power, or leave the mark of a note out, with the bracket that it stands in."""
        if printed:
            self._say(printed, look)
        elif self.pieces and self.pieces[-1].text.rstrip().endswith(("[", "(")):
            last = self.pieces[-1].text.rstrip()
            self.pieces[-1] = replace(self.pieces[-1], text=last[:-1].rstrip())
            self.closing = "])"["[(".index(last[-1])]

    def _look(self, element: Element, tag: str, look: _Look) -> _Look:
        aside = look.aside or reason(element, self.spared)
        if tag == "pre" and _is_code(element):
            aside = aside or "code"
        kind, level, label = look.kind, look.level, look.label
        if tag in _BLOCKS and not (tag == "p" and kind in ("item", "quotation")):
            kind, level = _BLOCKS[tag], int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0
            label = _item_number(element) if tag == "li" else None
        address = look.address
        if tag == "a":
            address = self._address(element)
        bold = look.bold or tag in ("b", "strong")
        italic = look.italic or tag in ("i", "em", "cite")
        return _Look(bold, italic, address, aside, kind, level, label)

    def _address(self, element: Element) -> str | None:
        href = element.get("href")
        if href is None or (href.startswith("#") and len(href) > 1):
            return None  # an anchor, or a place on the same page, such as a footnote
        self.lost += 1
        if href in ("", "#"):
            return f"{LOST}{self.lost}"
        if self.base:
            try:
                href = urljoin(self.base, href)
            except ValueError:
                href = ""
        return usable_address(href) or f"{LOST}{self.lost}"

    def _break(self, element: Element, look: _Look) -> None:
        """A line break is a space; two of them begin a paragraph."""
        following = element.getnext()
        again = following is not None and following.tag == "br"
        if again and not (element.tail or "").strip():
            self._end(look)
        else:
            self.pieces.append(Piece(" "))

    def _row(self, row: Element, look: _Look) -> None:
        """A row of data is one block; a table with blocks in its cells lays a page out."""
        if len(row) == 1 or row.find(".//table") is not None or any(map(_lays_out, row)):
            for cell in row:
                self._into(cell, look)
            return
        self._end(look)
        cells = ["".join(cell.itertext()).strip() for cell in row if cell.tag in ("td", "th")]
        cells = [_SIGN_APART.sub("", cell) for cell in cells]
        pieces = tidied([Piece(" | ".join(cells))])
        if any(cell.strip() for cell in cells):
            self.blocks.append(Block("table", pieces, aside=look.aside or reason(row, self.spared)))

    def _end(self, following: _Look) -> None:
        look, self.look = self.look, following
        if look.kind == "heading" and self.pieces:
            self.pieces[-1] = replace(self.pieces[-1], text=self.pieces[-1].text.rstrip(" \n¶"))
        pieces, self.pieces = tidied(_with_bare_addresses(self.pieces)), []
        if pieces:
            self.blocks.append(
                Block(look.kind, pieces, look.level, label=look.label, aside=look.aside)
            )


MOST_OF_CELL = 2
"""Paragraphs in a cell of a table of data; one with more of them lays a page out."""

_SIGN_APART = late_pattern(r"(?<=^[-\u2212\u2013])\s+(?=\d)")
"""The space between a minus sign and its number, which a cell of figures may have."""


def _lays_out(cell: Element) -> bool:
    return len(cell.findall(".//p")) > MOST_OF_CELL


def _is_code(element: Element) -> bool:
    """Whether text that keeps its lines is that of a program, and no poem or address."""
    return element.find("code") is not None or bool(_CODE.search(element.get("class", "")))


_CODE = late_pattern(r"code|highlight|lang(?:uage)?-|prettyprint|brush", re.IGNORECASE)


def _is_set_apart(element: Element) -> bool:
    """Whether only a style parts a span from the one before, as a title from its number."""
    before = element.getprevious()
    if before is None or before.tail or not before.tag == element.tag == "span":
        return False
    number, words = (before.text or "").strip(), (element.text or "").strip()
    return (len(number) > 1 or number.isdigit()) and len(words) > 1


def _is_permalink(element: Element, tag: str) -> bool:
    """Whether an element is the sign behind a heading by which its place can be linked to."""
    if tag != "a" or not element.get("href", "").startswith("#"):
        return False
    return "".join(element.itertext()).strip() in _PERMALINKS


_PERMALINKS = frozenset("¶#§\N{LINK SYMBOL}\uf0c1")


def _may_mark_note(element: Element, before: str) -> bool:
    """Whether an element is raised, or leads to a place of the same page right behind a word."""
    if element.tag == "sup":
        return True
    leads_down = element.tag == "a" and (element.get("href") or "").startswith("#")
    return leads_down and before[-1:].strip() != ""


def _item_number(element: Element) -> str | None:
    """Return the number of an item of an ordered list that says where it starts or is."""
    above = element.getparent()
    if above is None or above.tag != "ol":
        return None
    if (value := str(element.get("value", ""))).isdigit():
        return value
    start = above.get("start", "1")
    place = above.index(element)
    return str(int(start) + place) if start.isdigit() and place < MOST_ITEMS else None


MOST_ITEMS = 1_000
"""Items of a list whose place is counted, which takes time that grows with the square."""


def _with_bare_addresses(pieces: list[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if piece.address is None and "://" in piece.text:
            spaced = len(piece.text) - len(piece.text.lstrip())
            yield Piece(piece.text[:spaced], piece.bold, piece.italic)
            for one in linked_pieces(piece.text):
                yield Piece(one.text, piece.bold, piece.italic, one.address)
            yield Piece(" " if piece.text[-1:].isspace() else "", piece.bold, piece.italic)
        else:
            yield piece
