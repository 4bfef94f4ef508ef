"""Run a command and turn its outcome into an exit code and a calm message."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence

import click

from briefgen.cli.program import program
from briefgen.types.finding import BriefgenError, Bug, memory_exhausted

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
        click.echo(str(memory_exhausted()), err=True)
        return INPUT_WRONG
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


def _our_fault(error: Exception, given: Sequence[str]) -> int:
    if "--debug" in given:
        traceback.print_exception(error)
    kind = "" if isinstance(error, Bug) else f"{type(error).__name__}: "
    click.echo(
        f"briefgen failed: {kind}{error}\n"
        "  This is a fault of briefgen's, not of your files; nothing of yours was changed.\n"
        "  Please report it, with the command and what it prints with --debug.",
        err=True,
    )
    return OUR_FAULT
