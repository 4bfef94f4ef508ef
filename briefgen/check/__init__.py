"""Checking: what an argument says against itself, and what its readers would stumble over.

`rules()` lists every rule; each stands in a file of its own.
"""

from briefgen.check.checking import check, check_for
from briefgen.check.rules import refusals, rules
from briefgen.check.scope import Asked

__all__ = ["Asked", "check", "check_for", "refusals", "rules"]
