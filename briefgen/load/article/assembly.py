"""Blocks of any format become a `SourceText`: sorted, joined, numbered, cut into sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from briefgen.languages import conventions
from briefgen.languages.lexicon import Lexicon, lexicon
from briefgen.languages.recognised import recognised_language
from briefgen.languages.source_words import source_words
from briefgen.load.article.blocks import (
    LOST,
    Block,
    Metadata,
    Piece,
    ReadFile,
    is_split_word,
    tidied,
)
from briefgen.load.article.boilerplate import goes_on, is_prose, without_boilerplate
from briefgen.load.article.head import head_of, is_bold
from briefgen.load.article.numbers import labelled, without_note_marks
from briefgen.pattern import late_pattern
from briefgen.types.date import PartialDate
from briefgen.types.finding import InputError
from briefgen.types.source_text import (
    Link,
    Omission,
    ParagraphKind,
    SourceParagraph,
    SourceText,
    Stretch,
)

# Join paragraphs that a page break or something set between them has split.


def joined(blocks: Sequence[Block], lexicon: Lexicon | None) -> tuple[Block, ...]:
    """Return the blocks with split paragraphs as one, which says where it was split.

    A paragraph is split where it breaks off without the end of a sentence, and the next text of
    the body goes on: with a small letter, or after a word that cannot end a sentence. What stands
    between them must be left out anyway; a heading, a list or a table is not.
    """
    made: list[Block] = []
    last: int | None = None
    for block in blocks:
        if block.aside or block.kind in ("rule", "note", "caption"):
            made.append(block)
            continue
        if last is not None and block.kind == "paragraph" and goes_on(made[last], block, lexicon):
            made[last] = _together(made[last], block)
            continue
        made.append(block)
        last = len(made) - 1 if block.kind in ("paragraph", "item") else None
    return tuple(made)


def _together(block: Block, after: Block) -> Block:
    last = block.pieces[-1]
    if is_split_word(block.text, after.text):
        whole = replace(last, text=last.text[:-1])
        pieces = tidied([*block.pieces[:-1], whole, *after.pieces])
        place = len(block.text) - 1
    else:
        pieces = tidied([*block.pieces, Piece(" "), *after.pieces])
        place = len(block.text) + 1
    return replace(block, pieces=pieces, joins=(*block.joins, place))


HEADING_WORDS, LOWEST = 14, 6
"""Words of a bold line that is a heading, and the level of one that says none."""


def headed(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks; a bold line between paragraphs is a heading, as many pages set theirs."""
    in_text = False
    for place, block in enumerate(blocks):
        after = next((one for one in blocks[place + 1 : place + 3] if not one.aside), None)
        if in_text and after is not None and _is_bold_line(block) and is_prose(after):
            yield replace(block, kind="heading", level=LOWEST)
            continue
        in_text = in_text or (is_prose(block) and not block.aside and not is_bold(block))
        yield block


def _is_bold_line(block: Block) -> bool:
    text = block.text
    return (
        block.kind == "paragraph"
        and not block.aside
        and is_bold(block)
        and len(text.split()) <= HEADING_WORDS
        and text[:1].isupper()
        and text[-1:] not in ".:;,"
    )


LEAST_PROSE = 400
"""Characters of paragraphs by which a language is recognised; lists are read for it, too, below."""

_LANGUAGE = late_pattern(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?")


def source_text(read: ReadFile, file: str) -> SourceText:
    """Return a file that was read as an article."""
    prose = dict.fromkeys(block.text for block in read.blocks if block.kind == "paragraph")
    text = "\n".join(prose)
    if len(text) < LEAST_PROSE:  # slides, which are all lists
        text = "\n".join(dict.fromkeys(block.text for block in read.blocks))
    said = _language(read.metadata.language)
    language = recognised_language(text, said)
    words = source_words(language)
    sorted_blocks = without_boilerplate(headed(read.blocks), words, lexicon(language))
    blocks = joined(without_note_marks(sorted_blocks.blocks), lexicon(language))
    head = head_of(blocks, read.metadata, words, language)
    paragraphs = tuple(_paragraphs(labelled(blocks, head.used), head.used, language))
    return SourceText(
        file=file,
        digest=digest_of(each.text for each in paragraphs),
        paragraphs=paragraphs,
        language=language,
        language_is_guessed=said != language,
        title=head.metadata.title,
        subtitle=head.metadata.subtitle,
        authors=head.metadata.authors,
        about_author=sorted_blocks.about_author,
        publisher=head.metadata.publisher,
        date=_date(head.metadata),
        address=head.metadata.address,
        omitted=tuple(
            Omission(block.aside, block.text, block.page)
            for block in blocks
            if block.aside and block.pieces
        ),
        remarks=read.remarks,
    )


def digest_of(texts: Iterator[str]) -> str:
    """Return a digest of paragraphs that does not change with white space."""
    made = hashlib.sha256()
    for text in texts:
        made.update(text.encode(errors="surrogatepass") + b"\n")
    return made.hexdigest()


def _language(said: str | None) -> str | None:
    """Return a language as a BCP 47 tag; None for what is none."""
    found = _LANGUAGE.match(said) if said else None
    if found is None:
        return None
    return found[1].lower() + (f"-{found[2].upper()}" if found[2] else "")


_TIME = late_pattern(r"(?<=\d\d-\d\d)[T ]\d\d:\d\d.*$")
"""The time of a day, which front matter may give: 2015-12-11T18:07:39+00:00."""


def _date(metadata: Metadata) -> str | None:
    said = _TIME.sub("", metadata.date) if metadata.date else None
    try:
        return str(PartialDate(said)) if said else None
    except InputError:
        return None


_HEAD: dict[str, ParagraphKind] = {"title": "title", "standfirst": "standfirst"}


def _paragraphs(
    blocks: Sequence[Block], used: dict[int, str], language: str
) -> Iterator[SourceParagraph]:
    number, section = 0, None
    for place, block in enumerate(blocks):
        if block.aside or block.kind == "rule" or not any(map(str.isalnum, block.text)):
            continue  # or stars between sections
        if place in used:
            if kind := _HEAD.get(used[place]):
                yield _paragraph(block, kind, None, None, language)
            continue
        if block.kind == "heading":
            section = block.text
            yield _paragraph(block, "heading", None, section, language)
            continue
        if block.kind == "paragraph":
            number += 1
        counted = None if block.kind in ("note", "caption") else number or None
        yield _paragraph(block, block.kind, counted, section, language)


def _paragraph(
    block: Block, kind: ParagraphKind, number: int | None, section: str | None, language: str
) -> SourceParagraph:
    text = block.text
    return SourceParagraph(
        kind=kind,
        text=text,
        number=number,
        label=block.label if number or block.kind == "note" else None,
        level=block.level,
        page=block.page,
        section=section,
        links=tuple(_links(block)),
        bold=tuple(_stretches(block, "bold")),
        italic=tuple(_stretches(block, "italic")),
        sentences=tuple(_sentences(text, language)),
        joined_at=block.joins,
    )


def _sentences(text: str, language: str) -> Iterator[Stretch]:
    ends = [0, *conventions(language).sentence_ends(text), len(text)]
    for start, end in pairwise(ends):
        part = text[start:end]
        if part.strip():
            yield Stretch(start + len(part) - len(part.lstrip()), end)


def _links(block: Block) -> Iterator[Link]:
    """Yield the links of a block; pieces one after the other with one address are one link."""
    text, place = block.text, 0
    start: int | None = None
    address = ""
    for piece in (*block.pieces, Piece("")):
        if start is not None and piece.address != address:
            yield _link(text, start, place, address)
            start = None
        if piece.address is not None and piece.text.strip() and start is None:
            start, address = place, piece.address
        place += len(piece.text)


def _link(text: str, start: int, end: int, address: str) -> Link:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    known = None if address.startswith(LOST) else address
    return Link(words.strip(), known, start, start + len(words.strip()))


def _stretches(block: Block, look: str) -> Iterator[Stretch]:
    """Yield the parts of a block that are bold, or italic, and no links."""
    place = 0
    for piece in block.pieces:
        end = place + len(piece.text)
        if getattr(piece, look) and piece.address is None and piece.text.strip():
            begins = place + len(piece.text) - len(piece.text.lstrip())
            yield Stretch(begins, place + len(piece.text.rstrip()))
        place = end
