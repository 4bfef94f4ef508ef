"""Every form stands alone: nothing leans on a neighbour that may be dropped."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.lexicon import lexicon
from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.markup import words_in
from briefgen.types.argument import Argument


def context_dependent_openings(argument: Argument) -> Iterator[Remark]:
    """Remark each form that begins with a connective or pronoun that needs what was said before."""
    words = lexicon(argument.article.language)
    if words is None:
        return
    for passage in passages(argument):
        if passage.form is None or not passage.opens:
            continue
        if found := words.hanging_start.match(words_in(passage.text, figure="0", quotation="0")):
            message = f'begins with "{found[1]}", which leans on what stands before'
            yield Remark(passage.path, message, "name what is meant; the form must stand alone")
