"""Run a command and turn its outcome into an exit code and a calm message."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from briefgen.cli.program import program
from briefgen.options import BuildOptions
from briefgen.types.finding import BriefgenError, Bug, memory_exhausted, name_shown

if TYPE_CHECKING:
    from briefgen.types.brief import BriefSummary
    from briefgen.types.finding import Finding

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
