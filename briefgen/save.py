"""Save a rendered document: the old file or the new one, whole.

The bytes go to a temporary file in the target's folder, which is held open, are forced to the disk,
and take the target's place in one step (`rename(2)`). Whatever happens before that step, the old
file stands.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from briefgen.held_folder import HeldFolder, held_folder
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding, SaveError

POSIX = os.name == "posix"
if POSIX:
    import fcntl

_TEMPORARY = late_pattern(r"\.briefgen-[0-9a-f]{16}\.tmp")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def save(path: str | PathLike[str], data: bytes, *, follow_link: bool = True) -> Path:
    """Write data to a file, whole or not at all, and return the path that was given.

    A target that is a symbolic link of the user's own within its folder stays one: the file it
    leads to is replaced, and the temporary file stands in that file's folder. Any other link is
    refused, and with `follow_link=False` every link. A new file gets the permissions that the umask
    leaves; an old one keeps its own, and its owner where the system allows. A hard link to the
    old file keeps the old content. Several writers of one target leave the version of one of
    them.

    Raises:
        SaveError: the folder is missing or read-only, the target is a folder, a device, a
            read-only file, open in another program, a circle of links or a link that is not
            followed, the disk is full, or the system refuses. What stood there before still stands.
    """
    given = Path(path)
    try:
        target = Path(os.path.realpath(given))
        if problem := _link_problem(given, target, follow_link=follow_link):
            raise SaveError([problem])
        with _folder_of(given, target) as folder:
            old = _look_at(given, folder, target.name)
            _sweep(target.parent)
            _replace(given, folder, target.name, data, old)
    except OSError as error:
        raise SaveError([_finding(given, error)]) from error
    except ValueError as error:
        raise _no_path(given, error) from error
    return given


def make_folder(path: str | PathLike[str]) -> Path:
    """Make a folder, and those above it, unless it is there; then it is rid of what was cut short.

    Raises:
        SaveError: it cannot be made, or a file stands in its place.
    """
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
    except FileExistsError as error:
        hint = "give the name of a folder"
        raise _input_error(folder, "folder-is-file", "is a file, not a folder", hint) from error
    except OSError as error:
        raise SaveError([_finding(folder, error)]) from error
    except ValueError as error:
        raise _no_path(folder, error) from error
    return folder


def link_problem(path: str | PathLike[str]) -> Finding | None:
    """Return why a target that is a link is not followed; None for any other, and where it is."""
    given = Path(path)
    try:
        return _link_problem(given, Path(os.path.realpath(given)), follow_link=True)
    except (OSError, ValueError):
        return None  # what is wrong with the path is reported when it is written


def _link_problem(given: Path, target: Path, *, follow_link: bool) -> Finding | None:
    """Return why the link that stands at `given` is not followed to `target`.

    The target is judged as it was resolved and written to by that name, so a link that is put in
    place or turned elsewhere after this look leads no write astray: a rename replaces a link.
    """
    folder = Path(os.path.realpath(given.parent))
    if target in (folder / given.name, folder) or given.name == "..":
        return None
    hint = "remove the link, or give another path"
    if not follow_link:
        return Finding("target-link", f"is a link, to {target}", hint, file=str(given))
    if not target.is_relative_to(folder):
        message = f"is a link that leads out of its folder, to {target}"
        hint = "remove the link, or give the path that it leads to"
        return Finding("target-link", message, hint, file=str(given))
    if POSIX and given.lstat().st_uid not in (os.geteuid(), 0):
        message = f"is a link that somebody else has made, to {target}"
        return Finding("target-link", message, hint, file=str(given))
    return None


@contextlib.contextmanager
def _folder_of(given: Path, target: Path) -> Iterator[HeldFolder]:
    """Hold the folder that a target stands in."""
    try:
        mode = target.parent.stat().st_mode
    except FileNotFoundError as error:
        hint = "make the folder first, or give another path"
        raise _input_error(given, "folder-missing", "its folder does not exist", hint) from error
    if not stat.S_ISDIR(mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    with held_folder(target.parent, posix=POSIX) as folder:
        yield folder


def _look_at(given: Path, folder: HeldFolder, name: str) -> os.stat_result | None:
    """Return what is known of the file that is to be replaced, None where there is none."""
    try:
        old = folder.look_at(name)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        hint = "give the name of a file in it"
        raise _input_error(given, "target-folder", "is a folder", hint)
    if stat.S_ISLNK(old.st_mode):
        hint = "remove the link, or give another path"
        raise _input_error(given, "target-link", "is a link that leads back to itself", hint)
    if not stat.S_ISREG(old.st_mode):
        hint = "give a file name"
        raise _input_error(given, "target-special", "is a device or a pipe, not a file", hint)
    if not folder.is_writable(name):
        hint = "make the file writable, or give another path"
        raise _input_error(given, "target-read-only", "is write-protected", hint)
    return old


def _replace(
    given: Path, folder: HeldFolder, name: str, data: bytes, old: os.stat_result | None
) -> None:
    descriptor, temporary = _make_temporary(folder)
    closed = False
    try:
        _write(descriptor, data)
        if old is not None:
            _dress_like(descriptor, old)
        os.fsync(descriptor)
        if not POSIX:
            # Windows replaces no open file; elsewhere the lock must hold until the end.
            os.close(descriptor)
            closed = True
        _take_place(given, folder, temporary, name)
    except BaseException:
        with contextlib.suppress(OSError):
            folder.remove(temporary)
        raise
    finally:
        if not closed:
            with contextlib.suppress(OSError):  # all is on the disk, or something else is reported
                os.close(descriptor)
    folder.sync()


def _take_place(given: Path, folder: HeldFolder, temporary: str, name: str) -> None:
    """Put the new file in the place of the old one, which another program may hold (Windows)."""
    try:
        folder.replace(temporary, name)
    except PermissionError as error:
        hint = "close it there, or give another path"
        message = "is open in another program, or protected; it was not changed"
        raise _input_error(given, "target-in-use", message, hint) from error


def _make_temporary(folder: HeldFolder) -> tuple[int, str]:
    """Make a file that is locked as long as this process lives, so that no other sweeps it."""
    while True:
        name = f".briefgen-{secrets.token_hex(8)}.tmp"
        descriptor = folder.make(name)
        if not POSIX:
            return descriptor, name
        with contextlib.suppress(OSError):
            # A file system without locks: nobody can sweep there either.
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:
            return descriptor, name
        os.close(descriptor)  # swept between the making and the locking


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = os.write(descriptor, rest)
        rest = rest[written:]


def _dress_like(descriptor: int, old: os.stat_result) -> None:
    """Give the new file the owner and the permissions of the old one."""
    if not POSIX:
        return
    with contextlib.suppress(OSError):
        os.fchown(descriptor, old.st_uid, old.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode) & 0o777)  # never one that sets the user


def _sweep(folder: Path) -> None:
    """Remove what a killed process left: a temporary whose lock nobody holds."""
    if not POSIX:
        return
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _TEMPORARY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                _sweep_one(Path(entry.path))


def _sweep_one(path: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
        finally:
            os.close(descriptor)


def _input_error(given: Path, code: str, message: str, hint: str) -> SaveError:
    return SaveError([Finding(code, message, hint, file=str(given))])


def _no_path(given: Path, error: ValueError) -> SaveError:
    """Say what is wrong with text that no file name can be made of, such as a NUL character."""
    hint = "give a path without control characters"
    message = f"is not a path: {error}"
    return SaveError([Finding("path-invalid", message, hint, where=repr(str(given)))])


def _finding(given: Path, error: OSError) -> Finding:
    """Say of a system's refusal what it means and what to do."""
    file = str(given)
    if error.errno in _FULL:
        message = "the disk is full, or a limit on file sizes is reached; nothing was changed"
        return Finding("disk-full", message, "make room, or give another path", file=file)
    if error.errno in _REFUSED:
        message = "its folder does not allow writing"
        return Finding("folder-read-only", message, "give a path that you may write to", file=file)
    if error.errno == errno.ENOTDIR:
        message = "a part of the path is a file, not a folder"
        return Finding("folder-missing", message, "give another path", file=file)
    if error.errno == errno.ENAMETOOLONG:
        return Finding("path-too-long", "the name is too long", "give a shorter name", file=file)
    message = f"could not be written: {error.strerror or error}; nothing was changed"
    return Finding("save-failed", message, "try again, or give another path", file=file)
