"""`briefgen build --untrusted`: a brief of untrusted files, built in isolation."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from briefgen.cli.option import bundled, under
from briefgen.cli.order import One, Several

if TYPE_CHECKING:
    from briefgen.isolation.building import IsolatedBrief


class Isolation(Struct, frozen=True):
    """What the options say: whether files are untrusted, and the folder that holds them."""

    untrusted: bool
    root: str | None


_option = under("Untrusted files")

_OPTIONS = {
    "untrusted": _option(
        "--untrusted",
        is_flag=True,
        help="Build files that others wrote in a process of its own: bounded time, memory and"
        " output, no network, and nothing read outside --root. Linux only.",
    ),
    "root": _option(
        "--root",
        type=click.Path(),
        metavar="FOLDER",
        help="With --untrusted, the folder that holds all that is read; with -, where pictures are."
        " [default: ARGUMENT's]",
    ),
}


isolation_options = bundled("isolation", Isolation, _OPTIONS)
"""Gives a command the options, in their order, and the parameter `isolation`."""


def refuse_what_is_not_isolated(argument: str, asked: One | Several, isolation: Isolation) -> None:
    """Reject options that isolation does not support, or that mean nothing without it.

    Raises:
        click.UsageError: several briefs, an explanation or standard input with `--untrusted`;
            `--root` without either.
    """
    if not isolation.untrusted:
        if isolation.root is not None and argument != "-":
            raise click.UsageError("--root goes with --untrusted, or with - for standard input")
    elif argument == "-":
        raise click.UsageError("--untrusted reads a file; save what standard input has as one")
    elif isinstance(asked, Several):
        raise click.UsageError("--untrusted builds one brief at a time; give a file (-o)")
    elif asked.options.require_signoff:
        raise click.UsageError(
            "--require-signoff reads files here; it does not go with --untrusted"
        )
    elif asked.explained:
        raise click.UsageError("--explain reads files here; it does not go with --untrusted")


def named_inputs(argument: str, asked: One) -> tuple[str, ...]:
    """Return the files that a command names, which are never written over."""
    from briefgen.isolation.building import own_files  # noqa: PLC0415

    return (argument, *(os.fspath(file) for file in own_files(asked.options)))


def isolated(
    argument: str, asked: One, marks: Mapping[str, str], root: str | None
) -> IsolatedBrief:
    """Return the brief that is asked for, built in isolation."""
    from briefgen.isolation.building import build_untrusted  # noqa: PLC0415

    return build_untrusted(
        argument,
        asked.options,
        root=root,
        formats=[target.format for target in asked.targets],
        marks=marks,
    )
