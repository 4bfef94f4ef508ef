"""Fields of a template that another program was to fill."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples.foreign import FOREIGN, p
from samples.word import W, template

from briefgen.load.word.foreign_fields import without_foreign_fields
from briefgen.types.finding import Finding

ORGANISATION = FOREIGN["ministere"]


def left(words: str, *, is_sample: bool = False) -> tuple[str, tuple[Finding, ...]]:
    """Return what a paragraph of a header says without the fields of others; | divides runs."""
    held = template(replace(ORGANISATION, headers_footers={"header-default": p(words)}).package())
    found, findings = without_foreign_fields(held, is_sample=is_sample)
    root = found.package.root("word/header-default.xml")
    return "".join(one.text or "" for one in root.iter(W + "t")), findings


@pytest.mark.parametrize("field", ["{{agencia}}", "{{ fecha_radicado }}", "{{ car|pe|ta }}"])
def test_what_no_brief_has_prints_nothing_and_is_named(field: str) -> None:
    said, (warning,) = left(f"Agency {field} of wells")
    assert said == "Agency  of wells"
    assert (warning.code, warning.severity) == ("word-field-foreign", "warning")
    assert field.replace("|", "").strip("{} ") in warning.message


@pytest.mark.parametrize(
    "words",
    [
        "{{ title }}",
        "{{ number or edition_date }}",
        "{{ title if title else organisation }}",
        "{{ tit|el }}",
        "{% if agencia %}x{% endif %}",
    ],
)
def test_what_a_brief_has_or_is_misspelt_stays(words: str) -> None:
    assert left(words) == (words.replace("|", ""), ())


def test_in_a_sample_a_misspelt_name_is_another_program_s() -> None:
    assert left("{{ titel }}", is_sample=True)[0] == ""


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Bridge over {{ river }} at {{ town }} of 1901", ""),
        (
            "The Town of Wells on the Lake, {{ day }}, {{ town }}",
            "The Town of Wells on the Lake, , ",
        ),
        ("{{ river }} at {{ title }}", " at {{ title }}"),
    ],
)
def test_a_sentence_of_a_sample_with_holes_goes(words: str, rest: str) -> None:
    assert left(words, is_sample=True)[0] == rest


@pytest.mark.parametrize("tab", ["<w:r><w:tab/></w:r><w:r>", "<w:r><w:tab/>"])
def test_such_a_sentence_goes_up_to_a_tab(tab: str) -> None:
    name, rest = "The Town of Wells on the Lake", "From {{ day }} to {{ end }}"
    line = p(f"{name}|{rest}").replace("<w:r>", tab).replace(tab, "<w:r>", 1)
    held = replace(ORGANISATION, headers_footers={"header-default": line})
    found, _ = without_foreign_fields(template(held.package()), is_sample=True)
    root = found.package.root("word/header-default.xml")
    assert "".join(one.text or "" for one in root.iter(W + "t")) == name


def test_parts_of_other_things_are_another_program_s_in_a_sample() -> None:
    road = "Where the new bridge stands on {{ bridge.road }}"
    assert left(road, is_sample=True)[0] == "Where the new bridge stands on "
    assert left("On {{ bridge.road }}")[0] == "On {{ bridge.road }}"
    loop = "{% for one in sources %}{{ one.text }}{% endfor %}"
    assert left(loop, is_sample=True)[0] == loop


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("{{ meta.office }} · {{ meta.id }}", ""),
        ("{{ meta.office }} · {{ title }}", " · {{ title }}"),
        ("Office {{ meta.office }} · Bern", "Office  · Bern"),
        (" · ", " · "),
    ],
)
def test_signs_between_fields_that_are_gone_go_too(words: str, rest: str) -> None:
    assert left(words, is_sample=True)[0] == rest


def test_a_label_goes_with_the_field_that_it_is_of() -> None:
    assert left("Reporting Period {{ report|ing_period }}", is_sample=True)[0] == ""
    assert left("Reporting Period {{ reporting_period }}")[0] == "Reporting Period "
    long = "Report of the office for wells {{ place }}"
    for words, rest in ((long, long[:31]), ("No. {{ place }} of wells", "No.  of wells")):
        assert left(words, is_sample=True)[0] == rest


@pytest.mark.parametrize(
    "words",
    ["{last_name} {first_name}", "${firma}", "{#rows}{name}{/rows}", "<<Client Name>>",
     "{$Title}{if $Type eq ‘Letter’}{else}{/if}"],
)  # fmt: skip
def test_fields_in_single_braces_are_another_program_s_in_a_sample(words: str) -> None:
    said, (warning,) = left(words, is_sample=True)
    assert said == ""
    assert warning.code == "word-field-foreign"
    assert left(words) == (words, ())


@pytest.mark.parametrize("words", ["{{ title }}", "a {1, 2} b", "{ }", "{{ title }} {"])
def test_braces_around_anything_else_stay(words: str) -> None:
    assert left(words, is_sample=True) == (words, ())


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("{% if meta.logo %}{{ meta.logo }}{% endif %}", ""),
        ("Study {%p if meta.kind == 'x' %}{{ meta.kind }}{%p endif %} of", "Study  of"),
        ("{%tr for row in rows %}", ""),
        ("{% if title %}{{ meta.logo }}{% endif %}",) * 2,
    ],
)
def test_conditions_and_loops_of_other_programs_go_from_a_sample(words: str, rest: str) -> None:
    assert left(words, is_sample=True)[0] == rest
    assert left(words)[0] == words
