"""Rules about which way and when: rise for fall, exports for imports, one year for another.

Each clause is set beside the clauses of its passage that speak of the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.check.against.clause_pairs import (
    IN_SENTENCE,
    LEAST_SHARED,
    NEARLY,
    Clause,
    clause_of,
    shown,
    years_of,
)
from briefgen.check.against.figures import holding
from briefgen.check.against.index import Sentence, SourceIndex, stem, words_of
from briefgen.check.against.opposites import RISE_OR_FALL, changed_otherwise
from briefgen.check.against.references_here import in_prose
from briefgen.check.against.rule import GAP, Comparison, Statement, source_rule
from briefgen.check.rule import Remark
from briefgen.types.point import Form
from briefgen.types.reference import Referred


@source_rule("direction-differs", "warning", "Nothing rises that falls in the article.")
def other_directions(compared: Comparison) -> Iterator[Remark]:
    """Report each clause that has one of two contraries where the article has the other.

    Rise and fall, exports and imports: looked at are the clauses of the passage that have either,
    and of these the ones that speak of the same figure, year or things.
    """
    for each, named in in_prose(compared):
        if each.passage.form == Form.HEADLINE:
            continue  # a few words, which sum up more than one sentence
        found = (
            _contrary(each, named, compared)
            or _other_relation(each, compared)
            or changed_otherwise(each, compared)
        )
        if found:
            ours, theirs, where = found
            message = f'says "{ours}" where the article says "{theirs}"'
            yield Remark(each.passage.path, message, shown(where))


def _contrary(
    each: Statement, named: Sequence[Referred], compared: Comparison
) -> tuple[str, str, Clause] | None:
    index, here = compared.index, iter(named)
    for clause in compared.clauses.of(each.text):
        figures = [one for _ in range(clause.text.count(GAP)) if (one := next(here, None))]
        mine = index.contraries(clause.text)
        if not mine:
            continue
        figures_here = _holding(figures, each, compared)
        theirs = [one for near in compared.clauses_near(each) for one in near]
        for (pair, first), word in mine.items():
            if (pair, not first) in mine or _is_denied(clause.text, word, index):
                continue
            if pair != RISE_OR_FALL and (pair, not first) in index.contraries(each.text):
                continue  # of both, each in a clause of its own
            scored = [
                (
                    _score(clause, one, each, (pair, index)) + FIGURE * _holds(one, figures_here),
                    one,
                )
                for one in theirs
                if {(pair, True), (pair, False)} & index.contraries(one.text).keys()
            ]
            highest = max((score for score, _ in scored), default=0.0)
            if highest < LEAST_NEAR:
                continue
            best = [one for score, one in scored if score >= NEARLY * highest]
            said = [index.contraries(one.text) for one in best]
            if any((pair, first) in one for one in said):
                continue
            if index.is_all(each.among) and any(
                score >= LEAST_NEAR and (pair, first) in index.contraries(one.text)
                for score, one in scored
            ):
                continue  # without a place, any clause that says so may be meant
            if _says_both(each, best, (pair, first), compared):
                continue
            other = said[0][pair, not first]
            if not _is_denied(best[0].text, other, index):
                return word, other, best[0]
    return None


def _says_both(
    each: Statement, best: Sequence[Clause], mine: tuple[int, bool], compared: Comparison
) -> bool:
    """Whether the sentence that says the contrary says what ours does, too, in another clause.

    That clause has a word of ours.
    """
    index = compared.index
    said = index.contraries(each.text).items()
    own = {stem(word.casefold()) for (pair, _), word in said if pair == mine[0]}
    stems = index.stems(each.text) - own
    for one in best:
        assert one.sentence is not None
        for other in compared.clauses.of_sentence(one.sentence):
            least = max(1, len(stems & one.stems) - 1)
            if mine in index.contraries(other.text) and len(stems & other.stems) >= least:
                return True
    return False


def _other_relation(each: Statement, compared: Comparison) -> tuple[str, str, Clause] | None:
    """Return two contraries that go together on a condition, where the article has them part.

    "If prices rise, the tax falls" for "if prices rise, the tax rises"; two words of one direction
    for two of both.
    """
    index = compared.index
    if not index.words.is_condition.search(each.text):
        return None
    ours = _two_directions(compared.clauses.of(each.text), index)
    stems = index.stems(each.text)
    found = []
    for near in compared.around(each) if ours else ():
        theirs = _two_directions(compared.clauses.of_sentence(near), index)
        if theirs and len(near.stems & stems) > 1:
            found.append((len(near.stems & stems), theirs, near))
    most = max((score for score, _, _ in found), default=0)
    best = [(theirs, near) for score, theirs, near in found if score >= NEARLY * most]
    if (
        ours
        and best
        and all((theirs[0] == theirs[1]) != (ours[0] == ours[1]) for theirs, _ in best)
    ):
        theirs, near = best[0]
        clause = compared.clauses.of_sentence(near)[0]
        return " ... ".join(ours[2:]), " ... ".join(theirs[2:]), clause
    return None


def _two_directions(
    clauses: Sequence[Clause], index: SourceIndex
) -> tuple[bool, bool, str, str] | None:
    """Return the directions of the first two clauses that rise or fall, and their words."""
    directions = []
    for clause in clauses:
        contraries = index.contraries(clause.text).items()
        said = {up: word for (pair, up), word in contraries if pair == RISE_OR_FALL}
        if len(said) == 1 and not index.words.negates.search(clause.text):
            directions.append(next(iter(said.items())))
    if len(directions) != 2:  # noqa: PLR2004 - one on condition of the other
        return None
    return directions[0][0], directions[1][0], directions[0][1], directions[1][1]


LEAST_NEAR = 1.3
"""The score from which on a clause speaks of the same: two words, or one and one beside."""


def _score(ours: Clause, theirs: Clause, each: Statement, of: tuple[int, SourceIndex]) -> float:
    """Return how much a clause says of the same, the words of a pair of contraries left out.

    A word that only the sentences share is less.
    """
    pair, index = of
    assert theirs.sentence is not None
    said = index.contraries(each.text).items()
    pair_stems = {stem(word.casefold()) for (place, _), word in said if place == pair}
    here = (ours.stems & theirs.stems) - pair_stems
    beside = (index.stems(each.text) & theirs.sentence.stems) - pair_stems - here
    return len(here) + len(ours.numbers & theirs.numbers) + IN_SENTENCE * len(beside)


FIGURE = 2.0
"""What a shared figure counts in words."""


def _holding(
    figures: Iterable[Referred], each: Statement, compared: Comparison
) -> list[tuple[Sentence, int]]:
    """Return the sentences that hold figures of a clause, and where in them."""
    facts = {fact.id: fact for fact in compared.argument.facts}
    return [
        (sentence, quantity.start)
        for one in figures
        if one.sign == "#" and one.id in facts
        for sentence, quantity in holding(facts[one.id], each.among)
    ]


def _holds(clause: Clause, figures: Iterable[tuple[Sentence, int]]) -> bool:
    end = clause.start + len(clause.text)
    return any(one is clause.sentence and clause.start <= at < end for one, at in figures)


def _is_denied(text: str, word: str, index: SourceIndex) -> bool:
    before, words = text[: text.find(word)], index.words
    return bool(words.negates.search(before) or words.lessens.match(before))  # few opposed it


@source_rule("date-of-another", "warning", "A date is that of what it is said of.")
def dates_of_another(compared: Comparison) -> Iterator[Remark]:
    """Report each year of a clause that the article gives to something else.

    The clause of the passage that says the same has another year, and those with this year say
    other things.
    """
    index = compared.index
    for each, _ in in_prose(compared):
        ours = compared.clauses.of(each.text)
        if each.passage.path[0] == "timeline":
            place = each.passage.path[1]
            assert isinstance(place, int)
            year = str(compared.argument.timeline[place].date)[:4]
            ours = [clause_of(each.text, index, also=year)]
        whole = clause_of(each.text, index)
        for clause in ours:
            if len(clause.stems) < LEAST_SHARED and len(whole.years) == 1:
                clause = whole  # noqa: PLW2901 - "In 2015, ..." dates all that follows
            own = str(compared.argument.article.date)[:4]  # "The article of 2019 says"
            if len(clause.years) != 1 or own in clause.years or len(clause.stems) < LEAST_SHARED:
                continue
            found = _dated(
                clause, [one for theirs in compared.clauses_near(each) for one in theirs]
            )
            if found and not _is_year_before(min(clause.years), found[0], clause, index):
                message = f"says {min(clause.years)} of what the article dates {found[0]}"
                yield Remark(each.passage.path, message, shown(found[1]))


def _is_year_before(ours: str, theirs: str, clause: Clause, index: SourceIndex) -> bool:
    """Whether "before 2024" is said of what the article dates 2023."""
    before = clause.text[: clause.text.find(ours)]
    return int(ours) - 1 == int(theirs) and bool(index.words.stands_before.search(before))


def _dated(ours: Clause, theirs: Sequence[Clause]) -> tuple[str, Clause] | None:
    """Return the year that the article gives what a clause says, if it is another."""
    scored = [(len(ours.stems & one.stems), one) for one in theirs]
    highest = max((score for score, _ in scored), default=0)
    best = [one for score, one in scored if score == highest]
    share = ALIKE if highest >= MANY else SAME
    if highest < max(LEAST_SHARED, share * len(ours.stems)):
        return None
    if any(
        date.date[:4] in ours.years for one in best if one.sentence for date in one.sentence.dates
    ):
        return None  # "in March of this year"
    dated = [_years(one) for one in best]
    if not all(years and ours.years.isdisjoint(years) for years in dated):
        return None
    holders = (one.sentence for one in theirs if ours.years & one.years)
    beside = (len(ours.stems & one.stems) for one in holders if one and one is not best[0].sentence)
    if max(beside, default=0) > highest / 2:
        return None
    return min(dated[0]), best[0]


def _years(clause: Clause) -> frozenset[str]:
    """Return the years of a clause, or the one of its sentence."""
    assert clause.sentence is not None
    whole = years_of(words_of(clause.sentence.text))
    return clause.years or (whole if len(whole) == 1 else frozenset())


SAME, ALIKE, MANY = 0.6, 0.4, 4
"""Share of the words of a clause that one of the article has which says the same; of as many words
as these, a smaller share."""
