"""What became of the points of a brief in an edited Word file."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefgen.types.identity import ArgumentIdentity
from briefgen.types.point import Form

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
