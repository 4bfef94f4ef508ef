"""`briefgen build --untrusted`: a brief of strangers' files, built in isolation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.order import One, Several, Wish

if TYPE_CHECKING:
    from briefgen.isolation.building import IsolatedBrief

_OPTIONS = (
    click.option(
        "--untrusted",
        is_flag=True,
        help="Build files that strangers wrote in a process of its own: bounded time, memory and"
        " output, no network, and nothing read outside --root. Linux only.",
    ),
    click.option(
        "--root",
        type=click.Path(),
        metavar="FOLDER",
        help="With --untrusted, the folder that holds all that is read. [default: ARGUMENT's]",
    ),
)


def isolation_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, in their order."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def refuse_what_is_not_isolated(
    asked: One | Several, *, untrusted: bool, root: str | None, explain: bool
) -> None:
    """Refuse options that isolation does not go with, or that say nothing without it.

    Raises:
        click.UsageError: several briefs or an explanation with `--untrusted`; `--root` without it.
    """
    if root is not None and not untrusted:
        raise click.UsageError("--root goes with --untrusted")
    if untrusted and not isinstance(asked, One):
        raise click.UsageError("--untrusted builds one brief at a time; give a file (-o)")
    if untrusted and explain:
        raise click.UsageError("--explain reads files here; it does not go with --untrusted")


def isolated(
    argument: str, asked: One, wish: Wish, marks: Mapping[str, str], root: str | None
) -> IsolatedBrief:
    """Return the brief that is asked for, built in isolation."""
    from briefgen.isolation.building import build_untrusted  # noqa: PLC0415

    return build_untrusted(
        argument,
        root=root,
        formats=(asked.format,),
        length=asked.length,
        audience=asked.audience,
        template=wish.template,
        fonts=wish.fonts,
        pin=wish.pin,
        exclude=wish.exclude,
        marks=marks,
    )
