"""An argument that another program writes to standard input."""

from __future__ import annotations

import os
import sys

from briefgen.load.text import SIZE_LIMIT, decoded_text
from briefgen.types.finding import Finding, LoadError

STANDARD_INPUT = "-"


class StandardInput(os.PathLike[str]):
    """Standard input in a file's place: YAML, JSON or Markdown, in the folder of its pictures.

    Errors call it `-`, in that folder.
    """

    def __init__(self, language: str = "yaml", root: str | None = None) -> None:
        self.suffix = f".{language}"
        self._file = os.path.join(root or "", STANDARD_INPUT)  # noqa: PTH118 - no "./" before it

    def __fspath__(self) -> str:
        return self._file

    def read(self) -> str:
        """Return all that is written to it.

        Raises:
            LoadError: `file-missing` where there is no standard input, `file-empty`,
                `file-too-large`, or as `decoded_text`.
        """
        if sys.stdin is None:
            raise self._refused("file-missing", "is standard input, which is closed", "name a file")
        data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
        if len(data) > SIZE_LIMIT:
            message = f"has more than {SIZE_LIMIT / 1e6:g} MB; at most so much is read"
            raise self._refused("file-too-large", message, "is this the right text?")
        if not data.strip():
            message = "is empty: standard input has no text"
            raise self._refused("file-empty", message, "write the argument to it, or name a file")
        return decoded_text(data, self._file)

    def _refused(self, code: str, message: str, hint: str) -> LoadError:
        return LoadError([Finding(code, message, hint, file=self._file)])
