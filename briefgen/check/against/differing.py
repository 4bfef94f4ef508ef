"""What differs between a printed sentence and its passage: number, unit, date, name and wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from briefgen.check.against import counts, figures, quotations
from briefgen.check.against.around_figures import other_qualifiers
from briefgen.check.against.claims import other_claims
from briefgen.check.against.clauses import other_causes
from briefgen.check.against.directions import dates_of_another, other_directions
from briefgen.check.against.names import unknown_names
from briefgen.check.against.roles import exchanged_roles
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.typed import typed_numbers
from briefgen.check.against.typed_dates import other_dates, other_event_dates, typed_dates
from briefgen.check.against.typed_names import names_from_elsewhere
from briefgen.check.against.whose import lost_attributions, lost_exceptions, said_by_another
from briefgen.check.against.wording import other_polarity, stronger_verbs
from briefgen.check.rule import Remark
from briefgen.languages.source_words import SourceWords
from briefgen.types.signoff import PrintedSentence, StatementClass

OWN_WORDS = ("editor", "frame", "outside")
"""Classes whose words are the editor's: no wording of the article is turned or made surer."""

_FACT_RULES = (
    ("number", figures.missing_figures),
    ("number", counts.own_counts),
    ("number", figures.other_intervals),
    ("unit", figures.other_units),
    ("qualifier", other_qualifiers),
    ("date", other_dates),
    ("date", other_event_dates),
    ("quotation", quotations.quotations_elsewhere),
    ("quotation", quotations.misplaced_quotations),
    ("speaker", quotations.other_speakers),
)
"""Rules about what is typed once, and compared once, wherever it is printed."""


def differences(
    compared: Comparison,
    printed: Sequence[PrintedSentence],
    statements: Sequence[Statement],
    kinds: Sequence[StatementClass],
) -> list[tuple[str, ...]]:
    """Return what differs from its passage in each statement, each once."""
    found: list[dict[str, None]] = [{} for _ in statements]
    typed = _of_typed(compared)
    for number, each in enumerate(printed):
        for name, wanted in (
            ("facts", each.facts),
            ("quotations", each.quotations),
            ("timeline", (each.event,)),
        ):
            for identity in wanted:
                found[number].update(dict.fromkeys(typed.get((name, identity), ())))
    for name, remark in _of_words(compared, statements, kinds):
        place = remark.path[1]
        assert isinstance(place, int)
        found[place][f"{name}: {remark.message}"] = None
    return [tuple(each) for each in found]


def _of_typed(compared: Comparison) -> Mapping[tuple[str, str | None], list[str]]:
    """Return what differs in figures, quotations and events, by where and their id."""
    found: dict[tuple[str, str | None], list[str]] = {}
    for name, rule in _FACT_RULES:
        for remark in rule(compared):
            kind, place = remark.path[:2]
            assert isinstance(place, int)
            one = getattr(compared.argument, str(kind))[place]
            found.setdefault((str(kind), one.id), []).append(f"{name}: {remark.message}")
    return found


def _of_words(
    compared: Comparison, statements: Sequence[Statement], kinds: Sequence[StatementClass]
) -> Iterator[tuple[str, Remark]]:
    pairs = [*zip(statements, kinds, strict=True)]
    words = compared.index.words
    own = _given(compared, (each for each, kind in pairs if kind not in OWN_WORDS), words)
    said = _given(
        compared, (each for each, kind in pairs if kind not in ("frame", "outside")), words
    )
    for name, remarks in (
        ("number", typed_numbers(said)),
        ("date", typed_dates(said)),
        ("name", (remark for _, remark in unknown_names(said))),
        ("name", names_from_elsewhere(own)),
        ("modal", stronger_verbs(own)),
        ("polarity", other_polarity(own)),
        ("direction", other_directions(own)),
        ("date", dates_of_another(own)),
        ("roles", exchanged_roles(own)),
        ("speaker", said_by_another(own)),
        ("speaker", lost_attributions(own)),
        ("scope", other_claims(own)),
        ("scope", lost_exceptions(own)),
        ("cause", other_causes(own)),
    ):
        yield from ((name, remark) for remark in remarks)


def _given(compared: Comparison, statements: Iterable[Statement], words: SourceWords) -> Comparison:
    """Return the comparison of some statements, without the places that are printed in brackets."""
    place = re.compile(
        rf"\s*\([^()]*(?:{words.paragraph_words}|{words.page_words})\s*\d[^()]*\)",
        re.IGNORECASE | re.VERBOSE,
    )
    given = tuple(replace(each, text=place.sub("", each.text)) for each in statements)
    return replace(compared, given=given)
