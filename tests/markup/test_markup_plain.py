"""What is read without markdown-it is read as markdown-it reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.tree import SyntaxTreeNode

from briefgen.markup import blocks, parser
from briefgen.markup.blocks import _HEADED, _parser, _Reading
from briefgen.markup.grammar import light_markdown

PIECES = st.sampled_from(
    [
        "word", " ", " ", ", ", "l'eau", '"', "'", "é", "5", "$", "US$5", ":", ": ", "=", "@", "&",
        "& ", "&#58;", "&#42;", "&#10;", "[", "]", "[@a]", "[@a, p. 3; @b]", "[#f]", "[>q]", "(",
        "[mots]{lang=fr}", "[a 'b' c]{lang=pt-BR}", "[^1]", "]{lang=fr}", "https://x.org", "a@b.eu",
        ":x:", "#", "|", ">", "~2~", "*", "_", "{", "}", "/", "http:", "–", "!", "==", "[a]:", ")",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=9).map("".join)


def _shown(tokens: Sequence[Any]) -> list[tuple[object, ...]]:
    names = ("type", "content", "nesting", "markup", "info", "meta", "attrs")
    return [tuple(getattr(token, name) for name in names) for token in tokens]


@settings(max_examples=2_000)
@given(TEXTS)
def test_plain_prose_has_the_tokens_that_the_grammar_gives(text: str) -> None:
    plain = parser._plain(text)
    if plain is not None:
        assert _shown(plain) == _shown(light_markdown().parseInline(text)[0].children or [])


def test_most_prose_is_plain() -> None:
    said = "The “force”, [#size] troops[@a, p. 3; @b], l'[Opération Serval]{lang=fr}&#58; US$5"
    assert parser._plain(said) is not None
    assert parser._plain("a *word*") is None


LINES = st.sampled_from(
    [
        "", "# Heading", "## Two  ", "# a #", "#no", "Text", "on.", "(a) x", "1. x", "- x", "a: b",
        "=====", "  in", "a | b", ":--", "é, “x”", "# ", "####### x", "Text  ", "&#35; x", "---",
    ]
)  # fmt: skip


@settings(max_examples=1_000)
@given(st.lists(LINES, min_size=1, max_size=7).map("\n".join), st.booleans())
def test_headings_and_paragraphs_are_read_as_markdown_it_reads_them(
    text: str, literal: bool
) -> None:
    if _HEADED.fullmatch(text):
        read, wanted = (_Reading(text.split("\n"), literal) for _ in range(2))
        read.read_headed()
        wanted.read(SyntaxTreeNode(_parser().parse(text)))
        assert (read.found, read.faults) == (wanted.found, wanted.faults)


def test_what_a_content_template_makes_is_read_so() -> None:
    text = "# Title\n\nFrom an article&#58; one.\nAnd on.\n\n## Two\nText"
    assert _HEADED.fullmatch(text)
    assert [block.line for block in blocks(text, literal=True)] == [0, 2, 5, 6]
