"""What masthead and footer may ask for is what every brief gives."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.types.draft import Draft
from briefgen.types.page import FIELDS


def test_every_field_that_a_page_template_may_ask_for_has_a_value(
    composed: Callable[..., Draft],
) -> None:
    given = composed("{% section 'title', frame='head' %}# {{ title }}{% endsection %}").furniture
    assert {*given.values, "folio"} == FIELDS
