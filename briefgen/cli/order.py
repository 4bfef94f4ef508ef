"""What a build command asks for, checked before anything is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from briefgen.options import FORMATS, BuildOptions, NameOrPath

STANDARD_OUTPUT = "-"

FORMS = ("headline", "summary", "detail", "any")


@dataclass(frozen=True, slots=True)
class One:
    """One brief, written to a file or to standard output; or, with None, only explained."""

    output: str | None
    format: str
    options: BuildOptions
    explained: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """Several briefs, written to a folder. None stands for every one there is."""

    folder: str
    formats: tuple[str, ...]
    lengths: tuple[NameOrPath, ...] | None
    audiences: tuple[NameOrPath, ...] | None
    options: BuildOptions


def order(
    *,
    output: str | None,
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
    if folder is not None:
        if output is not None:
            raise click.UsageError("give either a file (-o) or a folder (-d), not both")
        if explain:
            raise click.UsageError("--explain tells of one brief; give a file (-o), or none")
        return Several(
            folder,
            formats or tuple(FORMATS),
            lengths or (None if every else (options.length,)),
            audiences or (None if every else (options.audience,)),
            options,
        )
    if every:
        raise click.UsageError("--all makes many files; give a folder: --all -d FOLDER")
    if output is None and not explain:
        raise click.UsageError("say where the brief goes: -o FILE, or -d FOLDER for both formats")
    for flag, values in (("--length", lengths), ("--audience", audiences), ("--format", formats)):
        if len(values) > 1:
            raise click.UsageError(f"{flag} is given {len(values)} times, but -o takes one brief")
    return One(
        output,
        _format(output, formats[0] if formats else None) if output is not None else "pdf",
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


def _format(output: str, asked: str | None) -> str:
    """Return the format that the file's suffix names, or the one asked for."""
    if not output:
        raise click.UsageError("-o is given an empty name")
    if Path(output).is_dir():
        raise click.UsageError(f"{output} is a folder; -d {output} writes both formats there")
    suffix = "" if output == STANDARD_OUTPUT else Path(output).suffix
    named = next((known for known in FORMATS if suffix.lower() == f".{known}"), None)
    if named and asked and named != asked:
        raise click.UsageError(f"{output} ends in {suffix}, but --format asks for {asked}")
    if found := asked or named:
        return found
    if output == STANDARD_OUTPUT:
        raise click.UsageError("-o - needs a format: --format pdf or --format docx")
    ending = f"ends in {suffix}" if suffix else "has no suffix"
    raise click.UsageError(f"{output} {ending}; name it .pdf or .docx, or add --format")
