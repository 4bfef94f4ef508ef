"""Where in an article each statement comes from, and what is signed of it.

An anchor, after W3C's TextQuoteSelector, names a paragraph and the passage in it by a few words at
either end and by a digest, so that the article itself need not travel with the argument.
"""

import hashlib
from collections.abc import Iterator
from typing import Annotated, Literal, Self

from msgspec import Struct
from pydantic import AfterValidator, Field, StringConstraints, model_validator

from briefgen.types.base import Frozen, Id, Line
from briefgen.types.finding import Finding, InputError
from briefgen.types.point import Form
from briefgen.types.source_map import Path

END_WORDS, EXACT_WORDS = 4, 15
"""Words at either end of a passage, and exact words of a fact or quotation, at most."""

SHARE = 0.15
"""Share of the article's words that all anchors together may hold."""


def _at_most(words: int) -> AfterValidator:
    def check(text: str) -> str:
        count = len(text.split())
        if count > words:
            message = f"has {count} words; the limit is {words}"
            raise InputError("anchor-too-long", message, "keep fewer words of the article")
        return text

    return AfterValidator(check)


class AnchoredPassage(Frozen):
    """A sentence of the article: its paragraph, its first and last words and its digest."""

    paragraph: Line = Field(description="Number of the paragraph, as a locator writes it.")
    first: Annotated[Line, _at_most(END_WORDS)] = Field(description="First words, at most four.")
    last: Annotated[Line, _at_most(END_WORDS)] = Field(description="Last words, at most four.")
    digest: str = Field(pattern=r"^[0-9a-f]{16}$", description="Digest of the sentence.")


class Anchor(Frozen):
    """The passages that a point, fact, quotation or event is taken from."""

    passages: tuple[Id, ...] = Field(min_length=1, description="Passages, by their ids.")
    words: Annotated[Line, _at_most(EXACT_WORDS)] | None = Field(
        None, description="Exact words of a figure or quotation, at most fifteen."
    )


class Waiver(Frozen):
    """A finding about the source that somebody has looked at and lets stand."""

    code: Id = Field(description="Code of the finding.")
    at: Line = Field(description="Id of the point, fact, quotation or event that it is about.")
    reason: Line = Field(description="Why it may stand.")
    by: Line = Field(description="Who says so.")


class Anchors(Frozen):
    """The anchors of an argument, by the id of what they are of, and waivers of findings."""

    briefgen: Literal[1] = Field(1, description="Version of this format.")
    article: str | None = Field(
        None,
        pattern=r"^[0-9a-f]{64}$",
        description="Digest of the article that is anchored; none where findings are waived only.",
    )
    passages: dict[Id, AnchoredPassage] = Field(
        default_factory=dict, description="Sentences of the article, each once."
    )
    anchors: dict[Id, Anchor] = Field(
        default_factory=dict, description="By id of the point, fact, quotation or event."
    )
    waive: tuple[Waiver, ...] = Field((), description="Findings that may stand.")

    @property
    def word_count(self) -> int:
        """How many words of the article they hold."""
        ends = (end for one in self.passages.values() for end in (one.first, one.last))
        exact = (one.words or "" for one in self.anchors.values())
        return sum(len(text.split()) for text in (*ends, *exact))

    @model_validator(mode="after")
    def _passages_are_there(self) -> Self:
        for identity, anchor in self.anchors.items():
            for name in anchor.passages:
                if name not in self.passages:
                    message = f"the anchor of {identity} names {name}, which is no passage"
                    raise InputError("unknown-passage", message, "anchor the argument anew")
        return self


StatementClass = Literal[
    "quotation", "paraphrase", "inference", "count", "outside", "editor", "frame"
]
"""What a sentence is.

Words of the article in quotation marks; the article in other words; what is inferred; a number that
the editor counted; what the editor knows and the article does not say; the editor's words about the
article; or what frames the text: headings, sources, who issues the brief.
"""

ID_LENGTH = 24
"""Characters of the id of a row: half for the sentence, half for its passage."""


def digest_of_words(*texts: str) -> str:
    """Return the digest of texts, the same whatever spaces and lines part their words."""
    plain = "\n".join(" ".join(text.split()) for text in texts)
    return hashlib.sha256(plain.encode()).hexdigest()[: ID_LENGTH // 2]


class PrintedSentence(Struct, frozen=True):
    """A sentence, heading, cell row or entry as a brief prints it, and what it is made of.

    `words` are what is compared: the text with a gap for each figure and quotation. `point`, `note`
    and `event` are ids of what it prints, if anything; `facts` and `quotations` of what stands in
    it. What frames the text is no text of the argument (`is_text`).
    """

    text: str
    words: str
    section: str
    point: str | None = None
    form: Form | None = None
    note: str | None = None
    event: str | None = None
    facts: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    is_text: bool = True


class SourceWords(Struct, frozen=True):
    """A sentence of the article beside a printed one.

    `number` counts the article's sentences, `place` is its locator, and `marked` are the stretches
    that a figure or a quotation is taken from.
    """

    number: int
    place: str
    text: str
    anchored: bool = False
    marked: tuple[tuple[int, int], ...] = ()

    def parts(self) -> Iterator[tuple[str, bool]]:
        """Yield the parts of the sentence, and whether each is marked."""
        at = 0
        for start, end in self.marked:
            if start >= at:
                yield self.text[at:start], False
                yield self.text[start:end], True
                at = end
        yield self.text[at:], False


class SheetRow(Struct, frozen=True):
    """One printed sentence to be signed.

    `outputs` are the numbers of those that print it. `path` and `line` say where the argument has
    it; `writer` and `reader` are the initials of who approved it.
    """

    sentence: str
    passage: tuple[SourceWords, ...]
    kind: StatementClass
    differences: tuple[str, ...]
    copied_words: int
    outputs: tuple[int, ...]
    path: Path = ()
    line: int | None = None
    writer: str = ""
    reader: str = ""

    @property
    def id(self) -> str:
        """What an approval is of: the sentence and its passage. It lapses if either changes."""
        words = digest_of_words(*(each.text for each in self.passage))
        return digest_of_words(self.sentence) + words

    @property
    def is_approved(self) -> bool:
        """Whether both have signed."""
        return bool(self.writer and self.reader)


class SheetOutput(Struct, frozen=True):
    """One brief whose sentences are signed, and its files with the digest of each."""

    number: int
    length: str
    audience: str
    files: tuple[tuple[str, str], ...] = ()


class SentenceCoverage(Struct, frozen=True):
    """A sentence of the article, the signposts in it, and the outputs without each."""

    place: str
    text: str
    omitted_from: tuple[int, ...]
    signposts: tuple[tuple[str, tuple[int, ...]], ...] = ()


class Sheet(Struct, frozen=True):
    """All that is signed, and what of the article is not printed."""

    title: str
    argument: str
    language: str
    outputs: tuple[SheetOutput, ...]
    rows: tuple[SheetRow, ...]
    article: str | None = None
    article_digest: str | None = None
    article_language: str | None = None
    coverage: tuple[SentenceCoverage, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def approved(self) -> int:
        """How many rows both have signed."""
        return sum(row.is_approved for row in self.rows)


class SignedRow(Struct, frozen=True):
    """What was signed in one row of a sheet. `outputs` are written as the sheet shows them."""

    id: str
    sentence: str
    writer: str
    reader: str
    outputs: str


class SignedSheet(Struct, frozen=True):
    """What was read of a sheet: its rows, and output, name and digest of each file.

    `findings` say which initials were not taken, and which took the place of others.
    """

    argument: str | None
    rows: tuple[SignedRow, ...]
    files: tuple[tuple[str, str, str], ...]
    findings: tuple[Finding, ...] = ()


Initials = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=12, pattern=r"^[^\s\d][^\n\t]*$")
]


class Approval(Frozen):
    """Who approved a sentence beside its passage."""

    sentence: Line = Field(description="The sentence, as it is printed.")
    writer: Initials | None = Field(None, description="Initials of the writer.")
    reader: Initials | None = Field(None, description="Initials of the second reader.")


class Approvals(Frozen):
    """The approvals of an argument: the file beside it, `my.approvals.yaml`."""

    briefgen: Literal[1] = Field(1, description="Version of this format.")
    approvals: dict[
        Annotated[str, StringConstraints(pattern=rf"^[0-9a-f]{{{ID_LENGTH}}}$")], Approval
    ] = Field(default_factory=dict, description="By the digest of sentence and passage.")
    files: dict[Line, Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]] = Field(
        default_factory=dict,
        description="SHA-256 of each file all of whose sentences were signed.",
    )
