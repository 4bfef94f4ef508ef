"""What `build` returns and takes: a value that can be compared, sent away, shown and saved."""

from __future__ import annotations

import base64
import inspect
import pickle
import pydoc
from dataclasses import fields
from pathlib import Path

import pytest
from samples.shell import python
from samples.stand_in import MALI

import briefgen
from briefgen.options import FORMATS, BuildOptions, OptionFields

PUBLIC = {
    "argument_id",
    "audience",
    "decisions",
    "fill_percent",
    "findings",
    "length",
    "omitted",
    "pages",
    "save",
    "summary",
    "text",
    "text_in",
    "to_bytes",
    "words",
}


@pytest.fixture(scope="module")
def brief() -> briefgen.Brief:
    return briefgen.build(briefgen.load(MALI))


def test_a_brief_shows_what_users_need_and_no_more(brief: briefgen.Brief) -> None:
    assert {name for name in dir(brief) if not name.startswith("_")} == PUBLIC


def test_a_brief_prints_as_one_line(brief: briefgen.Brief) -> None:
    shown = repr(brief)
    assert shown == f"<Brief {brief.argument_id}, one-page, decision-maker: {brief.summary}>"
    assert "\n" not in shown
    assert len(shown) < 240


def test_the_summary_says_what_the_brief_does(brief: briefgen.Brief) -> None:
    for each in fields(briefgen.BriefSummary):
        assert getattr(brief.summary, each.name) == getattr(brief, each.name)


def test_briefs_are_equal_if_they_save_the_same_bytes(brief: briefgen.Brief) -> None:
    again = briefgen.build(briefgen.load(MALI))
    other = briefgen.build(briefgen.load(MALI), audience="public")
    assert again == brief
    assert hash(again) == hash(brief)
    assert other != brief
    assert len({brief, again, other}) == 2
    unprinted = briefgen.load(MALI).model_copy(update={"id": "another"})
    assert briefgen.build(unprinted) != brief, "Word says which argument it is"


def test_a_pickled_brief_is_the_same_brief(brief: briefgen.Brief) -> None:
    again = pickle.loads(pickle.dumps(brief))
    assert again == brief
    assert hash(again) == hash(brief)
    assert again.decisions == brief.decisions
    for name in FORMATS:
        assert again.to_bytes(name) == brief.to_bytes(name)


def test_a_pickled_brief_saves_the_same_bytes_in_another_process(
    brief: briefgen.Brief, tmp_path: Path
) -> None:
    (tmp_path / "brief").write_bytes(pickle.dumps(brief))
    code = "import pickle; pickle.load(open('brief', 'rb')).save('a.docx')"
    done = python("-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.docx").read_bytes() == brief.to_bytes("docx")


def test_a_notebook_is_shown_the_pages(brief: briefgen.Brief) -> None:
    shown = brief._repr_mimebundle_()
    assert shown["text/plain"] == repr(brief)
    assert base64.b64decode(shown["application/pdf"]) == brief.to_bytes("pdf")


@pytest.mark.parametrize("name", ["html", "", "pdf ", ".pdf"])
def test_a_format_that_there_is_not_is_refused_and_those_that_there_are_named(
    brief: briefgen.Brief, tmp_path: Path, name: str
) -> None:
    argument = briefgen.load(MALI)
    for refused in (
        lambda: brief.to_bytes(name),
        lambda: brief.text_in(name),
        lambda: briefgen.build_all(argument, tmp_path, formats=[name]),
        lambda: briefgen.build_untrusted(MALI, formats=[name]),
    ):
        with pytest.raises(briefgen.RenderError) as caught:
            refused()
        assert caught.value.codes == ("format-unknown",)
        assert caught.value.findings[0].hint == "formats are pdf, docx"
    assert list(tmp_path.iterdir()) == []


def test_a_format_is_meant_in_whichever_case(brief: briefgen.Brief, tmp_path: Path) -> None:
    assert brief.to_bytes("PDF") == brief.to_bytes("pdf")
    assert brief.save(tmp_path / "A.DOCX").read_bytes() == brief.to_bytes("docx")


# Options


def test_an_option_may_be_given_by_keyword_or_in_one_value() -> None:
    argument = briefgen.load(MALI)
    options = BuildOptions(audience="public", pin={"why-trade": "headline"})
    held = briefgen.build(argument, options)
    assert held == briefgen.build(argument, audience="public", pin={"why-trade": "headline"})
    assert briefgen.build(argument, options, audience="analyst").audience == "analyst"


def test_every_option_is_a_keyword_and_help_says_so() -> None:
    names = [each.name for each in fields(BuildOptions)]
    assert [*OptionFields.__annotations__] == names
    shown = inspect.signature(briefgen.build).parameters
    assert [*shown][:2] == ["argument", "options"]
    assert [*shown][-len(names) :] == names
    assert shown["length"].default == "one-page"
    for many in (briefgen.build_all, briefgen.build_each):
        assert {"template", "fonts", "pin", "exclude"} <= inspect.signature(many).parameters.keys()


def test_options_are_values() -> None:
    one = BuildOptions(pin={"a": "any"}, exclude=["b"])
    assert one == BuildOptions(pin={"a": "any"}, exclude=("b",))
    assert len({one, BuildOptions(pin={"a": "any"}, exclude=("b",)), BuildOptions()}) == 2
    assert pickle.loads(pickle.dumps(one)) == one


# The package


def test_help_of_the_package_fits_a_screen_or_two() -> None:
    text = pydoc.plain(pydoc.render_doc(briefgen))
    assert len(text.splitlines()) <= 100
