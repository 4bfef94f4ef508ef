"""The command `briefgen` and its subcommands, each imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import click

import briefgen
from briefgen.cli.option import SETTINGS, debug_option
from briefgen.types.finding import LIKE, nearest

_COMMANDS = {
    "build": "briefgen.cli.build",
    "check": "briefgen.cli.check",
    "watch": "briefgen.cli.watch",
    "anchor": "briefgen.cli.anchor",
    "signoff": "briefgen.cli.signoff",
    "recover": "briefgen.cli.recover",
    "new": "briefgen.cli.new",
    "convert": "briefgen.cli.convert",
    "list": "briefgen.cli.listing",
    "schema": "briefgen.cli.schema",
    "completion": "briefgen.cli.completion",
}
"""Commands in the order of the help text, and the module that holds each as `command`."""


class _Program(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        _reject_unknown(ctx, args)
        return super().resolve_command(ctx, args)


def _reject_unknown(context: click.Context, given: Sequence[str]) -> None:
    if not given or given[0] in _COMMANDS:
        return
    near = nearest(given[0], _COMMANDS, LIKE)
    hint = f'did you mean "{near}"?' if near else f"there are: {', '.join(_COMMANDS)}"
    context.fail(f'there is no command "{given[0]}"; {hint}')


@click.group(
    cls=_Program,
    context_settings=SETTINGS,
    epilog="""\b
Start here:
  briefgen new my-argument.md
  briefgen check my-argument.md
  briefgen build my-argument.md --length one-page -o brief.pdf

\b
Each command has its own examples: briefgen build --help
""",
)
@click.version_option(briefgen.__version__, message="briefgen %(version)s")
@debug_option
def program() -> None:
    """One argument, many briefs.

    Write the argument of an article once, as a file. briefgen makes briefs of exact length
    of it, in PDF and Word: one page for a minister, four pages for a committee, or all it holds.
    """
