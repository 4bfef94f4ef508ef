"""Build a brief of strangers' files in a child process, and check what it gives back."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Unpack

from briefgen.isolation.process import answer_of
from briefgen.isolation.terms import (
    UNSUPPORTED,
    Confinement,
    Limits,
    Request,
    crash_finding,
    outside_finding,
)
from briefgen.load.inputs import named_files
from briefgen.load.profile import is_path
from briefgen.load.text import within
from briefgen.load.theme import is_own_look
from briefgen.options import (
    BuildOptions,
    NameOrPath,
    OptionFields,
    build_options,
    format_named,
    format_of,
    formats_named,
    takes_options,
)
from briefgen.overwrite import write
from briefgen.types.brief import BriefSummary, Omission
from briefgen.types.finding import BriefgenError, Finding, RenderError


@dataclass(frozen=True, slots=True)
class IsolatedBrief:
    """A brief built in isolation: its files, what it came to, and who kept the child in."""

    summary: BriefSummary
    confinement: Confinement
    files: Mapping[str, bytes] = field(repr=False)
    inputs: tuple[str, ...] = field(default=(), repr=False)

    @property
    def pages(self) -> int:
        """Number of pages."""
        return self.summary.pages

    @property
    def words(self) -> int:
        """Number of words, as of a `Brief`."""
        return self.summary.words

    @property
    def fill_percent(self) -> int:
        """How far the main column of the last page is filled."""
        return self.summary.fill_percent

    @property
    def omitted(self) -> tuple[Omission, ...]:
        """What did not fit, or fitted only in a shorter form."""
        return self.summary.omitted

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Warnings of this brief."""
        return self.summary.findings

    def to_bytes(self, format: str) -> bytes:  # noqa: A002 (the word for it)
        """Return the file of a format that was asked for.

        Raises:
            RenderError: `format-unknown`, or `format-not-built` for one that was not asked for.
        """
        name = format_named(format).name
        if name not in self.files:
            message = f"{name} was not built; {', '.join(self.files)} was"
            hint = f'ask for it: build_untrusted(…, formats=["{name}"])'
            raise RenderError([Finding("format-not-built", message, hint)])
        return self.files[name]

    def save(self, path: NameOrPath, *, force: bool = False) -> Path:
        """Write the file of the format that the suffix says, whole or not at all.

        What stands there is written over as by `Brief.save`.

        Raises:
            SaveError: a suffix of no format that was built, or as `Brief.save`.
        """
        data = self.files[format_of(path, self.files).name]
        write({os.fspath(path): data}, self.inputs, force=force)
        return Path(path)


@takes_options()
def build_untrusted(
    argument: NameOrPath,
    options: BuildOptions | None = None,
    *,
    root: NameOrPath | None = None,
    formats: Iterable[str] = ("pdf",),
    marks: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    **given: Unpack[OptionFields],
) -> IsolatedBrief:
    """Build a brief of files that strangers wrote, in a process that can do nothing but that.

    `argument` is the path of an argument's file; `options` and what is given by name are as for
    `build`, and `marks` as for `mark`. Nothing outside `root`, the folder of the argument unless
    given, is read but briefgen's own files. Linux only. See SECURITY.md for what is promised.

    Raises:
        BriefgenError: what `load`, `mark`, `build` and `to_bytes` raise, with the same findings;
            `untrusted-time`, `untrusted-memory` and `untrusted-output` for a limit that is reached,
            `untrusted-outside-root` for a file outside, `untrusted-crash` for a child that died.
    """
    if not sys.platform.startswith("linux"):
        raise BriefgenError([UNSUPPORTED])
    folder = Path(argument).parent if root is None else Path(root)
    wanted, kinds = build_options(options, given), formats_named(formats)
    own = [argument, *own_files(wanted)]
    _refuse_outside(own, folder)
    inputs = tuple(map(os.path.abspath, named_files(own)))
    request = Request(
        argument=os.fspath(argument),
        root=os.fspath(folder),
        formats=kinds,
        options=replace(
            wanted,
            length=_name(wanted.length),
            audience=_name(wanted.audience),
            template=_name(wanted.template),
            fonts=None if wanted.fonts is None else os.fspath(wanted.fonts),
            brand=wanted.brand if isinstance(wanted.brand, bool) else os.fspath(wanted.brand),
        ),
        marks=dict(marks or {}),
        limits=limits or Limits(),
    )
    head, files = answer_of(request)
    if head.summary is None:
        silent = crash_finding(request.argument, "it gives no reason")
        raise BriefgenError(head.findings or [silent])
    summary = replace(head.summary, findings=head.findings)
    return IsolatedBrief(summary, head.confinement, files, inputs)


def own_files(options: BuildOptions) -> list[NameOrPath]:
    """Return the files of the user's that options name."""
    named = [*filter(is_path, (options.length, options.audience))]
    named += filter(is_own_look, (options.template,))
    named += [] if isinstance(options.brand, bool) else [options.brand]
    return [*named, *([] if options.fonts is None else [options.fonts])]


def _name(name_or_path: NameOrPath) -> str:
    """Return a name as it is, and a path so that it is never taken for a name."""
    text = os.fspath(name_or_path)
    bare = not isinstance(name_or_path, str) and not os.path.dirname(text)  # noqa: PTH120
    return f".{os.sep}{text}" if bare else text


def _refuse_outside(paths: Iterable[NameOrPath], folder: Path) -> None:
    outside = [path for path in paths if within(Path(path).absolute(), folder) is None]
    if outside:
        hint = "put it there, or name another root"
        raise BriefgenError(outside_finding(os.fspath(path), str(folder), hint) for path in outside)
