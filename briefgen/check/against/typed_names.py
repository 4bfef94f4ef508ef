"""Rules about names that are typed in prose: their passage has them, and says so of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.cache import Same
from briefgen.check.against.capital_nouns import chooser, has_capital_nouns
from briefgen.check.against.figures import said_amounts
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.long_names import written_out
from briefgen.check.against.name_kinds import name_kinds
from briefgen.check.against.names import NAME, names_in
from briefgen.check.against.other_names import (
    is_known_otherwise,
    is_part_of_one,
    may_be_put_for_another,
)
from briefgen.check.against.places import other_place
from briefgen.check.against.references_here import figures_in
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.against.same_names import SameNames, same_names
from briefgen.check.against.typed import typed_figures
from briefgen.check.rule import Remark
from briefgen.languages.lexicon import lexicon
from briefgen.types.point import Form


@source_rule("name-elsewhere", "warning", "Names stand in the passage of what is said.")
def names_from_elsewhere(compared: Comparison) -> Iterator[Remark]:
    """Report each name that the passage of a sentence has not, if it may be put for another one.

    The article has it elsewhere, and the passage one of its kind that the sentence leaves out; what
    the passage calls "he" or "the company" may be named. The author, and what an acronym of the
    passage stands for, may be named anywhere. Of a name that the passage has, the sentences are
    looked at that say the same, and those beside them.
    """
    names, everywhere = same_names(Same(compared)), _everywhere(compared)
    known_near: dict[tuple[int, ...], frozenset[str]] = {}
    for each in compared.statements:
        among = compared.beside(each)
        if each.passage.path[0] in ("title", "facts"):
            continue  # of more than one passage; what figures are of, which is the editor's to say
        key = tuple(map(id, among))
        if key not in known_near:
            known_near[key] = names.said(one.paragraph.text for one in among)
        strange = [*_strange(each, among, known_near[key], everywhere, names)]
        if each.passage.path[0] in _OF_WHOLE or not any(
            may_be_put_for_another(name, word, each, among, everywhere, names)
            for name, word in strange
        ):
            strange = []
        for words in _in_runs([name for name, _ in strange], each.text):
            message = f'names "{words}", which its passage does not'
            yield Remark(each.passage.path, message, _named_at(compared, strange[0][1]))
        found = None if strange else _exchanged(each, among, everywhere, names)
        found = found or (None if strange else other_place(each, compared))
        if found and found[0].casefold() != found[1].casefold():
            ours, theirs, where = found
            message = f'names "{ours}" where the article names "{theirs}"'
            yield Remark(each.passage.path, message, where.reading(where.text))


def _in_runs(names: Sequence[str], text: str) -> Iterator[str]:
    """Yield names, those that follow one another in a text as one: United States."""
    run = ""
    for name in names:
        joined = f"{run} {name}"
        if run and joined in text:
            run = joined
            continue
        if run:
            yield run
        run = name
    if run:
        yield run


def _everywhere(compared: Comparison) -> frozenset[str]:
    """Return the words that may be named anywhere: the author, who published it, the months."""
    article = compared.argument.article
    words = lexicon(article.language)
    texts = [(words.months if words else "").replace("|", " "), article.publisher or ""]
    for author in article.authors:
        texts += filter(None, (getattr(author, "name", ""), getattr(author, "organisation", "")))
    return frozenset(word for text in texts for word in words_of(text))


def _strange(
    each: Statement,
    among: Sequence[Sentence],
    near: frozenset[str],
    everywhere: frozenset[str],
    names: SameNames,
) -> Iterator[tuple[str, str]]:
    """Yield the names of a statement that its passage has in no form, each with its word."""
    compared = names.compared
    is_name = chooser(compared.index.source)
    for name, opens, start in names_in(each):
        word = next(iter(words_of(name)), "")
        if (opens and word not in names.certain) or not is_name(name, each.text, start):
            continue  # what begins a sentence may be no name
        known = word not in compared.index.vocabulary or word in everywhere
        if not word or known or names.is_said(word, near) or names.is_topic(word):
            continue
        if _is_plural(name) and word.removesuffix("s") in near:
            continue
        short = {one for one, _ in written_out(each.text, compared.index.acronyms)}
        if name in short or word in _of_acronyms(each.text, near, compared):
            continue
        if _is_named_beside(name, each.text, near, compared.index) or _goes_with(
            word, each, near, compared
        ):
            continue
        if _is_beside_its_figure(word, each, compared):
            continue
        if name.isupper() and any(any(written_out(one.text, (name,))) for one in among):
            continue
        yield name, word


def _exchanged(
    each: Statement, among: Sequence[Sentence], everywhere: frozenset[str], names: SameNames
) -> tuple[str, str, Sentence] | None:
    """Return a name, and another one in whose place it stands, with the sentence that has this.

    The sentences that share most other words with a statement, and those next to them, have the
    one in no form; and the nearest has one that the statement has not. Names of which all the
    article speaks may be meant in any sentence, if none but such is lost.
    """
    index = names.compared.index
    if each.passage.form == Form.HEADLINE:
        return None  # a few words, which sum up more than one sentence
    if each.passage.path[0] in _OF_ALL or index.is_all(among) or has_capital_nouns(index.language):
        return None
    mine = {word for word in names.named(each.text) if word not in everywhere}
    stems = index.stems(each.text) - index.stems(" ".join(mine))
    shared = [len(stems & one.stems) for one in among]
    most = max(shared, default=0)
    if not mine or most < max(LEAST_SHARED, LEAST_SHARE * len(stems)):
        return None
    best = [one for one, known in zip(among, shared, strict=True) if known >= NEARLY * most]
    near = (
        one
        for found in best
        for one in (*_until_named(found, names), *found.headings)
        if not _is_next(one, found, index) or stems & one.stems - found.stems
    )
    said = names.said(one.text for one in near)
    own = names.said([each.text])
    theirs = [*names.named(best[0].text)]
    lost = [word for word in theirs if not names.is_said(word, own)]
    if (
        len(lost) == len(theirs)
        and index.is_all(each.among)
        and most < max(MANY, SURE * len(stems))
    ):
        return None
    said |= names.said(one.text for one in figures_in(each, names.compared))
    kinds = name_kinds(Same(names))
    for word in sorted(mine):
        if names.is_said(word, said) or _is_named_beside(word, each.text, said, index):
            continue
        if is_part_of_one(word, best, kinds) or is_known_otherwise(word, each, best, names):
            continue
        instead = [
            one
            for one in lost
            if not (names.is_topic(word) and names.is_topic(one)) and kinds.may_be_alike(word, one)
        ]
        if names.is_topic(word) and most < SURE * len(stems):
            continue
        acronym = any(any(written_out(one.text, (word.upper(),))) for one in best)
        long = any(word in words for _, words in written_out(each.text, index.acronyms))
        if instead and not acronym and not long:
            return _as_written(word, each.text), _as_written(instead[0], best[0].text), best[0]
    return None


def _is_next(one: Sentence, found: Sentence, index: SourceIndex) -> bool:
    """Whether a sentence stands behind another, so that this one cannot be of its names."""
    return one is not found and index.beside(found)[-1] is one


def _until_named(sentence: Sentence, names: SameNames) -> list[Sentence]:
    """Return a sentence, those beside it, and those before it back to one that names something.

    "The mine is still worked" is of the mine that was named two sentences before.
    """
    index = names.compared.index
    near = [*index.beside(sentence)]
    while near[0].paragraph is sentence.paragraph and not any(names.named(near[0].text)):
        before = index.beside(near[0])[0]
        if before is near[0]:
            break
        near.insert(0, before)
    return near


_OF_WHOLE = ("thesis", "timeline")
"""What may name anything that the article names: its thesis, and events, which lean on no other
sentence."""

_OF_ALL = ("facts", "title", "short_title", "headings")
"""What says something of more than one passage, or no sentence."""

MANY, SURE = 6, 0.75
"""Words besides names of a statement in the sentence that says the same for sure, and the share of
the statement's."""

LEAST_SHARED, LEAST_SHARE, NEARLY = 2, 0.6, 0.75
"""Words besides names that a sentence must share with a statement to say the same, the share of
the statement's, and the share of as many with which another one may say it."""


def _as_written(word: str, text: str) -> str:
    """Return a name as a text writes it."""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
    return found[0] if found else word


def _is_named_beside(name: str, text: str, near: frozenset[str], index: SourceIndex) -> bool:
    """Whether the name beside another is one of the passage: it has Mr. Reed only, of Ann Reed."""
    behind = re.search(rf"\b(?i:{re.escape(name)})\s+({NAME.pattern})", text)
    before = re.search(rf"({NAME.pattern})\s+(?i:{re.escape(name)})(?!\w)", text)
    beside = " ".join(found[1] for found in (behind, before) if found)
    return any(word in near and not index.is_small(word) for word in words_of(beside))


def _goes_with(word: str, each: Statement, near: frozenset[str], compared: Comparison) -> bool:
    """Whether a name is that of whose a person of the passage is, as the article has it anywhere.

    "Ann Reed of the University of York": a sentence has both Reed and York.
    """
    office = compared.index.words.of_office
    behind = rf"[^,.;:]*?(?<!\w)(?i:{re.escape(word)})(?!\w)"
    found = re.search(rf"({NAME.pattern})\s+(?:{office})\s{behind}", each.text)
    who = words_of(found[1])[-1:] if found else ()
    sentences = compared.index.sentences if who and who[0] in near else ()
    return any({word, *who} <= set(words_of(one.text)) for one in sentences)


def _is_beside_its_figure(word: str, each: Statement, compared: Comparison) -> bool:
    """Whether a sentence that alone holds a figure of a statement has a name of it, too."""
    for figure in typed_figures(each.text, compared.argument.article.language):
        wanted = said_amounts(figure)
        places = [
            one
            for one in compared.index.sentences
            if any(said_amounts(other) == wanted for other in one.quantities)
        ]
        if len(places) == 1 and word in words_of(places[0].text):
            return True
    return False


def _is_plural(name: str) -> bool:
    """Whether a name is an acronym with the s of a plural: MPs."""
    return len(name) > 2 and name[:-1].isupper() and name.endswith("s")  # noqa: PLR2004


def _of_acronyms(text: str, near: frozenset[str], compared: Comparison) -> set[str]:
    """Return the words of a text that write out an acronym of its passage."""
    found = written_out(text, compared.index.acronyms)
    return {word for short, words in found if short.casefold() in near for word in words}


def _named_at(compared: Comparison, word: str) -> str:
    for one in compared.index.sentences:
        if word in words_of(one.text):
            return f"{one.paragraph.locator} names it; add that to the locator, if it is meant"
    return "look whether it is meant"
