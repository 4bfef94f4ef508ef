"""What comes along, read and compiled in advance: it is what reading and compiling give today."""

from __future__ import annotations

import datetime
import pickle
from decimal import Decimal
from pathlib import Path

import make_read_ahead
import pytest
from make_read_ahead import MODELS, cldr, packed
from msgspec.structs import replace
from pydantic import VERSION
from samples.shell import python
from samples.stand_in import MALI

from briefgen import cache, load
from briefgen.languages import cldr as cldr_module
from briefgen.languages.cldr import CLDR_FILE, day, listed, month, month_names, number, quarter
from briefgen.load import labels as labels_module
from briefgen.load import theme as theme_module
from briefgen.load.labels import read_labels
from briefgen.load.resources import READ_AHEAD_FILE, code_ahead, names, resources_folder
from briefgen.load.theme import read_theme
from briefgen.sandbox.environment import COMPILERS, Sandbox
from briefgen.types.base import SCHEMAS_FILE


def test_what_was_made_in_advance_is_what_would_be_made_now() -> None:
    """After a change of a template that comes along, run `python templates/make_read_ahead.py`."""
    made = (resources_folder("templates") / READ_AHEAD_FILE).read_bytes()
    # Another Python or Jinja2 compiles templates anew, and knows the code by who compiled it.
    assert made == packed() or COMPILERS not in made


def test_what_babel_knows_of_languages_is_what_was_read_of_it() -> None:
    assert CLDR_FILE.read_bytes() == cldr()


_DAYS = [datetime.date(2019, month, number) for month in range(1, 13) for number in (1, 15, 24)]
_NUMBERS = "0 7 405 1000 9999 12500 1234567 0.0 0.50 1234.5 1000000.00 12345678.125 1E+6"


@pytest.mark.parametrize("language", cldr_module.LANGUAGES)
def test_languages_read_in_advance_write_as_babel_does(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written() -> list[str]:
        return [
            *(write(one, language) for one in _DAYS for write in (day, month, quarter)),
            *(number(Decimal(one), language) for one in _NUMBERS.split()),
            *(listed(["one", "two", "three", "four"][:most], language) for most in range(5)),
            *month_names(language),
        ]

    ahead = written()
    monkeypatch.setattr(cldr_module, "_cldr", lambda: cldr_module.Cldr({}, frozenset()))
    assert written() == ahead


@pytest.mark.parametrize("name", names("themes"))
def test_a_theme_is_the_same_whether_its_template_is_read_or_was(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = read_theme(name)
    cache.clear()
    monkeypatch.setattr(theme_module, "word_ahead", lambda _: None)
    read = read_theme(name)
    assert read is not ahead
    assert read.page_style == ahead.page_style
    assert ahead.header_footer.code
    assert repr(read.header_footer) == repr(replace(ahead.header_footer, code={}))


@pytest.mark.parametrize("language", names("labels"))
def test_labels_are_the_same_whether_they_are_read_or_were(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = read_labels(language)
    cache.clear()
    monkeypatch.setattr(labels_module, "labels_ahead", lambda _: None)
    assert read_labels(language) == ahead
    assert read_labels(language) is not ahead


def test_a_template_of_the_users_is_compiled_when_it_is_used() -> None:
    text = (resources_folder("content") / "full.md.j2").read_text("utf-8")
    assert code_ahead(text)
    assert code_ahead(f"{text} ") == b""


def test_code_of_another_python_or_jinja2_is_not_run() -> None:
    sandbox = Sandbox()
    code = sandbox.code_of("{{ a }} km")
    assert (template := sandbox.of_code(code)) and template.render(a=5) == "5 km"
    assert sandbox.of_code(b"Jinja2 3.0 cpython-27\n" + code.removeprefix(COMPILERS)) is None


_COMPARED = """
import pickle
from make_read_ahead import MODELS, schema_of
from briefgen.types.base import SCHEMAS_FILE
held = pickle.loads(SCHEMAS_FILE.read_bytes())[1]
names = [f"{model.__module__}.{model.__name__}" for model in MODELS]
assert sorted(held) == sorted(names)
for name, model in zip(names, MODELS):
    print(repr(pickle.loads(held[name])) == repr(schema_of(model)))
"""


def test_a_schema_at_hand_is_what_pydantic_makes_now() -> None:
    """After a change of a model, run `python templates/make_read_ahead.py`.

    In a process of its own: what pydantic writes within a schema, and what beside it, depends on
    what it has made before.
    """
    version, _ = pickle.loads(SCHEMAS_FILE.read_bytes())
    done = python("-c", _COMPARED, cwd=Path(make_read_ahead.__file__).parent)
    same = [b"True"] * len(MODELS)
    # With another pydantic no schema is used.
    assert version != VERSION or done.stdout.split() == same, done.stderr


_LOADED = """
import pathlib, sys
import briefgen.types.base as base
base.SCHEMAS_FILE = pathlib.Path(sys.argv[1])
import briefgen
argument = briefgen.load(sys.argv[2])
print("pydantic.plugin._loader" in sys.modules)
print(argument.model_dump_json(), briefgen.Argument.model_json_schema())
"""


@pytest.mark.parametrize("version", [VERSION, "another"])
def test_an_argument_is_the_same_with_and_without_a_schema_at_hand(
    version: str, tmp_path: Path
) -> None:
    """In a process of its own, as a model is made ready once."""
    file = tmp_path / "schemas.pickle"
    file.write_bytes(pickle.dumps((version, pickle.loads(SCHEMAS_FILE.read_bytes())[1])))
    done = python("-c", _LOADED, file, MALI, cwd=tmp_path)
    made, said = done.stdout.decode().split("\n", 1)
    assert made == str(version != VERSION), done.stderr
    argument = load(MALI)
    assert said == f"{argument.model_dump_json()} {type(argument).model_json_schema()}\n"
