"""What a build asks of an argument: its errors, what is left of a skeleton, missing characters.

Rules that only warn are not even imported, as they know many words and patterns.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from briefgen.check import (
    characters,
    prose,
    references,
    series,
    sources,
    structure,
    together,
)
from briefgen.check.rule import EVERYONE, REGISTERED, Remark, Rule, Scope, in_order, ordered
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding

MODULES = (structure, references, together, sources, prose, characters, series)
"""The modules with rules of errors; importing them registers these."""

_ERRORS = {rule.code: rule for rule in in_order(REGISTERED) if rule.severity == "error"}


def errors(argument: Argument) -> tuple[Finding, ...]:
    """Return what keeps an argument from being built, and nothing else: that takes less time."""
    stopping = [rule for rule in _ERRORS.values() if not rule.scoped]
    return ordered(found(stopping, argument, EVERYONE))


def glyph_findings(argument: Argument, missing: frozenset[int]) -> tuple[Finding, ...]:
    """Return where an argument has characters that no font has: errors of a PDF, not of Word."""
    rule = _ERRORS["glyph-missing"]
    remarks = characters.unprinted(argument, lambda character: ord(character) in missing)
    return ordered([_finding(rule, remark, argument) for remark in remarks])


def placeholder_warnings(argument: Argument, examples: Collection[str]) -> tuple[Finding, ...]:
    """Return what is left of the skeleton as warnings: errors of `check`, a draft may have them."""
    left = found([_ERRORS["placeholder"]], argument, Scope(examples=examples))
    return ordered([replace(finding, severity="warning") for finding in left])


def found(rules: Iterable[Rule], argument: Argument, scope: Scope) -> list[Finding]:
    """Return what rules remark on an argument."""
    return [
        _finding(rule, remark, argument)
        for rule in rules
        for remark in rule.remarks(argument, scope)
    ]


def _finding(rule: Rule, remark: Remark, argument: Argument) -> Finding:
    file = argument.places.file_of(remark.path)
    line, column = argument.places.place_saying(remark.path, remark.message, remark.text_line)
    match remark.path:
        case ("sources", int(number), *_) if argument.places.entries:
            file, line = argument.places.entries.get(argument.sources[number].id, (file, line))
    return Finding(
        rule.code,
        remark.message,
        remark.hint,
        argument.places.typed_path(remark.path),
        rule.severity,
        file,
        line,
        column=column,
    )
