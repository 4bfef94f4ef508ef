"""Exit codes: whose fault it is, and what the shell is told."""

from __future__ import annotations

import errno
import os
import sys
from typing import NoReturn

import pytest

from briefgen import checking, pipeline
from briefgen.cli import main
from briefgen.types.finding import Bug


def _fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(_: object, **__: object) -> NoReturn:
        raise error

    monkeypatch.setattr(pipeline, "load", fail)
    monkeypatch.setattr(checking, "check_file", fail)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ZeroDivisionError("by zero"), "briefgen failed: ZeroDivisionError: by zero\n"),
        (Bug("page 1 is not there"), "briefgen failed: page 1 is not there\n"),
        (OSError(errno.EIO, "broken disk"), "briefgen failed: OSError: [Errno 5] broken disk\n"),
        (RecursionError("too deep"), "briefgen failed: RecursionError: too deep\n"),
    ],
)
def test_a_fault_of_ours_asks_for_a_report(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
    message: str,
) -> None:
    _fail_with(monkeypatch, error)
    assert main(["build", "a.yaml", "-o", "a.pdf"]) == 70
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(message)
    assert "Please report it" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("where", ["before", "after"])
def test_debug_shows_where_a_fault_of_ours_arose(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], where: str
) -> None:
    _fail_with(monkeypatch, ZeroDivisionError("by zero"))
    command = ["check", "a.yaml"]
    given = ["--debug", *command] if where == "before" else [*command, "--debug"]
    assert main(given) == 70
    assert "Traceback" in capsys.readouterr().err


def test_a_full_disk_behind_standard_output_is_no_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _fail_with(monkeypatch, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert main(["check", "a.yaml"]) == 1
    assert capsys.readouterr().err == "standard output: the disk is full\n"


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE])
def test_too_many_open_files_are_no_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    _fail_with(monkeypatch, OSError(number, os.strerror(number)))
    assert main(["check", "a.yaml"]) == 1
    assert capsys.readouterr().err == (
        "briefgen: too many files are open at once\n"
        "  hint: raise the limit of the shell (ulimit -n), or close other programs\n"
    )


UNSAID = SystemError("error return without exception set")
"""What an interpreter without memory tells that has lost the error which says so."""


@pytest.mark.parametrize("error", [MemoryError(), UNSAID])
def test_memory_that_is_not_enough_is_no_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception
) -> None:
    _fail_with(monkeypatch, error)
    assert main(["build", "a.yaml", "-o", "a.pdf"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        "the memory that this process may use is not enough; nothing was changed"
    )
    assert "hint: give it more memory" in said


@pytest.mark.parametrize("error", [MemoryError(), UNSAID])
def test_nor_is_memory_that_is_not_enough_for_the_import(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception
) -> None:
    class Finder:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            if name == "briefgen.cli.program":
                raise error

    monkeypatch.delitem(sys.modules, "briefgen.cli.program")
    monkeypatch.setattr(sys, "meta_path", [Finder, *sys.meta_path])
    assert main(["check", "a.yaml"]) == 1
    assert capsys.readouterr().err.startswith("the memory that this process may use is not enough")


def test_ctrl_c_is_130_and_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _fail_with(monkeypatch, KeyboardInterrupt())
    assert main(["check", "a.yaml"]) == 130
    assert capsys.readouterr() == ("", "")
