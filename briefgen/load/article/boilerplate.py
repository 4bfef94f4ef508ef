"""Tell an article from the page around it: menus, lists of other articles, offers, addresses.

Readers mark what the file itself sets apart. What is left is known by its kind: headings that
pages bear around an article, runs of links and headings that hold no sentence, credits. A side
section ends where text goes on that was cut off before it, at a heading of no lower level, or with
a long paragraph. What is left out is kept with its reason, so that nothing is lost unsaid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.languages.lexicon import Lexicon
from briefgen.languages.source_words import SourceWords
from briefgen.load.article.blocks import Block
from briefgen.pattern import late_pattern
from briefgen.types.source_text import is_picture

LINKED, LONG_WORDS, SENTENCE_WORDS, OPEN_WORDS = 0.6, 40, 6, 12
"""The share of links in a line of links; the words of a paragraph that ends a side section by
itself; the fewest words of a paragraph of prose, and of one that ends no sentence."""

LEAST_LINKS = 3
"""Lines of links, one after the other, that are a menu."""

_SENTENCE_END = late_pattern(r"[.!?\u2026:;][\"'\u201d\u2019\u00bb)\]]*(?:\d{1,3})?$")

_LEADERS = late_pattern(r"(?:\.\s?){5,}\s*\w{1,5}\W*$|(?:\.\s?){12}")
"""The dots between an entry of a table of contents and its page."""

_ENTRIES = late_pattern(r"(?:[^\W\d][^.!?\d]{8,80}\s\d{1,3}(?:\s|$)){3}")
"""Entries of a table of contents, each with its page, one after the other."""


class Sorted(Struct, frozen=True):
    """The blocks of a file: those of the article, with `aside` for what is left out."""

    blocks: tuple[Block, ...]
    about_author: str | None = None


def is_prose(block: Block) -> bool:
    """Whether a block is a paragraph of running text."""
    if block.kind not in ("paragraph", "quotation", "item"):
        return False
    text = block.text
    words = len(text.split())
    ends = bool(_SENTENCE_END.search(text))
    return block.linked_share < LINKED and (
        (ends and words >= SENTENCE_WORDS) or words >= OPEN_WORDS
    )


_DATE_LINE = late_pattern(r"\d{1,2}[^\d\n]{1,20}\d{4}\.?")
"""A line that is a date, with nothing else."""
_TIMED = late_pattern(
    r"[^\d\n]{0,20}\d{1,2}\.?\s[^\d\n]{1,20}\d{4},?\s[^\d\n]{0,6}\d{1,2}[:.h]\d\d"
)
"""A line that begins with a date and the time of day."""


def goes_on(block: Block, after: Block, lexicon: Lexicon | None) -> bool:
    """Whether a paragraph is the rest of one before it, which breaks off within a sentence.

    It begins with a small letter or a figure, or follows a word that cannot end a sentence.
    """
    text = block.text
    unfinished = len(text.split()) >= SENTENCE_WORDS and not _SENTENCE_END.search(text)
    unfinished = unfinished and not _TIMED.match(text)
    if not unfinished or after.label or _DATE_LINE.fullmatch(after.text.strip()):
        return False
    if not after.text[:1].isupper() and after.text[:1].isalnum():
        return True
    return bool(lexicon and lexicon.counts_nothing.fullmatch(text.split()[-1]))


def without_boilerplate(
    given: Iterable[Block], words: SourceWords, lexicon: Lexicon | None
) -> Sorted:
    """Return the blocks with the reason where one is no text of the article. Time is linear."""
    sorter = _Sorter(words, lexicon, [*given])
    marked = sorter.sort()
    return Sorted(tuple(_menus(marked)), " ".join(sorter.about_author) or None)


class _Sorter(Struct):
    """Goes through the blocks; `section` is the side section that it stands in, if any."""

    words: SourceWords
    lexicon: Lexicon | None
    blocks: Sequence[Block]
    section: str | None = None
    section_level: int = 0
    last_prose: Block | None = None
    about_author: list[str] = field(default_factory=list)

    def sort(self) -> Iterator[Block]:
        for place, block in enumerate(self.blocks):
            yield self._sorted(place, block)

    def _sorted(self, place: int, block: Block) -> Block:
        if block.aside or block.kind == "rule":
            return block
        if block.kind == "heading":
            return self._heading(place, block)
        if _LEADERS.search(block.text):
            return replace(block, aside="contents")
        if all(piece.address and is_picture(piece.address) for piece in block.pieces):
            return replace(block, aside="picture")
        if self.section and self._returns(block):
            self.section = None
        if self.section == "about the author":
            self.about_author.append(block.text)
        if self.section in ("notes", "about the author", "side"):
            return self._in_section(block)
        if self.words.credit.match(block.text) and len(block.text.split()) <= LONG_WORDS:
            return replace(block, aside="credit")
        if self._is_below_caption(place, block):
            return replace(block, aside="credit")
        if is_prose(block) and block.kind == "paragraph":
            self.last_prose = block
        return block

    def _is_below_caption(self, place: int, block: Block) -> bool:
        """Whether a few words right below a caption name who made the picture."""
        above = self.blocks[place - 1] if place else None
        words = block.text.split()
        return (
            block.kind == "paragraph"
            and above is not None
            and above.kind == "caption"
            and len(words) < SENTENCE_WORDS
            and not _SENTENCE_END.search(block.text)
            and all(word[0].isupper() or not word[0].isalpha() for word in words)
        )

    def _in_section(self, block: Block) -> Block:
        if self.section == "notes":
            return replace(block, kind="note")
        return replace(block, aside=self.section)

    def _heading(self, place: int, block: Block) -> Block:
        text = block.text
        kind = self._section_of(text)
        if kind:
            self.section, self.section_level = kind, block.level
            return block if kind == "notes" else replace(block, aside=kind)
        if self.section and block.level > self.section_level:
            return block if self.section == "notes" else replace(block, aside=self.section)
        if self.section == "side" and not self._opens_text(place, block.level):
            return replace(block, aside="side")
        self.section = None
        if not self._opens_text(place, block.level) and self.last_prose is not None:
            return replace(block, aside="heading without text")
        return block

    def _section_of(self, text: str) -> str | None:
        if self.words.author_heading.fullmatch(text):
            return "about the author"
        if self.words.reference_heading.fullmatch(text):
            return "notes"
        if self.words.side_heading.fullmatch(text) or self.words.contents_heading.fullmatch(text):
            return "side"
        return None

    def _opens_text(self, place: int, level: int) -> bool:
        """Whether text follows a heading before another one that is not below it."""
        for block in self.blocks[place + 1 : place + 1 + LOOK_AHEAD]:
            if block.aside or block.kind == "rule":
                continue
            if block.kind != "heading":
                return is_prose(block) or block.kind in ("table", "item", "quotation", "caption")
            if block.level <= level or self._section_of(block.text):
                return False
            level = block.level
        return False

    def _returns(self, block: Block) -> bool:
        """Whether a block within a side section is the article again."""
        if self.section == "notes" or not is_prose(block):
            return False
        if _ENTRIES.search(block.text):
            return False
        last = self.last_prose
        if last is not None and goes_on(last, block, self.lexicon):
            return True
        return self.section == "side" and len(block.text.split()) >= LONG_WORDS


LOOK_AHEAD = 6
"""Blocks after a heading among which its text begins."""


def _menus(blocks: Iterator[Block]) -> Iterator[Block]:
    """Mark runs of lines that are links and no more, unless they are notes or sources."""
    run: list[Block] = []
    for block in blocks:
        if _is_link_line(block):
            run.append(block)
            continue
        if run and block.kind == "rule":
            yield block
            continue
        yield from _as_menu(run)
        run = []
        yield block
    yield from _as_menu(run)


def _is_link_line(block: Block) -> bool:
    return (
        block.kind in ("paragraph", "item", "heading")
        and block.aside is None
        and bool(block.pieces)
        and block.linked_share >= LINKED
    )


def _as_menu(run: list[Block]) -> Iterator[Block]:
    is_menu = len(run) >= LEAST_LINKS
    for block in run:
        yield replace(block, aside="menu") if is_menu else block
