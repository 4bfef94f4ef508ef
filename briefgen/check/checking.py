"""The check itself: every rule, every finding."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from briefgen.check.characters import unprinted
from briefgen.check.rule import Remark, Rule
from briefgen.check.rules import RULES
from briefgen.check.scope import EVERYONE, Scope
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding


def check(argument: Argument, scope: Scope = EVERYONE) -> tuple[Finding, ...]:
    """Return what is wrong with an argument (errors) or worth a look (warnings), errors first.

    An argument with errors is not built. Within errors and warnings the order is that of the
    file, then that of the rules.
    """
    return _ordered([*_found(RULES, argument, scope), *argument.places.warnings])


def errors(argument: Argument) -> tuple[Finding, ...]:
    """Return what keeps an argument from being built, and nothing else: that takes less time."""
    stopping = [rule for rule in RULES if rule.severity == "error" and not rule.scoped]
    return _ordered(_found(stopping, argument, EVERYONE))


def glyph_findings(argument: Argument, missing: frozenset[int]) -> tuple[Finding, ...]:
    """Return where an argument has characters that no font has: errors of a PDF, not of Word."""
    rule = next(rule for rule in RULES if rule.code == "glyph-missing")
    remarks = unprinted(argument, lambda character: ord(character) in missing)
    return _ordered([_finding(rule, remark, argument) for remark in remarks])


def placeholder_warnings(argument: Argument, examples: Collection[str]) -> tuple[Finding, ...]:
    """Return what is left of the skeleton as warnings: errors of `check`, a draft may have them."""
    rule = next(rule for rule in RULES if rule.code == "placeholder")
    found = _found([rule], argument, Scope(examples=examples))
    return _ordered([replace(finding, severity="warning") for finding in found])


def check_for(argument: Argument, findings: Iterable[Finding], scope: Scope) -> tuple[Finding, ...]:
    """Return the findings of `check` as they are for one audience and the lengths that ask.

    Sentences and reading level are measured by the audience's limits, on the text that it can
    meet; forms are missing that a length asks for.
    """
    scoped = {rule.code: rule for rule in RULES if rule.scoped}
    kept = [finding for finding in findings if finding.code not in scoped]
    return _ordered([*kept, *_found(scoped.values(), argument, scope)])


def _found(rules: Iterable[Rule], argument: Argument, scope: Scope) -> list[Finding]:
    return [
        _finding(rule, remark, argument)
        for rule in rules
        for remark in rule.remarks(argument, scope)
    ]


def _ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda each: (each.severity != "error", each.line or 0)))


def _finding(rule: Rule, remark: Remark, argument: Argument) -> Finding:
    file = argument.places.file_of(remark.path)
    line = argument.places.line(remark.path, remark.text_line)
    match remark.path:
        case ("sources", int(number), *_) if argument.places.entries:
            file, line = argument.places.entries.get(argument.sources[number].id, (file, line))
    return Finding(rule.code, remark.message, remark.hint, remark.path, rule.severity, file, line)
