"""The article whose argument is given, and the edition of its brief."""

from functools import partial
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from briefgen.types.base import Address, Currency, Frozen, Id, Language, Line
from briefgen.types.date import PartialDate
from briefgen.types.finding import InputError

Words = Annotated[Line, Field(max_length=300)]
ShortLine = Annotated[Line, Field(max_length=40)]


NOT_STATED = "not stated"
"""The licence of an article that states none: that is known, and nobody is free to reuse it."""


class Person(Frozen):
    """An author who is a person."""

    name: Line = Field(description="Name as it is printed, given name first.")
    role: Line | None = Field(None, description="Role or title, such as Associate Professor.")
    affiliation: Line | None = Field(None, description="Institution, with its place if useful.")


class Organisation(Frozen):
    """An author that is an organisation."""

    organisation: Line = Field(description="Name of the organisation that wrote the article.")


def _named(given: Any, key: str) -> Any:
    """Return a name alone as the value of a key."""
    return {key: given} if isinstance(given, str) else given


Author = Annotated[
    Person | Organisation,
    BeforeValidator(
        partial(_named, key="name"), json_schema_input_type=Person | Organisation | str
    ),
]


def _date_of(known: dict[str, Any]) -> PartialDate:
    return known["date"]  # type: ignore[no-any-return]


class Article(Frozen):
    """What the brief is based on. What is not known stays empty; nothing is inferred."""

    kind: Literal["article", "report", "study", "law", "speech", "dataset", "other"] = Field(
        "article", description="What it is: readers are told that the brief summarises one."
    )
    title: Words = Field(description="Title of the article, as published.")
    subtitle: Words | None = Field(None, description="Subtitle or standfirst, in short.")
    authors: tuple[Author, ...] = Field(
        min_length=1,
        description="Who wrote it: persons (a name alone is enough) or organisations.",
    )
    publisher: Line | None = Field(None, description="Who published it, as far as it is known.")
    date: PartialDate = Field(description="When it was published.")
    cut_off: PartialDate = Field(
        default_factory=_date_of,
        description="Up to when its information reaches; unless given, its date.",
    )
    language: Language = Field("en-GB", description="Language of the argument, a BCP 47 tag.")
    currency: Currency | None = Field(
        None,
        description=(
            "What a bare $, kr or the like means in figures that are marked in Markdown, by its"
            " code, such as AUD."
        ),
    )
    licence: Line | None = Field(
        None,
        description=(
            'Licence of the article, or "not stated" where it states none, which does not mean'
            " free. Without it, nothing is said."
        ),
    )
    one_sided: bool = Field(
        False,
        strict=True,
        description="True where it gives one view and argues no other side: a line says so.",
    )
    address: Address | None = Field(None, description="Where it is published, if known.")
    source: Line | None = Field(
        None,
        description=(
            "File of the article (.docx, .md, .html, .pdf or .txt) beside this one, with which"
            " check compares. It is never printed."
        ),
    )
    citation: Line | None = Field(
        None,
        description="How to cite the article; unless given, by authors, title, publisher and date.",
    )


class Issuer(Frozen):
    """Who issues the brief, apart from who published the article. Nothing here is required."""

    organisation: Line | None = Field(None, description="Organisation that issues the brief.")
    series: Line | None = Field(None, description="Name of the series, such as Research Briefing.")
    prepared_by: Line | None = Field(None, description="Person or unit that prepared it.")
    contact: Line | None = Field(None, description="Contact line: name, telephone, e-mail.")
    logo: Id | None = Field(None, description="Id of an image that is the issuer's logo.")
    disclaimer: Line | None = Field(None, description="Whose views these are, in one line.")


Issued = Annotated[
    Issuer,
    BeforeValidator(partial(_named, key="organisation"), json_schema_input_type=Issuer | str),
]
"""An issuer, of which a name alone is enough."""


class Edition(Frozen):
    """The brief as an edition: its own number, date and status, apart from the article's."""

    number: Line | None = Field(None, description="Number in the series. Never made up.")
    date: PartialDate | None = Field(None, description="Issue date of the brief.")
    updates: PartialDate | None = Field(
        None, description="Date of the earlier edition that this one updates."
    )
    status: Literal["draft", "cleared", "embargoed"] | None = Field(
        None, description="Status of the brief: draft, cleared or embargoed."
    )
    embargo: PartialDate | None = Field(None, description="Date until which it is embargoed.")
    reviewed_by_author: bool | None = Field(
        None,
        strict=True,
        description=(
            "Whether the article's author has reviewed the brief. Without it, nothing is said."
        ),
    )
    views_of_author: bool = Field(
        False,
        strict=True,
        description=(
            "True where the views are the author's, selection and wording the editor's: a line says"
            " so, unless the issuer's disclaimer stands there."
        ),
    )
    version: ShortLine | None = Field(None, description="Version of the brief, such as 2 or 1.1.")
    classification: ShortLine | None = Field(
        None, description="Who may read it, in the organisation's words, such as Official."
    )
    citation: Line | None = Field(None, description="How to cite the brief.")

    @model_validator(mode="after")
    def _embargo_ends(self) -> Self:
        if self.status == "embargoed" and self.embargo is None:
            message = "is embargoed, and nothing says until when"
            raise InputError("embargo-date", message, "give the date as embargo")
        if self.embargo and self.status != "embargoed":
            message = "has a date of embargo, and is not embargoed"
            raise InputError("embargo-status", message, "write status: embargoed, or no embargo")
        return self
