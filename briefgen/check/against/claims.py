"""Rules about what a statement claims beyond its passage: only, the largest, all; hedges lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.check.against.figures import said_amounts
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.rule import GAP, Comparison, Statement, source_rule
from briefgen.check.against.strength import hedged, is_form
from briefgen.check.against.widened import WINDOW, all_for_some, widened_beyond, without_limit
from briefgen.check.figures import value_of
from briefgen.check.rule import Remark
from briefgen.languages.lexicon import lexicon
from briefgen.languages.source_words import SourceWords
from briefgen.pattern import late_pattern
from briefgen.types.argument import Part
from briefgen.types.point import Form, Modality

LEAST_NEAR = 0.35
"""Share of a statement's words that the sentence has whose paragraph is its passage, if it names
none."""

SAME, NEARLY = 0.5, 0.7
"""Share of a statement's words in a sentence that says the same, and share of these that others
have which may be meant as well."""

SOFTENED_IN = 0.3
"""Share of a statement's words that a sentence has whose softened word is compared."""


def support_of(each: Statement, compared: Comparison) -> Sequence[Sentence]:
    """Return the sentences that a statement may rest on: its paragraphs, or those of the nearest.

    Where it names no place and is near to none, those of its point's other statements; where it
    says nearly the same as some sentences, these.
    """
    index = compared.index
    is_row = each.nearest is not None and each.nearest.is_row and each.share >= LEAST_NEAR
    if each.share >= SAME or is_row:
        stems = index.stems(each.text)
        least = each.share * len(stems) * NEARLY
        return [one for one in each.among if len(one.stems & stems) >= least]
    if not index.is_all(each.among) or each.nearest is None or each.share < LEAST_NEAR:
        return compared.around(each)
    place = each.nearest.paragraph.locator
    return [one for one in each.among if one.paragraph.locator == place]


@source_rule("claim-not-in-source", "warning", "No only, largest or all that its passage has not.")
def other_claims(compared: Comparison) -> Iterator[Remark]:
    """Report each statement with a word that claims much, and nothing of the kind in its passage.

    Any word of the passage that may say the same is enough: "top" for the largest, "no other" for
    only.
    """
    words = compared.index.words
    for each in compared.statements:
        if each.passage.path[0] in _UNCLAIMED or each.nearest is None:
            continue
        for kind, ours in enumerate(words.claims_much):
            found = ours.search(each.text)
            before = each.text[: found.start()] if found else ""
            if found and (_is_denied(before, words) or _is_weakened(before, words)):
                continue  # "not all of it" and "nearly all of it" claim little
            near = [*support_of(each, compared), *_notes_on(each, compared)] if found else []
            if found and (each.passage.form == Form.HEADLINE or _is_short(each, kind, compared)):
                near += compared.around(each)  # it sums up, or says little of where it is from
            if kind == ONLY:  # "The solitary exception is" stands behind what it is of
                near = [one for sentence in near for one in compared.index.beside(sentence)]
            if found and kind == MOST and each.passage.form == Form.HEADLINE:
                continue  # it leaves out of whom
            if found and kind == MOST and _is_reckoned(each, near):
                continue  # 8 of 9 billion are most
            if found is None or (
                any(words.may_claim(kind, one.text) for one in near)
                and not _alone_among_several(each, words, kind)
            ):
                continue
            message = f'claims more than its passage: "{found[0]}"'
            yield Remark(each.passage.path, message, "say it as widely as the article does")
            break
        else:
            widened = widened_beyond(each, compared) or without_limit(each, compared)
            if widened := widened or all_for_some(each, compared):
                message = f'claims more than its passage: "{widened[0]}" for "{widened[1]}"'
                yield Remark(each.passage.path, message, widened[2].reading(widened[2].text))


_UNCLAIMED = ("facts", "headings", Part.RECOMMENDATIONS)
"""What claims nothing: noun phrases, headings, what is only asked for."""


def _is_short(each: Statement, kind: int, compared: Comparison) -> bool:
    """Whether a statement has too few words to tell its sentence: "Most of it is new"."""
    return kind == MOST and len(compared.index.stems(each.text)) <= FEW


FEW = 3
"""Words of a statement that tell too little of where it is from."""


def _is_reckoned(each: Statement, near: Sequence[Sentence]) -> bool:
    """Whether a statement has a figure, and its passage two of which one is most of the other."""
    has_figure = any(sign.isdigit() or sign == GAP for sign in each.text)
    amounts = sorted(
        {one for it in near for found in it.quantities for one in said_amounts(found) if one > 0}
    )
    pairs = ((less, more) for at, less in enumerate(amounts) for more in amounts[at + 1 :])
    return has_figure and any(less * 2 > more for less, more in pairs)


def _is_denied(before: str, words: SourceWords) -> bool:
    """Whether a word such as not stands before what is claimed, in its clause."""
    return bool(words.negates.search(_STOPS.split(before)[-1]))


def _notes_on(each: Statement, compared: Comparison) -> Iterator[Sentence]:
    """Yield the notes of the article that share words with a statement, as they may back it."""
    stems = compared.index.stems(each.text)
    return (one for one in compared.index.notes if len(one.stems & stems) >= LEAST_NOTED)


LEAST_NOTED = 2
"""Words that a note shares with a statement which it may back."""


def _is_weakened(before: str, words: SourceWords) -> bool:
    """Whether a word such as nearly stands directly before what is claimed."""
    nearly = words.qualifier_meanings.get("almost")
    found = nearly.finditer(before) if nearly else ()
    return any(not before[one.end() :].strip() for one in found)


_STOPS = late_pattern(r"[,;:.()]")


def _alone_among_several(each: Statement, words: SourceWords, kind: int) -> bool:
    """Whether the article says one of the largest, and the statement the largest."""
    theirs = each.nearest.text if each.nearest and each.share >= LEAST_NEAR else ""
    if kind == ONLY:
        return _one_there(each.text, theirs, words)
    found = words.is_one_of.search(theirs)
    behind = theirs[found.end() : found.end() + WINDOW] if found else ""
    return bool(behind and words.may_claim(kind, behind)) and not words.is_one_of.search(each.text)


def _one_there(ours: str, theirs: str, words: SourceWords) -> bool:
    """Whether the article says one reason, or another one, and the statement the only one."""
    for found in words.is_only_one.finditer(ours):
        one = rf"(?<!\w)(?:{words.singles})\s+{re.escape(found[1])}(?!\w)"
        if re.search(one, theirs, re.IGNORECASE | re.VERBOSE):
            return not words.claims_much[ONLY].search(theirs)
    return False


def without_softener(each: Statement, compared: Comparison) -> tuple[Sentence, str] | None:
    """Return the sentence and the word that it weakens ("somewhat surprising") where we do not."""
    index = compared.index
    softens = index.words.softens
    weak = index.words.modal_levels[:1]
    weak = (*weak, index.words.is_part)
    if softens.search(each.text) or any(one.search(each.text) for one in weak):
        return None
    ours, stems = words_of(each.text), index.stems(each.text)
    for one in support_of(each, compared):
        if len(one.stems & stems) < SOFTENED_IN * len(stems):
            continue
        if index.words.is_condition.match(one.text):
            continue  # "if it is considered fine-tuning" softens nothing
        for found in softens.finditer(one.text):
            behind = one.text[found.end() : found.end() + WINDOW]
            said = words_of(behind) if behind[:1] in " ," else ()
            is_hedge = any(one.search(found[0]) for one in index.words.modal_levels)
            if is_hedge or found[0].casefold().startswith("in ") or behind[:1] == ",":
                said = tuple(one for one in said if not _is_small(one, index))
            if is_hedge and any(one.search(each.text) for one in index.words.modal_levels[:2]):
                continue
            word = next(iter(said), "")
            if any(more.fullmatch(word) for pair in index.words.more_or_less for more in pair):
                continue  # "a little more patience"
            if word and value_of(word, index.language) is not None:
                continue  # "in most cases three" are three that most have
            plainly = any(is_form(mine, word) for mine in ours)
            if plainly and not _is_of_same(one, found.start(), word, stems, index):
                continue
            if len(word) >= SHORTEST_WORD and plainly and not _is_small(word, index):
                return one, f'without "{found[0]} {word}"'
    return None


def _is_of_same(
    sentence: Sentence, place: int, word: str, stems: frozenset[str], index: SourceIndex
) -> bool:
    """Whether a sentence says the same, or a softened word stands beside another one of ours."""
    if len(sentence.stems & stems) >= SAME * len(stems):
        return True
    before = [one for one in words_of(sentence.text[:place]) if index.stems(one)][-1:]
    behind = [one for one in words_of(sentence.text[place:]) if index.stems(one)]
    at = behind.index(word) + 1 if word in behind else 0
    return bool(index.stems(" ".join([*before, *behind[at : at + 1]])) & stems)


ONLY, MOST = 1, 3
"""The places of what says that there is no other, and that there are most, among what claims much,
in each language."""

SHORTEST_WORD = 4
"""Letters of a word that is compared with a softened one of the article."""


def _is_small(word: str, index: SourceIndex) -> bool:
    return not index.stems(word)


def said_for_sure(each: Statement, index: SourceIndex) -> str | None:
    """Return what hedges the nearest sentence, where the point is no certain one and ours has none.

    A form may say once that it is possible; what is taken from a hedged sentence says it again.
    """
    point, nearest = each.passage.point, each.nearest
    words = lexicon(index.language)
    if point is None or nearest is None or words is None or each.passage.form == Form.HEADLINE:
        return None
    if point.modality not in (Modality.POSSIBLE, Modality.PLANNED):
        return None
    levels = 2 if point.modality is Modality.PLANNED else 1
    kinds = [words.hedge[one] for one in Modality if one in words.hedge]
    if hedged(each.text, index) or any(kind.search(each.text) for kind in kinds):
        return None
    weak = (*index.words.modal_levels[:levels], words.hedge[Modality.POSSIBLE])
    said = _same_clauses(each.text, nearest.text, index)
    found = next(filter(None, (one.search(said) for one in weak)), None)
    return f'without "{found[0]}"' if found else None


def _same_clauses(ours: str, theirs: str, index: SourceIndex) -> str:
    """Return a sentence of the article without the clauses that tell of something else."""
    stems = index.stems(ours)
    clauses = [
        (part, len(index.stems(part)), len(index.stems(part) & stems))
        for whole in index.words.parts_clauses.split(theirs)
        for part in _at_relatives(whole, index)
    ]
    most = max((shared for *_, shared in clauses), default=0)
    return ", ".join(
        part for part, words, shared in clauses if words < FEW_WORDS or shared * 2 >= most
    )


def _at_relatives(text: str, index: SourceIndex) -> Iterator[str]:
    """Yield the parts of a clause around words such as which, which begin another one."""
    start = 0
    for found in index.words.relates.finditer(text):
        yield text[start : found.start()]
        start = found.start()
    yield text[start:]


FEW_WORDS = 3
"""Words of a clause that may hedge another one: "it is possible", "if all goes well"."""
