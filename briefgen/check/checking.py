"""The check itself: every rule, every finding.

Where some of an argument could not be read, every rule runs; a remark is left out if it may only
follow from what is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.check import (
    characters,
    facts,
    figures,
    prose,
    references,
    series,
    sources,
    structure,
    together,
    wording,
)
from briefgen.check.errors import found
from briefgen.check.references import LISTS, mentions
from briefgen.check.rule import EVERYONE, LANGUAGE, OWN, REGISTERED, Scope, in_order, ordered
from briefgen.types.argument import Argument
from briefgen.types.fact import Fact
from briefgen.types.finding import Finding
from briefgen.types.reference import references as references_in
from briefgen.types.source_map import Lost, Path
from briefgen.types.supplements import Quotation

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


_RESTS_ON = {rule.code: rule.rests_on for rule in RULES}


def check_in_part(argument: Argument, lost: Lost, scope: Scope = EVERYONE) -> tuple[Finding, ...]:
    """Return the findings of `check` that hold whatever stands where something is lost."""
    return tuple(found for found in check(argument, scope) if _holds(found, argument, lost))


def _holds(finding: Finding, argument: Argument, lost: Lost) -> bool:
    if lost.covers(finding.path):
        return False
    match finding.code:
        case "unknown-reference":
            return not _may_be_lost(finding.path, argument, lost)
        case "unused-fact" | "unused-source":
            return not _is_named(finding.path, argument, lost)
    ways = {OWN: _entry(finding.path), LANGUAGE: ("article", "language")}
    rests = _RESTS_ON.get(finding.code, ())  # none of a bibliography
    return not any(lost.touches(*ways.get(part, (part,))) for part in rests)


def compared_holds(finding: Finding, argument: Argument, lost: Lost) -> bool:
    """Whether a finding of a comparison with the article holds whatever stands where it is lost.

    It rests on the text, on all of a figure, quotation or event, on where a point stands and how
    sure it is, and on what the text prints by its id.
    """
    path = finding.path
    if lost.covers(path) or (finding.code == "anchor-drifted" and not path and lost.paths):
        return False
    entry = _entry(path)
    if entry[:1] in (("facts",), ("quotations",), ("timeline",)):
        return not lost.touches(*entry)
    if entry and any(lost.touches(*entry, key) for key in _OF_POINT):
        return False
    printed = {each.id for each in references_in(_text_at(path, argument))}
    return not any(each.id in printed for each in _lost_entries(argument, lost))


_OF_POINT = ("id", "locator", "modality", "attribution", "evidence")
"""Keys of a point that its text is compared by."""


def _text_at(path: Path, argument: Argument) -> str:
    value: object = argument
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            value = getattr(value, step, None)
    return value if isinstance(value, str) else ""


def _lost_entries(argument: Argument, lost: Lost) -> Iterator[Fact | Quotation]:
    """Yield the figures and quotations of which something is lost."""
    for number, fact in enumerate(argument.facts):
        if lost.touches("facts", number):
            yield fact
    for number, quotation in enumerate(argument.quotations):
        if lost.touches("quotations", number):
            yield quotation


def _entry(path: Path) -> Path:
    """Return the way to the point, fact or event that a value belongs to."""
    return path[:2] if len(path) > 1 and isinstance(path[1], int) else path[:1]


def _may_be_lost(path: Path, argument: Argument, lost: Lost) -> bool:
    """Whether something at a place refers to what may stand where an entry is lost."""
    signs = {mention.sign for mention in mentions(argument) if mention.path == path}
    return any(_is_open(LISTS[sign], lost) for sign in signs)


def _is_open(part: str, lost: Lost) -> bool:
    """Whether ids of a part are lost."""
    return any(
        path == (part,) or (path[:1] == (part,) and path[2:] == ("id",)) for path in lost.paths
    )


def _is_named(path: Path, argument: Argument, lost: Lost) -> bool:
    """Whether lost text names what nothing else refers to, or may do so."""
    if lost.unseen or lost.touches(*path, "id"):
        return True
    ids = [each.id for each in getattr(argument, str(path[0]))]
    words = re.findall(r"[\w-]+", lost.text)
    return any(each in words for each in _ids(path, ids))


def _ids(path: Path, ids: list[str]) -> Iterator[str]:
    if len(path) > 1 and isinstance(path[1], int):
        yield ids[path[1]]
    else:
        yield from ids
