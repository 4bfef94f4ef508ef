"""The arguments that come with briefgen say nothing against themselves, whoever reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen import checking, conversion, pipeline
from briefgen.load.resources import names, resources_file

ALLOWED = {"china-mali": {"unresolved-sources"}}
"""What is true of an argument and cannot be mended: the article's links lost their addresses."""


@pytest.mark.slow
@pytest.mark.parametrize("name", names("data"))
@pytest.mark.parametrize("audience", [None, *names("audiences")])
def test_a_built_in_argument_has_no_findings(name: str, audience: str | None) -> None:
    argument = pipeline.load(resources_file("data", name))
    assert argument.id == name
    found = checking.check(argument, audience=audience)
    assert [str(each) for each in found if each.code not in ALLOWED.get(name, set())] == []


@pytest.mark.parametrize("name", names("data"))
def test_the_argument_in_markdown_is_made_of_the_yaml_beside_it(name: str, tmp_path: Path) -> None:
    beside, made = resources_file("data", name), tmp_path / f"{name}.md"
    conversion.convert(beside, made)
    again = f"rm data/{name}.md && briefgen convert data/{name}.yaml data/{name}.md"
    assert beside.with_suffix(".md").read_bytes() == made.read_bytes(), f"stale: {again}"


LINES = 2306
"""Lines that are not blank of both arguments in YAML, before there was Markdown."""


def test_both_arguments_in_markdown_have_two_fifths_of_the_lines() -> None:
    texts = [
        resources_file("data", name).with_suffix(".md").read_text("utf-8") for name in names("data")
    ]
    assert sum(bool(line.strip()) for text in texts for line in text.splitlines()) <= 0.4 * LINES


def test_the_real_arguments_are_there() -> None:
    assert {"china-mali", "accessible-documents"} <= set(names("data"))
