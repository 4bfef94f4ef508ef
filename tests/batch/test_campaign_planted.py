"""What is planted where the manifest of a folder stands is reported before anything is built."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import briefgen
from briefgen.batch.manifest import MANIFEST, read_manifest
from briefgen.save import make_folder

PLANTED: dict[str, Callable[[Path], None]] = {
    "a link": lambda path: path.symlink_to(path.parent.parent / "secret"),
    "a link to nothing": lambda path: path.symlink_to(path.parent.parent / "new"),
    "a link within the folder": lambda path: path.symlink_to("china-mali-one-page-public.pdf"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("kind", PLANTED)
@pytest.mark.parametrize("force", [False, True])
def test_it_is_reported_and_nothing_is_built(
    mali: briefgen.Argument, rows: Path, tmp_path: Path, kind: str, force: bool
) -> None:
    (tmp_path / "secret").write_text("kept")
    folder = make_folder(tmp_path / "out")
    PLANTED[kind](folder / MANIFEST)
    given: dict[str, Any] = {"lengths": ["one-page"], "audiences": ["public"], "force": force}
    builds = (
        partial(briefgen.build_all, mali, folder, **given),
        partial(briefgen.build_each, mali, rows, folder, **given),
    )
    for build in builds:
        with pytest.raises(briefgen.SaveError) as caught:
            build()
        (finding,) = caught.value.findings
        assert (finding.code, finding.file) == ("manifest-not-file", str(folder / MANIFEST))
        assert finding.hint
    assert [path.name for path in folder.iterdir()] == [MANIFEST]
    assert (tmp_path / "secret").read_text() == "kept"
    assert not (tmp_path / "new").exists()


def test_a_link_planted_while_files_are_built_is_not_followed(
    mali: briefgen.Argument, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("kept")
    folder = tmp_path / "out"

    def plant(*_: object) -> None:
        (folder / MANIFEST).unlink(missing_ok=True)
        (folder / MANIFEST).symlink_to(tmp_path / "secret")

    with pytest.raises(briefgen.SaveError) as caught:
        briefgen.build_all(mali, folder, lengths=["one-page"], audiences=["public"], progress=plant)
    assert caught.value.codes == ("target-link",)
    assert (tmp_path / "secret").read_text() == "kept"


@pytest.mark.parametrize("swap", ["link", "pipe"])
def test_what_takes_the_place_of_a_manifest_since_the_look_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swap: str
) -> None:
    """A link is not followed, and nobody waits for a pipe that nobody writes to."""
    (tmp_path / "secret").write_text("kept")
    (tmp_path / MANIFEST).write_text("{}")
    opened = os.open

    def swapped(path: Path, flags: int, *rest: int) -> int:
        Path(path).unlink()
        if swap == "link":
            Path(path).symlink_to(tmp_path / "secret")
        else:
            os.mkfifo(path)
        return opened(path, flags, *rest)

    monkeypatch.setattr(os, "open", swapped)
    with pytest.raises(briefgen.SaveError) as caught:
        read_manifest(tmp_path)
    assert caught.value.codes[0] in ("manifest-not-file", "manifest-unreadable")


def test_links_in_place_of_briefs_are_reported_together_and_nothing_is_built(
    mali: briefgen.Argument, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("kept")
    folder = make_folder(tmp_path / "out")
    links = [folder / f"china-mali-one-page-public.{kind}" for kind in ("pdf", "docx")]
    for link in links:
        link.symlink_to(tmp_path / "secret")
    with pytest.raises(briefgen.SaveError) as caught:
        briefgen.build_all(mali, folder, lengths=["one-page"], audiences=["public"], force=True)
    assert [each.file for each in caught.value.findings] == [str(link) for link in links]
    assert set(caught.value.codes) == {"target-link"}
    assert (tmp_path / "secret").read_text() == "kept"
    assert sorted(folder.iterdir()) == sorted(links)
