"""Rules about what changes a statement: polarity, and verbs that are surer than the article's.

Each compares a printed sentence with the sentence of the article that is nearest to it. Where these
share too few words, they may say different things, and nothing is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.rule import Remark
from briefgen.check.wording import lost_hedges
from briefgen.languages.lexicon import lexicon
from briefgen.types.argument import Part
from briefgen.types.point import Modality

CLOSE, VERY_CLOSE = 0.5, 0.6
"""Shares of a sentence's words that a sentence of the article must have, to be compared with it."""

SHOWN = 160
"""Characters of the article that a hint shows."""

_DENYING = re.compile(r"(?:un|in|im|il|ir|non)")
_ORDER = ("headline", "summary", "detail")


@source_rule("certain-in-form", "error", "What is possible, planned or reported is never certain.")
def certain_forms(compared: Comparison) -> Iterator[Remark]:
    """Report each form of a possible, planned or reported point that says it as certain."""
    yield from lost_hedges(compared.argument)


def _close(compared: Comparison) -> Iterator[Statement]:
    """Yield the sentences that are near enough; the noun phrases of facts are none."""
    for each in compared.statements:
        if each.nearest and each.share >= CLOSE and each.passage.path[0] != "facts":
            yield each


def _says(statement: Statement) -> str:
    assert statement.nearest is not None
    text = statement.nearest.text
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
    return f'{statement.nearest.paragraph.locator} reads: "{shown}"'


@source_rule("polarity-differs", "warning", "No statement loses or gains a word such as not.")
def other_polarity(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that denies what the article says, or says what it denies."""
    for each in _close(compared):
        assert each.nearest is not None
        theirs = each.nearest.text
        turned = _opposite(each.text, theirs, compared.index)
        if turned is None and each.share >= VERY_CLOSE:
            turned = _denied_once(each.text, theirs, compared.index)
        if turned:
            yield Remark(
                each.passage.path, f"may turn what the article says: {turned}", _says(each)
            )


def _denied_once(ours: str, theirs: str, index: SourceIndex) -> str | None:
    """Return the word by which one of two texts denies what the other says.

    What it denies must be said by the other, which has no word of the kind, unable and the like
    among them.
    """
    for text, other, side in ((ours, theirs, "here"), (theirs, ours, "in the article")):
        if _denies(other, index):
            continue
        said = index.stems(other)
        for found in index.words.negates.finditer(text):
            clause = _CLAUSE_END.split(text[found.end() : found.end() + WINDOW])[0]
            denied = " ".join(words_of(clause)[:DENIED])
            if index.stems(denied) & said:
                return f'"{found[0]}" stands {side} only'
    return None


_CLAUSE_END = re.compile(r"[:;,.\u2013\u2014]\s")
DENIED, WINDOW = 3, 60
"""Words behind a word such as not that it denies, and characters that they may have."""


def _denies(text: str, index: SourceIndex) -> bool:
    """Whether a text has a word such as not, without, unable, incompatible."""
    pairs = index.words.opposites
    return bool(index.words.negates.search(text)) or any(
        not first and _DENYING.match(pairs[place][1]) for place, first in index.opposites(text)
    )


def _opposite(ours: str, theirs: str, index: SourceIndex) -> str | None:
    """Return two opposites of which each side has one, and only that one."""
    words = index.words
    mine, its = index.opposites(ours), index.opposites(theirs)
    if not mine or not its or words.negates.search(ours) or words.negates.search(theirs):
        return None
    for (place, first), word in mine.items():
        other = its.get((place, not first))
        if other and (place, not first) not in mine and (place, first) not in its:
            return f'"{word}" here, "{other}" in the article'
    return None


@source_rule("stronger-verb", "warning", "No verb is surer than in the article or a longer form.")
def stronger_verbs(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that is surer than the article, or than a longer form of its point.

    Verbs go from "suggests" to "proves", modal words from "may" to "will"; "helps to" and the like
    weaken the verb after them. A sentence that is as sure as one of those it may be taken from is
    left alone. What a point's modality calls possible is told by another rule.
    """
    for each in _close(compared):
        assert each.nearest is not None
        close = each.share >= VERY_CLOSE
        reason = _stronger(each.text, each.nearest.text, compared.index, close=close)
        if reason and all(
            _stronger(each.text, one.text, compared.index, close=close)
            for one in _alike(each, compared.index)
        ):
            yield Remark(each.passage.path, f"is surer than the article: {reason}", _says(each))
    yield from _surer_than_longer(compared)


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


def _stronger(
    ours: str, theirs: str, index: SourceIndex, *, close: bool = True, modal: bool = True
) -> str | None:
    """Return what makes one of two texts surer; weakened verbs count where they are close.

    `modal` words (may, will) are left out where they weaken nothing.
    """
    words = index.words
    for levels in (words.evidence_levels, *((words.modal_levels,) if modal else ())):
        mine, its = _strongest(ours, levels), _strongest(theirs, levels)
        kept = levels is words.modal_levels and its and levels[its[0]].search(ours)
        if mine and its and mine[0] > its[0] and not kept:
            return f'"{mine[1]}" for "{its[1]}"'
    if not close:
        return None
    return _without_attempt(ours, theirs, index) or _without_doubt(ours, theirs, index)


def _strongest(text: str, levels: Sequence[re.Pattern[str]]) -> tuple[int, str] | None:
    matches = ((level, pattern.search(text)) for level, pattern in enumerate(levels))
    return max(((level, match[0]) for level, match in matches if match), default=None)


def _without_attempt(ours: str, theirs: str, index: SourceIndex) -> str | None:
    """Return a verb that the article weakens ("helps to underscore") and the sentence does not."""
    attempt = index.words.attempt
    if any(level.search(ours) for level in index.words.modal_levels[:2]):
        return None
    for found in attempt.finditer(theirs):
        verb = next(iter(words_of(theirs[found.end() : found.end() + 40])), "")
        if len(verb) >= SHORTEST_VERB and _said_plainly(ours, verb, attempt):
            return f'without "{found[0].strip()} {verb}"'
    return None


def _said_plainly(ours: str, verb: str, attempt: re.Pattern[str]) -> bool:
    """Whether a text has a form of a verb, and nowhere shortly before it what weakens it."""
    forms = [found for found in _WORDS.finditer(ours) if _is_form(found[0].casefold(), verb)]
    before = (ours[: found.start()].split()[-BEFORE_VERB:] for found in forms)
    weakened = (attempt.search(" ".join(words)) for words in before)
    return bool(forms) and not any(weakened) and not any(attempt.fullmatch(one[0]) for one in forms)


_WORDS = re.compile(r"[^\W\d_]+")
SHORTEST_VERB = 4
"""Letters of a word behind what weakens it that is looked for as a verb."""

BEFORE_VERB = 7
"""Words before a verb among which another may weaken it."""


def _is_form(word: str, verb: str) -> bool:
    """Whether a word may be a form of a verb: underscores of underscore, but not assurance.

    Accents may differ: protège is a form of protéger.
    """
    word, verb = _unaccented(word), _unaccented(verb)
    shared = max(3, len(verb) - (1 if len(verb) < LONG_VERB else 2))
    return word[:shared] == verb[:shared] and abs(len(word) - len(verb)) <= 2  # noqa: PLR2004


def _unaccented(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.combining(part))


LONG_VERB = 8
"""Letters from which on two forms of a verb may differ in the last two: withdraw, withdrew."""


def _without_doubt(ours: str, theirs: str, index: SourceIndex) -> str | None:
    """Return a weak modal word of the article where the sentence has none of any kind."""
    words = index.words
    weak = words.modal_levels[0].search(theirs)
    small = lexicon(index.language)
    if not weak or _strongest(theirs, words.modal_levels[1:]):
        return None
    kinds = (Modality.POSSIBLE, Modality.PLANNED)
    hedges = [small.hedge[kind] for kind in kinds if kind in small.hedge] if small else []
    after = words_of(theirs[weak.end() : weak.end() + 60])[:3]
    same = any(_is_form(word, verb) for verb in after for word in words_of(ours))
    hedged = any(hedge.search(ours) for hedge in hedges)
    return f'without "{weak[0]}"' if same and not hedged else None


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
        if reason := _stronger(each.text, other.text, index, modal=not _asks(each)):
            message = f"is surer than the {other.passage.form}: {reason}"
            yield Remark(each.passage.path, message, "keep the weaker word in each form")
            return
