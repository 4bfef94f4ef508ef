"""A campaign killed at every step in turn, its manifest's included, goes on to every file once."""

from __future__ import annotations

import errno
import os
from collections import Counter
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from samples.faults import killed_at, watch_steps
from samples.stand_in import StandIn

import briefgen
from briefgen.batch.manifest import MANIFEST, read_manifest
from briefgen.brief import read_for
from briefgen.types.finding import SaveError


@dataclass
class Told(StandIn):
    """A brief that no pipeline has made, of an argument with a title of its own."""

    title: str = ""

    def to_bytes(self, kind: str) -> bytes:
        return f"{self.title} as {kind}\n".encode()


@pytest.fixture(autouse=True)
def _read(mali: briefgen.Argument, monkeypatch: pytest.MonkeyPatch) -> None:
    """Say of every stand-in that it was made of the files of the default options."""
    read = read_for(briefgen.build(mali))
    monkeypatch.setattr("briefgen.batch.worker.read_for", lambda _: read)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each title has been built; the manifest is written after each."""
    built: Counter[str] = Counter()

    def build(argument: briefgen.Argument, *_: object, **__: object) -> Told:
        built[argument.title] += 1
        return Told(title=argument.title)

    monkeypatch.setattr("briefgen.batch.worker.build", build)
    monkeypatch.setattr("briefgen.batch.manifest.REST_S", 0.0)
    monkeypatch.setattr("briefgen.batch.manifest.SHARE", 0)
    return built


@pytest.fixture
def titles(tmp_path: Path) -> Path:
    path = tmp_path / "titles.csv"
    path.write_text("title\nOne\nTwo\nThree\n", encoding="utf-8")
    return path


def test_a_campaign_killed_at_any_step_goes_on_to_every_file_once(
    mali: briefgen.Argument, titles: Path, tmp_path: Path, built: Counter[str]
) -> None:
    folder = tmp_path / "out"
    titles.write_text("title\nOne\nTwo\n", encoding="utf-8")
    wanted = {"One.pdf": b"One as pdf\n", "Two.pdf": b"Two as pdf\n"}

    def run() -> list[bool]:
        given: dict[str, Any] = {"name": "{title}", "formats": ["pdf"]}
        results = briefgen.build_each(mali, titles, folder, force=True, **given)  # no true PDFs
        assert [result.error for result in results] == [None] * 2
        return [result.kept for result in results]

    kept = []
    for number in count():
        killed = killed_at(number, run, halves=False)
        built.clear()
        kept.append(sum(run()))
        there = {path.name: path.read_bytes() for path in folder.iterdir()}
        del there[MANIFEST]
        assert there == wanted, "nothing is missing, broken or left over"
        assert built.total() == 2 - kept[-1], "what is kept is not built"
        assert set(read_manifest(folder).entries) == set(wanted)
        for path in folder.iterdir():
            path.unlink()
        if not killed:
            break
    assert len(kept) > 40, "there were so many steps to die at"
    assert kept == sorted(kept), "the later it is killed, the more is kept"
    assert set(kept) == {0, 1, 2}


def test_a_disk_that_is_full_ends_the_run_and_keeps_what_is_written(
    mali: briefgen.Argument, titles: Path, tmp_path: Path, built: Counter[str]
) -> None:
    assert not built

    def fail(_: int, name: str) -> None:
        if name == "write" and set(built) == {"One", "Two"}:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.MonkeyPatch.context() as patch:
        watch_steps(patch, fail)
        results = briefgen.build_each(mali, titles, tmp_path / "out", formats=["pdf"])
    assert [result.error and result.error.codes for result in results] == [
        None,
        ("disk-full",),
        ("disk-full",),
    ]
    assert [result.path.exists() for result in results] == [True, False, False]
    again = briefgen.build_each(mali, titles, tmp_path / "out", formats=["pdf"])
    assert [result.kept for result in again] == [True, False, False]


def test_a_folder_in_place_of_the_manifest_is_reported_before_anything_is_built(
    mali: briefgen.Argument, titles: Path, tmp_path: Path, built: Counter[str]
) -> None:
    folder = tmp_path / "out"
    (folder / MANIFEST).mkdir(parents=True)
    with pytest.raises(SaveError) as caught:
        briefgen.build_each(mali, titles, folder, formats=["pdf"])
    assert caught.value.codes == ("manifest-not-file",)
    assert not built
    assert list(folder.glob("*.pdf")) == []


def test_memory_that_is_not_enough_for_one_is_reported_and_stops_no_other(
    mali: briefgen.Argument, titles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(argument: briefgen.Argument, *_: object, **__: object) -> Told:
        if argument.title == "Two":
            raise MemoryError
        return Told(title=argument.title)

    monkeypatch.setattr("briefgen.batch.worker.build", build)
    results = briefgen.build_each(mali, titles, tmp_path / "out", formats=["pdf"])
    assert [result.error and result.error.codes for result in results] == [
        None,
        ("memory-exhausted",),
        None,
    ]
    assert results[1].error
    assert all(finding.hint for finding in results[1].error.findings)
