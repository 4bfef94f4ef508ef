"""What a tag of a content template asks for; what it cannot mean is an error of its line."""

from __future__ import annotations

from typing import Any, Literal, cast, get_args

from msgspec import Struct

from briefgen.compose.exhibit import ALL, Wanted
from briefgen.compose.points import Manner
from briefgen.compose.tags import Tag, error_at
from briefgen.types.finding import TemplateError, shown
from briefgen.types.page import FRAMES
from briefgen.types.point import Form
from briefgen.types.role import Role

PICTURE_HEIGHTS = (20, 600)
"""Points that a picture may be high at most: the least and the greatest."""

LINE_LIMIT = 400
"""Characters of a heading or a name, as of a line of an argument."""

MOST_SIZES = 6
"""Sizes that a supplement may be offered in."""


class Asked(Struct, frozen=True):
    """A tag, and the file in which it stands. What reads an option raises TemplateError."""

    tag: Tag
    file: str

    def error(self, code: str, message: str, hint: str) -> TemplateError:
        """Return an error of the tag's line."""
        return error_at(self.file, self.tag.line, code, message, hint)

    def refuse_others(self, options: set[str], arguments: int = 0) -> None:
        """Reject other options than these, and another number of arguments."""
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
        value: bool = self.option(name, False)
        if type(value) is not bool:
            hint = f"write {name}=true or {name}=false, without quotes, or a condition"
            raise self.error("flag-wrong", f"has {name}={shown(value)}", hint)
        return value

    def text(self, name: str) -> str:
        """Return an option that is one line of text, or nothing."""
        value: str | None = self.option(name)
        if value is not None and (type(value) is not str or len(value) > LINE_LIMIT):
            hint = f"write a line of text, of at most {LINE_LIMIT} characters"
            raise self.error("tag-text", f"has {name}={shown(value)}", hint)
        return value or ""

    def key(self) -> str:
        """Return the name that a tag is given: of a section, a fact, a picture."""
        value: str = self.tag.arguments[0]
        if type(value) is not str or not 0 < len(value) <= LINE_LIMIT:
            hint = f'write its name in quotes: {{% {self.tag.name} "name" %}}'
            raise self.error("tag-arguments", f"is given the name {shown(value)}", hint)
        return value

    def at_least(self) -> int:
        """Return how many of its points a section prints at least."""
        least: int = self.option("at_least", 0)
        if type(least) is not int or not 0 <= least <= ALL:
            hint = "write a number of points, such as at_least=2"
            raise self.error("number-wrong", f"has at_least={shown(least)}", hint)
        return least

    def frame(self) -> str:
        """Return the frame of a section."""
        frame: str = self.option("frame", "main")
        if type(frame) is not str or frame not in FRAMES:
            hint = f"frames are {', '.join(FRAMES)}"
            raise self.error("frame-unknown", f"names the frame {shown(frame)}", hint)
        return frame

    def role(self, usual: Role) -> Role:
        """Return the role of a section's paragraphs."""
        name = self.option("role", usual.value)
        try:
            return Role(name)
        except ValueError:
            hint = f"roles are {', '.join(role.value for role in Role)}"
            raise self.error("role-unknown", f"names the role {shown(name)}", hint) from None

    def manner(self) -> Manner:
        """Return how a point is printed."""
        manner = self.option("as", "text")
        if manner not in get_args(Manner):
            hint = "a point is printed as text, run-in, bullet, numbered, counted, action or "
            hint += "subsection"
            raise self.error("manner-unknown", f"prints a point as {shown(manner)}", hint)
        return cast(Manner, manner)

    def forms(self) -> tuple[Form, ...]:
        """Return the forms that a point may be printed in."""
        names = self.option("forms", list(Form))
        hint = 'write a list of headline, summary and detail: forms=["summary", "headline"]'
        if not isinstance(names, list) or not names:
            raise self.error("form-unknown", f"has forms={shown(names)}", hint)
        try:
            return tuple(Form(name) for name in dict.fromkeys(map(str, names)))
        except ValueError as error:
            raise self.error("form-unknown", str(error), hint) from None

    def wanted(self) -> Wanted:
        """Return the sizes in which a supplement is offered, and whether it may be left out."""
        most = self.option("most", ALL)
        sizes = most if isinstance(most, list) else [most]
        whole = all(type(size) is int and 0 <= size <= ALL for size in sizes)
        if not whole or not 1 <= len(sizes) <= MOST_SIZES:
            hint = f"write most=7, or up to {MOST_SIZES} sizes: most=[7, 5, 3]"
            raise self.error("sizes-wrong", f"has the sizes {_listed(most)}", hint)
        ordered = tuple(sorted(sizes, reverse=True))
        return Wanted(ordered, isinstance(most, list), self.flag("optional"), of=self._of())

    def _of(self) -> Literal["", "brief", "points"]:
        """Return which notes are wanted: of the brief as a whole, of its points, or all."""
        match self.option("of", ""):
            case "":
                return ""
            case "brief":
                return "brief"
            case "points":
                return "points"
            case other:
                hint = 'write of="brief" for notes that explain nothing of it, or of="points"'
                raise self.error("notes-of", f"takes notes of {shown(other)}", hint)

    def height_pt(self) -> float | None:
        """Return how high a picture may be, where that is said."""
        height: float | None = self.option("height")
        least, most = PICTURE_HEIGHTS
        if height is not None and not (type(height) in (int, float) and least <= height <= most):
            hint = f"write points between {least} and {most}"
            raise self.error("height-wrong", f"has the height {shown(height)}", hint)
        return height

    def levels(self) -> Literal[1, 2]:
        """Return how many levels of headings the contents list."""
        levels: Literal[1, 2] = self.option("levels", 1)
        if type(levels) is not int or levels not in (1, 2):
            hint = "write levels=1 for sections, levels=2 for sections and points"
            raise self.error("levels-wrong", f"lists {shown(levels)} levels", hint)
        return levels

    def least_pages(self) -> int:
        """Return from how many pages on a brief has contents."""
        least: int = self.option("least_pages", 0)
        if type(least) is not int or not 0 <= least <= ALL:
            hint = "write a number of pages, such as least_pages=6"
            raise self.error("pages-wrong", f"has least_pages={shown(least)}", hint)
        return least


def _listed(value: Any) -> str:
    return ", ".join(map(shown, value[:MOST_SIZES])) if isinstance(value, list) else shown(value)
