"""Why a value is not valid."""

from __future__ import annotations


class InputError(ValueError):
    """A value that a type rejects: a stable code, what is wrong, and what to do.

    A ValueError, so that pydantic collects it with its path.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint
