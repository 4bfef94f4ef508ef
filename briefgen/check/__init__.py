"""Checking: what an argument says against itself, and what its readers would stumble over.

A rule is a function with the decorator `@rule` in a module of its theme; `rules()` lists them all.
"""

from briefgen.check.checking import check, check_for, errors, glyph_findings, placeholder_warnings
from briefgen.check.partly import check_in_part
from briefgen.check.rules import input_errors, rules
from briefgen.check.scope import Scope

__all__ = [
    "Scope",
    "check",
    "check_for",
    "check_in_part",
    "errors",
    "glyph_findings",
    "input_errors",
    "placeholder_warnings",
    "rules",
]
