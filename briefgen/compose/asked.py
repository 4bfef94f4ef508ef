"""What a tag of a content template asks for; what it cannot mean is an error of its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from briefgen.compose.apparatus import Wanted
from briefgen.compose.exhibit import ALL
from briefgen.compose.points import Manner
from briefgen.compose.tags import Tag, error_at
from briefgen.types.finding import TemplateError
from briefgen.types.page import FRAMES
from briefgen.types.point import Form
from briefgen.types.role import Role

PICTURE_HEIGHTS = (20, 600)
"""Points that a picture may be high at most: the least and the greatest."""

MOST_SIZES = 6
"""Sizes that an apparatus may be offered in."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A tag, and the file in which it stands. What reads an option raises TemplateError."""

    tag: Tag
    file: str

    def error(self, code: str, message: str, hint: str) -> TemplateError:
        """Return an error of the tag's line."""
        return error_at(self.file, self.tag.line, code, message, hint)

    def refuse_others(self, options: set[str], arguments: int = 0) -> None:
        """Refuse other options than these, and another number of arguments."""
        tag = self.tag
        unknown = sorted(set(tag.options) - options)
        if unknown:
            hint = f"it takes {', '.join(sorted(options)) or 'none'}"
            message = f'{{% {tag.name} %}} has no option "{unknown[0]}"'
            raise self.error("option-unknown", message, hint)
        if len(tag.arguments) != arguments:
            message = f"{{% {tag.name} %}} takes {arguments} argument(s), not {len(tag.arguments)}"
            raise self.error("tag-arguments", message, "options are written name=value")

    def option(self, name: str, usual: Any = None) -> Any:
        """Return an option as it is written, or what is usual."""
        return self.tag.options.get(name, usual)

    def flag(self, name: str) -> bool:
        """Whether an option is set."""
        return bool(self.option(name, False))

    def frame(self) -> str:
        """Return the frame of a section."""
        frame: str = self.option("frame", "main")
        if frame not in FRAMES:
            hint = f"frames are {', '.join(FRAMES)}"
            raise self.error("frame-unknown", f'names the frame "{frame}"', hint)
        return frame

    def role(self, usual: Role) -> Role:
        """Return the role of a section's paragraphs."""
        name = self.option("role", usual.value)
        try:
            return Role(name)
        except ValueError:
            hint = f"roles are {', '.join(role.value for role in Role)}"
            raise self.error("role-unknown", f'names the role "{name}"', hint) from None

    def manner(self) -> Manner:
        """Return how a point is printed."""
        manner = self.option("as", "text")
        if manner not in get_args(Manner):
            hint = "a point is printed as text, run-in, bullet or subsection"
            raise self.error("manner-unknown", f'prints a point as "{manner}"', hint)
        return cast(Manner, manner)

    def forms(self) -> tuple[Form, ...]:
        """Return the forms that a point may be printed in."""
        try:
            return tuple(Form(name) for name in self.option("forms", list(Form)))
        except ValueError as error:
            hint = "forms are headline, summary and detail"
            raise self.error("form-unknown", str(error), hint) from None

    def wanted(self) -> Wanted:
        """Return the sizes in which an apparatus is offered, and whether it may be left out."""
        most = self.option("most", ALL)
        sizes = most if isinstance(most, list) else [most]
        whole = all(type(size) is int and 0 <= size <= ALL for size in sizes)
        if not whole or not 1 <= len(sizes) <= MOST_SIZES:
            hint = f"write most=7, or up to {MOST_SIZES} sizes: most=[7, 5, 3]"
            raise self.error("sizes-wrong", f"has the sizes {most}", hint)
        ordered = tuple(sorted(sizes, reverse=True))
        return Wanted(ordered, isinstance(most, list), self.flag("optional"))

    def height_pt(self) -> float | None:
        """Return how high a picture may be, where that is said."""
        height: float | None = self.option("height")
        least, most = PICTURE_HEIGHTS
        if height is not None and not (type(height) in (int, float) and least <= height <= most):
            hint = f"write points between {least} and {most}"
            raise self.error("height-wrong", f"has the height {height}", hint)
        return height

    def levels(self) -> Literal[1, 2]:
        """Return how many levels of headings the contents list."""
        levels: Literal[1, 2] = self.option("levels", 1)
        if levels not in (1, 2):
            hint = "write levels=1 for sections, levels=2 for sections and points"
            raise self.error("levels-wrong", f"lists {levels} levels", hint)
        return levels

    def least_pages(self) -> int:
        """Return how many pages a brief has at least to be worth contents."""
        least: int = self.option("least_pages", 0)
        if type(least) is not int or not 0 <= least <= ALL:
            hint = "write a number of pages, such as least_pages=6"
            raise self.error("pages-wrong", f"has least_pages={least}", hint)
        return least
