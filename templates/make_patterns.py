"""Make `patterns.marshal`, the code of patterns that a first brief and a first comparison use.

    python templates/make_patterns.py

Run it after a change of a pattern, or with another Python; a test says so where it was forgotten.
Without it everything works, and starts later.
"""

from __future__ import annotations

import importlib
import marshal
import sys
import tempfile
from pathlib import Path
from subprocess import DEVNULL, run
from typing import Any, cast

from briefgen.pattern import MadePattern, patterns_file, python_of_patterns

ROOT = Path(__file__).parent.parent

COMMANDS = (
    "build {data}/china-mali.md --length one-page -o {out}/a.pdf -o {out}/a.docx",
    "build {data}/china-mali.yaml --length full --audience analyst -o {out}/b.pdf",
    "build {data}/accessible-documents.md --length two-page -o {out}/c.pdf -o {out}/c.docx",
    "check {data}/accessible-documents.yaml",
    "check {data}/accessible-documents.md --against {examples}/night-buses-article.md",
    "check {data}/china-mali.yaml --against {examples}/night-buses-article.md",
)
"""What people start with. Another brief compiles what it uses besides, as Python does."""

_RECORDED = """
import sys
from briefgen import pattern
asked = set()
compile_pattern = pattern.compile_pattern
def recorded(text, flags=0):
    asked.add((text, int(flags)))
    return compile_pattern(text, flags)
pattern.compile_pattern = recorded
from briefgen.cli import main
main(sys.argv[2:])
open(sys.argv[1], "w").write(repr(sorted(asked)))
"""


def made() -> bytes:
    """Return the file as it is made now: the same bytes for the same patterns."""
    code = {key: _made(*key) for key in sorted(_asked())}
    # Version 2 writes each object where it stands, later ones by how often Python refers to it.
    return marshal.dumps(cast("Any", (python_of_patterns(), code)), 2)


def _asked() -> set[tuple[str, int]]:
    """Return text and flags of the patterns that the commands compile, each in a new process."""
    asked: set[tuple[str, int]] = set()
    with tempfile.TemporaryDirectory() as folder:
        noted = Path(folder) / "noted"
        places = {"data": ROOT / "data", "examples": ROOT / "examples", "out": folder}
        for command in COMMANDS:
            given = [one.format(**places) for one in command.split()]
            # A comparison with another article finds faults, which is what it is there for.
            run(  # noqa: S603 - this Python, and commands from above
                [sys.executable, "-c", _RECORDED, noted, *given],
                cwd=ROOT,
                stdout=DEVNULL,
                stderr=DEVNULL,
                check=False,
            )
            asked.update(eval(noted.read_text("utf-8")))  # noqa: S307 - what repr has written
            noted.unlink()
    return asked


def _made(text: str, flags: int) -> MadePattern:
    # What `re.compile` itself calls, without public names.
    parsed = importlib.import_module("re._parser").parse(text, flags)
    code = importlib.import_module("re._compiler")._code(parsed, flags)  # noqa: SLF001
    names = dict(parsed.state.groupdict)
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    words = b"".join(word.to_bytes(4, sys.byteorder) for word in code)
    return int(flags | parsed.state.flags), words, names, tuple(by_number)


if __name__ == "__main__":
    patterns_file().write_bytes(made())
