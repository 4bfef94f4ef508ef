"""Rules about by whom: the speaker of a saying, what is excepted, any passage at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.cache import Same
from briefgen.check.against.alignment import spread, surely_taken
from briefgen.check.against.capital_nouns import has_capital_nouns
from briefgen.check.against.index import STEM, Sentence, SourceIndex, words_of
from briefgen.check.against.limits import lost_limit
from briefgen.check.against.name_kinds import name_kinds
from briefgen.check.against.named_speakers import PERSON, speakers_in, speakers_without_words
from briefgen.check.against.names import NAME
from briefgen.check.against.rule import GAP, Comparison, Statement, source_rule
from briefgen.check.against.same_names import same_names
from briefgen.check.against.synonyms import common, kin_in, kin_of
from briefgen.check.against.wording import shown
from briefgen.check.rule import Remark
from briefgen.pattern import compile_pattern, late_pattern
from briefgen.types.point import Form, Modality
from briefgen.types.source_map import Path

_ENDS = late_pattern(r"[,;:.()\u2013\u2014\ufffc]\s?|\s\(")


@source_rule("said-by-another", "warning", "What is said is said by whom the article names.")
def said_by_another(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that gives somebody words that its passage gives another.

    Both sentences have one name beside a verb of saying, and each name is in its own only.
    """
    index, kinds = compared.index, name_kinds(Same(same_names(Same(compared))))
    for each in compared.statements:
        if each.nearest is None or each.share < LEAST_SAID or each.passage.path[0] == "facts":
            continue
        ours = speakers_in(each.text, index)
        theirs = speakers_in(each.nearest.text, index) if ours else frozenset()
        terms = frozenset[str]().union(*(kinds.names.terms.get(it, ()) for it in theirs))
        spoken = theirs | terms
        if not theirs or any(one in spoken or kinds.mates(one) & theirs for one in ours):
            continue
        known = ours <= index.vocabulary.keys()
        if (
            known
            and ours.isdisjoint(words_of(each.nearest.text))
            and theirs.isdisjoint(words_of(each.text))
        ):
            message = f"lets {' '.join(sorted(ours)).title()} say it"
            yield Remark(each.passage.path, message, shown(each.nearest))
    yield from _said_by_others(compared)
    yield from _of_another_body(compared)
    yield from speakers_without_words(compared)


def _said_by_others(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that gives what some say to others, neither of them by name.

    "Officials say" for "diplomats say": each is in its own sentence only, and the article has both.
    """
    index = compared.index
    for each in compared.statements:
        sentence = surely_taken(each, compared)
        if sentence is None or each.passage.path[0] == "facts":
            continue
        ours, theirs = (_reporters(text, index) for text in (each.text, sentence.text))
        if len(ours) != 1 or len(theirs) != 1:
            continue
        (mine,), (its,) = ours, theirs
        apart = common((kin_of(mine, index)), kin_in(sentence.text, index)) == 0
        apart_too = common(kin_of(its, index), kin_in(each.text, index)) == 0
        if apart and apart_too and any(map(spread(index).has, kin_of(mine, index))):
            message = f'lets "{mine}" say what "{its}" say'
            yield Remark(each.passage.path, message, shown(sentence))


def _reporters(text: str, index: SourceIndex) -> set[str]:
    """Return the nouns in the plural that stand close before a verb of saying."""
    found = set()
    for verb in index.words.reports.finditer(text):
        before = [*words_of(_ENDS.split(text[: verb.start()])[-1])[-1:]]
        noun = before[0] if before and text[: verb.start()].rstrip().endswith(before[0]) else ""
        if len(noun) > SMALL and noun.endswith("s") and not noun.endswith("ss"):
            found.add(noun)
    return {one for one in found if index.stems(one)}


def _of_another_body(compared: Comparison) -> Iterator[Remark]:
    """Report each speaker of whom a statement says that he is of another's body.

    The article has person and body, and never in one sentence; each sentence with the body names
    another person before it.
    """
    index = compared.index
    if has_capital_nouns(compared.argument.article.language):
        return
    said = rf"\s(?:{index.words.of_office})\s*(?:the\s|la\s|le\s|l['\u2019])?"
    person = compile_pattern(rf"({PERSON.pattern}){said}((?:{NAME.pattern}|of|\s)+)", re.VERBOSE)
    for each in compared.statements:
        if not index.words.reports.search(each.text):
            continue
        for found in person.finditer(each.text):
            of_whom = words_of(found[2])
            if not of_whom:  # an office of no name: the "of" of "Title II of a law"
                continue
            who, body = words_of(found[1])[-1], of_whom[-1]
            holders = [one for one in index.sentences if body in words_of(one.text)]
            owners = [one for one in index.sentences if who in words_of(one.text)]
            if not holders or not owners or any(one in owners for one in holders):
                continue
            others = [PERSON.search(one.text[: one.text.casefold().find(body)]) for one in holders]
            if all(others):
                message = f"says that {found[1]} is of {found[2].strip()}"
                yield Remark(each.passage.path, message, shown(holders[0]))


LEAST_SAID = 0.35
"""Share of a statement's words in the sentence that lets somebody else say it."""


@source_rule("attribution-lost", "warning", "What somebody says is not given as plain fact.")
def lost_attributions(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that states as plain fact what the article lets somebody say.

    The nearest sentence has "argue that" and the like before nearly all its words; ours, and the
    one before it, have nobody who says so.
    """
    index = compared.index
    says = index.words.says_that
    before: Statement | None = None
    for each in compared.statements:
        last, before = before, each
        if each.nearest is None or each.passage.path[0] == "facts":
            continue
        if each.passage.form == Form.HEADLINE:
            continue
        same_path = last is not None and last.passage.path == each.passage.path
        attributed = bool(same_path and last and _is_attributed(last.text, index))
        attributed = attributed or _is_attributed_beside(each, compared)
        named = _by_account(each, compared) if each.share >= ACCORDING else None
        if named and not attributed:
            yield Remark(each.passage.path, f'drops "{named}"', shown(each.nearest))
            continue
        found = says.search(each.nearest.text) if each.share >= SAME else None
        if found is None:
            continue
        said = index.stems(each.nearest.text[found.end() :])
        ours = index.stems(each.text)
        if len(ours & said) < SAME * len(ours) or _is_attributed(each.text, index):
            continue
        if not attributed:
            yield Remark(each.passage.path, f'drops "{found[0]}"', shown(each.nearest))


def _is_attributed_beside(each: Statement, compared: Comparison) -> bool:
    """Whether another sentence of a form that is taken from the same one says who says so."""
    return any(
        one is not each
        and one.passage.path == each.passage.path
        and one.nearest is each.nearest
        and _is_attributed(one.text, compared.index)
        for one in compared.of_point(each)
    )


def _by_account(each: Statement, compared: Comparison) -> str | None:
    """Return by whose account the article has the figures of a statement that names nobody.

    That is at the end of the sentence behind "according to" and the like.
    """
    index, nearest = compared.index, each.nearest
    if nearest is None or _is_attributed(each.text, index) or not index.is_all(each.among):
        return None
    if not any(sign.isdigit() or sign == GAP for sign in each.text):
        return None
    for start in index.words.accords.finditer(nearest.text):
        names = re.match(
            rf"(?:the\s|l[ea'\u2019]s?\s?)?{NAME.pattern}(?:\s{NAME.pattern})*",
            nearest.text[start.end() :],
        )
        if names and index.stems(names[0]).isdisjoint(index.stems(each.text)):
            return f"{start[0]}{names[0]}"
    return None


ACCORDING = 0.4
"""Share of the words of a statement with figures that the sentence has by whose account it is."""

SAME = 0.7
"""Share of a sentence's words that the article has which says the same."""


def _is_attributed(text: str, index: SourceIndex) -> bool:
    words = index.words
    small = index.hedges.get(Modality.REPORTED)
    return bool(
        words.reports.search(text)
        or words.accords.search(text)
        or any(level.search(text) for level in (*words.evidence_levels[:3], words.modal_levels[0]))
        or (small and small.search(text))
    )


@source_rule("exception-lost", "warning", "No statement loses what the article excepts from it.")
def lost_exceptions(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that says without exception what the article says with one.

    It is taken from a sentence that has "except" and the like; ours, and those of its form, have
    nothing of the kind.
    """
    index = compared.index
    excepts = index.words.excepts
    for each in compared.statements:
        if each.nearest is None or each.passage.path[0] == "facts":
            continue
        if each.passage.form in (None, Form.HEADLINE):
            continue
        if each.share < SAME:
            is_said = excepts.search(each.text)
            if not is_said and (lost := lost_limit(each, compared, (excepts,))):
                yield Remark(each.passage.path, f'drops "{lost[0]}"', shown(lost[1]))
            continue
        where, found = _excepted(each.nearest, index)
        if found is None:
            continue
        behind = _ENDS.split(where.text[found.end() :])[0]
        whole = [one for one in compared.statements if one.passage.path == each.passage.path]
        said = frozenset[str]().union(*(index.stems(one.text) for one in whole))
        if index.stems(behind) & said or any(excepts.search(one.text) for one in whole):
            continue
        yield Remark(each.passage.path, f'drops "{found[0]} {behind.strip()}"', shown(where))


def _excepted(nearest: Sentence, index: SourceIndex) -> tuple[Sentence, re.Match[str] | None]:
    """Return what excepts something in a sentence, or at the beginning of the next one.

    "The solitary exception is" speaks of what stands before it.
    """
    excepts = index.words.excepts
    if found := excepts.search(nearest.text):
        return nearest, found
    after = index.beside(nearest)[-1]
    found = excepts.search(after.text[:OPENING]) if after is not nearest else None
    return after, found if found and index.words.is_whole.search(nearest.text) else None


OPENING = 40
"""Characters at the beginning of a sentence in which it says that it is an exception."""


@source_rule("passage-not-found", "warning", "Every form has words of its passage.")
def without_passage(compared: Comparison) -> Iterator[Remark]:
    """Report each form that has not one word of the paragraphs that it is taken from.

    One sentence of several may sum up in words of its own. Forms of fewer than three content words,
    headlines and titles are left alone.
    """
    index = compared.index
    forms: dict[Path, list[Statement]] = {}
    for each in compared.statements:
        if each.passage.form not in (None, Form.HEADLINE) and not index.is_all(each.among):
            forms.setdefault(each.passage.path, []).append(each)
    for path, form in forms.items():
        text = " ".join(each.text for each in form)
        if any(sign.isdigit() or sign in f"{GAP}@" for sign in text):
            continue  # its figures, dates and sources are looked at by themselves
        denied = index.words.negates.search(text)
        if denied and len(denied[0]) <= SMALL:
            continue  # what the article does not report has no words in it
        stems, among = index.stems(text), form[0].among
        roots = {one[:ROOT] for near in among for one in near.stems}
        if has_capital_nouns(index.language):  # Ministerium is part of Bundesministerium
            said = " ".join(near.text.casefold() for near in among)
            roots |= {one[:ROOT] for one in stems if len(one) >= STEM and one in said}
        if len(stems) >= LEAST_WORDS and all(one[:ROOT] not in roots for one in stems):
            message = "has not a word of its passage"
            yield Remark(path, message, "give its own place, or take it out")


SMALL = 5
"""Letters of a small word such as not; refuse to is none."""

LEAST_WORDS, ROOT = 3, 4
"""Words of a form that is looked for, and letters by which two words may be alike."""
