"""The comparison itself: every rule, every finding, what is waived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.check.against import (
    anchoring,
    around_figures,
    claims,
    conditions,
    context,
    copying,
    counts,
    directions,
    elsewhere,
    figures,
    names,
    outside,
    quotations,
    rates,
    roles,
    same_names,
    senses,
    swapped,
    typed,
    typed_dates,
    typed_names,
    vague,
    wholes,
    whose,
    wording,
)
from briefgen.check.against.index import READS, SourceIndex
from briefgen.check.against.rule import SOURCE_RULES, Comparison, SourceRule
from briefgen.check.rule import Remark, ordered
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, nearest
from briefgen.types.signoff import Anchors, Waiver
from briefgen.types.source_map import Path
from briefgen.types.source_text import SourceText

MODULES = (
    quotations,
    figures,
    counts,
    around_figures,
    typed_dates,
    typed,
    elsewhere,
    typed_names,
    vague,
    wording,
    claims,
    conditions,
    names,
    same_names,
    swapped,
    directions,
    roles,
    senses,
    wholes,
    rates,
    whose,
    copying,
    context,
    outside,
    anchoring,
)
"""The modules with rules; importing them registers these."""


def check_against(
    argument: Argument, source: SourceText | SourceIndex, anchors: Anchors | None = None
) -> tuple[Finding, ...]:
    """Return what an argument says that its article does not, errors first.

    What is waived is left out; an idle waiver is reported. Time is linear in the article.
    """
    date = argument.article.date
    index = source if isinstance(source, SourceIndex) else SourceIndex(source, date)
    compared = Comparison(argument, index, anchors)
    found = [
        (rule, remark) for rule in SOURCE_RULES for remark in dict.fromkeys(rule.remarks(compared))
    ]
    waivers = anchors.waive if anchors else ()
    used: set[Waiver] = set()
    findings = []
    for rule, remark in _said_once(found):
        waiver = _waived(rule, remark.path, argument, waivers)
        if waiver is not None:
            used.add(waiver)
            continue
        findings.append(_finding(rule, remark, argument))
    findings += _unused((waiver for waiver in waivers if waiver not in used), argument)
    return ordered(findings)


def _said_once(
    found: Iterable[tuple[SourceRule, Remark]],
) -> Iterator[tuple[SourceRule, Remark]]:
    """Yield what rules found, once where two report a form by one sentence of the article.

    "Rises" for "falls" turns a sentence and its direction: the first rule says so.
    """
    said: dict[Path, list[str]] = {}
    for rule, remark in found:
        _, _, words = remark.hint.partition(READS)
        shown = words.strip('".')
        known = said.setdefault(remark.path, [])
        if shown and any(shown in one or one in shown for one in known):
            continue
        if shown:
            known.append(shown)
        yield rule, remark


def source_rules() -> tuple[tuple[str, str, str], ...]:
    """Return the code, the severity and one line about each rule."""
    return tuple((rule.code, rule.severity, rule.summary) for rule in SOURCE_RULES)


def _finding(rule: SourceRule, remark: Remark, argument: Argument) -> Finding:
    line, column = argument.places.place_saying(remark.path, remark.message, remark.text_line)
    return Finding(
        rule.code,
        remark.message,
        remark.hint,
        argument.places.typed_path(remark.path),
        rule.severity,
        argument.places.file_of(remark.path),
        line,
        column=column,
        at=_id_at(remark.path, argument),
    )


def _waived(
    rule: SourceRule, path: Path, argument: Argument, waivers: Iterable[Waiver]
) -> Waiver | None:
    identity = _id_at(path, argument)
    return next((one for one in waivers if one.code == rule.code and one.at == identity), None)


def _id_at(path: Path, argument: Argument) -> str:
    """Return the id of the point, fact, quotation or event that a path leads into."""
    value = getattr(argument, str(path[0])) if path else None
    if len(path) > 1 and isinstance(path[1], int) and isinstance(value, tuple):
        value = value[path[1]]
    return str(getattr(value, "id", "argument"))


def _unused(waivers: Iterable[Waiver], argument: Argument) -> Iterator[Finding]:
    """Report each waiver that lets nothing stand: of a rule or an id that there is not, or idle."""
    codes = [rule.code for rule in SOURCE_RULES]
    ids = ["argument", *_ids(argument)]
    for waiver in waivers:
        message, hint = (
            f"the waiver of {waiver.code} at {waiver.at} lets nothing stand",
            "take it out",
        )
        for name, known, kind in ((waiver.code, codes, "rule"), (waiver.at, ids, "id")):
            if name not in known:
                near = nearest(name, known)
                message = f"a waiver names {name}, which is no {kind} here"
                hint = f"did you mean {near}?" if near else "briefgen check --waivers shows each"
                break
        yield Finding("waiver-unused", message, hint, severity="warning")


def _ids(argument: Argument) -> Iterator[str]:
    """Yield the ids of all that a finding may be about."""
    for name in type(argument).model_fields:
        value = getattr(argument, name)
        for each in value if isinstance(value, tuple) else (value,):
            if identity := getattr(each, "id", None):
                yield identity
