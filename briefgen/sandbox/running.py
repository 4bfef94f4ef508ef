"""Running a template within its bounds. What goes wrong meanwhile is a fault of the template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Template
from jinja2.exceptions import TemplateError, TemplateRuntimeError

from briefgen.sandbox.bounds import OUTPUT_LIMIT, Exhausted

_PYTHON = (TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
"""What a template can make Python raise: a text that is no list, a number by nothing."""


def reason(error: TemplateError) -> str:
    """Return what an error of a template says, in a line."""
    return " ".join((error.message or "it is no template").split())


def run(template: Template, context: Mapping[str, Any]) -> str:
    """Return what a template writes.

    Raises:
        Exhausted: it does or writes more than a template may.
        TemplateError: it asks for what there is not, or for what cannot be done.
    """
    pieces = []
    written = 0
    try:
        for piece in template.generate(context):
            written += len(piece)
            if written > OUTPUT_LIMIT:
                raise Exhausted(f"it writes more than {OUTPUT_LIMIT:,} characters")
            pieces.append(piece)
    except _PYTHON as error:
        raise TemplateRuntimeError(str(error)).with_traceback(error.__traceback__) from None
    return "".join(pieces)
