"""What a statement says of one of two contraries, beside the sentence that it is taken from.

A free paraphrase has other words of the same sense, and says with "not", "few" or "fail to" what
the article says without, or the other way round. So each word that has a contrary is read with
what turns it in its clause, and only what that comes to is compared: "few opposed it" is "most did
not resist it".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefgen.cache import Same, kept
from briefgen.check.against.alignment import Taken, taken
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.opposites import compares_round, sides_of, words_shared
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.against.synonyms import common, kin_in, kin_of
from briefgen.check.against.wording import shown
from briefgen.check.rule import Remark
from briefgen.languages.recognised import JOINS
from briefgen.pattern import late_pattern
from briefgen.types.argument import Part
from briefgen.types.point import Form

QUANTITY, STANCE, DONE_BY_FEW = 0, 1, (1, 2)
"""The places, in each language, of how many and how often among senses, and of what few may do so
that most do the contrary: accept or resist, succeed or fail. What grows or shrinks is last."""

LEAST, SURE = 0.15, 0.3
"""How much worse the next best sentence is at least, and where no other word need be shared."""

REACH = 6
"""Words before one of a sense among which another turns it."""


class _Said(Struct, frozen=True):
    """A word of a sense: the pair, which of both it comes to, as it is written, and its clause."""

    pair: int
    is_first: bool
    word: str
    clause: str


@source_rule("contrary-sense", "warning", "Nothing is said in the contrary sense.")
def other_senses(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that says the contrary of the sentence that it is taken from.

    By a word of the contrary sense, with all that turns it on either side, or by what it compares.
    """
    for each in compared.statements:
        found = other_sense(each, compared) or other_comparison(each, compared)
        found = found or other_amount(each, compared) or not_equal(each, compared)
        if found:
            message = f"says the contrary of the article: {found[0]}"
            yield Remark(each.passage.path, message, shown(found[1]))


def other_sense(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return where a statement says the contrary of what the sentence says it is taken from."""
    index = compared.index
    if each.passage.path[0] == Part.THESIS or each.passage.form in (None, Form.HEADLINE):
        return None  # they sum up more than one sentence
    found = taken(each, compared)
    if found is None or found.margin < LEAST or "?" in found.sentence.text + each.text:
        return None
    ours, theirs = (_senses(text, Same(index)) for text in (each.text, found.sentence.text))
    turned = compares_round(each.text, found.sentence.text, index)
    if turned is None:
        return None  # of which it is not known what is compared with what
    for mine in ours:
        other = _contrary(mine, ours, theirs, found, index, turned=turned)
        if other and not _said_beside(mine, found.sentence, compared):
            return f'"{mine.word}" here, "{other.word}" in the article', found.sentence
    return None


def _contrary(
    mine: _Said,
    ours: Sequence[_Said],
    theirs: Sequence[_Said],
    found: Taken,
    index: SourceIndex,
    *,
    turned: bool,
) -> _Said | None:
    """Return the word of a sentence that says the contrary of one of ours, if each one does.

    Of both senses in one sentence, that of the clause is meant which shares most with ours.
    """
    its = [one for one in theirs if one.pair == mine.pair]
    both = [{one.is_first for one in said if one.pair == mine.pair} for said in (ours, theirs)]
    if max(map(len, both)) > 1:
        its = [*_in_nearest_clause(mine, its, index)]
    if not its or any((one.is_first != turned) == mine.is_first for one in its):
        return None
    if mine.pair == QUANTITY and any(_hides_not(one, index) for one in (mine, *its)):
        return None
    least = 1 if found.is_sure else 2
    shared = common(_besides(mine, index), kin_in(found.sentence.text, index))
    return its[0] if shared >= least else None


def _hides_not(one: _Said, index: SourceIndex) -> bool:
    """Whether a clause has a word such as unpaid, besides the one that says how many."""
    hides = index.words.implies_not
    return any(
        not index.words.lessens.search(it[0])
        for it in hides.finditer(one.clause)
        if it[0] not in one.word
    )


def _besides(mine: _Said, index: SourceIndex) -> list[frozenset[str]]:
    own = kin_in(mine.word, index)
    return [one for one in kin_of(mine.clause, index) if one.isdisjoint(own)]


def _in_nearest_clause(mine: _Said, its: Sequence[_Said], index: SourceIndex) -> Sequence[_Said]:
    """Return those whose clause shares more words and figures with ours than the others."""
    besides, figures = _besides(mine, index), {*_FIGURE.findall(mine.clause)}
    scored = [
        (
            common(besides, kin_in(one.clause, index))
            + 2 * bool(figures & {*_FIGURE.findall(one.clause)}),
            one,
        )
        for one in its
    ]
    most = max((score for score, _ in scored), default=0)
    best = [one for score, one in scored if score == most]
    return best if most else ()


_FIGURE = late_pattern(r"\d[\d.,]*")


def _said_beside(mine: _Said, sentence: Sentence, compared: Comparison) -> bool:
    """Whether a sentence beside another has a word of our sense, and more of our clause."""
    index = compared.index
    besides = _besides(mine, index)
    return any(
        (one.pair, one.is_first) == (mine.pair, mine.is_first)
        and common(besides, kin_in(near.text, index)) >= max(2, len(besides) // 2)
        for near in index.beside(sentence)
        if near is not sentence
        for one in _senses(near.text, Same(index))
    )


@kept(4096)
def _senses(text: str, shared: Same[SourceIndex]) -> tuple[_Said, ...]:
    """Return the words of a text that have a contrary, with what they come to.

    What grows or shrinks turns what stands beside it in a way that is not known: of "resistance
    faded", only that it did.
    """
    index = shared.held
    size = len(index.words.senses) - 1
    found = []
    for clause in index.words.parts_clauses.split(text):
        said = [*index.words.senses_in(clause)]
        changes = any(pair == size for (pair, _), _ in said)
        for (pair, first), one in said:
            if changes and pair == STANCE:
                continue
            if pair == QUANTITY:  # few who oppose something are most who do not
                behind = _AND.split(clause[one.end() :])[0]
                others = index.words.senses_in(behind)
                done = [is_first for (it, is_first), _ in others if it in DONE_BY_FEW]
                denied = len([*index.words.negates.finditer(behind)])
                if denied and not done:
                    continue  # "many aim no higher" says of how many only that
                turns = done.count(False) + denied
            else:
                turns = _turns(clause, one.span(), index)
            found.append(_Said(pair, first != (turns % 2 == 1), one[0], clause))
    return tuple(found)


_AND = late_pattern(rf"\s(?:{JOINS})\s")


def _turns(clause: str, own: tuple[int, int], index: SourceIndex) -> int:
    """Return how many words such as not or hardly turn a word that they stand before."""
    places: list[tuple[int, int]] = []
    for pattern in (index.words.negates, index.words.lessens):
        for found in pattern.finditer(clause):
            first, last = found.span()
            between = len(words_of(clause[last : own[0]]))
            near = last <= own[0] and between <= (1 if _WITHOUT.fullmatch(found[0]) else REACH)
            if near and all(last <= one or first >= other for one, other in places):
                places.append((first, last))
    return len(places)


_WITHOUT = late_pattern(r"without|sans|ohne|sin|senza", re.IGNORECASE)
"""Denies the word behind it only."""


def other_amount(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return where a statement has more of what its sentence has smaller numbers of, or fewer."""
    index, found = compared.index, taken(each, compared)
    if found is None or not found.is_likely or each.passage.form in (None, Form.HEADLINE):
        return None
    ours, theirs = (_amounts(text, Same(index)) for text in (each.text, found.sentence.text))
    if compares_round(each.text, found.sentence.text, index) is not False:
        return None
    for up, word, of in ours:
        its = [
            (more, other)
            for more, other, its_of in theirs
            if common(of, frozenset[str]().union(*its_of))
        ]
        if its and all(more != up for more, _ in its):
            return f'"{word}" here, "{its[0][1]}" in the article', found.sentence
    return None


@kept(4096)
def _amounts(
    text: str, shared: Same[SourceIndex]
) -> tuple[tuple[bool, str, tuple[frozenset[str], ...]], ...]:
    """Return each word for more or less of something, and the words close behind it."""
    index = shared.held
    found: list[tuple[bool, str, tuple[frozenset[str], ...]]] = []
    for clause in index.words.parts_clauses.split(text):
        if index.words.negates.search(clause):
            continue
        sized = [*index.words.sizes_in(clause)]
        for up, one in sized:
            behind = kin_of(clause[one.end() :], index)[:OF_WHAT]
            if behind:
                found.append((up, one[0], behind))
    return tuple(found)


OF_WHAT = 2
"""Content words behind one such as more that say of what there is more."""


def not_equal(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return where a statement has more of one of two things that its sentence has alike.

    What they are alike in stands before "than" in ours: as big a priority, a higher priority.
    """
    index, found = compared.index, taken(each, compared)
    if found is None or max(found.margin / LEAST, found.score / CLOSE) < 1:
        return None
    than, said = index.words.stands_than.search(each.text), found.sentence.text
    equal = index.words.says_equal.search(said)
    if not than or not equal or index.words.says_equal.search(each.text):
        return None
    before = (said[: equal.start()][-MEASURE:], each.text[: than.start()])
    if any(index.words.negates.search(one) for one in before):
        return None  # not as dangerous is less so, and no less than is as much
    ours, theirs = (sides_of(text, Same(index)) for text in (each.text, said))
    measure = kin_of(each.text[max(0, than.start() - MEASURE) : than.start()], index)
    if not ours or theirs or not words_shared(measure, kin_of(equal[0], index)):
        return None
    around = kin_of(f"{said[: equal.start()]} {said[equal.end() :]}", index)
    if not words_shared((*ours[0], *ours[1]), around):
        return None
    return f'one is more than the other, "{equal[0]}" in the article', found.sentence


CLOSE, MEASURE = 0.6, 30
"""What a statement shares with a sentence that it is taken from for sure, and characters before
"than" that say what is compared."""


def other_comparison(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return where a statement has A more than B, and its sentence B more than A, or A less."""
    index = compared.index
    found = taken(each, compared)
    if found is None or found.margin < LEAST or each.passage.form in (None, Form.HEADLINE):
        return None
    ours, theirs = (sides_of(text, Same(index)) for text in (each.text, found.sentence.text))
    if not ours or not theirs or not ours[2] or not theirs[2]:
        return None
    turned = compares_round(each.text, found.sentence.text, index)
    sides = (theirs[1], theirs[0]) if turned else (theirs[0], theirs[1])
    if turned is None or not words_shared(ours[0], sides[0]) or not words_shared(ours[1], sides[1]):
        return None
    if index.words.negates.search(each.text) or index.words.negates.search(found.sentence.text):
        return None
    pairs = {
        one.pair for text in (each.text, found.sentence.text) for one in _senses(text, Same(index))
    }
    up = [
        any(more.fullmatch(word) for more, _ in index.words.more_or_less)
        for word in (ours[2], theirs[2])
    ]
    if pairs or (up[0] != turned) == up[1]:
        return None
    return f'compares with "{ours[2]}" what the article does with "{theirs[2]}"', found.sentence
