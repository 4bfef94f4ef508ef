"""The check itself: every rule, every finding."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.errors import found, ordered
from briefgen.check.rules import RULES
from briefgen.check.scope import EVERYONE, Scope
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding


def check(argument: Argument, scope: Scope = EVERYONE) -> tuple[Finding, ...]:
    """Return what is wrong with an argument (errors) or worth a look (warnings), errors first.

    An argument with errors is not built. Within errors and warnings the order is that of the
    file, then that of the rules.
    """
    return ordered([*found(RULES, argument, scope), *argument.places.warnings])


def check_for(argument: Argument, findings: Iterable[Finding], scope: Scope) -> tuple[Finding, ...]:
    """Return the findings of `check` as they are for one audience and the lengths that ask.

    Sentences and reading level are measured by the audience's limits, on the text that it can
    meet; forms are missing that a length asks for.
    """
    scoped = {rule.code: rule for rule in RULES if rule.scoped}
    kept = [finding for finding in findings if finding.code not in scoped]
    return ordered([*kept, *found(scoped.values(), argument, scope)])
