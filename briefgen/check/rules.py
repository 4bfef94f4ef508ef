"""The rules, in the order in which they are checked."""

from __future__ import annotations

from briefgen.check.context_dependent_openings import context_dependent_openings
from briefgen.check.dangling_references import dangling_references
from briefgen.check.duplicate_ids import duplicate_ids
from briefgen.check.duplicate_terms import duplicate_terms
from briefgen.check.event_order import event_order
from briefgen.check.future_dates import future_dates
from briefgen.check.hard_reading import hard_reading
from briefgen.check.headline_stops import headline_stops
from briefgen.check.incomparable_facts import incomparable_facts
from briefgen.check.invisible_characters import invisible_characters
from briefgen.check.long_quotations import long_quotations
from briefgen.check.long_sentences import long_sentences
from briefgen.check.lost_hedges import lost_hedges
from briefgen.check.malformed_references import malformed_references
from briefgen.check.many_recommendations import many_recommendations
from briefgen.check.missing_forms import missing_forms
from briefgen.check.missing_glyphs import CODE as GLYPH_MISSING
from briefgen.check.missing_glyphs import missing_glyphs
from briefgen.check.missing_nouns import missing_nouns
from briefgen.check.numbers_missing_in_detail import numbers_missing_in_detail
from briefgen.check.placeholders import CODE as PLACEHOLDER
from briefgen.check.placeholders import placeholders
from briefgen.check.relative_dates import relative_dates
from briefgen.check.rule import Rule, ScopedRule
from briefgen.check.stale_facts import stale_facts
from briefgen.check.unattributed_views import unattributed_views
from briefgen.check.unbacked_numbers import unbacked_numbers
from briefgen.check.unexplained_acronyms import unexplained_acronyms
from briefgen.check.unnormalised_texts import unnormalised_texts
from briefgen.check.unresolved_sources import unresolved_sources
from briefgen.check.unsafe_links import unsafe_links
from briefgen.check.unset_scripts import unset_scripts
from briefgen.check.unsound_series import unsound_series
from briefgen.check.unsupported_characters import unsupported_characters
from briefgen.check.unsupported_markup import unsupported_markup
from briefgen.check.unused_facts import unused_facts
from briefgen.check.unused_sources import unused_sources
from briefgen.check.vague_links import vague_links

_ERRORS = (
    ("duplicate-id", "Ids are unique over the whole argument.", duplicate_ids),
    ("duplicate-term", "The glossary explains each term once.", duplicate_terms),
    ("unknown-reference", "What is referred to is there.", dangling_references),
    (
        "malformed-reference",
        "What looks like a reference in prose holds exactly one id.",
        malformed_references,
    ),
    (
        "unsupported-markup",
        "Prose has no markup that is not printed as such: HTML, lists, code, footnotes, formulas.",
        unsupported_markup,
    ),
    ("unsafe-link", "Links in prose are http, https or mailto addresses.", unsafe_links),
    (
        "unsupported-character",
        "No control, private-use or replacement characters, none that turn the direction of text.",
        unsupported_characters,
    ),
    ("unnormalised-text", "Letters with accents are single characters.", unnormalised_texts),
    (
        "unset-script",
        "No script from right to left, or whose letters change with their neighbours.",
        unset_scripts,
    ),
    ("unattributed-view", "A cited view has a source or a name.", unattributed_views),
    ("unsound-series", "A series has one value for each date, and the fact's own.", unsound_series),
)

_WARNINGS = (
    ("unused-fact", "Every fact is used.", unused_facts),
    ("unused-source", "Every source is cited.", unused_sources),
    ("unresolved-sources", "Every source has an address or a reference.", unresolved_sources),
    ("unbacked-number", "Every number in prose is a fact.", unbacked_numbers),
    ("missing-noun", "A number in prose has a noun, which a fact does not print.", missing_nouns),
    ("stale-fact", "No fact is older than its shelf life.", stale_facts),
    (
        "number-missing-in-detail",
        "A summary says no number that its detail does not.",
        numbers_missing_in_detail,
    ),
    (
        "incomparable-facts",
        "Facts of one unit stand together only if they may be compared.",
        incomparable_facts,
    ),
    ("headline-stop", "Headlines end without a full stop.", headline_stops),
    ("relative-date", "Dates are absolute.", relative_dates),
    ("context-dependent-opening", "Every form stands alone.", context_dependent_openings),
    ("unexplained-acronym", "Every acronym is in the glossary.", unexplained_acronyms),
    ("vague-link", "The words of a link say where it leads.", vague_links),
    ("long-quotation", "Quotations have at most 40 words.", long_quotations),
    ("event-order", "The timeline runs from old to new.", event_order),
    ("future-date", "Nothing past is dated after the article's cut-off.", future_dates),
    ("lost-hedge", "Every form of a possible, planned or reported point says so.", lost_hedges),
    (
        "many-recommendations",
        "There are at most five recommendations.",
        many_recommendations,
    ),
    (
        "invisible-character",
        "No direction marks or zero-width characters, unless the script needs them.",
        invisible_characters,
    ),
)

_SCOPED_ERRORS = (
    (GLYPH_MISSING, "Every character is in a font at hand; Word finds others.", missing_glyphs),
    (PLACEHOLDER, "No words of the skeleton and no marks such as TODO are left.", placeholders),
)

_SCOPED = (
    (
        "long-sentence",
        "Sentences have at most the audience's words, or 25.",
        long_sentences,
    ),
    (
        "hard-reading",
        "The text asks for no more schooling than the audience's level.",
        hard_reading,
    ),
    (
        "missing-form",
        "Every point has a form that a length can print; with --length, the longest.",
        missing_forms,
    ),
)

RULES: tuple[Rule, ...] = (
    *(Rule(code, "error", about, remarks) for code, about, remarks in _ERRORS),
    *(Rule(code, "warning", about, remarks) for code, about, remarks in _WARNINGS),
)
SCOPED_RULES: tuple[ScopedRule, ...] = (
    *(ScopedRule(code, "error", about, remarks) for code, about, remarks in _SCOPED_ERRORS),
    *(ScopedRule(code, "warning", about, remarks) for code, about, remarks in _SCOPED),
)

AT_LOAD: tuple[tuple[str, str], ...] = (
    ("headline-too-long", "Headlines have at most 12 words."),
    ("number-too-long", "Numbers have at most 15 digits before and 12 after the decimal point."),
    ("not-a-date", "Dates are known to the day, month, part of a year or year."),
    ("source-status", "A resolved source has an address or a reference, another has none."),
    ("pin-excluded", "Nothing is pinned and excluded at once."),
    ("pin-form-missing", "What is pinned has the form that it is pinned in."),
    ("control-character", "No characters that no page can print."),
    ("word-too-long", "No word of more than 200 characters."),
)
"""What the types refuse while an argument is loaded: the codes of errors that need no rule."""


def rules() -> tuple[tuple[str, str, str], ...]:
    """Return the code, the severity and one line about each rule, for lists and manuals."""
    every: tuple[Rule | ScopedRule, ...] = (*RULES, *SCOPED_RULES)
    return tuple((rule.code, rule.severity, rule.about) for rule in every)


def input_errors() -> tuple[tuple[str, str, str], ...]:
    """Return the same of what is refused while an argument is loaded."""
    return tuple((code, "error", about) for code, about in AT_LOAD)
