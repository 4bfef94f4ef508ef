"""What the tag of a point puts into a section: the choice among the forms that are offered."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefgen.compose.asked import Asked
from briefgen.compose.points import variants
from briefgen.compose.prose import ProseReader
from briefgen.types.argument import Argument, Part
from briefgen.types.block import Origin
from briefgen.types.draft import Choice
from briefgen.types.finding import Finding, TemplateError, shown
from briefgen.types.point import Form
from briefgen.types.reference import references
from briefgen.types.role import Role
from briefgen.types.selection import Ranked, Selection
from briefgen.types.source_map import Path


@dataclass(slots=True)
class PointTags:
    """Reads the tags of one template, and remembers the points that they have placed.

    With `numbered`, points of the main frame are numbered through the brief.
    """

    argument: Argument
    selection: Selection
    reader: ProseReader
    numbered: bool = False
    reported: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    """The ids of facts that the text of placed points prints."""
    ranked: dict[str, Ranked] = field(init=False)
    placed_in: dict[tuple[str, str], Ranked] = field(default_factory=dict)

    def __post_init__(self) -> None:
        parts = self.selection.parts.values()
        self.ranked = {point.point.id: point for part in parts for point in part}

    def placed(self, asked: Asked, section: str, role: Role, frame: str) -> tuple[Choice, ...]:
        """Return the choice; none where a point that need not appear has no form asked for.

        A form with a table is not offered in the side column, where none can stand in Word.

        Raises:
            TemplateError: no such point, form or manner, or a point that has to appear and cannot.
        """
        asked.refuse_others({"as", "forms", "required"}, 1)
        ranked = self._ranked(asked)
        manner, forms, tables = asked.manner(), asked.forms(), frame != "side"
        through = self.numbered and frame == "main" and role is Role.BODY
        if through and manner != "action":
            manner = "counted"
        at = Origin(section, ranked.point.id, template_line=asked.tag.line)
        number = self._number(ranked)
        found = variants(
            ranked,
            forms,
            manner,
            role,
            self.reader,
            at,
            tables=tables,
            number=number,
            through=through,
        )
        required = asked.flag("required")
        if found:
            self.reported.add(ranked.point.id)
            texts = (text for form in forms for text in ranked.point.forms.texts(form))
            self.told.update(
                one.id for text in texts for one in references(text) if one.sign == "#"
            )
            self.placed_in.setdefault((section, ranked.point.id), ranked)
            priority = ranked.point.priority
            return (Choice(ranked.point.id, ranked.part, found, required, priority),)
        if required:
            raise self._form_missing(ranked, forms, asked)
        return ()

    def _number(self, ranked: Ranked) -> int:
        """Return the number of a recommendation in the argument, 0 where it is none or alone."""
        several = len(self.argument.recommendations) > 1
        if ranked.part is not Part.RECOMMENDATIONS or not several:
            return 0
        return self.argument.recommendation_number(ranked.point.id)

    def _ranked(self, asked: Asked) -> Ranked:
        point = asked.tag.arguments[0]
        key = point.get("id") if isinstance(point, dict) else point
        if type(key) is not str or key not in self.ranked:
            hint = "take points from points.rationales and its like"
            raise asked.error("point-unknown", f"places no known point: {shown(key)}", hint)
        return self.ranked[key]

    def _form_missing(self, ranked: Ranked, forms: tuple[Form, ...], asked: Asked) -> TemplateError:
        """Return an error of the argument's: what the template asks for is to be written there."""
        places = self.argument.places
        points = self.argument.points(ranked.part)
        number = next(n for n, point in enumerate(points) if point.id == ranked.point.id)
        single = ranked.part is Part.THESIS
        path: Path = ("thesis", "forms") if single else (ranked.part.value, number, "forms")
        wanted = " or ".join(forms)
        by = f"{asked.file}:{asked.tag.line}"
        return TemplateError(
            [
                Finding(
                    "form-missing",
                    f'"{ranked.point.id}" has no {wanted}, which {by} asks for',
                    f"write its {wanted}, or offer another form in the content template",
                    path=path,
                    file=places.file,
                    line=places.line(path),
                )
            ]
        )
