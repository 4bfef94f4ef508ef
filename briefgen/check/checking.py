"""The check itself: every rule, every finding."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check import (
    characters,
    dates,
    facts,
    figures,
    prose,
    reading,
    references,
    series,
    sources,
    structure,
    together,
    wording,
)
from briefgen.check.errors import found
from briefgen.check.rule import REGISTERED, in_order, ordered
from briefgen.check.scope import EVERYONE, Scope
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding

MODULES = (
    structure,
    references,
    together,
    sources,
    prose,
    characters,
    figures,
    facts,
    series,
    wording,
    dates,
    reading,
)
"""The modules with rules; importing them registers these."""

RULES = in_order(REGISTERED)

AT_LOAD: tuple[tuple[str, str], ...] = (
    ("headline-too-long", "Headlines have at most 12 words."),
    ("takeaway-too-long", "Takeaways have at most 30 words."),
    ("number-too-long", "Numbers have at most 15 digits before and 12 after the decimal point."),
    ("not-a-date", "Dates are known to the day, month, part of a year or year."),
    ("source-status", "A resolved source has an address or a reference, another has none."),
    ("pin-excluded", "Nothing is pinned and excluded at once."),
    ("more-and-detail", "The longest form is a detail, or what more adds to the summary."),
    ("more-alone", "What more adds stands after a summary."),
    ("pin-form-missing", "What is pinned has the form that it is pinned in."),
    ("control-character", "No characters that no page can print."),
    ("word-too-long", "No word of more than 200 characters."),
)
"""What the types reject while an argument is loaded: the codes of errors that need no rule."""


def rules() -> tuple[tuple[str, str, str], ...]:
    """Return the code, the severity and one line about each rule, for lists and manuals."""
    return tuple((rule.code, rule.severity, rule.summary) for rule in RULES)


def input_errors() -> tuple[tuple[str, str, str], ...]:
    """Return the same for what is rejected while an argument is loaded."""
    return tuple((code, "error", summary) for code, summary in AT_LOAD)


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
