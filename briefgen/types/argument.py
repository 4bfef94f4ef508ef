"""The argument: what an article argues, typed once, printed in many ways."""

import os
from enum import StrEnum
from importlib import import_module
from pathlib import Path as FilePath
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr, field_validator

from briefgen.types.article import Article, Edition, Issued, Issuer
from briefgen.types.base import Frozen, Id, Line
from briefgen.types.fact import Fact
from briefgen.types.point import ContestedPoint, Point, Recommendation
from briefgen.types.source_map import SourceMap
from briefgen.types.supplements import EditorsNote, Event, Image, Quotation, Source, Term

WRITER = "briefgen.conversion"
"""The module that writes arguments."""


class Part(StrEnum):
    """The parts of an argument that hold points."""

    THESIS = "thesis"
    SIGNIFICANCE = "significance"
    CONTEXT = "context"
    RATIONALES = "rationales"
    RISKS = "risks"
    OUTLOOK = "outlook"
    IMPLICATIONS = "implications"
    RECOMMENDATIONS = "recommendations"
    CONTESTED = "contested"
    QUESTIONS = "questions"
    NOT_SAID = "not_said"


class Headings(Frozen):
    """Headings as messages. Where one is missing, the content template's stands."""

    significance: Line | None = Field(None, description="Over why it matters now.")
    context: Line | None = Field(None, description="Over the background.")
    rationales: Line | None = Field(None, description="Over the reasons.")
    risks: Line | None = Field(None, description="Over the risks.")
    outlook: Line | None = Field(None, description="Over the outlook.")
    implications: Line | None = Field(None, description="Over the implications.")
    recommendations: Line | None = Field(None, description="Over the recommendations.")
    contested: Line | None = Field(None, description="Over what is disputed.")
    questions: Line | None = Field(None, description="Over the questions to ask.")
    not_said: Line | None = Field(None, description="Over what the article does not say.")


class Argument(Frozen):
    """The typed model of what an article argues.

    It holds sentences, figures and where they come from; it knows nothing of pages, audiences or
    formats. Identifiers are unique over the whole argument.
    """

    briefgen: Literal[1] = Field(1, description="Version of this format.")
    id: Id = Field(description="Name of the argument, used in file names.")
    title: Line = Field(description="Title of the brief: a message, not a label.")
    short_title: Annotated[Line, Field(max_length=48)] | None = Field(
        None, description="Title over the following pages; without it, the title's beginning."
    )
    topic: Annotated[Line, Field(max_length=60)] | None = Field(
        None, description="What it is about, in the masthead, such as Peace and security · Sahel."
    )
    article: Article = Field(description="The article that the argument is of.")
    issuer: Issued = Field(
        Issuer.model_construct(),
        description="Who issues the brief; the organisation's name alone is enough.",
    )
    edition: Edition = Field(
        Edition.model_construct(), description="Number, date and status of the brief."
    )
    headings: Headings = Field(
        Headings.model_construct(), description="Headings of the parts, as messages."
    )
    labels: dict[str, Line] = Field(
        default_factory=dict,
        description=(
            "Words that the brief prints of itself, in place of those of its language, by the names"
            " of templates/labels: kind, timeline, based_on and others. Places in braces are kept."
        ),
    )
    complete: tuple[Part | tuple[Id, ...], ...] = Field(
        (),
        description=(
            "Enumerations of the article, each a part or the ids of points of one part: a brief"
            " that does not print all members, in whatever form, says that there are others."
        ),
    )
    thesis: Point = Field(description="What the article says, in one thought.")
    significance: tuple[Point, ...] = Field((), description="Why it matters now.")
    context: tuple[Point, ...] = Field((), description="What the reader must know first.")
    rationales: tuple[Point, ...] = Field((), description="The reasons that the article gives.")
    risks: tuple[Point, ...] = Field((), description="What may go wrong. No rating is added.")
    outlook: tuple[Point, ...] = Field((), description="What may come next.")
    implications: tuple[Point, ...] = Field(
        (), description="What follows from the article, unasked: if ... then."
    )
    recommendations: tuple[Recommendation, ...] = Field(
        (), description="What the article recommends."
    )
    contested: tuple[ContestedPoint, ...] = Field((), description="What is disputed, by whom.")
    questions: tuple[Point, ...] = Field((), description="Questions that a reader may ask.")
    not_said: tuple[Point, ...] = Field(
        (), description="What the article does not say: the editor's list."
    )
    timeline: tuple[Event, ...] = Field((), description="Dated events, oldest first.")
    facts: tuple[Fact, ...] = Field((), description="Every figure, typed once.")
    quotations: tuple[Quotation, ...] = Field((), description="Short quotations.")
    sources: tuple[Source, ...] = Field((), description="What the article cites or links.")
    bibliography: tuple[Line, ...] = Field(
        (),
        description=(
            "Files beside this one (.bib, .json in CSL, .ris) whose entries can be cited by their"
            " keys; one, or a list."
        ),
    )
    glossary: tuple[Term, ...] = Field((), description="Acronyms and terms.")
    notes: tuple[EditorsNote, ...] = Field((), description="The editor's notes.")
    images: tuple[Image, ...] = Field((), description="Pictures that may be printed.")

    _places: SourceMap = PrivateAttr(default_factory=SourceMap)

    @property
    def places(self) -> SourceMap:
        """Where each value was read. Empty for an argument built in Python."""
        return self._places

    @field_validator("bibliography", mode="before", json_schema_input_type=tuple[Line, ...] | Line)
    @classmethod
    def _one_is_a_list(cls, value: Any) -> Any:
        return (value,) if isinstance(value, str) else value

    def save(self, path: str | os.PathLike[str], *, force: bool = False) -> FilePath:
        """Write the argument as Markdown, YAML or JSON, as the suffix says, and return the path.

        A file that is there is written over with `force` only, unless it says the same.

        Raises:
            SaveError: another suffix, a file that is there, or one that cannot be written.
        """
        save: Any = import_module(WRITER).save_argument  # an argument knows no format itself
        written: FilePath = save(self, path, force=force)
        return written

    def points(self, part: Part) -> tuple[Point, ...]:
        """Return the points of one part, in the argument's order."""
        value: Point | tuple[Point, ...] = getattr(self, part.value)
        return value if isinstance(value, tuple) else (value,)

    def recommendation_number(self, recommendation: str) -> int:
        """Return the number by which a recommendation is quoted: its place in the argument."""
        return next(n for n, one in enumerate(self.recommendations, 1) if one.id == recommendation)


def refuse_no_argument(given: object) -> None:
    """Refuse what is no argument where a function takes one: mostly, the path of its file.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(given, Argument):
        hint = "briefgen.load(path) reads one" if isinstance(given, (str, os.PathLike)) else ""
        hint = hint or "briefgen.argument(…) makes one, briefgen.load(path) reads one"
        raise TypeError(f"takes an Argument, not {type(given).__name__}: {hint}")
