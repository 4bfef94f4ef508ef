"""What was fuzzed once is tried again each time: first inputs, and those that broke something."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import briefgen
from briefgen.types.finding import BriefgenError, Bug, Finding
from fuzz.mutation import changed
from fuzz.targets import TARGETS, content, corpora, loading, markdown, word

INPUTS = [
    (name, path)
    for name in TARGETS
    for folder in corpora(name)
    for path in sorted(folder.rglob("*"))
    if path.is_file()
]


@pytest.mark.parametrize(("name", "path"), INPUTS, ids=lambda given: getattr(given, "name", given))
def test_nothing_breaks(name: str, path: Path) -> None:
    TARGETS[name](path.read_bytes())


def test_every_target_begins_with_something() -> None:
    assert {name for name, _ in INPUTS} == set(TARGETS)
    assert len(INPUTS) > 15
    assert sum(path.stat().st_size for _, path in INPUTS) < 1_000_000


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("loading", "loading/least.yaml"),
        ("loading", "loading/small.json"),
        ("markdown", "markdown/blocks.md"),
        ("markdown", "markdown/german.md"),
        ("content", "content/every-tag.md.j2"),
        ("word", "word/letterhead.docx"),
    ],
)
def test_the_first_inputs_reach_the_end(
    name: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A target whose first inputs are all refused would try the guards and nothing behind them."""
    made: list[str] = []
    to_bytes = briefgen.Brief.to_bytes

    def seen(brief: briefgen.Brief, kind: str) -> bytes:
        made.append(kind)
        return to_bytes(brief, kind)

    monkeypatch.setattr(briefgen.Brief, "to_bytes", seen)
    TARGETS[name]((Path(__file__).parent / "corpus" / path).read_bytes())
    assert "pdf" in made


@pytest.mark.parametrize("error", [Bug("no"), ValueError("no"), BriefgenError([Finding("", "")])])
@pytest.mark.parametrize(
    ("target", "data"), [(loading, b"id: a"), (markdown, b"# a"), (content, b""), (word, b"")]
)
def test_what_is_no_error_of_the_users_breaks_a_target(
    monkeypatch: pytest.MonkeyPatch, target: object, data: bytes, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(briefgen, "load", fail)
    monkeypatch.setattr(briefgen, "build", fail)
    assert callable(target)
    with pytest.raises((Bug, ValueError, AssertionError)):
        target(data)


@pytest.fixture
def files() -> Iterator[bytes]:
    yield (Path(__file__).parent / "corpus" / "word" / "university.docx").read_bytes()


def test_word_files_are_changed_within(files: bytes) -> None:
    """A changed file still is a package, most often one whose parts can be read as trees."""
    before = _parts(files)
    changes = 0
    for seed in range(60):
        made = changed(files, 60_000, seed, lambda data, most: data[: most // 2])
        if zipfile.is_zipfile(io.BytesIO(made)):
            changes += _parts(made) != before
    assert changes > 40


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
