"""What the readers of all formats yield: blocks of pieces of text, in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct, field

from briefgen.pattern import late_pattern
from briefgen.types.characters import ABOVE

BlockKind = Literal["heading", "paragraph", "item", "quotation", "table", "caption", "note", "rule"]

CHARACTER_LIMIT = 5_000_000
"""Characters of an article that are read: some 3,000 pages."""

BLOCK_LIMIT = 100_000
"""Paragraphs, headings and table cells of an article that are read."""

_SPACES = late_pattern(r"[ \t\r\n\f\v\u00a0\u202f\u2007\u200b\u2028\u2029\ufeff]+")
_UNSEEN = late_pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u206f]")
_ADDRESS = late_pattern(r"(?:https?://|mailto:)[^\s<>\"]{1,2000}", re.IGNORECASE)

_NOTE_MARK = late_pattern(r"[\[(]?\d{1,3}(?:\s*[,\u2013-]\s*\d{1,3})*[\])]?|[*\u2020\u2021]")
_POWER = late_pattern(
    r"(?:(?<![\w.,])\d{1,2}\0[-\u2212+]?\d{1,2}"
    r"|(?<![^\W\d_])(?:[kcdmnµ]?m|ha|ft|in|mi|[A-Za-z])\0[-\u2212]?[1-4])$"
)
"""A short number or the symbol of a unit, and what power it is raised to."""


LOST = "#"
"""How the address of a link begins that is lost."""


class Piece(Struct, frozen=True):
    """A run of text; `address` is None where it is no link.

    A link whose address is lost has one that begins with `LOST`, and is its own.
    """

    text: str
    bold: bool = False
    italic: bool = False
    address: str | None = None


class Block(Struct, frozen=True):
    """A paragraph of any kind. `aside` says why the file itself marks it as no text of the body."""

    kind: BlockKind
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    page: int | None = None
    label: str | None = None
    aside: str | None = None
    joins: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def linked_share(self) -> float:
        """The share of its characters that are links."""
        linked = sum(len(piece.text) for piece in self.pieces if piece.address is not None)
        return linked / max(1, len(self.text))


class Metadata(Struct, frozen=True):
    """What a file says of its article, apart from the text."""

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    address: str | None = None


class ReadFile(Struct, frozen=True):
    """What a reader makes of a file: blocks in order, metadata, and what should be known of it."""

    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    remarks: tuple[str, ...] = ()


def plain_spaces(text: str) -> str:
    """Return text with each run of white space as one space, and without invisible characters."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text))


def tidied(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces with single spaces between words, none at the ends, and like ones joined."""
    made: list[Piece] = []
    ends_in_space = True
    for piece in pieces:
        text = plain_spaces(piece.text)
        if ends_in_space:
            text = text.removeprefix(" ")
        if not text:
            continue
        ends_in_space = text.endswith(" ")
        if made and _looks(made[-1]) == _looks(piece):
            made[-1] = _with_text(made[-1], made[-1].text + text)
        else:
            made.append(_with_text(piece, text))
    while made and not (text := made[-1].text.rstrip(" ")):
        made.pop()
    if made:
        made[-1] = _with_text(made[-1], made[-1].text.rstrip(" "))
    return tuple(made)


def _looks(piece: Piece) -> tuple[bool, bool, str | None]:
    return piece.bold, piece.italic, piece.address


def _with_text(piece: Piece, text: str) -> Piece:
    return Piece(text, piece.bold, piece.italic, piece.address)


def raised_text(text: str, before: str) -> str:
    """Return how raised text is printed: "" for the mark of a note, 10⁶ and m² for a power.

    Behind a longer number, a figure stands for a note: 8,000² is the limit of note 2.
    """
    bare = text.strip()
    bare = bare.replace("\u2013", "\u2212") if bare[:1] == "\u2013" else bare
    if _POWER.search(f"{before[-8:]}\0{bare}"):
        return bare.translate(ABOVE)
    return "" if _NOTE_MARK.fullmatch(bare) else text


_JOINING = late_pattern(r"(?:and|or|to|und|oder|bis|et|ou|y|o|e|ed|od)(?!\S)")


def stands_for_rest(after: str) -> bool:
    """Whether a hyphen before a text stands for the rest of a word: two- and three-year plans."""
    return bool(_JOINING.match(after))


def is_split_word(before: str, after: str) -> bool:
    """Whether a hyphen at the end of a text parts a word, which goes on in the next."""
    return (
        len(before) > 1
        and before[-1] in "-\u2010"
        and before[-2].isalpha()
        and after[:1].islower()
        and not stands_for_rest(after)
    )


def usable_address(address: str | None) -> str | None:
    """Return an address that may stand in an argument; None for any other, such as a script."""
    found = _ADDRESS.fullmatch(address.strip()) if address else None
    return found[0] if found else None


def linked_pieces(text: str) -> tuple[Piece, ...]:
    """Return plain text with the addresses in it as links."""
    pieces: list[Piece] = []
    done = 0
    for found in _ADDRESS.finditer(text):
        words = found[0].rstrip(".,;:!?)]}'\u2019\u201d")
        pieces.append(Piece(text[done : found.start()]))
        pieces.append(Piece(words, address=words))
        done = found.start() + len(words)
    return tidied([*pieces, Piece(text[done:])])


def first_of(values: Mapping[str, str], *names: str) -> str | None:
    """Return the first value that is there and says something."""
    return next((value for name in names if (value := values.get(name, "").strip())), None)
