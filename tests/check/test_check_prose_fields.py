"""What is printed as prose is checked as prose: no text is read that no rule has looked at."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from samples.stand_in import ROOT

import briefgen
from briefgen import pipeline
from briefgen.check.passage import passages, prose_texts, texts
from briefgen.compose.prose import ProseReader
from briefgen.load.argument import read_argument
from briefgen.types.argument import Argument
from briefgen.types.finding import CheckError, Finding
from briefgen.types.prose import Prose
from briefgen.types.reference import REFERENCE
from briefgen.types.source_map import Path

pytestmark = pytest.mark.slow

ARGUMENTS = {file.stem: read_argument(file) for file in sorted((ROOT / "data").glob("*.yaml"))}
LENGTHS = [name for name, _ in briefgen.lengths()]
AUDIENCES = [name for name, _ in briefgen.audiences()]


def kind(path: Path) -> str:
    """Return a path without its numbers and its audience: one for each field of the model."""
    steps = [step for step in path if isinstance(step, str)]
    if "wording" in steps:
        del steps[steps.index("wording") + 1]
    return ".".join(steps)


def one_of_each() -> list[tuple[str, Path]]:
    """Return a place of each kind of prose that the arguments have."""
    found: dict[str, tuple[str, Path]] = {}
    for name, argument in ARGUMENTS.items():
        for path, _ in prose_texts(argument):
            found.setdefault(kind(path), (name, path))
    return [*found.values()]


PLACES = one_of_each()


def changed(name: str, path: Path, text: str) -> Argument:
    """Return an argument with another text in one place."""
    data: Any = json.loads(ARGUMENTS[name].model_dump_json())
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = text
    return Argument.model_validate(data)


def test_the_fields_that_are_prose() -> None:
    fields = {kind(path).split(".", 1)[1] for _, path in PLACES}
    assert {"forms.headline", "forms.summary", "forms.detail", "wording.summary"} <= fields
    assert {"measure", "scope", "label", "text", "uncertainty", "counter_position"} <= fields
    assert not fields & {"id", "locator", "title", "citation", "name", "evidence"}


def test_running_prose_is_prose() -> None:
    for argument in ARGUMENTS.values():
        running = {passage.path for passage in passages(argument)}
        assert running < {path for path, _ in prose_texts(argument)} < dict(texts(argument)).keys()


FAULTS = "[#none], [@none], [>none], [#No One] and [here](javascript:x)"
CODES = Counter({"unknown-reference": 3, "malformed-reference": 1, "unsafe-link": 1})


@pytest.mark.parametrize(("name", "path"), PLACES, ids=[kind(path) for _, path in PLACES])
def test_each_is_checked(name: str, path: Path) -> None:
    argument = changed(name, path, FAULTS)
    found = Counter(each.code for each in briefgen.check(argument) if each.path == path)
    assert found >= CODES
    with pytest.raises(CheckError):
        briefgen.build(argument)


@pytest.mark.parametrize("name", ARGUMENTS)
def test_nothing_else_is_read_as_prose(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[str] = set()
    read = ProseReader.read

    def noted(reader: ProseReader, text: str, *, acronyms: bool = True) -> Prose:
        seen.add(text)
        return read(reader, text, acronyms=acronyms)

    def unchosen(*_: object) -> None:
        raise briefgen.BriefgenError([Finding("read", "all is read before anything is chosen")])

    monkeypatch.setattr(ProseReader, "read", noted)
    monkeypatch.setattr(pipeline, "fitted_pages", unchosen)
    argument = ARGUMENTS[name]
    for length in LENGTHS:
        for audience in AUDIENCES:
            with pytest.raises(briefgen.BriefgenError):
                briefgen.build(argument, length=length, audience=audience, checked=True)
    known = {text.casefold() for _, text in prose_texts(argument)}
    assert len(seen) > 50
    # A label without the date that ends it, and a first sentence, are read as parts of the whole.
    assert [
        text
        for text in seen
        if not any(one.startswith(text.casefold()) for one in known)
        and not REFERENCE.fullmatch(text)
    ] == []


@pytest.mark.parametrize("path", [("title",), ("article", "title"), ("facts", 0, "locator")])
def test_a_reference_where_none_is_read_is_reported(path: Path) -> None:
    name = next(iter(ARGUMENTS))
    fact = ARGUMENTS[name].facts[1].id
    found = list(briefgen.check(changed(name, path, f"With [#{fact}] in it")))
    assert ("malformed-reference", path) in [(each.code, each.path) for each in found]
    found = list(briefgen.check(changed(name, path, "With [#4] in it")))
    assert "malformed-reference" not in [each.code for each in found if each.path == path]
