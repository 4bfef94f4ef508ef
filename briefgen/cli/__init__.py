"""The command line: parses options, calls the pipeline and reports the outcome.

Exit codes: 0 done; 1 something in the user's files must be fixed; 2 the command was written
wrongly; 70 a fault of briefgen's own; 130 stopped by Ctrl-C; 141 the reader of a pipe has gone.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

INPUT_WRONG = 1
STOPPED = 130
READER_GONE = 141


def shell() -> NoReturn:
    """Run the command that a shell gave, and end this process with its exit code.

    What was registered to be done at exit is done. All that is in memory goes at once with the
    process, as taking it apart object by object takes Python a sixth of the time of a brief.
    """
    code = main()
    atexit._run_exitfuncs()  # noqa: SLF001 - Python has no other name for it
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # its reader has gone; there is none
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command as the shell gave it, or as `arguments` say, and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _accept_any_terminal()
    _start_quickly()
    from briefgen.types.finding import memory_exhausted  # noqa: PLC0415 - while there is memory

    exhausted = f"{memory_exhausted()}\n"
    as_bytes = exhausted.encode()
    try:
        # Imported here, so that Ctrl-C during the import ends without a traceback too.
        from briefgen.cli.program import run  # noqa: PLC0415

        return run(given)
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        _silence_output()
        return READER_GONE
    except (MemoryError, SystemError):  # not even enough for the import, or for saying so
        try:
            sys.stderr.write(exhausted)
        except MemoryError:
            with suppress(OSError):
                os.write(2, as_bytes)
        return INPUT_WRONG


def _accept_any_terminal() -> None:
    """Print a question mark for what the terminal's encoding lacks, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _start_quickly() -> None:
    """Save about 50 ms of each command, in which little that is made becomes garbage.

    Collections of the imported modules find nothing, so the first one comes when more than a brief
    of one page has been made; and pydantic would read what every installed
    package says of itself to look for plugins, of which briefgen uses none.
    """
    gc.set_threshold(250_000, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _silence_output() -> None:
    """Keep Python from writing to the closed pipe once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
