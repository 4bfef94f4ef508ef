"""What comes along, read and compiled in advance: it is what reading and compiling give today."""

from __future__ import annotations

from make_read_ahead import packed

from briefgen.load.read_ahead import READ_AHEAD_FILE, code_ahead
from briefgen.load.resources import resources_folder


def test_what_was_made_in_advance_is_what_would_be_made_now() -> None:
    assert (resources_folder("templates") / READ_AHEAD_FILE).read_bytes() == packed()


def test_a_template_of_the_users_is_compiled_when_it_is_used() -> None:
    text = (resources_folder("content") / "full.md.j2").read_text("utf-8")
    assert code_ahead(text)
    assert code_ahead(f"{text} ") == ""
