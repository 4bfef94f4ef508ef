"""The rules, in the order in which they are checked, and the check itself."""

from __future__ import annotations

from briefgen.check.dangling_references import dangling_references
from briefgen.check.duplicate_ids import duplicate_ids
from briefgen.check.duplicate_terms import duplicate_terms
from briefgen.check.event_order import event_order
from briefgen.check.hanging_starts import hanging_starts
from briefgen.check.headline_stops import headline_stops
from briefgen.check.invisible_characters import invisible_characters
from briefgen.check.long_quotations import long_quotations
from briefgen.check.long_sentences import long_sentences
from briefgen.check.lost_hedges import lost_hedges
from briefgen.check.malformed_references import malformed_references
from briefgen.check.relative_dates import relative_dates
from briefgen.check.rule import Remark, Rule
from briefgen.check.unbacked_numbers import unbacked_numbers
from briefgen.check.uncarried_characters import uncarried_characters
from briefgen.check.unexplained_acronyms import unexplained_acronyms
from briefgen.check.unheld_views import unheld_views
from briefgen.check.unresolved_sources import unresolved_sources
from briefgen.check.unused_facts import unused_facts
from briefgen.check.unused_sources import unused_sources
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding

RULES: tuple[Rule, ...] = (
    Rule("duplicate-id", "error", "Ids are unique over the whole argument.", duplicate_ids),
    Rule("duplicate-term", "error", "The glossary explains each term once.", duplicate_terms),
    Rule("unknown-reference", "error", "What is referred to is there.", dangling_references),
    Rule(
        "malformed-reference",
        "error",
        "What looks like a reference in prose holds exactly one id.",
        malformed_references,
    ),
    Rule(
        "uncarried-character",
        "error",
        "No control, private-use or replacement characters.",
        uncarried_characters,
    ),
    Rule("unheld-view", "error", "A cited view has a source or a name.", unheld_views),
    Rule("unused-fact", "warning", "Every fact is used.", unused_facts),
    Rule("unused-source", "warning", "Every source is cited.", unused_sources),
    Rule(
        "unresolved-sources",
        "warning",
        "Every source has an address or a reference.",
        unresolved_sources,
    ),
    Rule("unbacked-number", "warning", "Every number in prose is a fact.", unbacked_numbers),
    Rule("headline-stop", "warning", "Headlines end without a full stop.", headline_stops),
    Rule("relative-date", "warning", "Dates are absolute.", relative_dates, "en"),
    Rule("hanging-start", "warning", "Every form stands alone.", hanging_starts, "en"),
    Rule(
        "unexplained-acronym",
        "warning",
        "Every acronym is in the glossary.",
        unexplained_acronyms,
    ),
    Rule("long-quotation", "warning", "Quotations have at most 40 words.", long_quotations),
    Rule("long-sentence", "warning", "Sentences have at most 25 words.", long_sentences),
    Rule("event-order", "warning", "The timeline runs from old to new.", event_order),
    Rule(
        "lost-hedge",
        "warning",
        "Every form of a possible, planned or reported point says so.",
        lost_hedges,
        "en",
    ),
    Rule(
        "invisible-character",
        "warning",
        "No bidi controls or zero-width characters, unless the script needs them.",
        invisible_characters,
    ),
)


def check(argument: Argument) -> tuple[Finding, ...]:
    """Return what is wrong with an argument (errors) or worth a look (warnings), errors first.

    An argument with errors is not built. Within errors and warnings the order is that of the
    file, then that of the rules.
    """
    language = argument.article.language.partition("-")[0]
    findings = [
        _finding(rule, remark, argument)
        for rule in RULES
        if rule.language in (None, language)
        for remark in rule.remarks(argument)
    ]
    return tuple(sorted(findings, key=lambda each: (each.severity != "error", each.line or 0)))


def rules() -> tuple[tuple[str, str, str], ...]:
    """Return the code, the severity and one line about each rule, for lists and manuals."""
    return tuple((rule.code, rule.severity, rule.about) for rule in RULES)


def _finding(rule: Rule, remark: Remark, argument: Argument) -> Finding:
    return Finding(
        rule.code,
        remark.message,
        remark.hint,
        remark.path,
        rule.severity,
        argument.places.file,
        argument.places.line(remark.path),
    )
