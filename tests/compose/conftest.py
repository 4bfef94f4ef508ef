"""A small argument, whole enough to compose from."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from samples.small import EVERYBODY, SMALL, Composed, theme

from briefgen.compose import ThemePage, compose
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import Words
from briefgen.load.labels import read_labels
from briefgen.select import select
from briefgen.types.argument import Argument
from briefgen.types.draft import Draft
from briefgen.types.selection import Audience, ContentTemplate


@pytest.fixture(scope="session")
def argument() -> Argument:
    return Argument.model_validate(SMALL)


@pytest.fixture(scope="session")
def words() -> Words:
    return Words("en-GB", read_labels("en-GB"))


@pytest.fixture(scope="session")
def reader(argument: Argument, words: Words) -> ProseReader:
    return ProseReader(
        words,
        {fact.id: fact for fact in argument.facts},
        {quotation.id: quotation for quotation in argument.quotations},
        argument.glossary,
    )


@pytest.fixture
def composed(argument: Argument) -> Composed:
    def run(
        template: str,
        page: ThemePage | None = None,
        audience: Audience = EVERYBODY,
        **changed: Any,
    ) -> Draft:
        held = Argument.model_validate({**SMALL, **changed}) if changed else argument
        return compose(
            held,
            select(held, audience),
            ContentTemplate("own.md.j2", template),
            page or theme(),
            read_labels(held.article.language),
            datetime.datetime(2020, 3, 1, tzinfo=datetime.UTC),
        )

    return run
