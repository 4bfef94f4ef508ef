"""A rule about who does what to whom: the parts of each clause beside those of its passage.

A sentence may share all its words with the article and still turn it: A sells to B for B sells to
A, wages of women for wages of men.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise, permutations

from briefgen.cache import Same
from briefgen.check.against.alignment import surely_taken
from briefgen.check.against.clause_pairs import Clause, as_written, clause_of, shown
from briefgen.check.against.doers import other_doer
from briefgen.check.against.index import SourceIndex, stem, words_of
from briefgen.check.against.names import NAME
from briefgen.check.against.references_here import in_prose
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.against.same_names import SameNames, same_names
from briefgen.check.against.synonyms import alike, kin_of
from briefgen.check.against.turned_clauses import agent_turned
from briefgen.check.against.turned_names import turned_names
from briefgen.check.rule import Remark
from briefgen.pattern import late_pattern


@source_rule("roles-exchanged", "warning", "Nobody does what the article says of another.")
def exchanged_roles(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence whose parts change places against the article.

    "A sells to B" for "B sells to A"; "wages for women, prices for men" for the other way round;
    a word exchanged for another one of the passage.
    """
    for each, _ in in_prose(compared):
        found = (
            _crossed(each, compared) or _turned_round(each, compared) or _exchanged(each, compared)
        )
        if found:
            message, where = found
            yield Remark(each.passage.path, message, shown(where))
        elif turned := (
            turned_names(each, compared)
            or agent_turned(each, compared)
            or other_doer(each, compared)
        ):
            message, sentence = turned
            yield Remark(each.passage.path, message, sentence.reading(sentence.text))


def _crossed(each: Statement, compared: Comparison) -> tuple[str, Clause] | None:
    """Return what two clauses have of each other's, beside two of one sentence of the article."""
    ours = compared.clauses.of(each.text)
    if len(ours) < 2:  # noqa: PLR2004 - it takes two to cross
        return None
    for first, last in pairwise(ours):
        for theirs in compared.clauses_near(each):
            if len(theirs) == 1 or not any(one.tokens & last.tokens for one in theirs):
                continue
            for one, other in combinations(theirs, 2):
                found = _across((first, last), (one, other), compared.index)
                found = found or _across((first, last), (other, one), compared.index)
                if found:
                    here, there = (as_written([word], each.text) for word in found)
                    return f'says of "{here}" what the article says of "{there}"', one
    return _crossed_in_meaning(ours, each, compared)


def _crossed_in_meaning(
    ours: Sequence[Clause], each: Statement, compared: Comparison
) -> tuple[str, Clause] | None:
    """Return two clauses that cross with those of their sentence, in words of one meaning."""
    sentence = surely_taken(each, compared)
    if sentence is None:
        return None
    theirs = compared.clauses.of_sentence(sentence)
    for first, last in pairwise(ours):
        mine, mine_too = _meant(first, compared), _meant(last, compared)
        for one, other in permutations(theirs, 2):
            its, its_too = _meant(one, compared), _meant(other, compared)
            moved, moved_too = mine & its_too - mine_too - its, mine_too & its - mine - its_too
            fits, fits_too = mine & its - mine_too - its_too, mine_too & its_too - mine - its
            if moved and moved_too and fits and fits_too:
                return f'says of "{first.text.strip()}" what the article says of another', one
    return None


def _meant(clause: Clause, compared: Comparison) -> frozenset[str]:
    """Return the meanings of the words of a clause, each by one word for all."""
    return frozenset(map(min, kin_of(clause.text, compared.index))) | clause.numbers


def _across(
    ours: tuple[Clause, Clause], theirs: tuple[Clause, Clause], index: SourceIndex
) -> tuple[str, str] | None:
    """Return a word of each of two clauses that belongs to the other, if all else fits.

    Of the last ones, a word such as not is enough to fit: "for millers, but not for farmers".
    """
    (mine, mine_too), (its, its_too) = ((a.tokens, b.tokens) for a, b in (ours, theirs))
    moved, moved_too = mine & its_too - mine_too - its, mine_too & its - mine - its_too
    fits, fits_too = mine & its - mine_too - its_too, mine_too & its_too - mine - its
    if not (fits and moved and moved_too):
        return None
    if alike(moved, index) & moved_too or alike(fits, index) & fits_too:
        return None  # "picks A and chooses B" is "chooses A and picks B"
    denied = [bool(index.words.negates.search(one.text)) for one in (*ours, *theirs)]
    if denied[0] and denied[1]:
        return None  # "nobody watched it here, nor there" says the same of both
    if fits_too or denied == [False, True, False, True]:
        return min(moved), min(moved_too)
    return None


def _turned_round(each: Statement, compared: Comparison) -> tuple[str, Clause] | None:
    """Return two names that stand on either side of a word, and the other way in the article."""
    index = compared.index
    agent, known = index.words.is_agent, same_names(Same(compared))
    if each.passage.path[0] in ("title", "short_title"):
        return None  # "China in Mali" says nothing of who does what
    joined = compared.clauses.with_antecedents
    mine_joined = joined(compared.clauses.of(each.text), with_antecedents)
    near = [joined(clause, with_antecedents) for clause in compared.clauses_near(each)]
    for ours in mine_joined:
        mine, names = _order(ours.text, index), _names(ours.text, known)
        may_turn = len(mine) >= LEAST_TURNED and len(names) > 1
        for theirs in chain(*near) if may_turn else ():
            shared = mine.keys() & theirs.stems
            if len(shared) < max(LEAST_TURNED, ALIGNED * len(ours.stems)):
                continue
            if bool(agent.search(ours.text)) != bool(agent.search(theirs.text)):
                continue
            if turned := _turned(mine, _order(theirs.text, index), shared & names):
                one, other = (as_written([word], each.text) for word in turned)
                message = f'has "{one}" before "{other}"; the article has them the other way round'
                return message, theirs
    return None


def with_antecedents(clauses: Sequence[Clause], index: SourceIndex) -> list[Clause]:
    """Return clauses, those that begin with which or who behind the name that they speak of."""
    found = []
    for last, one in zip([None, *clauses], clauses, strict=False):
        names = [*NAME.finditer(last.text)] if last else []
        relative = names and index.words.relates.match(one.text.strip())
        if last and relative and not last.text[names[-1].end() :].strip(" ,"):
            name = _LAST_NAME.search(last.text.rstrip(" ,"))
            text = f"{name[0] if name else ''} {one.text.strip()}"
            found.append(clause_of(text, index, one.start, one.sentence))
        else:
            found.append(one)
    return found


_LAST_NAME = late_pattern(rf"{NAME.pattern}(?:\s{NAME.pattern})*$")

LEAST_TURNED = 3
"""Words that a clause must share with one of the article: who, what, whom."""


def _turned(
    mine: Mapping[str, int], its: Mapping[str, int], among: Iterable[str]
) -> tuple[str, str] | None:
    """Return two words in the contrary order on either side of the same third, close by."""
    for one, other in permutations(sorted(among), 2):
        if one not in its or other not in its:
            continue
        if not 0 < mine[other] - mine[one] <= REACH >= its[one] - its[other] > 0:
            continue
        if any(
            mine[one] < at < mine[other] and its[other] < its.get(verb, -1) < its[one]
            for verb, at in mine.items()
        ):
            return one, other
    return None


REACH = 5
"""Words among which who, what and whom stand."""


def _names(text: str, names: SameNames) -> frozenset[str]:
    words = (word for name in NAME.finditer(text) for word in words_of(name[0])[:1])
    return frozenset(stem(word) for word in words if not names.is_date(word))


def _order(text: str, index: SourceIndex) -> dict[str, int]:
    """Return the words of a text that stand in it once, by their place."""
    stems = [stem(word) for word in words_of(text) if index.stems(word) and not word[0].isdigit()]
    return {word: place for place, word in enumerate(stems) if stems.count(word) == 1}


def _exchanged(each: Statement, compared: Comparison) -> tuple[str, Clause] | None:
    """Return a word of ours where a clause that is otherwise the article's has another.

    Both are names, or plurals: who does something, to whom it is done.
    """
    index, names = compared.index, same_names(Same(compared))
    if index.is_all(each.among):
        return None
    near = frozenset(word for one in each.among for word in one.stems)
    for ours in compared.clauses.of(each.text):
        mine = _list(ours.text, index)
        for theirs in chain(*compared.clauses_near(each)) if len(mine) >= LEAST_ALIGNED else ():
            shared = len(ours.stems & theirs.stems)
            if shared < max(LEAST_ALIGNED - 1, ALIGNED * len(mine)):
                continue
            found = _replaced(mine, _list(theirs.text, index), near)
            assert theirs.sentence is not None
            if found and stem(words_of(found[0])[-1]) in theirs.sentence.stems:
                continue  # of IIT, Gandhinagar
            if found and not names.is_same(found[0].casefold(), found[1].casefold()):
                return f'says "{found[0]}" where the article says "{found[1]}"', theirs
    return None


ALIGNED = 0.7
"""Share of the words of a clause that one of the article has which is set beside it."""

LEAST_ALIGNED = 4
"""Words of a clause that is set word by word beside one of the article."""


def _list(text: str, index: SourceIndex) -> list[tuple[str, str]]:
    """Return the content words of a text, each with its stem."""
    words = _WORD.findall(text)
    return [
        (word, stem(bare)) for word in words for bare in words_of(word)[-1:] if index.stems(bare)
    ]


_WORD = late_pattern(r"[^\W_][\w'\u2019\u2010\u2011-]*")


def _replaced(
    mine: Sequence[tuple[str, str]], its: Sequence[tuple[str, str]], near: frozenset[str]
) -> tuple[str, str] | None:
    """Return a word that stands for another between the same neighbours."""
    ours, theirs = [key for _, key in mine], [key for _, key in its]
    for at, (word, key) in enumerate(mine):
        if key in theirs or key not in near:
            continue
        for place, (other, other_key) in enumerate(its):
            if other_key in ours or key[:4] == other_key[:4] or not _of_a_kind(word, other):
                continue
            if _neighbours(ours, at) == _neighbours(theirs, place):
                return word, other
    return None


def _of_a_kind(one: str, other: str) -> bool:
    """Whether two words are both names, or both plurals."""
    if one[:1].isupper() or other[:1].isupper():
        return one[:1].isupper() and other[:1].isupper() and one[1:].islower()
    return all(word.endswith("s") and not word.endswith("ss") for word in (one, other))


def _neighbours(words: Sequence[str], at: int) -> tuple[str | None, str | None]:
    return words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None
