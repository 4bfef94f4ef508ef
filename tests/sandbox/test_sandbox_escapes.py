"""What a template tries to break out of the sandbox, or to do without end: each is an error."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)

from briefgen.sandbox import (
    OUTPUT_LIMIT,
    Exhausted,
    Forbidden,
    Sandbox,
    TooDeep,
    plain_context,
    run,
)

CONTEXT = plain_context(
    {
        "title": "Wells & wadis " * 28,
        "points": {"risks": [{"id": "salt", "priority": 3}, {"id": "sand", "priority": 1}]},
        "nothing": None,
        "long": "x" * 400,
    }
)


def reported(template: str, **options: Any) -> str:
    return run(Sandbox(**options).from_string(template), CONTEXT)


NESTED = "{% for a in long %}" * 8 + "{{ a }}" + "{% endfor %}" * 8
DOUBLED = "{% set s = long %}" + "{% set s = s ~ s %}" * 40 + "{{ s }}"
SHARED = (
    "{% set a = [1] %}{% set b = [1] %}" + "{% set a = [a, a] %}{% set b = [b, b] %}" * 40
) + "{% if a == b %}x{% endif %}"

FORBIDDEN = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].system('id') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ title.format(title) }}",
    "{{ title.__class__ }}",
    "{{ title.upper }}",
    "{{ points.risks.append(1) }}",
    "{{ points.update({}) }}",
    "{{ joiner() }}",
    "{{ namespace(a=1) }}",
    "{{ range(999999999) }}",
    "{{ 'a' * 500000000 }}",
    "{{ [title] * 500000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ '%500000000s' % 'a' }}",
    "{{ 7 // 2 }}",
    "{{ title + title }}",
    "{{ points.risks + points.risks }}",
    "{{ title[::-1] }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import system %}",
    "{% extends '/etc/passwd' %}",
    "{% block a %}{{ self.a() }}{% endblock %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m() %}{% endmacro %}",
    "{% call title() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% with a = title %}{{ a }}{% endwith %}",
    "{% set a %}{{ title }}{% endset %}",
    "{% for a in points.risks recursive %}{{ loop(points.risks) }}{% endfor %}",
    "{% for a in points.risks %}{{ loop._iterator }}{% endfor %}",
    "{{ self }}{{ self.__init__ }}",
    "{{ points }}",
    "{{ points.risks }}",
    "{{ points.risks|join(', ') }}",
    "{{ nothing }}",
    "{{ none }}",
    "{{ 1e999 }}",
    "{{ 1e308 + 1e308 }}",
    "{{ 1e308 / 1e-308 }}",
    "{{ [1e999]|first }}",
]

TWICE = "{{% for a in long %}}{{% for b in long %}}{}{{% endfor %}}{{% endfor %}}"

EXHAUSTING = [
    NESTED,
    NESTED.replace("{{ a }}", ""),
    DOUBLED,
    SHARED,
    "{{ long|join(long)|join(long|join(long)) }}",
    "{% for a in long %}{% for b in long %}{{ long }}{% endfor %}{% endfor %}",
    "{% for a in long %}{% for b in long %}"
    + "{% if a == b %}{% endif %}" * 50
    + "{% endfor %}" * 2,
    "{{ " + "~".join(["long"] * 6000) + " }}",
    TWICE.format("{% if a is string %}{% endif %}") * 5,
    TWICE.format("{{ long|upper|lower|trim|length }}"),
    TWICE.format("{% if a in long %}{% endif %}"),
    "{% for a in long %}{% for b in long if b and b and not b %}{% endfor %}{% endfor %}" * 3,
    "{% set s = [" + "1," * 900 + "] %}" + TWICE.format("{% set t = s %}"),
    "{{ '' }}" * 20_000,
    "{% if title %}a" + "{% elif title %}b" * 8_000 + "{% endif %}",
]

SENSELESS = [
    "{{ 1 / 0 }}",
    "{{ 1 - nothing }}",
    "{{ 1 - title }}",
    "{{ title < 1 }}",
    "{% for a in 5 %}{% endfor %}",
    "{{ 5|length }}",
    "{{ title|join(', ', attribute='x') }}",
    "{{ title is divisibleby 0 }}",
    "{{ title is divisibleby 'x' }}",
    "{{ '%500000000s' is odd }}",
    "{{ '%500000000s' is divisibleby 3 }}",
]

UNREADABLE = [
    "{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}",
    "{{ " + "[" * 500 + "]" * 500 + " }}",
    "{{ " + "not " * 5000 + "1 }}",
    "{% for a in title %}" * 60 + "{% endfor %}" * 60,
    "{% if title %}" * 200 + "{% endif %}" * 200,
    *(
        f"{{{{ {before * times}title{after * times} }}}}"
        for before, after in (
            ("", ".a"),
            ("", "|upper"),
            ("", "[0]"),
            ("", " + 1"),
            ("", " and 1"),
            ("", " if 1 else 2"),
            ("-", ""),
            ("not ", ""),
            ("[", "]"),
        )
        for times in (60, 1_000, 30_000)
    ),
    "{{ " + "9" * 5000 + " }}",
    "{{ '\\ud800\\x' }}",
    "{{ title|format }}",
    "{{ title|attr('__class__') }}",
    "{{ title|map('upper') }}",
    "{{ title is filter }}",
    "{{ title is callable }}",
    "{% do title %}",
    "{% debug %}",
    "{% trans %}x{% endtrans %}",
]


@pytest.mark.parametrize("template", FORBIDDEN)
def test_what_no_template_may_do_is_forbidden(template: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)) as caught:
        reported(template)
    assert not isinstance(caught.value, Exhausted)
    assert caught.value.message


@pytest.mark.slow
@pytest.mark.parametrize("template", EXHAUSTING, ids=range(len(EXHAUSTING)))
def test_what_would_go_on_without_end_is_stopped_soon(template: str) -> None:
    began = time.process_time()
    with pytest.raises(Exhausted, match="more than"):
        reported(template)
    assert time.process_time() - began < 4


@pytest.mark.parametrize("template", SENSELESS)
def test_what_python_cannot_do_is_an_error_of_the_template(template: str) -> None:
    with pytest.raises(TemplateRuntimeError) as caught:
        reported(template)
    assert caught.value.message


@pytest.mark.slow
@pytest.mark.parametrize("template", UNREADABLE, ids=range(len(UNREADABLE)))
def test_what_cannot_be_read_is_an_error_of_syntax(template: str) -> None:
    began = time.process_time()
    with pytest.raises(TemplateSyntaxError):
        reported(template)
    assert time.process_time() - began < 4


def test_nesting_is_refused_where_it_is_too_deep() -> None:
    with pytest.raises(TooDeep) as caught:
        reported("one\n{{ title }}\n{{ title" + "|upper" * 300 + " }}")
    assert caught.value.lineno == 3
    assert "40 levels" in (caught.value.message or "")


def test_nesting_up_to_the_limit_runs_soon() -> None:
    began = time.process_time()
    assert reported("{{ title" + "|lower" * 36 + " }}") == str(CONTEXT["title"]).lower()
    assert time.process_time() - began < 2


def test_a_forbidden_part_is_reported_by_the_name_a_template_gives_it_and_its_line() -> None:
    with pytest.raises(Forbidden) as caught:
        reported("one\n\n{% include 'x' %}")
    assert caught.value.message == "{% include %} is not allowed in templates"
    assert caught.value.lineno == 3


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{% for p in points.risks %}{{ loop.index }}{{ p.id }}{% endfor %}", "1salt2sand"),
        ("{% for p in points.risks %}{{ loop.length }}{{ loop.last }}{% endfor %}", "2False2True"),
        ("{% for p in points.risks if p.priority == 1 %}{{ p.id }}{% endfor %}", "sand"),
        ("{% for p in [] %}x{% else %}none{% endfor %}", "none"),
        ("{% set n = {'a': 1} %}{{ n.a + 1 }}{{ n.b|default('-') }}", "2-"),
        ("{{ points.risks[0].id ~ '!' ~ 3 }}", "salt!3"),
        ("{{ ['a', 1]|join(' & ') }}", "a & 1"),
        ("{{ 'ab'|upper }}{{ points.risks|length }}{{ (points.risks|last).id }}", "AB2sand"),
        ("{{ 7 / 2 - 1.5 }}", "2.0"),
        ("{# {{ title.__class__ }} #}{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
    ],
)
def test_what_templates_are_for_still_works(template: str, text: str) -> None:
    assert reported(template) == text


def test_the_budget_is_that_of_one_run() -> None:
    template = Sandbox().from_string("{% for a in long %}{{ a }}{% endfor %}")
    for _ in range(3000):
        assert len(run(template, CONTEXT)) == 400


def test_output_up_to_the_limit_is_written() -> None:
    assert len(reported("x" * OUTPUT_LIMIT)) == OUTPUT_LIMIT
    with pytest.raises(Exhausted, match="writes more than 2,000,000 characters"):
        reported("x" * (OUTPUT_LIMIT + 1) + "{{ title }}")


def test_a_context_holds_plain_values_only() -> None:
    with pytest.raises(TypeError, match="PosixPath"):
        plain_context({"points": [{"file": __import__("pathlib").Path("x")}]})


WORDS = [
    "for a in long",
    "endfor",
    "if",
    "title",
    "set a =",
    "points.risks",
    "loop",
    "join",
    "macro",
]
PIECES = st.sampled_from([*"{}%#|~+-*/()[]<>=.,'\" \na1", "{{", "}}", "{%", "%}", *WORDS])


@settings(max_examples=300, deadline=None)
@given(pieces=st.lists(PIECES, max_size=30))
def test_any_text_is_a_template_or_an_error_of_one(pieces: list[str]) -> None:
    try:
        reported(" ".join(pieces))
    except TemplateError as error:
        assert error.message
