"""How a brief is made, apart from what it says."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Format = Literal["pdf", "docx"]
FORMATS: tuple[Format, ...] = ("pdf", "docx")

NameOrPath = str | os.PathLike[str]
"""The name of a built-in file, or the path of a user's own."""


@dataclass(frozen=True, slots=True)
class Making:
    """How a brief is made: of what length, for whom, in what look, by whose hand.

    `fonts` is a folder of the user's, `pin` gives the form of what is printed in any case, and
    `exclude` names what is not.
    """

    length: NameOrPath = "one-page"
    audience: NameOrPath = "decision-maker"
    template: NameOrPath = "standard"
    fonts: NameOrPath | None = None
    pin: Mapping[str, str] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
