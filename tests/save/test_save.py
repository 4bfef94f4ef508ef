"""Saving: the old file or the new one, whole, whatever happens."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from samples.saved import NEW, OLD, temporaries

from briefgen.save import make_folder, save
from briefgen.types.finding import Finding, SaveError


def _input_error(action: Callable[[], object], path: Path | str) -> Finding:
    """Return the one finding of an action that is refused, which names the path as given."""
    with pytest.raises(SaveError) as caught:
        action()
    (finding,) = caught.value.findings
    assert finding.message
    assert finding.hint
    assert finding.file == str(path)
    return finding


def _refused(path: Path | str) -> tuple[str, ...]:
    return (_input_error(lambda: save(path, NEW), path).code,)


@pytest.fixture(params=[0o027, 0])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


# What is written


def test_a_new_file_holds_the_data_and_the_path_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    assert save(str(path), NEW) == path
    assert path.read_bytes() == NEW
    assert temporaries(tmp_path) == []


def test_a_path_relative_to_the_working_folder_is_kept_as_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert save("brief.pdf", NEW) == Path("brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes() == NEW


def test_what_the_system_writes_in_pieces_is_written_to_the_end(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))
    save(target, NEW)
    assert target.read_bytes() == NEW


def test_the_data_is_on_the_disk_before_the_name_is_and_the_folder_after(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, os.replace

    def see_sync(descriptor: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def see_replace(*given: Any, **named: Any) -> None:
        order.append("replace")
        replace(*given, **named)

    monkeypatch.setattr(os, "fsync", see_sync)
    monkeypatch.setattr(os, "replace", see_replace)
    save(target, NEW)
    assert order == ["file", "replace", "folder"]


# Permissions


def test_a_new_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path, umask: int) -> None:
    assert stat.S_IMODE(save(tmp_path / "brief.pdf", NEW).stat().st_mode) == 0o666 & ~umask


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o666])
def test_an_old_file_keeps_its_permissions(target: Path, mode: int) -> None:
    target.chmod(mode)
    save(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == mode


# Links


def test_a_link_stays_a_link_and_the_file_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "brief.pdf", tmp_path / "brief.pdf"
    real.write_bytes(OLD)
    link.symlink_to(real)
    assert save(link, NEW) == link
    assert link.is_symlink()
    assert real.read_bytes() == NEW
    assert temporaries(tmp_path) == temporaries(real.parent) == []


def test_a_link_to_nothing_makes_the_file_it_leads_to(tmp_path: Path) -> None:
    link = tmp_path / "brief.pdf"
    link.symlink_to(tmp_path / "later.pdf")
    save(link, NEW)
    assert link.is_symlink()
    assert (tmp_path / "later.pdf").read_bytes() == NEW


def test_a_hard_link_keeps_the_old_content(target: Path, tmp_path: Path) -> None:
    other = tmp_path / "archive.pdf"
    other.hardlink_to(target)
    save(target, NEW)
    assert other.read_bytes() == OLD


# What is refused


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none" / "brief.pdf") == ("folder-missing",)


def test_a_file_in_place_of_the_folder_is_refused(target: Path) -> None:
    assert _refused(target / "brief.pdf") == ("folder-missing",)
    assert target.read_bytes() == OLD


def test_a_folder_as_target_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path) == ("target-folder",)


def test_a_pipe_as_target_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert _refused(tmp_path / "pipe.pdf") == ("target-special",)


def test_a_link_that_leads_back_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "brief.pdf"
    link.symlink_to(link)
    assert _refused(link) == ("target-link",)


@pytest.mark.parametrize("action", [lambda path: save(path, NEW), make_folder])
def test_a_nul_in_the_path_is_refused_and_shown(action: Callable[[str], object]) -> None:
    with pytest.raises(SaveError) as caught:
        action("brief\0.pdf")
    (finding,) = caught.value.findings
    assert (finding.code, finding.where) == ("path-invalid", repr("brief\0.pdf"))
    assert "null" in finding.message
    assert finding.hint


def test_a_name_too_long_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path / ("x" * 300 + ".pdf")) == ("path-too-long",)


def _said_as_nobody(action: Callable[[], object]) -> str:
    """Run an action in a child without the rights of root; return what it is refused with."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            action()
        except SaveError as error:
            os.write(writing, "".join(f"{each.code}: {each}" for each in error.findings).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that anybody can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def test_a_read_only_folder_is_refused(public_folder: Path) -> None:
    target = public_folder / "brief.pdf"
    target.write_bytes(OLD)
    target.chmod(0o666)
    public_folder.chmod(0o555)
    said = _said_as_nobody(lambda: save(target, NEW))
    assert said.startswith(f"folder-read-only: {target}: its folder")
    assert target.read_bytes() == OLD


def test_a_write_protected_file_is_refused(public_folder: Path) -> None:
    target = public_folder / "brief.pdf"
    target.write_bytes(OLD)
    target.chmod(0o444)
    public_folder.chmod(0o777)
    said = _said_as_nobody(lambda: save(target, NEW))
    assert said.startswith(f"target-read-only: {target}: is write-protected")
    assert "hint: make the file writable" in said
    assert target.read_bytes() == OLD


# A full disk


@pytest.mark.parametrize("step", ["write", "fsync"])
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EIO, "save-failed"),
        (errno.EROFS, "folder-read-only"),
    ],
)
def test_a_step_that_fails_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, code: str
) -> None:
    def fail(*_: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, fail)
    assert _refused(target) == (code,)
    assert target.read_bytes() == OLD
    assert temporaries(target.parent) == []


@pytest.mark.parametrize(
    ("error", "reason"), [(OSError(errno.EIO, "of metal"), "of metal"), (OSError("rust"), "rust")]
)
def test_a_failure_that_nobody_foresaw_is_reported_in_the_system_s_words(
    target: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    def fail(_: int) -> NoReturn:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    finding = _input_error(lambda: save(target, NEW), target)
    assert finding.message.startswith(f"could not be written: {reason}; ")


def test_a_disk_that_fills_in_the_middle_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, left = os.write, [10]

    def fill(descriptor: int, data: bytes) -> int:
        if not left:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(descriptor, data[: left.pop()])

    monkeypatch.setattr(os, "write", fill)
    assert _refused(target) == ("disk-full",)
    assert target.read_bytes() == OLD
    assert temporaries(target.parent) == []


def test_a_replacement_that_fails_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", fail)
    assert _refused(target) == ("disk-full",)
    assert target.read_bytes() == OLD
    assert temporaries(target.parent) == []


def test_a_folder_that_cannot_be_synced_does_not_undo_the_saving(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", files_only)
    save(target, NEW)
    assert target.read_bytes() == NEW


def test_ctrl_c_in_the_middle_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(target, NEW)
    assert target.read_bytes() == OLD
    assert temporaries(target.parent) == []


# Folders


def test_a_folder_is_made_with_those_above_it_and_may_be_there(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert make_folder(folder) == folder
    assert make_folder(str(folder)) == folder
    assert folder.is_dir()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("brief.pdf", "folder-is-file"),
        ("brief.pdf/out", "folder-missing"),
        ("x" * 300, "path-too-long"),
    ],
)
def test_a_folder_that_cannot_be_made_is_refused(target: Path, name: str, code: str) -> None:
    folder = target.parent / name
    assert _input_error(lambda: make_folder(folder), folder).code == code
