"""One unit of the argument: the same thought in several forms."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from briefgen.types.base import Frozen, Id, Line, LongerProse, PrintedId, ProseText, SourceId
from briefgen.types.date import PartialDate
from briefgen.types.finding import InputError
from briefgen.types.reference import EVIDENCE, Cited, cited, references

HEADLINE_WORDS = 12
"""A headline is a message that can be read at a glance."""


TAKEAWAY_WORDS = 30
"""A takeaway is a sentence, of two or three lines in a box."""


class Form(StrEnum):
    """How long a point is printed, from the shortest to the longest."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    DETAIL = "detail"


class Modality(StrEnum):
    """How sure the article is of what a point says. It survives shortening."""

    STATED = "stated"
    REPORTED = "reported"
    PLANNED = "planned"
    POSSIBLE = "possible"
    INFERRED = "inferred"


def _of_words(most: int, form: str, hint: str) -> AfterValidator:
    """Refuse a form of more words than it may have, as `headline-too-long` and the like."""
    return AfterValidator(partial(_short, most=most, form=form, hint=hint))


def _short(text: str, *, most: int, form: str, hint: str) -> str:
    words = len(text.split())
    if words > most:
        message = f"has {words} words; a {form} has at most {most}"
        raise InputError(f"{form}-too-long", message, hint)
    return text


Headline = Annotated[
    ProseText, _of_words(HEADLINE_WORDS, "headline", "say the rest in the summary")
]
Takeaway = Annotated[
    ProseText, _of_words(TAKEAWAY_WORDS, "takeaway", "keep the finding, and what it means")
]

Reference = Annotated[
    str,
    StringConstraints(pattern=EVIDENCE),
    Field(description='What a statement rests on: #fact, >quotation, @source or "@source, p. 3".'),
]


class _Texts(Frozen):
    """What forms are written as: the longest one as a detail, or as a summary and more."""

    @model_validator(mode="after")
    def _one_longest(self) -> Self:
        if getattr(self, "more", ()) and getattr(self, "detail", ()):
            message = "has both more and a detail, which stands in the place of summary and more"
            raise InputError("more-and-detail", message, "keep one of the two")
        return self


class Wording(_Texts):
    """Another wording for one audience. What is not given stays as it is."""

    headline: Headline | None = Field(None, description="Headline for this audience.")
    takeaway: Takeaway | None = Field(None, description="Takeaway for this audience.")
    summary: ProseText | None = Field(None, description="Summary for this audience.")
    more: tuple[LongerProse, ...] = Field(
        (), description="What the detail adds to the summary, for this audience."
    )
    detail: tuple[LongerProse, ...] = Field((), description="Detail for this audience.")


def referred(texts: Iterable[str]) -> tuple[str, ...]:
    """Return what texts refer to, each once: figures, then quotations, then sources."""
    found = dict.fromkeys(one.evidence for one in references("\n\n".join(texts)))
    return tuple(sorted(found, key=lambda one: "#>@".index(one[0])))


class Forms(_Texts):
    """The forms of a point. Each stands alone; none leans on its neighbour."""

    headline: Headline = Field(description="The message in at most 12 words, no full stop.")
    takeaway: Takeaway | None = Field(
        None,
        description=(
            "The finding in one sentence, with its number or consequence and in other words than"
            " the headline: a message in brief, at the front of longer briefs."
        ),
    )
    summary: ProseText | None = Field(
        None, description="One or two sentences that add to the headline."
    )
    more: tuple[LongerProse, ...] = Field(
        (),
        description=(
            "Paragraphs that the detail adds to the summary, which begins it; instead of detail."
        ),
    )
    detail: tuple[LongerProse, ...] = Field(
        (), description="The whole of the point: paragraphs, lists, tables; instead of more."
    )

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the detail: as it is written, or the summary and what more adds."""
        if self.more and self.summary:
            return (self.summary, *self.more)
        return self.detail

    def texts(self, form: Form) -> tuple[str, ...]:
        """Return the paragraphs of a form; none where the point has no such form."""
        match form:
            case Form.HEADLINE:
                return (self.headline,)
            case Form.SUMMARY:
                return (self.summary,) if self.summary else ()
            case Form.DETAIL:
                return self.paragraphs

    def worded(self, wordings: Sequence[Wording]) -> Self:
        """Return the forms in the first of some wordings that has each."""
        longest: Forms | Wording = next((w for w in wordings if w.more or w.detail), self)
        return self.model_copy(
            update={
                "headline": next((w.headline for w in wordings if w.headline), self.headline),
                "takeaway": next((w.takeaway for w in wordings if w.takeaway), self.takeaway),
                "summary": next((w.summary for w in wordings if w.summary), self.summary),
                "more": longest.more,
                "detail": longest.detail,
            }
        )

    @model_validator(mode="after")
    def _more_than_something(self) -> Self:
        if self.more and not self.summary:
            raise InputError("more-alone", *_MORE_ALONE)
        return self


_MORE_ALONE = ("has more, and no summary that it adds to", "write a summary, or a detail instead")


Holder = Literal["author", "cited", "unnamed", "editor"]


class Attribution(Frozen):
    """Who says so. A brief never passes a cited view off as the author's own."""

    by: Holder = Field(
        description="author, a work the author cites, an unnamed source, or the editor."
    )
    source: SourceId | None = Field(None, description="Source that holds the view, if it is cited.")
    name: Line | None = Field(None, description="Who holds it, in words.")


class Point(Frozen):
    """A rationale, a risk, a prospect: one thought, in shorter and longer forms."""

    id: Id
    priority: int = Field(
        ge=1, le=5, strict=True, description="1 is what the reader must not miss; 5 can go."
    )
    attribution: Attribution = Field(
        Attribution.model_construct(by="author"),
        description="Who says so. A single word stands for `by`.",
    )
    modality: Modality = Field(Modality.STATED, description="How sure the article is of it.")
    forms: Forms = Field(description="The same thought as headline, summary and detail.")
    uncertainty: ProseText | None = Field(
        None,
        description=(
            "What is not certain about it, in a sentence that stands alone and that no form says."
        ),
    )
    evidence: tuple[Reference, ...] = Field(
        (),
        description=(
            "What the point rests on. Without it, it is what its summary, more and detail refer to;"
            " an empty list is nothing."
        ),
    )
    together: tuple[PrintedId, ...] = Field(
        (),
        description=(
            "What must be printed, too, where this is: points, point.detail, #facts, >quotations."
        ),
    )
    locator: Line | None = Field(None, description="Where in the article it is said.")
    wording: dict[Id, Wording] = Field(
        default_factory=dict, description="Other wording, by the name of an audience."
    )
    pin: Form | Literal["any"] | None = Field(
        None, description="Always printed: in this form, or in any. It fails rather than go."
    )
    exclude: bool = Field(False, strict=True, description="Never printed, regardless of its value.")

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The sources that it rests on."""
        return cited(one[1:] for one in self.evidence if one[0] == "@")

    @model_validator(mode="after")
    def _overrides_agree(self) -> Self:
        if self.pin and self.exclude:
            message = "is pinned and excluded at once"
            raise InputError("pin-excluded", message, "keep one of the two")
        if isinstance(self.pin, Form):
            worded = (self.forms.worded([wording]) for wording in self.wording.values())
            if not any(forms.texts(self.pin) for forms in (self.forms, *worded)):
                message = f"is pinned as {self.pin}, and has none"
                raise InputError(
                    "pin-form-missing", message, f"write its {self.pin}, or pin it: any"
                )
        return self

    @model_validator(mode="after")
    def _wordings_add_to_something(self) -> Self:
        for wording in self.wording.values():
            if wording.more and not (wording.summary or self.forms.summary):
                raise InputError("more-alone", *_MORE_ALONE)
        return self

    @model_validator(mode="before")
    @classmethod
    def _rests_on_what_it_says(cls, data: Any) -> Any:
        """Let a point rest on what its text refers to, where nothing says otherwise."""
        if not isinstance(data, dict) or "evidence" in data:
            return data
        found = referred(_texts_of(data.get("forms")))
        return {**data, "evidence": found} if found else data

    @field_validator("attribution", mode="before", json_schema_input_type=Attribution | Holder)
    @classmethod
    def _by_word(cls, value: Any) -> Any:
        return {"by": value} if isinstance(value, str) else value


def _texts_of(forms: Any) -> Iterator[str]:
    """Yield the texts of forms, before it is known whether they are sound."""
    texts = forms if isinstance(forms, dict) else vars(forms) if isinstance(forms, Forms) else {}
    for name in ("detail", "more", "summary"):
        value = texts.get(name)
        for text in value if isinstance(value, (list, tuple)) else (value,):
            if isinstance(text, str):
                yield text


class ContestedPoint(Point):
    """A disputed point: whose position it is, and the position against it."""

    held_by: Line = Field(
        description="Who holds the position; printed unless it is the article's author."
    )
    disputed_by: Line = Field(description="Who disputes it.")
    counter_position: ProseText = Field(description="What those who dispute it say.")


class Recommendation(Point):
    """What somebody should do, and who, until when and at what cost, as far as the article says."""

    owner: Line | None = Field(None, description="Who should do it.")
    deadline: PartialDate | None = Field(None, description="By when, as exactly as it is known.")
    cost: ProseText | None = Field(
        None, description="What it costs, as a figure of a fact: [#cost] a year."
    )

    @property
    def has_terms(self) -> bool:
        """Whether it says who, by when or at what cost."""
        return any((self.owner, self.deadline, self.cost))
