"""Saving by a temporary file: whose is swept, and when it is closed."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from pathlib import Path
from typing import Any, NoReturn

import pytest
from samples.saved import NEW, OLD, temporaries

from briefgen import save as saving
from briefgen.save import save
from briefgen.types.finding import SaveError

# Temporaries


def test_only_our_own_temporaries_are_swept(tmp_path: Path) -> None:
    kept = [tmp_path / ".briefgen-notes.tmp", tmp_path / ".briefgen-0123456789abcdef.tmp.pdf"]
    for path in kept:
        path.write_bytes(OLD)
    (tmp_path / ".briefgen-0123456789abcdef.tmp").symlink_to(kept[0])
    save(tmp_path / "brief.pdf", NEW)
    assert [path.read_bytes() for path in kept] == [OLD, OLD]
    assert len(temporaries(tmp_path)) == 3


def test_a_link_put_in_the_place_of_a_temporary_since_the_look_at_the_folder_is_left_alone(
    target: Path,
) -> None:
    link = target.parent / ".briefgen-0123456789abcdef.tmp"
    link.symlink_to(target)
    saving._sweep_one(link)
    assert link.is_symlink()
    assert target.read_bytes() == OLD


def test_a_temporary_swept_before_it_was_locked_is_made_anew(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[Path] = []
    lock = fcntl.flock

    def sweep_first(descriptor: int, operation: int) -> None:
        if not swept:
            swept.extend(target.parent.glob(".briefgen-*"))
            swept[0].unlink()
        lock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", sweep_first)
    save(target, NEW)
    assert len(swept) == 1
    assert target.read_bytes() == NEW


# Descriptors


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done with the temporary file from now on."""
    done: list[str] = []
    close, replace = os.close, os.replace

    def see_close(descriptor: int) -> None:
        done.append("close")
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            done[-1] = "close folder"
        close(descriptor)

    def see_replace(*given: Any, **named: Any) -> None:
        done.append("replace")
        replace(*given, **named)

    monkeypatch.setattr(os, "close", see_close)
    monkeypatch.setattr(os, "replace", see_replace)
    return done


def test_the_file_is_closed_once_and_its_lock_held_until_it_has_its_name(
    target: Path, steps: list[str]
) -> None:
    save(target, NEW)
    assert steps == ["replace", "close", "close folder", "close folder"]


def test_a_file_that_could_not_be_written_is_closed(
    target: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> NoReturn:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SaveError):
        save(target, NEW)
    assert steps == ["close", "close folder"]


# Without POSIX


def test_without_locks_and_modes_the_file_is_closed_and_replaced_all_the_same(
    target: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows replaces no open file. Closed twice, it might be another thread's by then."""
    monkeypatch.setattr(saving, "POSIX", False)
    save(target, NEW)
    assert steps == ["close", "replace"]
    assert target.read_bytes() == NEW
    assert temporaries(target.parent) == []
