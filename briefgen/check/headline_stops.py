"""A headline is no sentence of a text: it ends without a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.languages import conventions
from briefgen.markup import words_in
from briefgen.types.argument import Argument
from briefgen.types.point import Form


def headline_stops(argument: Argument) -> Iterator[Remark]:
    """Remark each headline that ends in a full stop."""
    abbreviated = conventions(argument.article.language).is_abbreviated
    for passage in passages(argument):
        words = words_in(passage.text).rstrip()
        stopped = words.endswith(".") and not words.endswith("...") and not abbreviated(words)
        if passage.form is Form.HEADLINE and stopped:
            yield Remark(passage.path, "ends in a full stop", "leave it out")
