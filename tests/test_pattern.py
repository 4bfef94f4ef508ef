"""Patterns that are compiled at their first use, or remember, find what the pattern finds."""

from __future__ import annotations

import marshal
import re
from pathlib import Path
from types import SimpleNamespace

import make_patterns
import pytest

from briefgen import cache, pattern
from briefgen.pattern import (
    compile_pattern,
    late_pattern,
    patterns_file,
    python_of_patterns,
    remembering_pattern,
)

MADE_FOR, MADE = marshal.loads(patterns_file().read_bytes())
IS_FOR_THIS_PYTHON = python_of_patterns() == MADE_FOR


def test_patterns_at_hand_are_those_that_would_be_made_now() -> None:
    """After a change of a pattern, run `python templates/make_patterns.py`."""
    assert not IS_FOR_THIS_PYTHON or patterns_file().read_bytes() == make_patterns.made()


TEXT = (Path(__file__).parent.parent / "examples" / "night-buses-article.md").read_text("utf-8")


def test_a_pattern_at_hand_is_the_pattern() -> None:
    for text, flags in MADE:
        one, true = compile_pattern(text, flags), re.compile(text, flags)
        assert one == true  # to Python, if text, flags and code are the same
        assert (one.groups, one.groupindex) == (true.groups, true.groupindex)
        found, expected = (list(each.finditer(TEXT)) for each in (one, true))
        assert [each.regs for each in found] == [each.regs for each in expected], text


@pytest.mark.parametrize("file", [b"", b"TypeError", marshal.dumps((("another",), MADE), 2), None])
def test_code_for_another_python_or_none_is_not_used(
    file: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_hand = tmp_path / "patterns.marshal"
    if file is not None:
        at_hand.write_bytes(file)
    monkeypatch.setattr(pattern, "PATTERNS_FILE", at_hand)
    without_compile = SimpleNamespace(MAGIC=1, CODESIZE=4)
    monkeypatch.setattr(pattern, "_sre", without_compile)
    cache.clear()
    text, flags = min(MADE)
    assert compile_pattern(text, flags) == re.compile(text, flags)
    cache.clear()


def test_a_late_pattern_finds_what_the_pattern_finds() -> None:
    late = late_pattern(r"(\w+) km", re.IGNORECASE)
    for _ in range(2):
        assert [found[1] for found in late.finditer("5 KM and 7 km")] == ["5", "7"]
        assert late.sub("x", "5 km") == "x"
    assert (late.pattern, late.groups) == (r"(\w+) km", 1)


def test_it_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    true = re.compile

    def noted(text: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(text)
        return true(text, flags)

    monkeypatch.setattr(re, "compile", noted)
    late = late_pattern("a+")
    assert compiled == []
    assert [late.search("caa"), late.search("b")] != [None, None]
    assert compiled == ["a+"]


def test_what_is_wrong_with_it_shows_at_its_first_use() -> None:
    late = late_pattern("(")
    with pytest.raises(re.error):
        late.search("a")


SMALL = r"(?<!\w)(?:may|increas(?P<more>\w+)|un\w+|\S+ß)(?!\w)"


@pytest.mark.parametrize(
    "text",
    ["Increases MAY come; Unlikely.", "straße", "İt may", "nothing of it", "In May, increasing"],
)
@pytest.mark.parametrize("pattern", [SMALL, rf"{SMALL}|(?-i:June)", r"[A-Z]\w+|(?P<more>may)"])
def test_one_that_remembers_finds_the_same_in_capitals_and_small_letters(
    pattern: str, text: str
) -> None:
    true = re.compile(pattern, re.IGNORECASE)
    remembering = remembering_pattern(pattern, re.IGNORECASE)
    for _ in range(2):
        found = [
            (one[0], one["more"], one.span(), one.start("more"))
            for one in remembering.finditer(text)
        ]
        assert found == [
            (one[0], one["more"], one.span(), one.start("more")) for one in true.finditer(text)
        ]
        for way in ("search", "match", "fullmatch"):
            one, other = getattr(remembering, way)(text), getattr(true, way)(text)
            assert (one and one[0]) == (other and other[0])
