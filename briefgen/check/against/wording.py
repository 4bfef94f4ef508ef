"""Rules about what changes a statement: polarity, and verbs that are surer than the article's.

Each compares a printed sentence with the sentence of the article that is nearest to it. Where these
share too few words, they may say different things, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.cache import Same, kept
from briefgen.check.against.claims import said_for_sure, without_softener
from briefgen.check.against.clauses import near_clauses, plain_clauses, surer_clauses
from briefgen.check.against.contrasts import turned_contrast
from briefgen.check.against.denials import denied_all, denied_beside, denied_clause, denied_once
from briefgen.check.against.governed import denied_word, hedged_word, turned_comparison
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.opposites import opposite, turned_by_prefix
from briefgen.check.against.references_here import prints_quotation
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.against.standing_out import plainly_told
from briefgen.check.against.strength import hedged, stronger
from briefgen.check.rule import Remark
from briefgen.check.wording import lost_hedges
from briefgen.pattern import late_pattern
from briefgen.types.argument import Part
from briefgen.types.point import Form, Modality
from briefgen.types.source_map import Path

ALL_BUT = 0.7
"""Share of a statement's words in a sentence that says all of it, or denies it."""

NEAR, CLOSE, VERY_CLOSE, SURE = 0.35, 0.5, 0.6, 0.75
"""Shares of a sentence's words that a sentence of the article must have, to be compared with it."""

SHOWN = 160
"""Characters of the article that a hint shows."""

_ORDER = ("headline", "summary", "detail")


@source_rule("certain-in-form", "error", "What is possible, planned or reported is never certain.")
def certain_forms(compared: Comparison) -> Iterator[Remark]:
    """Report each form of a possible, planned or reported point that says it as certain.

    The article must show what was lost: a sentence of its passage that says the same has a word
    that hedges it. Where it does not, the warning of an argument without its article is enough.
    """
    said: dict[Path, list[Statement]] = {}
    for each in compared.statements:
        said.setdefault(each.passage.whole, []).append(each)
    for remark in lost_hedges(compared.argument):
        if any(_is_hedged_there(each, compared) for each in said.get(remark.path, ())):
            yield remark


def _is_hedged_there(each: Statement, compared: Comparison) -> bool:
    """Whether the sentence nearest to a statement has a word for what its point's modality says."""
    index, point = compared.index, each.passage.point
    known = not index.is_all(each.among) or each.share >= NEAR
    if point is None or each.nearest is None or not known or hedged(each.text, index):
        return False
    text, words = each.nearest.text, index.words
    if point.modality is Modality.REPORTED:
        return bool(words.reports.search(text) or words.accords.search(text))
    return len(each.nearest.stems & index.stems(each.text)) > 1 and hedged(text, index)


def _close(compared: Comparison, least: float = CLOSE) -> Iterator[Statement]:
    """Yield the sentences that are near enough; the noun phrases of facts are none."""
    for each in compared.statements:
        known = each.nearest and each.share >= least and each.passage.path[0] != "facts"
        if known and is_likely(each, compared.index):
            yield each


def is_likely(each: Statement, index: SourceIndex) -> bool:
    """Whether the nearest sentence is also that of the rarest words, and not of usual ones only."""
    return _is_likely(Same(each), Same(index))


@kept(4096)
def _is_likely(statement: Same[Statement], source: Same[SourceIndex]) -> bool:
    each, index = statement.held, source.held
    assert each.nearest is not None
    stems = index.stems(each.text)
    shared = index.rarity(stems & each.nearest.stems)
    return all(LIKELY * index.rarity(stems & one.stems) <= shared for one in each.among)


LIKELY = 0.85
"""Share of what the rarest words of another sentence tell that those of the nearest tell, too."""


def shown(sentence: Sentence) -> str:
    """Return a sentence of the article with its place, for a hint."""
    text = sentence.text if len(sentence.text) <= SHOWN else f"{sentence.text[:SHOWN]}..."
    return sentence.reading(text)


@source_rule("polarity-differs", "warning", "No statement loses or gains a word such as not.")
def other_polarity(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that denies what the article says, or says what it denies."""
    for each in _close(compared, NEAR):
        # headings ask more than they say
        if each.passage.path[0] != "headings" and (found := _turned(each, compared)):
            message = f"may turn what the article says: {found[0]}"
            yield Remark(each.passage.path, message, found[1])


def _turned(each: Statement, compared: Comparison) -> tuple[str, str] | None:
    """Return what turns a statement against the sentence nearest to it, and where that is."""
    assert each.nearest is not None
    theirs = each.nearest.text
    turned = turned_by_prefix(each.text, theirs, compared.index)
    if turned is None and each.share >= CLOSE:
        turned = opposite(each.text, theirs, compared.index)
    said = not _asks(each) and not _may_be(each, compared.index)
    if turned is None and said:
        turned = _denied(each, compared)
    if turned and "?" in theirs:
        turned = None  # what is asked is neither said nor denied
    hint = shown(each.nearest)
    if turned is None and said and (beside := denied_beside(each, compared)):
        turned, hint = beside[0], shown(beside[1])
    word = denied_word(each, compared) if turned is None and said else None
    if turned is None and (word := word or turned_comparison(each, compared)):
        turned, hint = word[0], shown(word[1])
    if turned is None and (contrast := turned_contrast(each, compared)):
        turned, hint = contrast[0], shown(contrast[1])
    if turned is None and each.share < VERY_CLOSE:
        return _turned_clause(each, compared.index)
    return (turned, hint) if turned else None


def _denied(each: Statement, compared: Comparison) -> str | None:
    """Return the word by which a statement or the sentence nearest to it denies the other."""
    assert each.nearest is not None
    index, theirs = compared.index, each.nearest.text
    is_located = not index.is_all(each.among)
    known = is_located or not index.is_all(compared.beside(each))
    known = known and (is_located or each.passage.form != Form.HEADLINE)
    turned = None
    sure = VERY_CLOSE if is_located or each.passage.form != Form.HEADLINE else SURE
    if each.share >= (CLOSE if known else sure):
        turned = denied_once(each.text, theirs, index)
        said_so = (denied_once(each.text, one.text, index) for one in _alike(each, index))
        if turned and (not all(said_so) or _denied_too(each, compared)):
            turned = None  # another sentence that may be meant says so
    if each.passage.form == Form.HEADLINE:
        return turned  # it leaves out what else a sentence says
    if turned is None and not is_located and each.share >= CLOSE:
        turned = denied_clause(each.text, theirs, index, SURE)
    if turned is None and each.share >= ALL_BUT:
        turned = denied_all(each.text, theirs, index)
    return turned


def _denied_too(each: Statement, compared: Comparison) -> bool:
    """Whether a sentence beside the nearest denies the words that a statement denies."""
    index = compared.index
    found = index.words.negates.search(each.text)
    behind = words_of(each.text[found.end() :]) if found else ()
    denied = frozenset[str]().union(*[index.stems(one) for one in behind][:DENIED])
    first = next((one for one in behind if index.stems(one)), "")
    near = compared.around(each)
    beside = index.beside(each.nearest) if each.nearest else ()
    if each.passage.form == Form.HEADLINE and any(
        _denies_no_more(one.text, index) for one in beside
    ):
        return True
    return bool(denied) and any(
        (len(denied & one.stems) > 1 and index.words.negates.search(one.text))
        or _denies_word(first, one.text, index)
        for one in near
    )


def _denies_no_more(text: str, index: SourceIndex) -> bool:
    """Whether a clause only denies what was said before: it has not done so."""
    return any(
        index.words.negates.search(clause) and len(index.stems(clause)) <= 1
        for clause in _CLAUSES.split(text)
    )


_CLAUSES = late_pattern(r"[,;:.]\s")


def _denies_word(word: str, text: str, index: SourceIndex) -> bool:
    """Whether a text has a word such as not close before a form of another: never vaccines."""
    return bool(word) and any(
        not index.stems(word).isdisjoint(index.stems(" ".join(words_of(text[found.end() :])[:2])))
        for found in index.words.negates.finditer(text)
    )


DENIED = 4
"""Words behind a word such as not that it may deny."""


def _may_be(each: Statement, index: SourceIndex) -> bool:
    """Whether a sentence says that something may be: "no one must be lost" denies none of it."""
    weak = index.words.modal_levels[:1]
    assert each.nearest is not None
    return any(one.search(each.text) and not one.search(each.nearest.text) for one in weak)


def _turned_clause(each: Statement, index: SourceIndex) -> tuple[str, str] | None:
    """Return two opposites of a clause and the sentence that is nearest to it, and that one."""
    for clause, nearest in near_clauses(each, index):
        if turned := opposite(clause, nearest.text, index):
            return turned, shown(nearest)
    return None


@source_rule("stronger-verb", "warning", "No verb is surer than in the article or a longer form.")
def stronger_verbs(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that is surer than the article, or than a longer form of its point.

    Verbs go from "suggests" to "proves", modal words from "may" to "will"; "helps to" and the like
    weaken the verb after them. A sentence that is as sure as one of those it may be taken from is
    left alone. What a point's modality calls possible is reported by another rule.
    """
    reported: set[int] = set()
    for each in _close(compared):
        assert each.nearest is not None
        close = each.share >= VERY_CLOSE
        if each.passage.path[0] == "headings" or each.nearest.text.endswith("?"):
            continue  # what is asked is neither sure nor unsure
        if each.passage.form == Form.HEADLINE and not close:
            continue  # a few words, which sum up more than one sentence
        reason = stronger(each.text, each.nearest.text, compared.index, close=close)
        if reason and all(
            stronger(each.text, one.text, compared.index, close=close)
            for one in _alike(each, compared.index)
        ):
            if reason.startswith("without") and _hedged_beside(
                each, each.nearest, reason, compared
            ):
                continue
            reported.add(id(each))
            yield Remark(
                each.passage.path, f"is surer than the article: {reason}", shown(each.nearest)
            )
    for each, sentence, reason in (
        *surer_clauses(compared),
        *_lost_words(compared),
        *plain_clauses(compared),
        *plainly_told(compared),
    ):
        known = id(each) in reported or prints_quotation(each, compared)
        if not known and not _hedged_beside(each, sentence, reason, compared):
            reported.add(id(each))
            message = f"is surer than the article: {reason}"
            yield Remark(each.passage.path, message, shown(sentence))
    yield from _surer_than_longer(compared)


def _lost_words(compared: Comparison) -> Iterator[tuple[Statement, Sentence, str]]:
    """Yield statements that lost what softens or hedges the words that they are taken from."""
    for each in _close(compared, 0.0):
        if each.passage.form == Form.HEADLINE and each.share < VERY_CLOSE:
            continue
        found = without_softener(each, compared) or hedged_word(each, compared)
        if found is None and each.share >= CLOSE and each.nearest is not None:
            reason = said_for_sure(each, compared.index)
            found = (each.nearest, reason) if reason else None
        if found:
            yield each, *found


def _hedged_beside(each: Statement, where: Sentence, reason: str, compared: Comparison) -> bool:
    """Whether a neighbour that is taken from the same sentence has what a statement lost of it."""
    lost = {word for word in words_of(reason) if len(word) >= LEAST_LOST} - {"without"}
    weak = compared.index.words.modal_levels[0]
    is_modal = bool(weak.search(reason))
    return any(
        other is not each
        and other.nearest is where
        and (lost.intersection(words_of(other.text)) or (is_modal and weak.search(other.text)))
        for other in compared.statements
        if other.passage.path == each.passage.path
    )


LEAST_LOST = 4
"""Letters of a word that hedges and is looked for in a neighbour."""


def _alike(each: Statement, index: SourceIndex) -> Iterator[Sentence]:
    """Yield the sentences of a passage that are nearly as near as the nearest one."""
    stems = index.stems(each.text)
    least = each.share * len(stems) * NEARLY
    return (one for one in each.among if len(one.stems & stems) >= least)


NEARLY = 0.75
"""Share of the words of the nearest sentence that another one has in common, which may be meant."""


def _asks(each: Statement) -> bool:
    """Whether a sentence recommends: "should" then asks for something and weakens nothing."""
    return each.passage.path[0] == Part.RECOMMENDATIONS


def _surer_than_longer(compared: Comparison) -> Iterator[Remark]:
    """Report each form that is surer than a longer one of its point, in any wording."""
    by_point: dict[tuple[str, str | None], list[Statement]] = {}
    for each in compared.statements:
        if each.passage.point is not None:
            by_point.setdefault((each.passage.point.id, each.passage.audience), []).append(each)
    for (identity, audience), statements in by_point.items():
        own = by_point.get((identity, None), []) if audience else []
        for each in statements:
            yield from _surer_than_any(each, [*statements, *own], compared.index)


def _surer_than_any(
    each: Statement, others: Sequence[Statement], index: SourceIndex
) -> Iterator[Remark]:
    stems = index.stems(each.text)
    form = _ORDER.index(str(each.passage.form))
    for other in others:
        shared = len(stems & index.stems(other.text))
        longer = _ORDER.index(str(other.passage.form)) > form
        if not longer or not stems or shared < len(stems) * CLOSE:
            continue
        if reason := stronger(each.text, other.text, index, modal=not _asks(each)):
            message = f"is surer than the {other.passage.form}: {reason}"
            yield Remark(each.passage.path, message, "keep the weaker word in each form")
            return
