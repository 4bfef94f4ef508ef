"""Audiences and lengths: small files that a user can copy."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from briefgen.types.argument import Part
from briefgen.types.base import Frozen, Id, Line
from briefgen.types.point import Form

Weight = Annotated[int, Field(ge=0, le=9, strict=True)]


class Audience(Frozen):
    """A reader profile: which parts matter to whom, and how heavily."""

    name: Id
    description: Line = Field(description="Who this reader is and what they need.")
    weights: dict[Part, Weight] = Field(
        description="Weight of each part, 0 to 9. A part without weight is left out."
    )
    forms: dict[Form, int] = Field(
        default={Form.HEADLINE: 5, Form.SUMMARY: 8, Form.DETAIL: 10},
        description="What each form is worth: the second hearing of a point is worth less.",
    )


class Length(Frozen):
    """A page budget and the content template that fills it."""

    name: Id
    description: Line = Field(description="What this length is for.")
    pages: int | None = Field(
        None, ge=1, le=99, strict=True, description="Pages promised; empty: no count."
    )
    content: Line = Field(description="File name of the content template.")
    master: Id = Field(description="Page master of the look that this length is set on.")
    requires: tuple[Part, ...] = Field((), description="Parts that the argument must have.")
    fill_floor_percent: int = Field(
        0,
        ge=0,
        le=100,
        strict=True,
        description="How full the main column of the last page should be.",
    )
