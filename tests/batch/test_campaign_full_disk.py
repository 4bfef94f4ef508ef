"""A disk that is full ends a run at once, and is told once."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from samples.small import SMALL

import briefgen
from briefgen import pipeline
from briefgen import save as saving
from briefgen.batch import worker

ARGUMENT = briefgen.Argument.model_validate(SMALL)


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EACCES, "folder-read-only")]
)
def test_nothing_more_is_built(
    number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Any] = []
    write = saving._write

    def counted(*given: Any, **named: Any) -> briefgen.Brief:
        begun.append(given)
        return pipeline.build(*given, **named)

    def full_after_two(descriptor: int, data: bytes) -> None:
        if len(begun) > 2:
            raise OSError(number, os.strerror(number))
        write(descriptor, data)

    monkeypatch.setattr(worker, "build", counted)
    monkeypatch.setattr(saving, "_write", full_after_two)
    results = briefgen.build_all(ARGUMENT, tmp_path, formats=["docx"], lengths=["one-page"])
    assert len(begun) == 3
    assert [one.error is None for one in results] == [True, True, False, False, False]
    errors = [one.error for one in results if one.error]
    assert {error.codes for error in errors} == {(code,)}
    assert len({each.message for error in errors for each in error.findings}) == 1
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == sorted(
        one.path.name for one in results if one.error is None
    )


def test_what_is_done_is_kept_when_there_is_room_again(tmp_path: Path) -> None:
    test_nothing_more_is_built(
        errno.ENOSPC, "disk-full", tmp_path, monkeypatch := pytest.MonkeyPatch()
    )
    monkeypatch.undo()
    results = briefgen.build_all(ARGUMENT, tmp_path, formats=["docx"], lengths=["one-page"])
    assert not any(one.error for one in results)
