"""Hedges survive shortening: what is possible, planned or reported stays so."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.lexicon import lexicon
from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.markup import words_in
from briefgen.types.argument import Argument
from briefgen.types.point import Modality
from briefgen.types.source_map import Path


def lost_hedges(argument: Argument) -> Iterator[Remark]:
    """Remark each form of a possible, planned or reported point that says it as certain."""
    words = lexicon(argument.article.language)
    if words is None:
        return
    forms: dict[Path, tuple[Modality, list[str]]] = {}
    for passage in passages(argument):
        if passage.point is not None and passage.point.modality in words.hedge:
            _, said = forms.setdefault(passage.whole, (passage.point.modality, []))
            said.append(words_in(passage.text))
    for path, (modality, said) in forms.items():
        if not any(map(words.hedge[modality].search, said)):
            message = f"says as certain what is {modality}"
            hint = f"keep a word such as {words.hedge_examples[modality]}"
            yield Remark(path, message, hint)
