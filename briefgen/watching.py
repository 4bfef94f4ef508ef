"""Build a brief anew whenever one of the files that it is made of is saved.

`watchfiles` reports changes, and comes with the extra `watch`. They are no more than
a reason to look: a brief is built when the times or the size of a file differ, and files are looked
at once a second where nothing is reported, as on drives of a network.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from briefgen import checking, pipeline
from briefgen.cache import Stamp, fingerprint
from briefgen.load.brand import brand_named
from briefgen.load.inputs import named_files
from briefgen.load.profile import is_path
from briefgen.options import BuildOptions
from briefgen.overwrite import write
from briefgen.types.brief import BriefSummary
from briefgen.types.finding import BriefgenError, Finding, LoadError

EXTRA = "watch"

_PAUSE_MS, _LONGEST_MS = 15, 200
"""So long nothing may change before a brief is built, as editors save in several steps; and so long
at most is waited for that."""

_LOOK_MS = 1_000
_ABSENT_S = 0.6
"""So long a file may be missing or empty: editors and synchronising programs replace files."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: what the brief came to, or None where it was not written.

    `findings` are all that is known of the argument and the brief. `seconds` are those from the
    change, or from the start, until the files were on the disk.
    """

    summary: BriefSummary | None
    findings: tuple[Finding, ...]
    seconds: float


def watch(
    argument: str | os.PathLike[str],
    targets: Mapping[str, str],
    options: BuildOptions | None = None,
    *,
    marks: Mapping[str, str] | None = None,
    force: bool = False,
    stop: Event | None = None,
) -> Iterator[Built]:
    """Build a brief, and again after each change of a file that it is made of; yield the outcomes.

    `targets` are the files to write, each with its format. What `overwrite` protects stays as it
    is, and is reported. What is wrong ends nothing: the next change is waited for. `stop` ends it.

    Raises:
        LoadError: the extra is not installed.
        KeyboardInterrupt: Ctrl-C.
    """
    changes = _Changes(_library(), stop or Event())
    given = _Given(os.fspath(argument), targets, options or BuildOptions(), marks or {}, force)
    files, begun = given.named, time.monotonic()
    while not changes.stop.is_set():
        seen = _stamps(files)
        built, files = given.built(files, begun)
        yield built
        seen = {**_stamps(files), **{file: seen[file] for file in files if file in seen}}
        changes.wait(seen)
        begun = time.monotonic()
        _await_whole(file for file, stamp in seen.items() if stamp)


def _library() -> Any:
    try:
        import watchfiles  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "what watches files is not installed"
        hint = f'install it: pip install "briefgen[{EXTRA}]"'
        raise LoadError([Finding("extra-missing", message, hint)]) from error
    return watchfiles.watch


def _stamps(files: Iterable[str]) -> dict[str, Stamp | None]:
    """Return what changes with each file; None for one that is not there."""
    return dict(zip(files := [*files], fingerprint(files), strict=True))


def _await_whole(files: Iterable[str]) -> None:
    """Wait until no file that was there is missing or empty, but not for long."""
    until = time.monotonic() + _ABSENT_S
    missing = [*files]
    while missing and time.monotonic() < until:
        missing = [file for file in missing if not _holds_something(file)]
        if missing:
            time.sleep(0.01)


def _holds_something(file: str) -> bool:
    try:
        return os.stat(file).st_size > 0  # noqa: PTH116 - a path with NUL is no Path
    except (OSError, ValueError):
        return False


@dataclass(frozen=True, slots=True)
class _Given:
    """What is built, and how."""

    argument: str
    targets: Mapping[str, str]
    options: BuildOptions
    marks: Mapping[str, str]
    force: bool

    @property
    def named(self) -> tuple[str, ...]:
        """The files that are named: the argument, profiles, theme and fonts of the user's own."""
        own = (self.options.length, self.options.audience, self.options.template)
        paths = [path for path in own if is_path(path) or os.path.exists(path)]  # noqa: PTH110
        fonts = [self.options.fonts] if self.options.fonts else []
        brand = brand_named(self.argument, self.options.brand)
        return (
            self.argument,
            *map(os.path.abspath, named_files([*paths, *fonts, *([brand] if brand else [])])),
        )

    def built(self, known: tuple[str, ...], begun: float) -> tuple[Built, tuple[str, ...]]:
        """Build and write once; return the outcome, and the files to watch from now on."""
        findings: tuple[Finding, ...]
        try:
            argument = pipeline.load(self.argument)
            if self.marks:
                argument = pipeline.mark(argument, **self.marks)
            files = pipeline.inputs(argument, self.options)
            known = tuple(dict.fromkeys([*self.named, *files]))
            brief = pipeline.build(argument, self.options)
            made = {path: brief.to_bytes(kind) for path, kind in self.targets.items()}
            write(made, files, force=self.force)
            seconds = time.monotonic() - begun
            options = self.options
            checked = checking.check_compared(
                argument,
                audience=options.audience,
                lengths=[options.length],
                template=options.template,
                fonts=options.fonts,
            )
        except BriefgenError as error:
            files = tuple(finding.file for finding in error.findings if finding.file)
            failed = Built(None, error.findings, time.monotonic() - begun)
            return failed, tuple(dict.fromkeys([*known, *(set(files) - {*self.targets})]))
        findings = tuple(dict.fromkeys([*checked, *brief.findings]))
        return Built(brief.summary, findings, seconds), known


class _Changes:
    """Waits for changes of files, however they are reported."""

    def __init__(self, library: Any, stop: Event) -> None:
        self.stop = stop
        self._library = library
        self._folders: tuple[str, ...] = ()
        self._told: Iterator[Any] = iter(())

    def wait(self, seen: Mapping[str, Stamp | None]) -> None:
        """Return when a file is not as it was seen, or when it shall stop."""
        folders = tuple(sorted({folder for file in seen for folder in _folders_of(file)}))
        if folders != self._folders:
            self._folders, self._told = folders, self._tell(folders)
        while not self.stop.is_set() and _stamps(seen) == seen:
            next(self._told, None)

    def _tell(self, folders: tuple[str, ...]) -> Iterator[Any]:
        """Yield when something may have changed in folders, and else once a second.

        The folder of a file is watched, as a file that is replaced is another one from then on.
        """
        try:
            yield from self._library(
                *folders,
                watch_filter=None,
                debounce=_LONGEST_MS,
                step=_PAUSE_MS,
                stop_event=self.stop,
                rust_timeout=_LOOK_MS,
                yield_on_timeout=True,
                recursive=False,
            )
        except OSError:  # no more folders can be watched on this machine
            while not self.stop.wait(_LOOK_MS / 4_000):
                yield


def _folders_of(file: str) -> Iterator[str]:
    """Yield the folder of a file, and of what a link leads to; the nearest that is there."""
    for path in {os.path.abspath(file), os.path.realpath(file)}:  # noqa: PTH100 - links stay
        folder = Path(path).parent
        yield str(next((one for one in (folder, *folder.parents) if one.is_dir()), folder))
