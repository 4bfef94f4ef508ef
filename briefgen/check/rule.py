"""What a rule is, what it reports, and the decorator by which it is registered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from briefgen.check.scope import Scope
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, Severity
from briefgen.types.source_map import Path

OWN = "own"
"""The whole point, fact or event that a remark is about."""

LANGUAGE = "language"
"""The language of the argument, by which its words are known."""


class Remark(Struct, frozen=True):
    """What a rule has found: where, what is wrong, and what to do.

    `text_line` is the line within the text, counted from 0, where one is meant.
    """

    path: Path
    message: str
    hint: str
    text_line: int | None = None


Check = Callable[[Argument], Iterator[Remark]]
ScopedCheck = Callable[[Argument, Scope], Iterator[Remark]]


class Rule(Struct, frozen=True):
    """One thing that is checked.

    `rests_on` names what its remarks depend on besides the text that they point to: `OWN`,
    `LANGUAGE` or a key of the argument. Where some of that could not be read, they are not shown.
    A `scoped` rule is checked for an audience, or for the lengths that are asked for.
    """

    code: str
    severity: Severity
    summary: str
    remarks: ScopedCheck
    rests_on: tuple[str, ...]
    scoped: bool = False


REGISTERED: list[Rule] = []
"""Every rule of the modules imported so far. `rules.RULES` has all of them, in their order."""

_ORDER = """
    duplicate-id duplicate-term unknown-reference malformed-reference unknown-companion
    together-cycle words-missing unknown-member unsupported-markup
    unsafe-link unsupported-character unnormalised-text unset-script unattributed-view
    unsound-series unsound-interval unsound-projection
    unsound-group outside-unresolved

    unused-fact unused-source unresolved-sources unbacked-number missing-noun stale-fact
    number-missing-in-detail incomparable-facts headline-stop relative-date
    context-dependent-opening unexplained-acronym vague-link wide-table long-quotation event-order
    future-date lost-hedge many-recommendations invisible-character companion-excluded

    glyph-missing placeholder required-form

    long-sentence hard-reading missing-form
"""
"""The order of the list, and of remarks on one line; a rule that is not named here comes later."""

_PLACES = {code: place for place, code in enumerate(_ORDER.split())}


def in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules in the order in which they are checked and listed, however they were found."""
    return tuple(sorted(rules, key=_rank))


def ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return findings with errors first, each kind by its lines."""
    return tuple(sorted(findings, key=lambda each: (each.severity != "error", each.line or 0)))


def _rank(rule: Rule) -> tuple[bool, bool, int, str]:
    place = _PLACES.get(rule.code, len(_PLACES))
    return rule.scoped, rule.severity != "error", place, rule.code


def rule(
    code: str, severity: Severity, summary: str, *, rests_on: tuple[str, ...]
) -> Callable[[Check], Check]:
    """Register a function as a rule that holds for any reader and length."""

    def register(check: Check) -> Check:
        REGISTERED.append(
            Rule(code, severity, summary, lambda argument, _scope: check(argument), rests_on)
        )
        return check

    return register


def scoped_rule(
    code: str, severity: Severity, summary: str, *, rests_on: tuple[str, ...]
) -> Callable[[ScopedCheck], ScopedCheck]:
    """Register a function as a rule that depends on audience, lengths, fonts or skeleton."""

    def register(check: ScopedCheck) -> ScopedCheck:
        REGISTERED.append(Rule(code, severity, summary, check, rests_on, scoped=True))
        return check

    return register
