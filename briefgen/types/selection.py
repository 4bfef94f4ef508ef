"""Audiences and lengths, and the selection of points that they make."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Struct, field
from pydantic import Field

from briefgen.types.argument import Part
from briefgen.types.base import Frozen, Id, Line
from briefgen.types.point import Form, Point

Weight = Annotated[int, Field(ge=0, le=9, strict=True)]


class Supplement(StrEnum):
    """What a brief makes of typed data, apart from points. The value is the template's tag."""

    KEY_FIGURES = "key_figures"
    TIMELINE = "timeline"
    CHRONOLOGY = "chronology"
    EVIDENCE = "evidence"
    CLAIMS = "claims"
    CHARTS = "charts"
    COMPARISON = "comparison"
    PICTURES = "pictures"
    UNCERTAIN = "uncertain"
    QUOTATIONS = "quotations"
    NOTES = "notes"
    GLOSSARY = "glossary"
    CONTACT = "contact"


def _all_alike() -> dict[Supplement, int]:
    return dict.fromkeys(Supplement, 3)


class Audience(Frozen):
    """A reader profile: which parts matter to whom, how heavily, and in what manner.

    A part or a supplement without weight is left out. Only `name`, `description` and `weights`
    must be given.
    """

    name: Id
    description: Line = Field(description="Who this reader is and what they need.")
    reader: Annotated[Line, Field(max_length=60)] | None = Field(
        None,
        description=(
            "Whom the brief says that it is for, such as For the defence committee; unless given,"
            " that of the built-in audience of this name, or of one whose wording is read."
        ),
    )
    weights: dict[Part, Weight] = Field(
        description="Weight of each part, 0 to 9. A part without weight is left out."
    )
    supplements: dict[Supplement, Weight] = Field(
        default_factory=_all_alike,
        description="Weight of figures, time line, tables and lists. One without is left out.",
    )
    order: tuple[Id, ...] = Field(
        (),
        description="Sections in this reader's order. Others keep their places in the template.",
    )
    forms: dict[Form, int] = Field(
        default={Form.HEADLINE: 2, Form.SUMMARY: 8, Form.DETAIL: 10},
        description=(
            "The value of each form: a point in a summary is worth several named by headlines."
        ),
    )
    wording: tuple[Id, ...] = Field(
        (),
        description="Wordings of points to use, the best first. Empty: the audience's own name.",
    )
    stance: Literal["neutral", "implications", "recommendations"] = Field(
        "recommendations",
        description="How far the brief may go. Nothing is made up to go as far as that.",
    )
    evidence: Literal["none", "inline", "footnotes", "endnotes"] = Field(
        "endnotes",
        description=(
            "How sources are cited: not at all; in brackets; or by number into a list, where the"
            " length has one. Without a list, footnotes are set in brackets, endnotes not at all."
        ),
    )
    citations: Line = Field(
        "numbers",
        description=(
            "How a source is named where it is cited, and listed: numbers, author-date, a style of"
            " CSL by its name (apa, chicago-author-date), or a .csl file beside this one."
        ),
    )
    acronyms: Literal["first-use", "never", "list"] = Field(
        "first-use",
        description=(
            "How acronyms are explained: where one is first used; not at all; or in a list, where"
            " the length has one, else at first use."
        ),
    )
    figures: int = Field(
        4, ge=0, le=12, strict=True, description="Key figures shown at most, whatever the length."
    )
    events: int = Field(
        99, ge=0, le=99, strict=True, description="Events shown at most, whatever the length."
    )
    sentence_words: int = Field(
        25, ge=8, le=60, strict=True, description="Words in a sentence, at most."
    )
    reading_level: int | None = Field(
        None,
        ge=1,
        le=20,
        strict=True,
        description="Years of schooling that the text may ask for (Flesch-Kincaid), at most.",
    )


class Length(Frozen):
    """A page budget and the content template that fills it."""

    name: Id
    description: Line = Field(description="What this length is for.")
    pages: int | None = Field(
        None, ge=1, le=99, strict=True, description="Pages promised; empty: no count."
    )
    page_size: Literal["A4", "Letter"] | None = Field(
        None, description="Paper on which pages are counted; empty: the Word template's."
    )
    content: Line = Field(description="File name of the content template.")
    master: Id = Field(description="Page master of the theme that this length is set on.")
    cover: bool = Field(
        False,
        strict=True,
        description=(
            "Leave the first page to what the content template puts into the head, as a cover. It"
            " is counted."
        ),
    )
    requires: tuple[Part, ...] = Field((), description="Parts that the argument must have.")
    fill_floor_percent: int = Field(
        0,
        ge=0,
        le=100,
        strict=True,
        description="How full the main column of the last page should be.",
    )


class ContentTemplate(Struct, frozen=True):
    """The content template of a length: its text, and the file that errors name.

    `code` is what a built-in one is compiled to, in advance.
    """

    file: str
    text: str
    code: bytes = b""


LEAST_PRIORITY = 5


def importance(priority: int) -> int:
    """Return how much a priority counts: 25 for priority 1, 1 for priority 5.

    Square, so that what must not be missed outweighs several that may.
    """
    return (LEAST_PRIORITY + 1 - priority) ** 2


class Ranked(Struct, frozen=True):
    """A point, in this audience's wording, with its value to this audience.

    `value` ranks the point; `form_values` are the values of its forms when printed.
    """

    point: Point
    part: Part
    value: int
    form_values: Mapping[Form, int]


class Selection(Struct, frozen=True):
    """The points of each part that have a weight for the audience, in the order of the argument.

    `excluded` are the ids of those that no table or list may name.
    """

    audience: Audience
    parts: Mapping[Part, tuple[Ranked, ...]]
    excluded: AbstractSet[str] = frozenset()

    @property
    def named(self) -> tuple[Ranked, ...]:
        """The points that tables and lists may name."""
        every = (one for points in self.parts.values() for one in points)
        return tuple(one for one in every if one.point.id not in self.excluded)


Pin = Form | Literal["any"]
"""The form in which something is printed, or "any": whichever serves best."""


class Overrides(Struct, frozen=True):
    """What the author has decided, by the id of a point or the name of a supplement.

    Nothing is both pinned and excluded.
    """

    pinned: Mapping[str, Pin] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()

    def __contains__(self, subject: str) -> bool:
        return subject in self.pinned or subject in self.excluded


FREE = Overrides()
"""Nothing is pinned, nothing excluded."""
