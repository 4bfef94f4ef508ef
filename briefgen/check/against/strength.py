"""How sure two texts are, by their verbs and modal words: suggests, shows; may, will."""

from __future__ import annotations

import re
import unicodedata

from briefgen.cache import Same, kept
from briefgen.check.against.index import SourceIndex, words_of
from briefgen.check.figures import vague_numbers
from briefgen.languages.lexicon import lexicon
from briefgen.pattern import compile_pattern, late_pattern
from briefgen.types.point import Modality


def stronger(
    ours: str, theirs: str, index: SourceIndex, *, close: bool = True, modal: bool = True
) -> str | None:
    """Return what makes one of two texts surer; weakened verbs count where they are close.

    `modal` words (may, will) are left out where they weaken nothing.
    """
    words = index.words
    ours = without_questions(ours, index)
    for levels in (words.evidence_levels, *((words.modal_levels,) if modal else ())):
        mine, its = strongest(ours, levels), strongest(theirs, levels)
        is_modal = levels is words.modal_levels
        if mine and its and not is_modal and (its[0], mine[0]) == ONE_APART:
            its = its if words.says_that.search(theirs) else None  # estimates are no verb
        kept: object = is_modal and its and levels[its[0]].search(ours)
        kept = kept or (is_modal and _is_only_thought(ours, theirs, index))
        if mine and its and is_modal and mine[0] < len(levels) - 1:
            kept = kept or not _before_same_verb(ours, mine[1], theirs, its[1], index)
        if mine and its and mine[0] > its[0] and not kept:
            return f'"{mine[1]}" for "{its[1]}"'
    if not close:
        return None
    return _without_attempt(ours, theirs, index) or _without_doubt(ours, theirs, index)


def _is_only_thought(ours: str, theirs: str, index: SourceIndex) -> bool:
    """Whether what a text says for sure is what somebody believes, as another expects it."""
    expects = index.words.thinks
    return bool(expects.search(ours) and expects.search(theirs))


def _before_same_verb(ours: str, mine: str, theirs: str, its: str, index: SourceIndex) -> bool:
    """Whether the word behind would in one text stands behind might in the other, in any form."""
    verbs = []
    for text, word in ((ours, mine), (theirs, its)):
        behind = words_of(text[text.find(word) + len(word) :])
        verbs.append([one for one in behind if index.stems(one)][:REACH])
    return any(is_form(one, other) for one in verbs[0][:1] for other in verbs[1]) or any(
        is_form(one, other) for one in verbs[0] for other in verbs[1][:1]
    )


ONE_APART = (1, 2)
"""Levels of verbs such as "argues" and "shows", of which many are nouns as well."""

REACH = 2
"""Words behind one such as might among which the verb is: might well be."""


def without_questions(text: str, index: SourceIndex) -> str:
    """Return a text without what it only says is asked or not known: "what it will cost"."""
    return _question(index.words.open_questions).sub(" ", text)


@kept(8)
def _question(words: str) -> re.Pattern[str]:
    return compile_pattern(rf"(?<!\w)(?:{words})(?!\w)[^;:.?!]*", re.IGNORECASE | re.VERBOSE)


def strongest(text: str, levels: tuple[re.Pattern[str], ...]) -> tuple[int, str] | None:
    """Return the highest level of words that a text has, and the word."""
    return _strongest(text, Same(levels))


@kept(4096)
def _strongest(text: str, levels: Same[tuple[re.Pattern[str], ...]]) -> tuple[int, str] | None:
    matches = ((level, pattern.search(text)) for level, pattern in enumerate(levels.held))
    return max(((level, match[0]) for level, match in matches if match), default=None)


def _without_attempt(ours: str, theirs: str, index: SourceIndex) -> str | None:
    """Return a verb that the article weakens ("helps to underscore") and the sentence does not."""
    attempt, known = index.words.attempt, lexicon(index.language)
    if known is None or any(level.search(ours) for level in index.words.modal_levels[:2]):
        return None
    for found in attempt.finditer(theirs):
        behind = words_of(theirs[found.end() : found.end() + 40])
        if behind and behind[0] in index.words.determiners.split():
            continue  # "calls for the shire to look"
        if behind and (behind[0] in known.number_words or vague_numbers(behind[0], index.language)):
            continue  # "contributes to billions" weakens no verb
        is_light = bool(behind) and len(behind[0]) < SHORTEST_VERB  # "attempts to lay claim"
        for verb in behind[: 2 if is_light else 1]:
            if len(verb) >= SHORTEST_VERB and _said_plainly(ours, verb, attempt):
                return f'without "{found[0].strip()} {verb}"'
    return None


def _said_plainly(ours: str, verb: str, attempt: re.Pattern[str]) -> bool:
    """Whether a text has a form of a verb, and nowhere shortly before it what weakens it."""
    forms = [
        found
        for found in _WORDS.finditer(ours)
        if is_form(found[0].casefold(), verb)
        and not (found[0].casefold() == verb and _PURPOSE.search(ours[: found.start()]))
    ]
    before = (ours[: found.start()].split()[-BEFORE_VERB:] for found in forms)
    weakened = (attempt.search(" ".join(words)) for words in before)
    return bool(forms) and not any(weakened) and not any(attempt.fullmatch(one[0]) for one in forms)


_PURPOSE = late_pattern(r"\w\s(?:to|pour|per|para)\s$", re.IGNORECASE)
"""Stands before a verb that says what something is for: bonds "to finance" do not yet finance."""

_WORDS = late_pattern(r"[^\W\d_]+")
SHORTEST_VERB = 4
"""Letters of a word behind what weakens it that is looked for as a verb."""

BEFORE_VERB = 7
"""Words before a verb among which another may weaken it."""


def is_form(word: str, verb: str) -> bool:
    """Whether a word may be a form of a verb: underscores of underscore, but not assurance.

    Accents may differ: protège is a form of protéger.
    """
    word, verb = unaccented(word), unaccented(verb)
    shared = max(3, len(verb) - (1 if len(verb) < LONG_VERB else 2))
    if len(verb) <= shared + 1 and word[shared : shared + 1] not in (verb[shared:], *_ENDS_IN):
        return False  # firms is none of fire
    return word[:shared] == verb[:shared] and abs(len(word) - len(verb)) <= 2  # noqa: PLR2004


_ENDS_IN = ("", *"aeioudnrstyz")
"""Letters with which the ending of a verb may begin, in the languages that are known."""


def unaccented(word: str) -> str:
    """Return a word without its accents."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.combining(part))


LONG_VERB = 8
"""Letters from which on two forms of a verb may differ in the last two: withdraw, withdrew."""


def hedged(text: str, index: SourceIndex) -> bool:
    """Whether a text says in any way that something is not certain."""
    words, small = index.words, lexicon(index.language)
    said = (*words.modal_levels[:2], *words.evidence_levels[:2], words.attempt)
    doubts = (Modality.POSSIBLE, Modality.REPORTED)
    kinds = [small.hedge[kind] for kind in doubts if small and kind in small.hedge]
    return any(pattern.search(text) for pattern in (*said, *kinds))


def _without_doubt(ours: str, theirs: str, index: SourceIndex) -> str | None:
    """Return a weak modal word of the article where the sentence has none of any kind."""
    words = index.words
    weak = words.modal_levels[0].search(theirs)
    small = lexicon(index.language)
    if not weak or strongest(theirs, words.modal_levels[1:]):
        return None
    if words.negates.match(theirs[weak.end() :].lstrip()) or words.limits_to.search(theirs):
        return None  # what may not be is not; what may be only so is allowed
    kinds = (Modality.POSSIBLE, Modality.PLANNED)
    hedges = [small.hedge[kind] for kind in kinds if kind in small.hedge] if small else []
    behind = theirs[weak.end() : weak.end() + 60]
    after = [word for word in words_of(behind)[:3] if index.stems(word)][:1]
    opening = re.split(re.escape(after[0]), behind, flags=re.IGNORECASE)[0] if after else ""
    if index.words.opens_noun.search(opening):
        return None  # "a potential for the country" is none of a verb
    has_endings = bool(index.words.infinitive_endings)  # of which "the means to buy" keeps them
    same = any(
        is_form(word, verb) and not (has_endings and word == verb)
        for verb in after
        for word in words_of(ours)
    )
    if not same or any(one.search(ours) for one in (words.softens, words.modal_levels[0])):
        return None
    said = {found[0].casefold() for hedge in hedges for found in hedge.finditer(ours)}
    kept = {*words_of(theirs)}  # "critics suggest that it is" is no "suggest that it may be"
    verbs = words.evidence_levels[:2]
    hedged = any(
        word not in kept or not any(verb.fullmatch(word) for verb in verbs) for word in said
    )
    return f'without "{weak[0]}"' if not hedged else None
