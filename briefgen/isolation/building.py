"""Build a brief of strangers' files in a child process, and check what it gives back."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.isolation.findings import UNSUPPORTED, crash_finding, outside_finding
from briefgen.isolation.process import answer_of
from briefgen.isolation.protocol import Request
from briefgen.isolation.terms import Confinement, Limits
from briefgen.load.design import is_own_look
from briefgen.load.profile import is_path
from briefgen.load.root import within
from briefgen.save import save
from briefgen.types.brief import Omission
from briefgen.types.finding import BriefgenError, Finding, SaveError
from briefgen.types.making import FORMATS, Format, Making, NameOrPath


@dataclass(frozen=True, slots=True)
class IsolatedBrief:
    """A brief built in isolation: its files, measures and warnings, and who kept the child in."""

    pages: int
    words: int
    fill_percent: int
    omitted: tuple[Omission, ...]
    findings: tuple[Finding, ...]
    confinement: Confinement
    files: Mapping[Format, bytes] = field(repr=False)

    def to_bytes(self, format: Format) -> bytes:  # noqa: A002 (the word for it)
        """Return the file of a format that was asked for."""
        return self.files[format]

    def save(self, path: NameOrPath) -> Path:
        """Write the file of the format that the suffix says, whole or not at all.

        Raises:
            SaveError: a suffix of no format that was built, or the file cannot be written.
        """
        suffix = Path(path).suffix.lower().lstrip(".")
        for kind, data in self.files.items():
            if suffix == kind:
                return save(path, data)
        message = f"is none of the formats that were built: {', '.join(self.files)}"
        hint = "name it by its format, or ask for that format too"
        raise SaveError([Finding("format-unknown", message, hint, file=os.fspath(path))])


def build_untrusted(
    argument: NameOrPath,
    *,
    root: NameOrPath | None = None,
    formats: Iterable[Format] = ("pdf",),
    length: NameOrPath = "one-page",
    audience: NameOrPath = "decision-maker",
    template: NameOrPath = "standard",
    fonts: NameOrPath | None = None,
    pin: Mapping[str, str] | None = None,
    exclude: Iterable[str] = (),
    marks: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> IsolatedBrief:
    """Build a brief of files that strangers wrote, in a process that can do nothing but that.

    `argument` is the path of a YAML or JSON file; the rest is as for `build`, and `marks` as for
    `mark`. Nothing outside `root`, the folder of the argument unless given, is read but briefgen's
    own files. Linux only. See SECURITY.md for what is promised.

    Raises:
        BriefgenError: what `load`, `mark`, `build` and `to_bytes` raise, with the same findings;
            `untrusted-time`, `untrusted-memory` and `untrusted-output` for a limit that is reached,
            `untrusted-outside-root` for a file outside, `untrusted-crash` for a child that died.
    """
    if not sys.platform.startswith("linux"):
        raise BriefgenError([UNSUPPORTED])
    folder = Path(argument).parent if root is None else Path(root)
    named = [argument, *filter(is_path, (length, audience)), *filter(is_own_look, (template,))]
    _refuse_outside([*named, *([] if fonts is None else [fonts])], folder)
    request = Request(
        argument=os.fspath(argument),
        root=os.fspath(folder),
        formats=_known(formats),
        making=Making(
            _name(length),
            _name(audience),
            _name(template),
            None if fonts is None else os.fspath(fonts),
            dict(pin or {}),
            tuple(exclude),
        ),
        marks=dict(marks or {}),
        limits=limits or Limits(),
    )
    head, files = answer_of(request)
    if head.measures is None:
        silent = crash_finding(request.argument, "it gives no reason")
        raise BriefgenError(head.findings or [silent])
    measures = head.measures
    return IsolatedBrief(
        measures.pages,
        measures.words,
        measures.fill_percent,
        measures.omitted,
        head.findings,
        head.confinement,
        files,
    )


def _known(formats: Iterable[Format]) -> tuple[Format, ...]:
    asked = tuple(dict.fromkeys(formats))
    if unknown := [kind for kind in asked if kind not in FORMATS]:
        message, hint = f'"{unknown[0]}" is no format', f"formats are {', '.join(FORMATS)}"
        raise BriefgenError([Finding("format-unknown", message, hint)])
    return asked


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
