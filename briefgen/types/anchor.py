"""Where in an article a statement comes from, after W3C's TextQuoteSelector.

An anchor names a paragraph and the passage in it by a few words at either end and by a digest, so
that the article itself need not travel with the argument.
"""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from briefgen.types.base import Frozen, Id, Line
from briefgen.types.input_error import InputError

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
