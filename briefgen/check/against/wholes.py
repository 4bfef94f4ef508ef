"""Rules about the base of a share: 8 % of exports are no 8 % of imports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefgen.cache import Same
from briefgen.check.against.alignment import likely_taken, spread, words_said
from briefgen.check.against.figures import holding
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.long_names import written_out
from briefgen.check.against.references_here import with_references
from briefgen.check.against.rule import GAP, Comparison, Statement, source_rule
from briefgen.check.against.same_names import same_names
from briefgen.check.against.strength import unaccented
from briefgen.check.against.synonyms import alike, common, kin_in, kin_of
from briefgen.check.against.typed import typed_figures
from briefgen.check.against.wording import shown
from briefgen.check.rule import Remark
from briefgen.languages.recognised import JOINS
from briefgen.pattern import late_pattern
from briefgen.types.point import Form
from briefgen.types.value import Share

_ENDS = late_pattern(r"[,;:.()\u2013\u2014\ufffc]\s?|\s\(")
_JOIN = late_pattern(rf"(?:{JOINS})", re.IGNORECASE)
_WORD = late_pattern(r"[^\W_](?:[\w\u2010\u2011-]|['\u2019](?=\w)|(?<=s)['\u2019](?=\s))*")

_WHAT = late_pattern(
    r"(?:what|those|them|ce|ceux|celles|dem|denen|lo|los|las|ciò|quell\w)\s", re.IGNORECASE
)
_OWNER = late_pattern(r"['\u2019]s?$")

NEAR_FIGURE = 20
"""Characters behind a figure within which the word of stands."""

MOST = 5
"""Content words of a noun phrase that says what a figure is of."""

NEARLY = 0.75
"""Share of the words of the sentence nearest to a statement with which another one is meant too."""


class _Whole(Struct, frozen=True):
    """What a figure is of: its words as they stand, stems, names among them, and the last word."""

    text: str
    stems: frozenset[str]
    names: frozenset[str]
    head: str
    order: tuple[str, ...] = ()


_Figures = Sequence[tuple[Sentence, _Whole | None]]


@source_rule("whole-differs", "warning", "A figure is of what the article says it is of.")
def other_wholes(compared: Comparison) -> Iterator[Remark]:
    """Report each share that is of something else than in the article: of exports, of output.

    Looked at are the words behind "of", behind the figure, in the sentence with the figure that is
    nearest; of which none is ours, and neither is named elsewhere in the other's sentence.
    """
    facts = {fact.id: fact for fact in compared.argument.facts}
    for each, named in with_references(compared):
        places = [found.end() for found in re.finditer(GAP, each.text)]
        for place, one in zip(places, named, strict=False):
            fact = facts.get(one.id) if one.sign == "#" else None
            ours = _whole(each.text[place:], compared)
            if fact is None or ours is None:
                continue
            theirs = [
                (sentence, _whole(sentence.text[quantity.end :], compared))
                for sentence, quantity in holding(fact, each.among)
            ]
            if other := _other_whole(ours, theirs, each, compared):
                message = f'gives [#{fact.id}] as "{ours.text}"'
                yield Remark(each.passage.path, message, shown(other))


@source_rule("share-of-another", "warning", "A share in prose is of what the article says.")
def typed_wholes(compared: Comparison) -> Iterator[Remark]:
    """Report each share typed in prose that is of something else than in its passage."""
    index, language = compared.index, compared.argument.article.language
    for each in compared.statements:
        near = compared.beside(each)
        for found in typed_figures(each.text, language) if not index.is_all(near) else ():
            if found.unit != "%" and not isinstance(found.value, Share):
                continue
            ours = _whole(each.text[found.end :], compared)
            theirs = [
                (one, _whole(one.text[other.end :], compared))
                for one in near
                for other in one.quantities
                if (other.value, other.unit) == (found.value, found.unit)
            ]
            if ours and (other_one := _other_whole(ours, theirs, each, compared)):
                words = each.text[found.start : found.end].strip()
                message = f'says "{words} {ours.text}"'
                yield Remark(each.passage.path, message, shown(other_one))


def _other_whole(
    ours: _Whole, theirs: _Figures, each: Statement, compared: Comparison
) -> Sentence | None:
    """Return the sentence that gives a figure of something else, if each that may be meant does."""
    stems = compared.index.stems(each.text)
    most = max((len(one.stems & stems) for one, _ in theirs), default=0)
    best = [(one, its) for one, its in theirs if len(one.stems & stems) >= NEARLY * most]
    if not best or not all(
        its is not None and _differs(ours, its, each, one, compared) for one, its in best
    ):
        return None
    return best[0][0]


def _differs(
    ours: _Whole, theirs: _Whole, each: Statement, sentence: Sentence, compared: Comparison
) -> bool:
    """Whether two wholes are not one: of other names, contrary, or without a word in common."""
    index, names = compared.index, same_names(Same(compared))
    if ours.names and theirs.names:
        known = names.said([theirs.text])
        if not any(names.is_said(one, known) for one in ours.names):
            return not _is_acronym(each, sentence, index)
    if ours.stems == index.stems(" ".join(ours.names)) and not theirs.names >= {theirs.head}:
        return not index.stems(theirs.head) & index.stems(each.text)  # Americans for their adults
    mine, its = index.contraries(ours.text), index.contraries(theirs.text)
    if any((pair, not first) in its and (pair, first) not in its for pair, first in mine):
        return True
    mine_only, its_only = _without_verb(ours, theirs)
    shared = alike(mine_only, index) & _with_terms(alike(its_only, index), compared)
    if shared or its_only & index.stems(each.text) or _roots(mine_only) & _roots(its_only):
        return False
    return not _is_acronym(each, sentence, index)


def _roots(stems: frozenset[str]) -> frozenset[str]:
    """Return the beginnings of long words without accents: forêt and forestière."""
    return frozenset(unaccented(one)[:ROOT] for one in stems if len(one) >= ROOT)


ROOT = 4
"""Letters by which a noun and the word made of it are alike."""


def _order(phrase: Sequence[str], index: SourceIndex) -> tuple[str, ...]:
    """Return the beginnings of the words of a noun phrase that tell something, in order."""
    return tuple(one for word in phrase for one in sorted(index.stems(word)))


def _without_verb(ours: _Whole, theirs: _Whole) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of two wholes without those that both end in: of growers keep bees."""
    mine, its = [*ours.order], [*theirs.order]
    while len(mine) > 1 and len(its) > 1 and mine[-1] == its[-1]:
        mine.pop()
        its.pop()
    if len(mine) > len(ours.order) - LEAST_VERB:
        return ours.stems, theirs.stems
    return ours.stems & {*mine}, theirs.stems & {*its}


LEAST_VERB = 2
"""Words that two noun phrases both end in, if these are a verb and what it is done to."""


def _is_acronym(each: Statement, sentence: Sentence, index: SourceIndex) -> bool:
    """Whether one of two texts has an acronym that the other writes out."""
    pairs = ((each.text, sentence.text), (sentence.text, each.text))
    if any(
        short.casefold() in words_of(other)
        for text, other in pairs
        for short, _ in written_out(text, index.acronyms)
    ):
        return True
    initials = (one.casefold() for one in _initials(sentence))
    ours = {word.casefold() for word in _CAPITALS.findall(each.text)}
    return not ours.isdisjoint(initials)


_CAPITALS = late_pattern(r"(?<!\w)[A-Z]{2,}(?!\w)")


def _with_terms(stems: frozenset[str], compared: Comparison) -> frozenset[str]:
    """Return words with those that the acronyms among them stand for."""
    known, index = same_names(Same(compared)).terms, compared.index
    found = (index.stems(" ".join(known[one])) for one in stems if one in known)
    return stems.union(*found)


def _whole(behind: str, compared: Comparison) -> _Whole | None:
    """Return what a figure is of; None, where no word such as of and no noun follows.

    Whose it is says little of that: of "the country's income", income.

    That is the noun phrase behind the word: "of all exports to America" is of exports.
    """
    index, names = compared.index, same_names(Same(compared))
    clause = _ENDS.split(behind)[0]
    found = index.words.opens_whole.search(clause[:80])
    if found is None or found.start() > NEAR_FIGURE:
        return None
    if _WHAT.match(clause, found.end()):
        return None  # a third of what is lost
    phrase: list[str] = []
    end = found.end()
    for word in _WORD.finditer(clause, found.end()):
        is_content = bool(index.stems(word[0]))
        if word[0][0].isdigit():
            break
        if not is_content and not _goes_on(word[0], bool(phrase), index):
            break
        phrase += [word[0]] if is_content else []
        end = word.end()
        if len(phrase) == MOST:
            break
    text = clause[found.end() : end].strip()
    owned = [word for word in phrase if not _OWNER.search(word)]
    if not owned and clause[end:].strip()[:1].isdigit():
        return None  # of the country's 100m people
    owned = owned or phrase
    stems = frozenset[str]().union(*map(index.stems, owned))
    if not phrase:
        return None
    head = words_of(phrase[-1])[-1]
    return _Whole(text, stems, frozenset(names.named(text)), head, _order(phrase, index))


def _goes_on(word: str, is_begun: bool, index: SourceIndex) -> bool:
    """Whether a small word may stand in a noun phrase: an article, all, and; no which, no in."""
    words = index.words
    if word.casefold() in words.determiners.split() or words.opens_whole.fullmatch(f"{word} "):
        return True
    if is_begun:
        return bool(_JOIN.fullmatch(word))
    return bool(words.is_whole.fullmatch(word) or words.is_part.fullmatch(word))


def _initials(sentence: Sentence) -> Iterator[str]:
    """Yield the initials of words in a row, three and more: gdp of gross domestic product."""
    words = words_of(sentence.text)
    for length in (2, 3, 4, 5):
        for at in range(len(words) - length + 1):
            yield "".join(word[0] for word in words[at : at + length])


@source_rule("base-differs", "warning", "What is compared is compared with what the article says.")
def other_bases(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that compares with something else than the sentence it is taken from.

    Or that counts by something else: for every ship, for each captain. Nothing of either base is
    in the other sentence, and ours is spoken of elsewhere in the passage.
    """
    index = compared.index
    for each in compared.statements:
        sentence = likely_taken(each, compared)
        if sentence is None or each.passage.form in (None, Form.HEADLINE):
            continue
        for opens, most in ((index.words.opens_base, BASE), (index.words.counts_by, 1)):
            ours, theirs = (_bases(text, opens, most, index) for text in (each.text, sentence.text))
            if not ours or not theirs:
                continue
            said, there = words_said(each, compared), kin_in(sentence.text, index)
            known = spread(index)
            others = frozenset[str]().union(*said)
            if all(common(one, there) == 0 and any(map(known.has, one)) for _, one in ours) and all(
                common(one, others) == 0 for _, one in theirs
            ):
                message = f'compares or counts by "{ours[0][0]}"'
                yield Remark(each.passage.path, message, shown(sentence))
                break


def _bases(
    text: str, opens: re.Pattern[str], most: int, index: SourceIndex
) -> list[tuple[str, tuple[frozenset[str], ...]]]:
    """Return the words of what a text compares with, or counts by, where it has any.

    Of figures, years among them, nothing is said: others look at them.
    """
    found = []
    for one in opens.finditer(text):
        behind = _OWNERS.sub("", _ENDS.split(text[one.end() :])[0])
        if behind.lstrip()[:1].isdigit() or behind.lstrip().startswith(GAP):
            continue
        words = kin_of(behind, index)[:most]
        if words:
            found.append((f"{one[0]} {' '.join(behind.split()[:3])}", words))
    return found


_OWNERS = late_pattern(r"\w+['\u2019]s?\s")

BASE = 2
"""Content words of what something is compared with, of which one must be the article's."""
