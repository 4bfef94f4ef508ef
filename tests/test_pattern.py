"""Patterns that are compiled at their first use, or remember, find what the pattern finds."""

from __future__ import annotations

import re

import pytest

from briefgen.pattern import late_pattern, remembering_pattern


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
