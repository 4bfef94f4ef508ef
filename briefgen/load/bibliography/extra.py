"""Libraries of extras: what reads and formats sources, which not every user needs."""

from __future__ import annotations

import importlib
from typing import Any

from briefgen.types.finding import Finding, LoadError


def library(module: str, reads: str, extra: str) -> Any:
    """Return a library by the name of its module.

    Raises:
        LoadError: `extra-missing`: it is not installed; the hint says how to install it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        message = f"{reads} is read with {module}, which is not installed"
        hint = f'pip install "briefgen[{extra}]"'
        raise LoadError([Finding("extra-missing", message, hint)]) from error
