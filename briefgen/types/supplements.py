"""What an argument rests on: events, sources, quotations, terms, notes and images."""

from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from briefgen.types.base import (
    Address,
    Frozen,
    Id,
    Language,
    Line,
    LongerProse,
    PrintedId,
    ProseText,
    SourceId,
    SourceRef,
)
from briefgen.types.characters import with_script_characters
from briefgen.types.date import PartialDate
from briefgen.types.finding import InputError
from briefgen.types.point import Headline
from briefgen.types.reference import Cited, cited
from briefgen.types.work import Work


class Event(Frozen):
    """One dated event. It may be known only to the month, the year or "mid-2019"."""

    id: Id
    date: PartialDate = Field(description="2013-04-25, 2013-04, 2013, early-, mid- or late-2013.")
    status: Literal["past", "planned"] = Field(
        "past", description="planned: announced in the article, not yet seen to happen."
    )
    text: Headline = Field(description="What happened, in at most 12 words.")
    detail: ProseText | None = Field(None, description="The event in a sentence or two.")
    priority: int = Field(
        ge=1, le=5, strict=True, description="1 is on every time line; 5 in the longest."
    )
    sources: tuple[SourceRef, ...] = Field((), description="Sources that the article gives for it.")
    locator: Line | None = Field(None, description="Where in the article it stands.")

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The sources that the article gives for it."""
        return cited(self.sources)


class Source(Frozen):
    """What a statement rests on. An address that is not known is never invented."""

    id: SourceId
    status: Literal["resolved", "unresolved"] = Field(
        description="resolved: has an address or a full reference; unresolved: has neither."
    )
    title: Line | None = Field(None, description="Title. Needed where there is no link_text.")
    link_text: Line | None = Field(
        None, description="Words under which the article links it, if only these are known."
    )
    short: Annotated[Line, Field(max_length=60)] | None = Field(
        None, description="Short words for it in brackets, such as WHO 2011."
    )
    authors: Line | None = Field(None, description="Who wrote it.")
    publisher: Line | None = Field(None, description="Who published it.")
    date: PartialDate | None = Field(None, description="When it was published.")
    address: Address | None = Field(None, description="Where it can be read.")
    reference: Line | None = Field(None, description="Full reference, as it is printed.")
    locator: Line | None = Field(None, description="Where in the article it is cited or linked.")
    work: Work | None = Field(
        None, description="What a bibliography says of it, which citation styles print."
    )

    @property
    def name(self) -> str:
        """The title or, where none is known, the words under which the article links it."""
        return self.title or self.link_text or ""

    @property
    def site(self) -> str:
        """The name of the site that it is read on, as its address says: `example.org`."""
        host = urlsplit(self.address).hostname or "" if self.address else ""
        return host.removeprefix("www.")

    @property
    def is_only_linked(self) -> bool:
        """Whether nothing is known of it but the words under which the article links it."""
        return not (self.title or self.reference or self.address or self.work)

    @property
    def is_only_place(self) -> bool:
        """Whether all that a reader can look up is where the article links it."""
        return self.is_only_linked and bool(self.locator)

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not self.name:
            message = "has neither a title nor link_text"
            raise InputError("source-unnamed", message, "give its title, or the words of the link")
        return self

    @model_validator(mode="after")
    def _status_is_true(self) -> Self:
        found = self.address or self.reference or self.work
        if self.status == "resolved" and not found:
            message = "is resolved, but has neither an address nor a reference"
            raise InputError("source-status", message, "write unresolved, or say where it is found")
        if self.status == "unresolved" and found:
            message = "is unresolved, but has an address or a reference"
            raise InputError("source-status", message, "write resolved")
        return self


class Quotation(Frozen):
    """A few words by another author, kept as they were said."""

    id: Id
    text: Annotated[Line, Field(max_length=240)] = Field(
        description="The words, without quotation marks."
    )
    speaker: Line | None = Field(None, description="Who said it, if that is known.")
    unnamed: bool = Field(
        False,
        strict=True,
        description="True where the article does not name who said it: the brief says so.",
    )
    about: Line | None = Field(None, description="What the words are said of, as a noun phrase.")
    source: SourceRef | None = Field(None, description="Source of the quotation.")
    language: Language | None = Field(None, description="Language, where it is another one.")
    locator: Line = Field(description="Where in the article it stands.")

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The source of the words, if one is given."""
        return cited([self.source] if self.source else [])


class Term(Frozen):
    """An acronym or a term, with what it stands for."""

    short: Annotated[Line, Field(max_length=40), AfterValidator(with_script_characters)] = Field(
        description="The acronym or term. CO~2~ is CO₂."
    )
    long: Line = Field(description="What it stands for.")
    note: ProseText | None = Field(None, description="A sentence of explanation, for a glossary.")
    plain: bool = Field(
        False,
        strict=True,
        description="True for a name every reader knows (UN, US): never expanded in text.",
    )


class EditorsNote(Frozen):
    """Where the editor departs from the article, or the article from what is otherwise known.

    What the editor knows and the article does not say is outside knowledge: it rests on a source.
    """

    id: Id
    about: Line = Field(
        description="What the note is about, in a few words: a subject, never an error itself."
    )
    says: ProseText | None = Field(
        None,
        description=(
            "What the article says and is not so, to go on after “The article says ”; the text then"
            " says what is so, to go on after “in fact, ”."
        ),
    )
    text: LongerProse = Field(description="The note, in a sentence or two.")
    explains: tuple[PrintedId, ...] = Field(
        (),
        description=(
            "What it explains: points, point.detail, #facts, >quotations. It is printed only where"
            " one of them is; without any, wherever there are notes."
        ),
    )
    locator: Line | None = Field(None, description="Where in the article it stands.")
    outside: bool = Field(
        False,
        strict=True,
        description="True for what the article does not say: the brief says whose knowledge it is.",
    )
    sources: tuple[SourceRef, ...] = Field(
        (), description="What the note rests on. Outside knowledge needs one."
    )

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The sources that it rests on."""
        return cited(self.sources)

    @model_validator(mode="after")
    def _outside_knowledge_has_a_source(self) -> Self:
        if self.outside and not self.sources:
            message = "is knowledge from outside the article, and names no source"
            raise InputError("outside-unsourced", message, "name under sources what it rests on")
        return self


class Image(Frozen):
    """A picture that may be printed. Without alternative text and permission it is not."""

    id: Id
    file: Line = Field(description="Path of a PNG or JPEG file, relative to the argument.")
    alt: Line = Field(description="What the picture shows, for those who cannot see it.")
    credit: Line | None = Field(None, description="Credit line, printed with the picture.")
    permission: Line = Field(description="By what right it may be printed.")
