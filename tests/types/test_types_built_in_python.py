"""A model that is built in Python is refused as one of a file is: by code, path and hint."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import SMALL

import briefgen
from briefgen import LoadError

FORMS: dict[str, Any] = {"headline": "War goes on"}


def refused(model: Any, **fields: Any) -> set[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(LoadError) as caught:
        model(**fields)
    for finding in caught.value.findings:
        assert finding.where == model.__name__
        assert finding.hint
        assert "pydantic" not in str(finding)
    return {(finding.code, finding.path) for finding in caught.value.findings}


def test_all_that_is_wrong_with_a_point_is_reported() -> None:
    assert refused(briefgen.Point, id="A b", priority=9, forms=FORMS, plase="p") == {
        ("not-an-id", ("id",)),
        ("out-of-range", ("priority",)),
        ("unknown-key", ("plase",)),
    }


def test_what_is_wrong_within_an_argument_has_its_path() -> None:
    point = briefgen.Point(id="war", priority=1, forms=briefgen.Forms(**FORMS))
    wrong = {"id": "peace", "priority": 1, "forms": {"headline": 7}}
    fields = SMALL | {"risks": [point, wrong]}
    assert refused(briefgen.Argument, **fields) == {
        ("wrong-type", ("risks", 1, "forms", "headline"))
    }


def test_data_that_is_validated_in_python_is_refused_fixed_selection() -> None:
    with pytest.raises(LoadError) as caught:
        briefgen.Argument.model_validate(SMALL | {"titel": "A title"})
    assert caught.value.codes == ("unknown-key",)
    assert caught.value.findings[0].hint == "did you mean title?"


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("place", "did you mean locator?"),
        ("Page", "did you mean locator?"),
        ("lable", "did you mean label?"),
        ("headroom", "known here: id,"),
    ],
)
def test_a_key_is_proposed_only_where_it_is_meant(key: str, hint: str) -> None:
    fact = {"id": "f", "value": 1, "unit": "homes", "measure": "homes", key: "p1"}
    with pytest.raises(LoadError) as caught:
        briefgen.Fact.model_validate(fact)
    assert caught.value.codes == ("unknown-key",)
    assert caught.value.findings[0].hint.startswith(hint)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"id": "Not an id"}, "not-an-id"),
        ({"facts": [{**SMALL["facts"][0], "sources": ["[a]; b"]}]}, "not-an-id"),
        ({"sources": [{**SMALL["sources"][0], "id": "no key"}]}, "not-an-id"),
        ({"risks": [{**SMALL["risks"][0], "evidence": ["none"]}]}, "not-a-reference"),
        ({"article": {**SMALL["article"], "language": "english"}}, "not-a-language"),
        ({"article": {**SMALL["article"], "address": "ftp://a"}}, "not-an-address"),
        ({"article": {**SMALL["article"], "title": "a\nb"}}, "not-one-line"),
    ],
)
def test_each_text_that_has_a_form_is_told_when_it_lacks_it(
    change: dict[str, object], code: str
) -> None:
    with pytest.raises(LoadError) as caught:
        briefgen.Argument.model_validate({**SMALL, **change})
    assert caught.value.codes == (code,)
    assert caught.value.findings[0].hint


def test_a_sound_model_is_built_as_ever() -> None:
    assert briefgen.Argument(**SMALL) == briefgen.Argument.model_validate(SMALL)


def test_a_point_has_one_longest_form() -> None:
    text = {**FORMS, "summary": "War goes on.", "detail": ["All of it."]}
    assert refused(briefgen.Forms, **text, more=["It does."]) == {("more-and-detail", ())}
    assert refused(briefgen.Wording, detail=["All."], more=["It does."]) == {
        ("more-and-detail", ())
    }


def test_more_is_added_to_a_summary() -> None:
    assert refused(briefgen.Forms, **FORMS, more=["It does."]) == {("more-alone", ())}
    fields = {"id": "war", "priority": 1, "forms": FORMS}
    wording = {"public": {"more": ["It does."]}}
    assert refused(briefgen.Point, **fields, wording=wording) == {("more-alone", ())}
    forms = briefgen.Forms(**FORMS, summary="War goes on.", more=("It does.",))
    assert forms.paragraphs == ("War goes on.", "It does.")
