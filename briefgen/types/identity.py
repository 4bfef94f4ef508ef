"""How a Word file knows its points again, and what became of them in an edited one.

Word processors keep the names of bookmarks, so each paragraph of a point has one that says point
and form in few characters. What the names stand for, and the digest of the text as it was written,
is kept in a custom XML part. The Word writer writes both; `load/word/edits.py` reads them.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from briefgen.pattern import late_pattern
from briefgen.types.point import Form

IDENTITY_NAMESPACE = "urn:briefgen:identity:1"

BOOKMARK_LIMIT = 40
"""Characters of the name of a bookmark that Word takes: letters, digits and underscores."""

_KEY_BYTES, _DIGEST_DIGITS = 5, 12
_NAME = late_pattern(r"_bg_([a-z2-7]{8})_([hsd])(\d+)_(\d+)_([0-9a-f]{12})(?:_copy_\d+)?", re.ASCII)


class ArgumentIdentity(Struct, frozen=True):
    """Which argument a brief is made of: its id, and a digest of all that it says."""

    id: str
    digest: str


class TextIdentity(Struct, frozen=True):
    """What the name of a bookmark says: `_bg_`, point, form and occurrence, paragraph, text.

    `key` stands for the point's id, which may be longer than a name; `occurrence` counts the runs
    of one point and form in a document, `paragraph` the paragraphs of a run, both from 1; `digest`
    is the start of that of the text, so that an edit is seen even where the custom XML part was
    lost.
    """

    key: str
    form: Form
    occurrence: int
    paragraph: int
    digest: str

    @property
    def name(self) -> str:
        """The name of the bookmark, of at most `BOOKMARK_LIMIT` characters."""
        form = f"{self.form[0]}{self.occurrence}"
        return f"_bg_{self.key}_{form}_{self.paragraph}_{self.digest[:_DIGEST_DIGITS]}"

    @staticmethod
    def read(name: str) -> TextIdentity | None:
        """Read the name of a bookmark; None for one that is not briefgen's.

        LibreOffice adds `_Copy_1` to those in text frames.
        """
        if (found := _NAME.fullmatch(name.lower())) is None:
            return None
        key, letter, occurrence, paragraph, digest = found.groups()
        form = next(form for form in Form if form[0] == letter)
        return TextIdentity(key, form, int(occurrence), int(paragraph), digest)


COUNTED = ("_note_", "_notes_", "_figure_", "_table_")
"""How the names of the bookmarks begin that lead to what is counted, by link or by field."""

SOFT_HYPHEN = "\u00ad"
"""What may part a word, and is none of its letters: in no digest of what stands outside points."""


def bookmark_name(name: str) -> str:
    """Return the name under which a bookmark of briefgen's was written; nothing for another one."""
    mark = TextIdentity.read(name)
    return mark.name if mark else ""


def outside_digest(text: str) -> str:
    """Return the digest of a paragraph that stands outside points."""
    return text_digest(text.replace(SOFT_HYPHEN, ""))


def point_key(point: str) -> str:
    """Return eight letters and digits that stand for the id of a point."""
    hashed = hashlib.sha256(point.encode()).digest()[:_KEY_BYTES]
    return base64.b32encode(hashed).decode().lower()


def text_digest(text: str) -> str:
    """Return the digest of a paragraph's text, in 64 hexadecimal digits.

    White space counts as one space and composed letters are as decomposed ones: word processors
    change both on saving.
    """
    plain = unicodedata.normalize("NFC", " ".join(text.split()))
    return hashlib.sha256(plain.encode()).hexdigest()


_SEAL = re.compile(rb'seal="([0-9a-f]{64})"')


def seal(parts: Mapping[str, bytes], own: str) -> str:
    """Return the digest of all parts of a Word file but its own custom XML part, which holds it.

    Who saves the file changes some part of it, be it only a header, a note or a picture.
    """
    made = hashlib.sha256()
    for name in sorted(parts):
        if name != own:
            made.update(f"{len(name)} {name} {len(parts[name])} ".encode(errors="surrogateescape"))
            made.update(parts[name])
    return made.hexdigest()


def is_sealed(parts: Mapping[str, bytes]) -> bool:
    """Whether a Word file is as briefgen wrote it, in all of its parts."""
    return any(
        found[1].decode() == seal(parts, name)
        for name, data in parts.items()
        if IDENTITY_NAMESPACE.encode() in data and (found := _SEAL.search(data))
    )


_TRAILER = re.compile(
    rb"trailer\n<<\n/ID \[<([0-9a-f]{32})> <\1>\][^<>]*>>\nstartxref\n\d+\n%%EOF\n\Z"
)


def pdf_seal(body: bytes) -> bytes:
    """Return the identifier of a PDF (ISO 32000-1, 14.4): the digest of all before its trailer."""
    return hashlib.sha256(body).hexdigest()[:32].encode()


def is_sealed_pdf(data: bytes) -> bool:
    """Whether a PDF is as briefgen wrote it, without so much as an annotation more."""
    found = _TRAILER.search(data, max(0, len(data) - 400))
    return found is not None and pdf_seal(data[: found.start()]) == found[1]


State = Literal["untouched", "edited", "gone"]


class TextEdit(Struct, frozen=True):
    """A paragraph, an item of a list or a cell of a table that reads otherwise than it was written.

    `number` counts from 1 among those that were written of the form, and is 0 for one that was
    added; `text` is empty where it was deleted. `place` is file, line and path of the text in the
    argument, where that was given and reads as it was written; empty where it is not known.
    """

    number: int
    text: str
    place: str = ""


class PointText(Struct, frozen=True):
    """A point as it stands in a Word file: one unbroken run of paragraphs.

    `paragraphs` are those of the file as they read now, without note numbers; a paragraph that was
    deleted is not among them, one that was added in the point, or directly under it, is. `point`
    and `form` are what was written, and `occurrence` counts from 1 where a brief prints the same
    form of a point twice. `edits` are those of the paragraphs that read otherwise, of as many as
    were `written`. `place` is file, line and path of the point in the argument, where that
    was given: `mali.yaml:212: risks[0]`.
    """

    point: str
    form: Form
    occurrence: int
    state: State
    paragraphs: tuple[str, ...]
    place: str = ""
    edits: tuple[TextEdit, ...] = ()
    written: int = 0


NOT_COMPARED = (
    "header and footer",
    "notes",
    "charts and pictures",
    "text boxes",
    "contents and numbers that Word renews",
    "order",
    "formatting",
)
"""What may have been changed in a Word file and `recover` does not look at."""


class OutsideText(Struct, frozen=True):
    """What reads otherwise in the body of a Word file outside points: title, figures, tables.

    `paragraphs` are changed or new, as they read now; `gone` counts those that were written and
    are not there. A paragraph that was changed is among both.
    """

    paragraphs: tuple[str, ...]
    gone: int


ReviewKind = Literal["comment", "insertion", "deletion", "move", "formatting"]


class Review(Struct, frozen=True):
    """A comment or a tracked change in a Word file: of what kind, by whom and when, as it says.

    `id` is the number by which the file distinguishes it from others of its kind.
    """

    kind: ReviewKind
    author: str
    date: str
    id: str


class WordEdits(Struct, frozen=True):
    """A Word file read back: the argument that it was built from, and each of its points, in order.

    `outside` is None for a file that does not record what was written outside points: it is unknown
    then. `not_compared` says what else was not looked at.

    `reviews` are the comments and tracked changes in it. `as_written` says that nobody has saved
    the file since briefgen wrote it, so that what is not compared is unchanged, too.

    `by_text` says that paragraphs were found by what they say, as the file has lost the bookmarks
    that it was written with; `like` is the length and audience of the brief that it was then found
    to be, where the file does not say of which argument it is.

    `argument_changed` says whether the argument, where it was given, reads otherwise now than when
    the file was written.
    """

    argument: ArgumentIdentity
    points: tuple[PointText, ...]
    argument_changed: bool = False
    outside: OutsideText | None = None
    not_compared: tuple[str, ...] = NOT_COMPARED
    reviews: tuple[Review, ...] = ()
    as_written: bool = False
    by_text: bool = False
    like: str = ""

    def in_state(self, state: State) -> tuple[str, ...]:
        """Return the ids of the points in a state, in order, each once."""
        return tuple(dict.fromkeys(one.point for one in self.points if one.state == state))
