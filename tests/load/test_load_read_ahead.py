"""What comes along, read and compiled in advance: it is what reading and compiling give today."""

from __future__ import annotations

import pytest
from make_read_ahead import packed

from briefgen import cache
from briefgen.load import theme as theme_module
from briefgen.load.resources import READ_AHEAD_FILE, code_ahead, names, resources_folder
from briefgen.load.theme import read_theme


def test_what_was_made_in_advance_is_what_would_be_made_now() -> None:
    assert (resources_folder("templates") / READ_AHEAD_FILE).read_bytes() == packed()


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
    assert repr(read.header_footer) == repr(ahead.header_footer)


def test_a_template_of_the_users_is_compiled_when_it_is_used() -> None:
    text = (resources_folder("content") / "full.md.j2").read_text("utf-8")
    assert code_ahead(text)
    assert code_ahead(f"{text} ") == ""
