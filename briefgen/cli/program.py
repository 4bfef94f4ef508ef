"""The command briefgen and its subcommands, and what becomes of a run: exit code and message."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import click

import briefgen
from briefgen.cli.option import SETTINGS, debug_option
from briefgen.options import BuildOptions
from briefgen.types.finding import LIKE, BriefgenError, Bug, memory_exhausted, name_shown, nearest

if TYPE_CHECKING:
    from briefgen.types.brief import BriefSummary
    from briefgen.types.finding import Finding


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


DONE = 0
INPUT_WRONG = 1
USAGE = 2
OUR_FAULT = 70  # EX_SOFTWARE of sysexits.h
STOPPED = 130

_COMPLETING = "_BRIEFGEN_COMPLETE"


def run(given: Sequence[str]) -> int:
    """Run a command and return its exit code. Ctrl-C and broken pipes are the caller's.

    Raises:
        KeyboardInterrupt: the user has stopped the command.
        BrokenPipeError: nobody reads what is written any more.
    """
    try:
        return _run(given)
    except click.ClickException as error:
        error.show()
        return USAGE
    except click.Abort:
        return STOPPED
    except BriefgenError as error:
        click.echo(str(error), err=True)
        return INPUT_WRONG
    except MemoryError:
        return _without_memory()
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno == errno.ENOSPC:
            click.echo("standard output: the disk is full", err=True)
            return INPUT_WRONG
        if error.errno in (errno.EMFILE, errno.ENFILE):
            click.echo(
                "briefgen: too many files are open at once\n"
                "  hint: raise the limit of the shell (ulimit -n), or close other programs",
                err=True,
            )
            return INPUT_WRONG
        return _our_fault(error, given)
    except SystemError as error:
        # Where Python 3.11 has no room for the frame of a call, it forgets to say MemoryError.
        unsaid = "without exception set" in str(error)
        return _without_memory() if unsaid else _our_fault(error, given)
    except Exception as error:  # noqa: BLE001 - whatever comes here is a fault of ours
        return _our_fault(error, given)


def _run(given: Sequence[str]) -> int:
    if _COMPLETING in os.environ:
        program.main(prog_name="briefgen", complete_var=_COMPLETING)
    code = DONE
    try:
        with program.make_context("briefgen", list(given)) as context:
            program.invoke(context)
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    if sys.stdout:
        sys.stdout.flush()
    return code


def _without_memory() -> int:
    click.echo(str(memory_exhausted()), err=True)
    return INPUT_WRONG


def _our_fault(error: Exception, given: Sequence[str]) -> int:
    if "--debug" in given:
        import traceback  # noqa: PLC0415 - for what fails

        traceback.print_exception(error)
    kind = "" if isinstance(error, Bug) else f"{type(error).__name__}: "
    click.echo(
        f"briefgen failed: {kind}{error}\n"
        "  This is a fault of briefgen's, not of your files; nothing of yours was changed.\n"
        "  Please report it, with the command and what it prints with --debug.",
        err=True,
    )
    return OUR_FAULT


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
