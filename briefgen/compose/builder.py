"""Tags and text of a content template made into sections, blocks and choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from briefgen.compose.apparatus import Collection, Wanted
from briefgen.compose.charts import has_chart
from briefgen.compose.exhibit import ALL
from briefgen.compose.markdown import blocks
from briefgen.compose.pictures import Pictures, images
from briefgen.compose.points import Manner, offers
from briefgen.compose.prose import Reader
from briefgen.compose.tags import Tag
from briefgen.types.argument import Argument, Part
from briefgen.types.block import Block, Contents, Heading, Origin, Paragraph
from briefgen.types.draft import Choice, DraftSection
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.point import Form
from briefgen.types.profile import Apparatus
from briefgen.types.role import Role
from briefgen.types.selection import Ranked, Selection

FRAMES = ("head", "main", "side", "foot")

_SECTION_OPTIONS = {"frame", "heading", "role", "at_least"}
_POINT_OPTIONS = {"as", "forms", "required"}
_APPARATUS_OPTIONS = {"most", "optional"}
PICTURE_HEIGHTS = (20, 600)
"""Points that a picture may be high at most: the least and the greatest."""

MOST_SIZES = 6
"""Sizes that an apparatus may be offered in."""


@dataclass(frozen=True, slots=True)
class _Late:
    """A glossary, which can only be made once everything was read."""

    wanted: Wanted
    at: Origin


@dataclass(slots=True)
class _Section:
    """A section of the template that is still open."""

    key: str
    frame: str
    heading: Heading | None
    role: Role
    at_least: int
    line: int
    items: list[Block | Choice | _Late] = field(default_factory=list)


class Builder:
    """Makes sections of what a content template wrote. It lives for one composition."""

    def __init__(
        self,
        argument: Argument,
        selection: Selection,
        reader: Reader,
        file: str,
        pictures: Pictures,
    ) -> None:
        self.argument = argument
        self.selection = selection
        self.reader = reader
        self.file = file
        self.collection = Collection(argument, selection, reader, pictures)
        self.ranked = {held.point.id: held for part in selection.parts.values() for held in part}
        self.sections: list[_Section] = []
        self.open: _Section | None = None
        self.listed: int | None = None

    def finished(self) -> tuple[DraftSection, ...]:
        """Return the sections in the audience's order; one that is still open is an error."""
        if self.open:
            message = f'section "{self.open.key}" is not closed'
            raise self._error(self.open.line, "section-open", message, "add {% endsection %}")
        return arranged([self._made(section) for section in self.sections], self._order)

    @property
    def _order(self) -> tuple[str, ...]:
        return self.selection.audience.order

    def _made(self, section: _Section) -> DraftSection:
        items: list[Block | Choice] = []
        for item in section.items:
            if isinstance(item, _Late):
                items += self.collection.glossary(item.wanted, item.at)
            else:
                items.append(item)
        return DraftSection(
            section.key, section.frame, section.heading, tuple(items), section.at_least
        )

    def tag(self, tag: Tag) -> None:
        """Open or close a section, or put what the tag asks for into the open one."""
        if tag.name == "section":
            self._open(tag)
        elif tag.name == "endsection":
            self._close(tag)
        else:
            section = self._section(tag.line, f"{{% {tag.name} %}}")
            if tag.name == "point":
                section.items += self._choice(tag, section)
            else:
                section.items += self._apparatus(tag, section)

    def text(self, text: str) -> None:
        """Read what stands between tags as Markdown: headings, paragraphs and lists."""
        section = self._section(None, f'"{text.strip()[:40]}"')
        origin = Origin(section.key)
        heading, item = False, False
        for token in blocks(text, self.reader.words.labels.quotation_marks):
            match token.type:
                case "heading_open":
                    heading = True
                case "list_item_open":
                    item = True
                case "heading_close":
                    heading = False
                case "list_item_close":
                    item = False
                case "inline":
                    prose = self.reader.tree(token.children or [], acronyms=not heading)
                    if not prose:
                        continue  # `# {{ subtitle }}` of an argument without one
                    if heading:
                        section.items.append(Heading(1, Role.TITLE, prose, origin))
                    else:
                        role = Role.BULLET if item and section.role is Role.BODY else section.role
                        kind = "bullet" if item else None
                        section.items.append(Paragraph(role, prose, origin, cast(Any, kind)))
                case _:
                    pass

    def _open(self, tag: Tag) -> None:
        if self.open:
            message = f'section "{self.open.key}" is still open'
            raise self._error(tag.line, "section-open", message, "add {% endsection %} before it")
        self._known(tag, _SECTION_OPTIONS, 1)
        frame = tag.options.get("frame", "main")
        if frame not in FRAMES:
            message = f'names the frame "{frame}"'
            raise self._error(tag.line, "frame-unknown", message, f"frames are {', '.join(FRAMES)}")
        side = frame == "side"
        heading = tag.options.get("heading")
        key = str(tag.arguments[0])
        self.open = _Section(
            key,
            frame,
            Heading(
                2,
                Role.SIDE_HEADING if side else Role.HEADING_1,
                self.reader.line(str(heading)),
                Origin(key, template_line=tag.line),
            )
            if heading
            else None,
            self._role(tag, Role.SIDE_TEXT if side else Role.BODY),
            int(tag.options.get("at_least", 0)),
            tag.line,
        )

    def _role(self, tag: Tag, usual: Role) -> Role:
        name = tag.options.get("role", usual.value)
        try:
            return Role(name)
        except ValueError:
            hint = f"roles are {', '.join(role.value for role in Role)}"
            raise self._error(tag.line, "role-unknown", f'names the role "{name}"', hint) from None

    def _close(self, tag: Tag) -> None:
        self.sections.append(self._section(tag.line, "{% endsection %}"))
        self.open = None

    def _section(self, line: int | None, what: str) -> _Section:
        if self.open is None:
            hint = 'put it between {% section "…" %} and {% endsection %}'
            raise self._error(line, "outside-section", f"{what} stands in no section", hint)
        return self.open

    def _choice(self, tag: Tag, section: _Section) -> tuple[Choice, ...]:
        """Return the choice; none where a point that need not appear has no form asked for."""
        self._known(tag, _POINT_OPTIONS, 1)
        ranked = self._ranked(tag)
        manner = tag.options.get("as", "text")
        if manner not in ("text", "run-in", "bullet", "subsection"):
            hint = "a point is printed as text, run-in, bullet or subsection"
            raise self._error(tag.line, "manner-unknown", f'prints a point as "{manner}"', hint)
        try:
            forms = tuple(Form(name) for name in tag.options.get("forms", list(Form)))
        except ValueError as error:
            hint = "forms are headline, summary and detail"
            raise self._error(tag.line, "form-unknown", str(error), hint) from None
        at = Origin(section.key, ranked.point.id, template_line=tag.line)
        found = offers(ranked, forms, cast(Manner, manner), section.role, self.reader, at)
        required = bool(tag.options.get("required", False))
        if found:
            return (Choice(ranked.point.id, ranked.part, found, required),)
        if required:
            raise self._form_missing(ranked, forms, tag.line)
        return ()

    def _ranked(self, tag: Tag) -> Ranked:
        point = tag.arguments[0]
        key = point.get("id") if isinstance(point, dict) else point
        if key not in self.ranked:
            hint = "take points from points.rationales and its like"
            raise self._error(tag.line, "point-unknown", f"places no known point: {key}", hint)
        return self.ranked[key]

    def _form_missing(self, ranked: Ranked, forms: tuple[Form, ...], line: int) -> TemplateError:
        places = self.argument.places
        points = self.argument.points(ranked.part)
        number = next(n for n, held in enumerate(points) if held.id == ranked.point.id)
        path = (ranked.part.value, number, "forms")
        path = path if ranked.part is not Part.THESIS else ("thesis", "forms")  # type: ignore[assignment]
        wanted = " or ".join(forms)
        return TemplateError(
            [
                Finding(
                    "form-missing",
                    f'"{ranked.point.id}" has no {wanted}, which {self.file}:{line} asks for',
                    f"write its {wanted}, or offer another form in the content template",
                    path=path,
                    file=places.file,
                    line=places.line(path),
                )
            ]
        )

    def _apparatus(self, tag: Tag, section: _Section) -> Sequence[Block | Choice | _Late]:
        at = Origin(section.key, template_line=tag.line)
        if tag.name == "contents":
            return [self._contents(tag, at)]
        if tag.name == "sources":
            self._known(tag, {"cited"}, 0)
            self._list_once(tag)
            return self.collection.sources(at, cited=bool(tag.options.get("cited", False)))
        if tag.name == "chart":
            return self._chart(tag, at)
        if tag.name in ("picture", Apparatus.PICTURES):
            return self._pictures(tag, at)
        self._known(tag, _APPARATUS_OPTIONS, 0)
        wanted = self._wanted(tag)
        if tag.name == Apparatus.GLOSSARY:
            return [_Late(wanted, at)]
        return self.collection.placed(Apparatus(tag.name), wanted, section.role, at)

    def _list_once(self, tag: Tag) -> None:
        """Refuse a second list of sources: a number leads to one place."""
        if self.listed:
            message = f"lists the sources a second time, after line {self.listed}"
            raise self._error(tag.line, "sources-twice", message, "remove one of the two")
        self.listed = tag.line

    def _chart(self, tag: Tag, at: Origin) -> Sequence[Block | Choice]:
        self._known(tag, {"optional"}, 1)
        key = tag.arguments[0]
        fact = self.reader.facts.get(key) if isinstance(key, str) else None
        if fact is None or not has_chart(fact):
            drawn = [held.id for held in self.argument.facts if has_chart(held)]
            hint = (
                f"facts with a series are {', '.join(drawn)}" if drawn else "no fact has a series"
            )
            message = f"draws no fact that has a series: {key}"
            raise self._error(tag.line, "chart-unknown", message, hint)
        return self.collection.chart(fact, at, optional=bool(tag.options.get("optional", False)))

    def _pictures(self, tag: Tag, at: Origin) -> Sequence[Block | Choice]:
        """Return one picture by its id, or the first pictures there are."""
        single = tag.name == "picture"
        options = {"height", "optional"}
        self._known(tag, options if single else options | {"most"}, 1 if single else 0)
        height = tag.options.get("height")
        if height is not None and not (
            type(height) in (int, float) and PICTURE_HEIGHTS[0] <= height <= PICTURE_HEIGHTS[1]
        ):
            least, most = PICTURE_HEIGHTS
            hint = f"write points between {least} and {most}"
            raise self._error(tag.line, "height-wrong", f"has the height {height}", hint)
        there = images(self.argument)
        if single:
            chosen = [image for image in there if image.id == tag.arguments[0]]
            if not chosen:
                known = ", ".join(image.id for image in there) or "none"
                message = f"places no picture of the argument: {tag.arguments[0]}"
                raise self._error(tag.line, "picture-unknown", message, f"pictures are {known}")
        else:
            chosen = [*there[: self._wanted(tag).sizes[0]]]
        optional = bool(tag.options.get("optional", False))
        return self.collection.pictures(chosen, height, at, optional=optional)

    def _contents(self, tag: Tag, at: Origin) -> Contents:
        self._known(tag, {"levels"}, 0)
        levels = tag.options.get("levels", 1)
        if levels not in (1, 2):
            hint = "write levels=1 for sections, levels=2 for sections and points"
            raise self._error(tag.line, "levels-wrong", f"lists {levels} levels", hint)
        return Contents(levels, at)

    def _wanted(self, tag: Tag) -> Wanted:
        most = tag.options.get("most", ALL)
        sizes = most if isinstance(most, list) else [most]
        whole = all(type(size) is int and 0 <= size <= ALL for size in sizes)
        if not whole or not 1 <= len(sizes) <= MOST_SIZES:
            hint = f"write most=7, or up to {MOST_SIZES} sizes: most=[7, 5, 3]"
            raise self._error(tag.line, "sizes-wrong", f"has the sizes {most}", hint)
        optional = bool(tag.options.get("optional", False))
        return Wanted(tuple(sorted(sizes, reverse=True)), isinstance(most, list), optional)

    def _known(self, tag: Tag, options: set[str], arguments: int) -> None:
        unknown = sorted(set(tag.options) - options)
        if unknown:
            hint = f"it takes {', '.join(sorted(options)) or 'none'}"
            message = f'{{% {tag.name} %}} has no option "{unknown[0]}"'
            raise self._error(tag.line, "option-unknown", message, hint)
        if len(tag.arguments) != arguments:
            message = f"{{% {tag.name} %}} takes {arguments} argument(s), not {len(tag.arguments)}"
            raise self._error(tag.line, "tag-arguments", message, "options are written name=value")

    def _error(self, line: int | None, code: str, message: str, hint: str) -> TemplateError:
        return TemplateError([Finding(code, message, hint, file=self.file, line=line)])


def arranged(sections: Sequence[DraftSection], order: Sequence[str]) -> tuple[DraftSection, ...]:
    """Return sections with those that an order names in that order, frame by frame.

    The places stay: where a named section stood, the next one of the order stands. Others do not
    move.
    """
    rank = {key: number for number, key in enumerate(order)}
    frames = {section.frame for section in sections}
    queues = {
        frame: iter(
            sorted(
                (one for one in sections if one.frame == frame and one.key in rank),
                key=lambda one: rank[one.key],
            )
        )
        for frame in frames
    }
    return tuple(next(queues[one.frame]) if one.key in rank else one for one in sections)
