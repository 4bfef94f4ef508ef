"""Straight quotation marks and apostrophes of what is printed as plain text, not read as prose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from briefgen.markup.quotes import Marks, typographic
from briefgen.types.argument import Argument
from briefgen.types.base import Frozen

Model = TypeVar("Model", bound=Frozen)

_TITLES = ("title", "short_title")
_ISSUER = ("organisation", "series", "prepared_by", "contact", "disclaimer")
_SOURCE = ("title", "link_text", "short", "authors", "publisher", "reference")
_TERM = ("long",)


def with_marks(argument: Argument, marks: Marks) -> Argument:
    """Return an argument whose names and titles have the quotation marks of its language."""
    changed = {
        "issuer": _marked(argument.issuer, _ISSUER, marks),
        "sources": _each(argument.sources, _SOURCE, marks),
        "glossary": _each(argument.glossary, _TERM, marks),
    }
    return _marked(argument, _TITLES, marks).model_copy(update=changed)


def _each(models: Sequence[Model], names: Sequence[str], marks: Marks) -> tuple[Model, ...]:
    return tuple(_marked(each, names, marks) for each in models)


def _marked(model: Model, names: Sequence[str], marks: Marks) -> Model:
    given = {name: getattr(model, name) for name in names}
    straight = {
        name: typographic(text, marks)
        for name, text in given.items()
        if text and ("'" in text or '"' in text)
    }
    return model.model_copy(update=straight) if straight else model
