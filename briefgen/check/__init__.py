"""Checking: what an argument says against itself, and what its readers would stumble over.

`rules()` lists every rule; each stands in a file of its own.
"""

from briefgen.check.rules import check, rules

__all__ = ["check", "rules"]
