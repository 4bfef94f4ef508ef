"""Lines of the pages of a PDF, put together to paragraphs, headings, list items and notes.

A PDF says where letters stand and no more. A paragraph ends where the distance to the next line,
the size or the weight of the letters changes, where a line is indented, and where a short line
ends a sentence. Lines that pages share at their top or foot are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from briefgen.load.article.blocks import Block, BlockKind, Piece, stands_for_rest, tidied
from briefgen.load.article.pdf_lines import HYPHENS, NOTE_SYMBOLS, Line
from briefgen.pattern import late_pattern

MARGIN_SHARE = 0.14
"""Share of the text's height at the top and foot of a page where running lines stand."""

LEAST_REPEATS = 3
"""Pages that a running line stands on, unless that is half of all."""

LARGER, SMALLER, SAME_SIZE = 1.12, 0.92, 0.08
"""How much larger than that of the body the type of a heading is, and how small that of a note; the
share by which the sizes of lines of one paragraph differ at most."""

INDENT_PT, SPACE, WIDER, MOST_LINES = 5.0, 0.3, 1.35, 0.8
"""An indent in points; a space as a share of the size; a wider distance; the share of lines that
end left of the edge that a column is taken to have, as a title may go beyond."""

HEADING_WORDS = 20

_DIGITS = late_pattern(r"\d+")
_PAGE_NUMBER = late_pattern(
    r"\W*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_BULLET = late_pattern(r"[\u2022\u25cf\u25cb\u25aa\u25a0\u2013\u2023\uf0b7\u00b7*-]$")
_NUMBERED = late_pattern(r"\(?(\d{1,3})[.)]$")
_NOTE = late_pattern(rf"(?:\d{{1,3}}|[{NOTE_SYMBOLS}*]{{1,2}})[.)]?$")
_CAPTION = late_pattern(
    r"(?:figure|fig\.|table|chart|box|graph|map|tableau|graphique|carte|encadré|abbildung|abb\."
    r"|tabelle|tab\.|karte|kasten|figura|tabla|cuadro|gráfico|grafico|mapa|mappa|tabella)\.?\s*\d[\d.]*[a-z]?\b(?!\s+[^\W\d_A-Z])",
    re.IGNORECASE,
)
_SECTION = late_pattern(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[^\W\d_]")
_SENTENCE_END = late_pattern(r"[.!?\u2026][\"'\u201d\u2019\u00bb)\]]*\d{0,3}$")
_FIGURE = late_pattern(r"[\d.,%()+\u2212\u2013/-]*\d[\d.,%()+\u2212\u2013/-]*")


def blocks_of(pages: Sequence[Sequence[Line]], slack: float = 0) -> Iterator[Block]:
    """Yield the blocks of all pages. Time is linear in the lines.

    `slack` is the share of a column's width by which the ends of full lines may differ.
    """
    size = _body_size(pages)
    running = _running(pages)
    known = _words_within(pages)
    for lines in pages:
        if not lines:
            continue
        page = _Page(lines, size, running, slack)
        for kind, group, level in page.groups():
            if kind == "rule":
                pieces = tidied(_joined(group, known))
                yield Block("paragraph", pieces, page=group[0].page, aside=RUNNING)
                continue
            refined, pieces = _refined(kind, tidied(_joined(group, known)))
            if pieces:
                yield Block(refined, pieces, level, group[0].page)


RUNNING = "running head or foot"
"""Why a line that pages share is left out."""


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    sizes = Counter[float]()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Return the lines at the top or foot of pages that several pages share, digits as one."""
    seen = Counter[str]()
    for lines in pages:
        seen.update({_shape(line.text) for line in _outer(lines)})
    filled = sum(1 for lines in pages if lines)
    least = min(LEAST_REPEATS, max(2, filled // 2))
    return frozenset(shape for shape, count in seen.items() if count >= least)


def _shape(text: str) -> str:
    return _DIGITS.sub("#", text).casefold()


def _outer(lines: Sequence[Line]) -> list[Line]:
    """Return the lines within the margins' share at the top and foot of a page."""
    if not lines:
        return []
    top, foot = min(line.baseline for line in lines), max(line.baseline for line in lines)
    room = (foot - top) * MARGIN_SHARE
    return [line for line in lines if line.baseline <= top + room or line.baseline >= foot - room]


def _words_within(pages: Sequence[Sequence[Line]]) -> Counter[str]:
    """Return the words that stand within lines, by which a hyphen at a line's end is judged."""
    words = Counter[str]()
    for lines in pages:
        for line in lines:
            words.update(word.text.casefold().strip(".,;:()") for word in line.words[:-1])
    return words


def _joined(group: Sequence[Line], known: Counter[str]) -> Iterator[Piece]:
    """Yield the text of lines; a hyphen at an end goes where the word is known without it."""
    pieces: list[Piece] = []
    for line in group:
        more = line.pieces()
        if pieces and more and (head := _split_word(pieces[-1].text)):
            tail = more[0].text
            whole, hyphenated = f"{head}{tail.strip()}", f"{head}-{tail.strip()}"
            as_one, as_two = known[_bare(whole)], known[_bare(hyphenated)]
            keeps = as_two > as_one or (
                not as_one and (not tail[:1].islower() or _are_words(head, tail, known))
            )
            last = pieces[-1]
            ending = "-" if keeps else ""
            if stands_for_rest(tail):
                ending = "- "
            pieces[-1] = Piece(head + ending, last.bold, last.italic, last.address)
        pieces += more
    yield from pieces


def _are_words(head: str, tail: str, known: Counter[str]) -> bool:
    """Whether both parts of a word are words of the text, and long ones: sector-level."""
    parts = (_bare(head.rpartition(" ")[2]), _bare(tail.partition(" ")[0]))
    return all(len(part) >= LEAST_PART and known[part] > 0 for part in parts)


LEAST_PART = 5
"""Letters of each part of a word that is taken for two with a hyphen between them."""


def _bare(word: str) -> str:
    return word.casefold().strip(".,;:()")


def _split_word(text: str) -> str | None:
    """Return the first part of a word that a hyphen splits at the end of a line."""
    stripped = text.rstrip()
    if len(stripped) > 1 and (stripped[-1] in HYPHENS or stripped[-1] in "-\u2010"):
        return stripped[:-1] if stripped[-2].isalnum() else None
    return None


def _refined(kind: BlockKind, pieces: tuple[Piece, ...]) -> tuple[BlockKind, tuple[Piece, ...]]:
    """Return a paragraph as a caption or a row of a table, if it looks like one."""
    if kind not in ("paragraph", "note"):
        return kind, pieces
    text = "".join(piece.text for piece in pieces)
    words = text.split()
    words = words[1:] if _SECTION.match(text) else words
    figures = sum(1 for word in words if _FIGURE.fullmatch(word))
    if _CAPTION.match(text):
        return "caption", pieces
    if not _SENTENCE_END.search(text) and figures * 3 > len(words):
        return "table", pieces
    return kind, pieces


class _Page(Struct, frozen=True):
    """The lines of one page, with the size of the body and the running lines of all pages."""

    lines: Sequence[Line]
    size: float
    running: frozenset[str]
    slack: float

    def groups(self) -> Iterator[tuple[BlockKind, list[Line], int]]:
        """Yield kind, lines and level of each block; `rule` stands for a running line."""
        columns = self._columns()
        leading = self._leading()
        outer = {id(line) for line in _outer(self.lines)}
        feet = self._feet()
        group: list[Line] = []
        for line in self.lines:
            if id(line) in outer and self._runs(line):
                yield "rule", [line], 0
                continue
            if group and self._breaks(group, line, columns, leading):
                yield self._kind(group, feet)
                group = []
            group.append(line)
        if group:
            yield self._kind(group, feet)

    def _feet(self) -> set[int]:
        """Return the lines of smaller type that nothing of the body's size stands below.

        On a page with more of it than of the body, it is an abstract, and marks tell the notes.
        """
        feet: set[int] = set()
        of_body = [len(one.text) for one in self.lines if one.size >= self.size * SMALLER]
        if sum(of_body) < sum(len(one.text) for one in self.lines) / 2:
            return feet
        below: list[Line] = []
        has_text = False
        for line in self.lines:
            if below and line.baseline < below[-1].baseline:  # the next column
                feet.update(map(id, below))
                below, has_text = [], False
            if self._runs(line):
                continue
            is_small = line.size < self.size * SMALLER
            has_text = has_text or not (is_small or line.size > self.size * LARGER)
            below = [*below, line] if is_small and has_text else []
        feet.update(map(id, below))
        return feet

    def _runs(self, line: Line) -> bool:
        return _shape(line.text) in self.running or bool(_PAGE_NUMBER.fullmatch(line.text))

    def _columns(self) -> dict[float, float]:
        """Return the left edges that several lines share, each with the right edge of its lines."""
        starts = Counter(round(line.left / 2) * 2.0 for line in self.lines)
        edges = sorted(left for left, count in starts.items() if count >= 3) or [min(starts)]  # noqa: PLR2004
        rights: dict[float, list[float]] = {edge: [] for edge in edges}
        for line in self.lines:
            rights[_column(edges, line)].append(line.right)
        return {
            edge: sorted(ends)[int(len(ends) * MOST_LINES)] if ends else 0.0
            for edge, ends in rights.items()
        }

    def _leading(self) -> float:
        steps = [
            after.baseline - before.baseline
            for before, after in pairwise(self.lines)
            if 0 < after.baseline - before.baseline < self.size * 2.5
            and abs(after.size - self.size) < self.size * 0.1
        ]
        return median(steps) if steps else self.size * 1.2

    def _breaks(
        self, group: list[Line], line: Line, columns: dict[float, float], leading: float
    ) -> bool:
        last = group[-1]
        step = line.baseline - last.baseline
        if abs(line.size - last.size) > last.size * SAME_SIZE or line.is_bold != last.is_bold:
            return True
        first = line.words[0].text
        if _BULLET.match(first) or (self._is_note(group) and _NOTE.match(first)):
            return True
        edges = list(columns)
        ended = bool(_SENTENCE_END.search(last.text))
        if step < 0:  # the next column
            return ended
        left, right = _column(edges, last), columns[_column(edges, last)]
        right -= (right - left) * self.slack
        if self.slack and (self._is_section(line) or self._is_section(last)):
            return True
        if step > leading * WIDER * max(1.0, last.size / self.size):
            # In text, a row that only the other column fills looks like an empty one.
            is_full = last.right >= right and first[0].islower()
            return not self.slack or ended or not is_full or step > leading * 2 * WIDER
        follows = line.words[0].right - line.words[0].left + last.size * SPACE
        if ended and (_NUMBERED.match(first) or last.right + follows < right):
            return True  # the next word would have had room
        indented = line.left - last.left > INDENT_PT
        return ended and indented and not _hangs(group)

    def _is_section(self, line: Line) -> bool:
        """Whether a line of text is the numbered heading of a section."""
        return (
            bool(_SECTION.match(line.text))
            and len(line.words) <= HEADING_WORDS // 2
            and not _SENTENCE_END.search(line.text)
            and line.words[1].text[:1].isupper()
        )

    def _is_note(self, group: list[Line]) -> bool:
        return group[0].size < self.size * SMALLER and bool(_NOTE.match(group[0].words[0].text))

    def _kind(self, group: list[Line], feet: set[int]) -> tuple[BlockKind, list[Line], int]:
        text = " ".join(line.text for line in group)
        first = group[0].words[0].text
        large = group[0].size > self.size * LARGER
        bold = all(line.is_bold for line in group) and not _SENTENCE_END.search(text)
        if self._is_note(group) or id(group[0]) in feet:
            return "note", group, 0
        if _BULLET.match(first) and len(group[0].words) > 1:
            rest = Line(group[0].words[1:], group[0].page)
            return "item", [rest, *group[1:]], 0
        letter = next(filter(str.isalpha, text), "")
        if (large or bold) and len(text.split()) <= HEADING_WORDS and letter:
            if large or letter != text[0] or not letter.islower():
                return "heading", group, self._level(group[0])
            return "paragraph", group, 0  # bold words at the end of a sentence
        return "paragraph", group, 0

    def _level(self, line: Line) -> int:
        """Return a level by size: 1 for what is half as large again as the body."""
        share = line.size / self.size
        return 1 if share > 1.6 else 2 if share > 1.25 else 3  # noqa: PLR2004


def _column(edges: list[float], line: Line) -> float:
    return max((edge for edge in edges if edge <= line.left + 2), default=edges[0])


def _hangs(group: list[Line]) -> bool:
    """Whether the first line of a group begins left of the others: a numbered paragraph."""
    return len(group) > 1 and group[1].left - group[0].left > INDENT_PT
