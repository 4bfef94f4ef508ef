"""The restricted Jinja2 that every template runs in."""

from briefgen.sandbox.bounds import OUTPUT_LIMIT, WORK_LIMIT, Exhausted, Forbidden, TooDeep
from briefgen.sandbox.environment import Sandbox, plain_context
from briefgen.sandbox.faults import document_faults
from briefgen.sandbox.running import reason, run

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
