"""What a build command asks for, checked before anything is read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from briefgen.options import FORMATS, BuildOptions, NameOrPath, naming_hint

STANDARD_OUTPUT = "-"

NO_BRAND = "none"
"""What `--brand` is given where the brand beside the argument is not wanted."""

FORMS = ("headline", "summary", "detail", "any")


class Target(Struct, frozen=True):
    """A file to write, or standard output, and the format."""

    path: str
    format: str

    @property
    def is_file(self) -> bool:
        return self.path != STANDARD_OUTPUT


class One(Struct, frozen=True):
    """One brief, written to files or to standard output; or, without any, only explained."""

    targets: tuple[Target, ...]
    options: BuildOptions
    explained: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """The files to write."""
        return tuple(target.path for target in self.targets if target.is_file)

    @property
    def prints(self) -> bool:
        """Whether standard output has the brief, so that all else goes to standard error."""
        return len(self.files) < len(self.targets)


class Several(Struct, frozen=True):
    """Several briefs, written to a folder. None stands for every one there is."""

    folder: str
    formats: tuple[str, ...]
    lengths: tuple[NameOrPath, ...] | None
    audiences: tuple[NameOrPath, ...] | None
    options: BuildOptions


def order(
    *,
    outputs: tuple[str, ...],
    folder: str | None,
    every: bool,
    formats: tuple[str, ...],
    lengths: tuple[str, ...],
    audiences: tuple[str, ...],
    explain: bool,
    **own: Any,
) -> One | Several:
    """Return what the options ask for. `own` are fields of BuildOptions by their names.

    Raises:
        click.UsageError: they contradict one another, or do not say where the brief goes.
    """
    options = BuildOptions(**own)
    if options.against is not None and not options.require_signoff:
        raise click.UsageError("--against goes with --require-signoff; see also: briefgen check")
    if folder is not None:
        if outputs:
            raise click.UsageError("give either a file (-o) or a folder (-d), not both")
        if explain:
            raise click.UsageError("--explain describes one brief; give a file (-o), or none")
        return Several(
            folder,
            formats or tuple(FORMATS),
            lengths or (None if every else (options.length,)),
            audiences or (None if every else (options.audience,)),
            options,
        )
    if every:
        raise click.UsageError("--all makes many files; give a folder: --all -d FOLDER")
    if not outputs and not explain:
        raise click.UsageError("say where the brief goes: -o FILE, or -d FOLDER for every format")
    for flag, values in (("--length", lengths), ("--audience", audiences), ("--format", formats)):
        if len(values) > 1:
            raise click.UsageError(f"{flag} is given {len(values)} times, but -o takes one brief")
    return One(
        _targets(outputs, formats[0] if formats else None),
        replace(
            options,
            length=lengths[0] if lengths else options.length,
            audience=audiences[0] if audiences else options.audience,
        ),
        explain,
    )


def pins(given: tuple[str, ...]) -> dict[str, str]:
    """Return what `--pin ID[=FORM]` asks for; without a form, any will do.

    Raises:
        click.UsageError: an unknown form, or two forms for one point.
    """
    found: dict[str, str] = {}
    for each in given:
        subject, _, form = each.partition("=")
        form = form or "any"
        if form not in FORMS:
            raise click.UsageError(f'--pin {each}: "{form}" is no form; {", ".join(FORMS)} are')
        if found.setdefault(subject, form) != form:
            raise click.UsageError(f"--pin {subject} is given as {found[subject]} and as {form}")
    return found


def named_brand(given: str | None) -> str | bool:
    """Return the brand that `--brand` names: a file; False for none; True for the one beside."""
    return True if given is None else given != NO_BRAND and given


def _targets(outputs: Iterable[str], asked: str | None) -> tuple[Target, ...]:
    """Return the files of one brief, each with its format.

    Raises:
        click.UsageError: a file without a format, or one that is named twice.
    """
    found: dict[str, Target] = {}
    for output in outputs:
        target = Target(output, _format(output, asked))
        key = os.path.realpath(output) if target.is_file and "\0" not in output else output
        if key in found:
            raise click.UsageError(f"-o names the same file twice: {output}")
        found[key] = target
    return tuple(found.values())


def _format(output: str, asked: str | None) -> str:
    """Return the format that the file's suffix names, or the one asked for."""
    if not output:
        raise click.UsageError("-o is given an empty name")
    if os.path.isdir(output):  # noqa: PTH112 - no name is too long for it
        raise click.UsageError(f"{output} is a folder; -d {output} writes every format there")
    suffix = "" if output == STANDARD_OUTPUT else Path(output).suffix
    named = next((known for known in FORMATS if suffix.lower() == f".{known}"), None)
    if named and asked and named != asked:
        raise click.UsageError(f"{output} ends in {suffix}, but --format asks for {asked}")
    if found := asked or named:
        return found
    if output == STANDARD_OUTPUT:
        flags = " or ".join(f"--format {name}" for name in FORMATS)
        raise click.UsageError(f"-o - needs a format: {flags}")
    ending = f"ends in {suffix}" if suffix else "has no suffix"
    raise click.UsageError(f"{output} {ending}; {naming_hint(FORMATS)}, or add --format")
