"""Typed figures: a number has a noun, a scope and a date. Figures as they are read from words."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from msgspec import Struct
from pydantic import AfterValidator, Field, StringConstraints

from briefgen.pattern import late_pattern
from briefgen.types.base import Companion, Frozen, Id, Line, ProseLine, SourceRef, printable
from briefgen.types.date import PartialDate
from briefgen.types.plot import Manner
from briefgen.types.reference import Cited, cited
from briefgen.types.value import Amount, Interval, Number, Range, SeriesNumber, Value

LEAST_VALUES = 2
"""One value alone is a figure and no series."""

MOST_BESIDE, MOST_PANELS = 2, 5
"""So many series are drawn with another: three are told apart in grey, too, and six panels stand
side by side."""

LONGEST_NAME = 40
"""Characters of the name of a series: a legend has no more room for one."""

Scale = Literal["thousand", "lakh", "million", "crore", "billion", "trillion", "lakh crore"]
"""Scales of a number, by their English names in the short scale: a French milliard is a billion."""

Qualifier = Annotated[Line, Field(max_length=40)]


Unit = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=400, pattern=r"^[^\t\r\n]*$"),
    AfterValidator(printable),
]


class SeriesValue(Frozen):
    """One value of a series that may be drawn as a chart."""

    date: PartialDate = Field(description="When the value was measured.")
    value: SeriesNumber = Field(description="The value, in the fact's unit and scale.")
    low: SeriesNumber | None = Field(
        None, description="The lower end of the interval that is given with the value."
    )
    high: SeriesNumber | None = Field(None, description="The upper end of that interval.")
    projected: bool = Field(
        False, strict=True, description="Whether it is a projection, and was not measured."
    )

    @property
    def interval(self) -> Range | None:
        """What the article gives around the value, if it gives both ends."""
        if self.low is None or self.high is None or self.low >= self.high:
            return None
        return Range(self.low, self.high, "dash")


class Fact(Frozen):
    """One figure of the article. Prose refers to it by id, so that no number is typed twice."""

    id: Id
    value: Value = Field(
        description=(
            "The number itself, without unit or scale; or a range (12 to 18, 12–18, 12 ± 3, between"
            " 12 and 18), a share (1 in 5, 9 of 12, 2/3), a fiscal year (2016/17, FY2019) or a"
            " quarter (2020-Q3)."
        )
    )
    interval: Interval | None = Field(
        None, description="Confidence interval of the value, such as 9–15."
    )
    confidence: Number | None = Field(
        None,
        description="Level of that interval, and of those in its series, in percent, such as 95.",
    )
    measure: ProseLine = Field(description="What is measured, as a noun phrase.")
    unit: Unit = Field(
        "",
        description=(
            'ISO 4217 code (USD), "%" or a noun (people), which prose must say itself; none where'
            " the measure says what is counted, as of a share."
        ),
    )
    scale: Scale | None = Field(
        None,
        description=(
            "Scale of the value: 405 with scale million is 405 million. A lakh is a hundred"
            " thousand, a crore ten million."
        ),
    )
    scope: ProseLine | None = Field(None, description="Of whom or what, and where.")
    as_of: PartialDate | None = Field(None, description="Date at which the value holds.")
    shelf_life_months: int | None = Field(
        None,
        ge=1,
        le=1200,
        strict=True,
        description="Months for which the value is current; empty: for ever.",
    )
    qualifier: Qualifier | None = Field(
        None, description='Words before the number that must not be lost, such as "slightly over".'
    )
    label: Annotated[ProseLine, Field(max_length=90)] | None = Field(
        None, description="Short label under a key figure: noun, scope and date."
    )
    finding: Annotated[ProseLine, Field(max_length=90)] | None = Field(
        None, description="What its series shows, as the title of the chart."
    )
    priority: int | None = Field(
        None,
        ge=1,
        le=5,
        strict=True,
        description="Rank as a key figure; without it, never shown as one.",
    )
    listed: bool = Field(
        True,
        strict=True,
        description="False for a number that is no figure to list, such as two decades of change.",
    )
    comparable_with: tuple[Id, ...] = Field((), description="Facts it may be compared with.")
    together: tuple[Companion, ...] = Field(
        (),
        description=(
            "What it is never printed without: points, point.detail, #facts, >quotations, or"
            " “words” that are said beside it."
        ),
    )
    sources: tuple[SourceRef, ...] = Field((), description="Sources that the article gives for it.")
    locator: Line | None = Field(None, description="Where in the article it stands.")
    series: tuple[SeriesValue, ...] = Field(
        (), description="Values over time. Only what is comparable makes a series."
    )
    drawn_with: tuple[Id, ...] = Field(
        (),
        max_length=MOST_PANELS,
        description=(
            "Facts whose series are drawn in its chart, over the same dates: up to two, or five in"
            " panels."
        ),
    )
    drawn_in: Manner = Field(
        "group",
        description=(
            "How several series stand in its chart: in a group at each date, in a stack as parts"
            " of a whole, or in panels, a small chart for each on one axis."
        ),
    )
    drawn_as: Annotated[ProseLine, Field(max_length=LONGEST_NAME)] | None = Field(
        None,
        description="Name of its series in a chart of several; without it, what distinguishes it.",
    )

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The sources that the article gives for it."""
        return cited(self.sources)

    @property
    def has_chart(self) -> bool:
        """Whether it has values that can be drawn: at two dates at least."""
        return len({value.date.middle for value in self.series}) >= LEAST_VALUES


def chart_holders(facts: Iterable[Fact]) -> dict[str, str]:
    """Return, by the id of each fact that has a chart, that of the fact in whose chart it is drawn.

    It is its own, unless one before it draws it beside its own.
    """
    holders: dict[str, str] = {}
    for fact in facts:
        if fact.has_chart and holders.setdefault(fact.id, fact.id) == fact.id:
            for other in fact.drawn_with:
                holders.setdefault(other, fact.id)
    return holders


def shared(fact: Fact, group: Sequence[Fact]) -> Fact:
    """Return a fact with what it has in common with others: of which, or of whom, is left out."""
    measures, scopes = (
        {getattr(one, key) for one in (fact, *group)} for key in ("measure", "scope")
    )
    if len(measures) == 1:
        return fact if len(scopes) == 1 else fact.model_copy(update={"scope": None})
    together = fact.scope if len(scopes) == 1 and fact.scope else fact.measure
    return fact.model_copy(update={"measure": together, "scope": None})


def names_of_series(facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return the names of the series of facts in one chart: their own, or what tells them apart."""
    common = shared(facts[0], facts[1:])

    def name_of(fact: Fact) -> str:
        apart = fact.scope != common.scope and fact.measure == common.measure
        return fact.drawn_as or (fact.scope if fact.scope and apart else fact.measure)

    return tuple(map(name_of, facts))


CURRENCY_CODE = late_pattern(r"[A-Z]{3}")
"""A unit that is the code of a currency (ISO 4217)."""


class Quantity(Struct, frozen=True):
    """A figure in a text.

    Between `start` and `end` stands what a reference to its fact prints: qualifier, number, scale,
    and the unit where that belongs to the number (a currency, %). `unit` is an ISO 4217 code, "%"
    or a noun as it stands in the text, behind `end` and up to `unit_end`. `interval` is a
    confidence interval, and `confidence` its level in percent, where that is given; `stop` is
    where all of the figure ends, such as an interval after the noun. `words` says that the number
    is written in words, and `codes` are the currencies that its sign may mean, where it may mean
    several.
    """

    start: int
    end: int
    unit_end: int
    stop: int
    value: Amount
    qualifier: str | None = None
    scale: Scale | None = None
    unit: str | None = None
    interval: Range | None = None
    confidence: Decimal | None = None
    words: bool = False
    codes: tuple[str, ...] = ()

    def replaced(self, text: str, reference: str) -> str:
        """Return the text with a reference to the fact in place of what that prints."""
        return f"{text[: self.start]}{reference}{text[self.end : self.unit_end]}{text[self.stop :]}"


class Ambiguity(Struct, frozen=True):
    """A figure in a text that reads in several ways, and the attribute that decides.

    `undecided` is all else that is read of it, with the first reading.
    """

    start: int
    end: int
    readings: tuple[str, ...]
    attribute: Literal["value", "unit"]
    undecided: Quantity


Found: TypeAlias = Quantity | Ambiguity
