"""The check of an argument of which some could not be read.

Every rule runs; a remark is left out if it may only follow from what is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.checking import RULES, check
from briefgen.check.references import LISTS, mentions
from briefgen.check.rule import LANGUAGE, OWN
from briefgen.check.scope import EVERYONE, Scope
from briefgen.types.argument import Argument
from briefgen.types.fact import Fact
from briefgen.types.finding import Finding
from briefgen.types.reference import references
from briefgen.types.source_map import Lost, Path
from briefgen.types.supplements import Quotation

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
    printed = {each.id for each in references(_text_at(path, argument))}
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
