"""Names that stand in lists and not in prose: who wrote and published what is cited."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from briefgen.cache import Same
from briefgen.check.against.index import words_of
from briefgen.check.against.names import NAME
from briefgen.check.against.rule import Comparison, source_rule
from briefgen.check.against.same_names import same_names
from briefgen.check.rule import Remark
from briefgen.pattern import late_pattern

SHORTEST, ALIKE = 6, 0.8
"""Letters of a word whose spelling is compared, and how alike two spellings of one are."""

_FIELDS = ("title", "short", "publisher", "authors")
_PARTS = late_pattern(r"[^\W\d_]+")


@source_rule("source-misspelt", "warning", "Sources and authors are spelt as in the article.")
def misspelt_in_lists(compared: Comparison) -> Iterator[Remark]:
    """Report each name of a source or author that nearly is one of the article's.

    What its own address says, and what stands twice in the argument's lists, is known.
    """
    argument = compared.argument
    known = {part for word in compared.index.vocabulary for part in _PARTS.findall(word)}
    certain = same_names(Same(compared)).certain
    said = [
        word
        for one in argument.sources
        for name in _FIELDS
        for word in {*words_of(str(getattr(one, name) or ""))}
    ]
    for number, one in enumerate(argument.sources):
        spelt = certain | {word.casefold() for word in _PARTS.findall(str(one.address or ""))}
        for name in _FIELDS:
            for found in NAME.finditer(str(getattr(one, name) or "")):
                word = next(iter(words_of(found[0])), "")
                if len(word) < SHORTEST or word in known | spelt or said.count(word) > 1:
                    continue
                near = get_close_matches(word, [it for it in spelt if it[0] == word[0]], 1, ALIKE)
                if near and abs(len(near[0]) - len(word)) <= 1 and not _is_form(word, near[0]):
                    message = f'names "{found[0]}", which the article does not'
                    hint = f'it or the address has "{near[0]}"'
                    yield Remark(("sources", number, name), message, hint)
    yield from _other_authors(compared)


def _other_authors(compared: Comparison) -> Iterator[Remark]:
    argument, source = compared.argument, compared.index.source
    authors = {word for author in source.authors for word in words_of(author)}
    for number, author in enumerate(argument.article.authors):
        words = words_of(getattr(author, "name", None) or "")
        known = authors | compared.index.vocabulary.keys()
        known |= {part for word in authors for part in word.split("-")}
        strange = [
            word
            for word in words
            if word not in known and len(word) > 1 and not known.issuperset(word.split("-"))
        ]
        if authors and strange and len(strange) < len(words):
            message = f'names "{strange[0].title()}", which the article does not'
            hint = f"it is by {', '.join(source.authors)}"
            yield Remark(("article", "authors", number, "name"), message, hint)


def _is_form(word: str, other: str) -> bool:
    """Whether one of two words is the other with an ending."""
    return word.startswith(other) or other.startswith(word)
