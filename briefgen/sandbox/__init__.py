"""The restricted Jinja2 that every template runs in."""

from briefgen.sandbox.bounds import OUTPUT_LIMIT, WORK_LIMIT, Exhausted, Forbidden, TooDeep
from briefgen.sandbox.environment import Sandbox, plain_context, reason, run
from briefgen.sandbox.fields import document_faults

__all__ = [
    "OUTPUT_LIMIT",
    "WORK_LIMIT",
    "Exhausted",
    "Forbidden",
    "Sandbox",
    "TooDeep",
    "document_faults",
    "plain_context",
    "reason",
    "run",
]
