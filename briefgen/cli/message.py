"""What a command says of a brief, and of the brand that it follows: one calm line each."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from briefgen.options import BuildOptions
from briefgen.types.finding import name_shown

if TYPE_CHECKING:  # for help and version, which need no model
    from briefgen.types.finding import Finding
    from briefgen.types.summary import BriefSummary


def built_line(name: str, summary: BriefSummary) -> str:
    """Return what became of a file: pages, words, fill, and how much was given up."""
    return f"{name_shown(name)}: {summary}"


def show_warnings(findings: Iterable[Finding]) -> None:
    """Write findings to standard error."""
    for finding in findings:
        click.echo(str(finding), err=True)


def show_brand(
    argument: str | os.PathLike[str], options: BuildOptions, *, quiet: bool = False
) -> None:
    """Say on standard error which brand was found beside an argument, and what goes before it.

    A brand that the command itself names is reported only
    where a template of the user's goes before it.
    """
    from briefgen import pipeline  # noqa: PLC0415

    file = pipeline.brand_for(argument, options)
    if quiet or file is None:
        return
    if pipeline.is_own_template(options.template):
        click.echo(
            f"{name_shown(file)}: fills in what {name_shown(os.fspath(options.template))} has not;"
            " its own styles, logo and paper stand",
            err=True,
        )
    elif options.brand is True:
        click.echo(f"{name_shown(file)}: followed; --brand none does without", err=True)
