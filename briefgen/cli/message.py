"""What a command says of a brief: one calm line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

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
