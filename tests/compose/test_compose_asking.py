"""Which forms a content template asks for, learnt by running it."""

from __future__ import annotations

from samples.small import EVERYBODY, SMALL

from briefgen.compose import asked_forms
from briefgen.load.document import to_model
from briefgen.load.labels import read_labels
from briefgen.select import select
from briefgen.types.argument import Argument
from briefgen.types.point import Form
from briefgen.types.selection import ContentTemplate
from briefgen.types.source_map import SourceMap

ARGUMENT = to_model(SMALL, Argument, SourceMap())


def asked(template: str) -> dict[str, frozenset[Form]]:
    content = ContentTemplate("own.md.j2", template)
    return asked_forms(ARGUMENT, select(ARGUMENT, EVERYBODY), content, read_labels("en"))


def test_each_placed_point_has_the_forms_that_its_tags_ask_for() -> None:
    found = asked(
        """{% for point in points.rationales %}{% point point, forms=["summary"] %}{% endfor %}
        {% point "near", forms=["detail", "headline"] %}{% point points.risks[0] %}"""
    )
    assert found == {
        "cheap": frozenset({Form.SUMMARY}),
        "near": frozenset(Form),
        "salt": frozenset(Form),
    }


def test_a_form_that_there_is_not_is_left_to_composing() -> None:
    assert asked('{% point "near", forms=["summary", "whole"] %}') == {
        "near": frozenset({Form.SUMMARY})
    }
