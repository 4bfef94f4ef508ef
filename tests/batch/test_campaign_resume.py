"""A folder is built again only where something has changed, however the last run ended."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from samples.shell import briefgen as command
from samples.shell import environment
from samples.stand_in import MALI, ROOT

import briefgen
from briefgen.batch.digest import argument_digest
from briefgen.batch.manifest import MANIFEST, read_manifest


def kept(argument: briefgen.Argument, folder: Path, **changes: Any) -> list[bool]:
    given: dict[str, Any] = {"lengths": ["one-page"], "audiences": ["public", "analyst"]}
    results = briefgen.build_all(argument, folder, **(given | changes))
    assert [result.error for result in results] == [None] * len(results)
    return [result.kept for result in results]


def test_what_has_not_changed_is_kept_with_its_measures(
    mali: briefgen.Argument, tmp_path: Path
) -> None:
    first = briefgen.build_all(mali, tmp_path, lengths=["one-page"], audiences=["public"])
    times = [result.path.stat().st_mtime_ns for result in first]
    again = briefgen.build_all(mali, tmp_path, lengths=["one-page"], audiences=["public"])
    assert [result.kept for result in first + again] == [False, False, True, True]
    assert [result.brief for result in again] == [result.brief for result in first]
    assert [result.path.stat().st_mtime_ns for result in again] == times


def test_rebuild_builds_all(mali: briefgen.Argument, tmp_path: Path) -> None:
    kept(mali, tmp_path)
    assert kept(mali, tmp_path, rebuild=True) == [False] * 4


@pytest.mark.parametrize(
    "changes", [{"template": "press"}, {"exclude": ["risk-state"]}, {"pin": {"thesis": "any"}}]
)
def test_what_is_made_in_another_way_is_built_again(
    mali: briefgen.Argument, tmp_path: Path, changes: dict[str, Any]
) -> None:
    assert kept(mali, tmp_path, formats=["pdf"]) == [False] * 2
    assert kept(mali, tmp_path, formats=["pdf"], **changes) == [False] * 2
    assert kept(mali, tmp_path, formats=["pdf"], **changes) == [True] * 2


def test_another_word_of_the_argument_builds_again(mali: briefgen.Argument, tmp_path: Path) -> None:
    assert kept(mali, tmp_path, formats=["pdf"]) == [False] * 2
    other = mali.model_copy(update={"title": "Another title"})
    assert kept(other, tmp_path, formats=["pdf"]) == [False] * 2


def test_a_file_of_the_making_that_changes_builds_again(
    mali: briefgen.Argument, tmp_path: Path
) -> None:
    audience = tmp_path / "mine.yaml"
    text = (ROOT / "templates" / "audiences" / "public.yaml").read_text("utf-8")
    audience.write_text(text, encoding="utf-8")
    given: dict[str, Any] = {"audiences": [audience, "public"], "formats": ["pdf"]}
    assert kept(mali, tmp_path / "out", **given) == [False, False]
    audience.write_text(f"# A remark changes nothing.\n{text}", encoding="utf-8")
    assert kept(mali, tmp_path / "out", **given) == [True, True]
    other = text.replace("description: ", "description: Another ", 1)
    audience.write_text(other, encoding="utf-8")
    assert kept(mali, tmp_path / "out", **given) == [False, True]


def test_the_date_from_outside_and_the_version_count(
    mali: briefgen.Argument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept(mali, tmp_path, formats=["pdf"]) == [False] * 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert kept(mali, tmp_path, formats=["pdf"]) == [False] * 2
    monkeypatch.setattr("briefgen.batch.digest._program", lambda: ["another version"])
    assert kept(mali, tmp_path, formats=["pdf"]) == [False] * 2


def test_a_file_that_was_touched_or_removed_is_built_again(
    mali: briefgen.Argument, tmp_path: Path
) -> None:
    assert kept(mali, tmp_path) == [False] * 4
    (tmp_path / "china-mali-one-page-public.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "china-mali-one-page-analyst.docx").unlink()
    with pytest.raises(briefgen.SaveError):
        kept(mali, tmp_path)
    assert kept(mali, tmp_path, force=True) == [False, True, True, False]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"manifest": 2, "files": {}}', "\x00"])
def test_a_manifest_that_cannot_be_read_is_none(
    mali: briefgen.Argument, tmp_path: Path, text: str
) -> None:
    assert kept(mali, tmp_path, formats=["pdf"]) == [False] * 2
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    assert kept(mali, tmp_path, formats=["pdf"]) == [False] * 2
    assert json.loads((tmp_path / MANIFEST).read_bytes())["manifest"] == 1


def test_one_that_fails_stops_no_other_and_is_tried_again(
    mali: briefgen.Argument, tmp_path: Path
) -> None:
    tight = tmp_path / "tight.yaml"
    text = (ROOT / "templates" / "lengths" / "one-page.yaml").read_text("utf-8")
    tight.write_text(text.replace("name: one-page", "name: tight"), encoding="utf-8")
    page = '{% section "a" %}\n' + "Words that take room. " * 900 + "\n{% endsection %}\n"
    (tmp_path / "one-page.md.j2").write_text(page, encoding="utf-8")
    for _ in range(2):
        results = briefgen.build_all(
            mali, tmp_path / "out", lengths=[tight, "one-page"], audiences=["public"]
        )
        assert [bool(result.error) for result in results] == [True, True, False, False]
        assert results[0].error
        assert results[0].error.codes == ("does-not-fit",)
    assert results[2].kept
    assert len(read_manifest(tmp_path / "out").entries) == 2


def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """The second run keeps what the first has noted, and nothing of the first is broken or left."""
    rows = tmp_path / "rows.csv"
    lines = [f"place {number},{number}" for number in range(1000, 1250)]
    rows.write_text("\n".join(["place,#un-abroad", *lines]), encoding="utf-8")
    build = ["build", str(MALI), "--each", "rows.csv", "-d", "out", "--name", "{place}"]
    build += ["--format", "pdf"]
    child = subprocess.Popen(
        [sys.executable, "-m", "briefgen", *build],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    deadline = time.monotonic() + 60
    while len(read_manifest(tmp_path / "out").entries) < 12 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert child.poll() is None, "the run must be under way"
    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=60)  # until the last worker has let go of it, too
    noted = len(read_manifest(tmp_path / "out").entries)
    assert 12 <= noted < 250
    rows.write_text("\n".join(["place,#un-abroad", *lines[:noted]]), encoding="utf-8")
    done = command(*build, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    reported = done.stdout.decode()
    unchanged = int(reported.splitlines()[-1].split(" of ")[0])
    assert unchanged >= noted - 4, "workers may finish rows out of their order"
    assert [path for path in (tmp_path / "out").iterdir() if path.suffix == ".tmp"] == []
    for path in (tmp_path / "out").glob("*.pdf"):
        assert path.read_bytes().rstrip().endswith(b"%%EOF")


def test_a_picture_that_changes_builds_again(tmp_path: Path) -> None:
    text = MALI.read_text("utf-8")
    picture = "\nimages:\n  - {id: map, file: map.png, alt: A map, permission: ours}\n"
    file = tmp_path / "mali.yaml"
    file.write_text(text + picture, encoding="utf-8")
    digests = []
    for content in (b"one", b"two", b"two"):
        (tmp_path / "map.png").write_bytes(content)
        digests.append(argument_digest(briefgen.load(file), briefgen.BuildOptions()))
    assert digests[0] != digests[1] == digests[2]
