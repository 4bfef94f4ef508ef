"""What is signed: each printed sentence beside the words of the article that it is taken from."""

import hashlib
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Struct
from pydantic import Field, StringConstraints

from briefgen.types.anchor import Waiver
from briefgen.types.base import Frozen, Line
from briefgen.types.finding import Finding
from briefgen.types.point import Form
from briefgen.types.source_map import Path

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


class Coverage(Struct, frozen=True):
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
    coverage: tuple[Coverage, ...] = ()
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
