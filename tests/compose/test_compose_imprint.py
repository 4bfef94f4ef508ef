"""What header and footer may ask for is what every brief gives."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.types.draft import Draft
from briefgen.types.page import FIELDS


def test_every_field_that_a_word_template_may_ask_for_has_a_value(
    composed: Callable[..., Draft],
) -> None:
    given = composed(
        "{% section 'title', frame='head' %}# {{ title }}{% endsection %}"
    ).header_footer
    assert {*given.values, "folio"} == FIELDS


def test_a_running_head_has_the_short_title_that_is_given_or_the_beginning_of_the_title(
    composed: Callable[..., Draft],
) -> None:
    template = "{% section 'title', frame='head' %}# {{ title }}{% endsection %}"
    title = "Wells in the north of the country dry up as rivers fall"
    assert composed(template, title=title).header_footer.values["short_title"] == (
        "Wells in the north…"
    )
    given = composed(template, title=title, short_title="Dry wells").header_footer
    assert given.values["short_title"] == "Dry wells"
