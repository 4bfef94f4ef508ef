"""What a small word such as not or may stands before: the same word, plain on one side only.

A paraphrase shares few words with the article; but the word that is denied or hedged there is often
one of them. A statement that says it plainly, of the same things, has lost what stood before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefgen.check.against.clause_pairs import IN_SENTENCE, Clause
from briefgen.check.against.denials import AS_NOW, denies_twice, implied_not
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.opposites import compares_round
from briefgen.check.against.rule import LEAST_BESIDE, Comparison, Statement
from briefgen.check.against.strength import hedged, is_form, unaccented
from briefgen.languages.source_words.word_lists import NEVER
from briefgen.pattern import late_pattern
from briefgen.types.argument import Part
from briefgen.types.point import Form

ENOUGH, ENOUGH_OF_HEADLINE = 1.3, 2.0
"""Words besides the governed one that two clauses must share, those of their sentences counting
less; a headline is few words, of which each says more."""

ENOUGH_ALONE = 0.6
"""What is enough where the passage has the word in no other clause without the small one."""

NEARLY = 0.8
"""Share of such words with which another clause may be meant as well."""

KNOWN = 0.6
"""Share of a statement's words in the nearest sentence, if nothing else shows its place."""

LONG = 5
"""Letters from which on the ending of a word may differ."""


class _Governed(Struct, frozen=True):
    """A word behind a small one, with the clause that has both."""

    operator: str
    word: str
    clause: Clause


def denied_word(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return where only one of a statement and its passage denies a word that both have."""
    index, near = compared.index, _near(each, compared)
    if index.words.negates.search(each.text):
        return None  # it denies in another clause
    denies = (index.words.negates,)
    theirs = [one for sentence in near for one in _clauses_of(sentence, compared)]
    for one in _governed_in(theirs, denies, index):
        found = _said_plainly(one, each, compared, theirs, denies)
        if found and _denied_elsewhere(one.word, each, compared):
            continue
        if one.clause.sentence and denies_twice(one.clause.sentence.text, index):
            continue
        if found and not implied_not(found.text, one.word, index):
            assert one.clause.sentence is not None
            return f'"{one.operator} {one.word}" stands in the article only', one.clause.sentence
    return None


def _denied_elsewhere(word: str, each: Statement, compared: Comparison) -> bool:
    """Whether another sentence of a statement's form denies a word, which it then only repeats."""
    denies = compared.index.words.negates
    return any(
        any(_same(said, word) for said in words_of(other.text[found.end() :])[:REACH])
        for other in compared.statements
        if other.passage is each.passage and other is not each
        for found in denies.finditer(other.text)
    )


def hedged_word(each: Statement, compared: Comparison) -> tuple[Sentence, str] | None:
    """Return where the passage hedges a word that a statement says plainly, and the hedge."""
    index = compared.index
    if each.passage.path[0] in (Part.RECOMMENDATIONS, "headings", "title", "short_title"):
        return None
    weak = (index.words.only_possible, index.words.is_conditional)
    planned = (*index.words.modal_levels[1:2], index.words.attempt)
    theirs = [one for near in _near(each, compared) for one in _clauses_of(near, compared)]
    will = (
        found
        for found in index.words.future.finditer(each.text)
        if index.words.modal_levels[-1].search(found[0])  # "is to be" only plans
    )
    said = (*index.words.is_done.finditer(each.text), *will)
    done = {words_of(found[0])[-1] for found in said}
    is_event = each.passage.path[0] == "timeline"  # which has its status beside it
    for one in (
        *_governed_in(theirs, weak, index),
        *_conditional_in(theirs, index),
        *_governed_in(theirs, planned, index),
    ):
        is_plan = any(pattern.fullmatch(one.operator) for pattern in planned)
        is_done = any(_same(word, one.word) for word in done)
        told = is_done or (not is_event and _is_told(one.word, each.text, index))
        if is_plan and not told:
            continue
        found = _said_plainly(one, each, compared, theirs, weak)
        if found and not _leaves_open(found, each, one, index):
            assert one.clause.sentence is not None
            return one.clause.sentence, f'without "{one.operator} {one.word}"'.replace(" …", "")
    return None


def turned_comparison(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return where a statement has more of what its passage has less of."""
    index = compared.index
    near = _near(each, compared)
    theirs = [one for sentence in near for one in _clauses_of(sentence, compared)]
    ours = compared.clauses.of(each.text)
    if less := _less_than_said(ours, each, near, index):
        return less
    for pair in index.words.more_or_less:
        for mine, its in (pair, pair[::-1]):
            wanted = [(one.operator, one.word) for one in _governed_in(ours, (mine,), index)]
            for operator, word in wanted:
                plain = any(one.word == word for one in _governed_in(theirs, (mine,), index))
                for one in () if plain else _governed_in(theirs, (its,), index):
                    where = one.clause.sentence
                    if one.word != word or where is None:
                        continue
                    if compares_round(each.text, where.text, index):
                        continue  # A loses less than B, which loses more than A
                    if len(where.stems & index.stems(each.text)) > 1:
                        return f'"{operator} {word}" here, "{one.operator} {word}" there', where
    return None


_NOT_AS = late_pattern(
    r"(?:\b(?:not|pas|nicht|no|non)|n['\u2019]t)\s+(?:\w+\s+)?(?:as|so|aussi|tan|così)\s+(\w+)"
    r"\s+(?:as|que|wie|como|come)\b",
    re.IGNORECASE,
)


def _less_than_said(
    ours: Sequence[Clause], each: Statement, near: Sequence[Sentence], index: SourceIndex
) -> tuple[str, Sentence] | None:
    """Return where a statement has more of what its passage says is "not as" much."""
    for more, _ in index.words.more_or_less:
        said = {one.word: one.operator for one in _governed_in(ours, (more,), index)}
        for sentence in near if said else ():
            for found in _NOT_AS.finditer(sentence.text):
                operator = said.get(found[1].casefold())
                if operator and len(sentence.stems & index.stems(each.text)) > 1:
                    return f'"{operator} {found[1]}" here, "{found[0]}" there', sentence
    return None


def _is_told(verb: str, text: str, index: SourceIndex) -> bool:
    """Whether a text has a verb of the present that is given in its infinitive."""
    words = index.words
    if words.present_endings == NEVER:
        return False
    root = re.sub(rf"(?:{words.infinitive_endings})$", "", verb)
    told = rf"(?<!\w){re.escape(root)}(?:{words.present_endings})(?!\w)"
    return len(root) >= SHORTEST and bool(re.search(told, text, re.IGNORECASE))


SHORTEST = 3
"""Letters of the root by which a verb is known."""


def _leaves_open(ours: Clause, each: Statement, one: _Governed, index: SourceIndex) -> bool:
    """Whether a statement hedges in another way; who says so is no hedge if the article has it."""
    words = index.words
    said = (*words.modal_levels[:2], words.softens, words.is_conditional, words.hedges)
    if any(pattern.search(each.text) for pattern in said):
        return True
    assert one.clause.sentence is not None
    if words.limits_to.search(one.clause.sentence.text):
        return True  # what may be only so is allowed
    if one.word.endswith("…"):  # the verb itself may be one such as "help to"
        return any(level.search(ours.text) for level in words.evidence_levels[:2])
    reported = words.reports.search(one.clause.sentence.text)
    attempts = (words_of(found[0])[0] for found in words.attempt.finditer(each.text))
    is_attempted = any(not _same(verb, one.word) for verb in attempts)
    return is_attempted or (not reported and hedged(ours.text, index))


def _near(each: Statement, compared: Comparison) -> Sequence[Sentence]:
    """Return the sentences that a statement may be taken from; none, if they are not known."""
    if each.passage.path[0] == "facts":
        return ()
    near = compared.around(each)
    known = each.nearest is not None and each.share >= KNOWN
    if each.nearest is not None and known and compared.index.is_all(near):
        near = compared.index.around((each.nearest,))
    elif compared.index.is_all(near):
        return ()
    if each.nearest and each.share >= LEAST_BESIDE and each.nearest not in near:
        near = [*near, *compared.index.around((each.nearest,))]
    stems = compared.index.stems(each.text)
    return [one for one in near if not one.stems.isdisjoint(stems) and "?" not in one.text]


def _clauses_of(sentence: Sentence, compared: Comparison) -> list[Clause]:
    return compared.clauses.of_sentence(sentence)


def _governed_in(
    clauses: Iterable[Clause], operators: Sequence[re.Pattern[str]], index: SourceIndex
) -> Iterator[_Governed]:
    """Yield what the words of some patterns stand before, in clauses that have one of them."""
    for clause in clauses:
        known = clause.remembered
        for operator in operators:
            if operator not in known:
                known[operator] = _governed(clause, operator, index)
            if governed := known[operator]:
                yield from governed


def _governed(
    clause: Clause, operator: re.Pattern[str], index: SourceIndex
) -> tuple[_Governed, ...]:
    """Return what the first word of a pattern stands before in a clause."""
    found = operator.search(clause.text)
    if not found or index.words.denies_one.search(clause.text[: found.end()]):
        return ()
    if AS_NOW.match(clause.text[found.end() :]):
        return ()  # "never at this rate" denies no rate
    if index.words.negates.search(clause.text[: found.start()]):
        return ()  # "not possible" hedges nothing
    behind = words_of(clause.text[found.end() :])[:REACH]
    if _ELIDED.match(found[0]):
        behind = (*words_of(found[0])[-1:], *behind)
    content_words = [one for one in behind if index.stems(one)]
    most = 2 if content_words and _ADVERB.search(content_words[0]) else 1
    return tuple(
        _Governed(found[0], word, clause)
        for word in content_words[:most]
        if not any(sign.isdigit() for sign in word) and not index.words.reports.fullmatch(word)
    )


_ADVERB = late_pattern(r"(?:ly|ment|mente)$")
"""The ending of a word that only says how the next one is, in the languages that have one."""

_ELIDED = late_pattern(r"n['\u2019]\w", re.IGNORECASE)
"""A word such as not that leans on the word which it denies: n'autorise pas."""

REACH = 5
"""Words behind a small one among which the first content word is governed by it."""


def _conditional_in(clauses: Iterable[Clause], index: SourceIndex) -> Iterator[_Governed]:
    """Yield verbs whose ending makes them conditional, by their root."""
    for clause in clauses:
        for found in index.words.conditionals(clause.words):
            yield _Governed(found[0], f"{found[1]}…", clause)


def _said_plainly(
    one: _Governed,
    each: Statement,
    compared: Comparison,
    theirs: Sequence[Clause],
    operators: Sequence[re.Pattern[str]],
) -> Clause | None:
    """Return the clause of a statement that has a governed word without what governs it.

    None, if another clause of the passage has it so, and as many words of the statement.
    """
    enough = ENOUGH_OF_HEADLINE if each.passage.form == Form.HEADLINE else ENOUGH
    for ours in compared.clauses.of(each.text):
        word = next((word for word in _candidates(ours, one, compared.index)), None)
        if word is None or any(pattern.search(ours.text) for pattern in operators):
            continue
        score = _score(ours, one.clause, each, compared.index, word)
        plain = [
            _score(ours, other, each, compared.index, word)
            for other in theirs
            if other is not one.clause
            and not any(pattern.search(other.text) for pattern in operators)
            and any(_same(said, one.word) for said in other.words)
        ]
        if not plain and len(word) >= LONG and each.passage.form != Form.HEADLINE:
            enough = ENOUGH_ALONE
        if score >= enough and max(plain, default=0.0) < NEARLY * score:
            return ours
    return None


def _candidates(ours: Clause, one: _Governed, index: SourceIndex) -> Iterator[str]:
    """Yield the words of a clause that are a form of a governed one."""
    if one.word.endswith("…"):
        root = one.word[:-1]
        for word in ours.words:
            plain = index.words.indicative.fullmatch(word.removeprefix(root))
            if word.startswith(root) and plain and _is_verb(word, ours.text, index):
                yield word
    else:
        said = (word for word in ours.words if index.stems(word))
        yield from (word for word in said if _same(word, one.word))


def _is_verb(word: str, text: str, index: SourceIndex) -> bool:
    """Whether no article stands before a word: "des aides" are no form of aiderait."""
    places = re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text.casefold())
    return any(not index.words.opens_noun.search(text[: one.start()]) for one in places)


def _same(word: str, governed: str) -> bool:
    """Whether a word may be a form of another; a short one has all its letters."""
    if word == governed:
        return True
    if min(len(word), len(governed)) < LONG:
        one, other = sorted((unaccented(word), unaccented(governed)), key=len)
        return other.startswith(one) and len(one) > 2 and len(other) - len(one) <= 3  # noqa: PLR2004
    return is_form(word, governed)


def _score(ours: Clause, theirs: Clause, each: Statement, index: SourceIndex, word: str) -> float:
    """Return how much two clauses share besides a word; what only their sentences share is less."""
    assert theirs.sentence is not None
    own = index.stems(word)
    here = (ours.tokens & theirs.tokens) - own
    beside = (index.stems(each.text) & theirs.sentence.stems) - own - here
    return len(here) + IN_SENTENCE * len(beside)
