"""Rules about what is printed around a figure: the word before it, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.check.against.figures import (
    facts_with_passage,
    holding,
    is_count,
    is_measured,
    is_rounded_in,
    words_there,
)
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.references_here import with_references
from briefgen.check.against.rule import GAP, Comparison, Statement, source_rule
from briefgen.check.against.typed import PERCENT
from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.languages.units import is_symbol_of
from briefgen.pattern import late_pattern
from briefgen.types.fact import CURRENCY_CODE, Fact, Quantity

BEFORE, BEHIND = 60, 30
"""Characters around a figure of the article among which a word such as "reported" qualifies it."""

CLOSE = 26
"""Characters around a printed figure among which such a word stands."""

_COMPARED = ("above", "below", "almost", "least", "most", "about")
"""The meanings of qualifiers that say where the true number lies."""

_CONTRARY = {"above": "below", "below": "above", "least": "most", "most": "least"}
"""Meanings of which a figure has one only."""


@source_rule("qualifier-not-in-source", "warning", "No word before a figure turns its limit.")
def own_qualifiers(compared: Comparison) -> Iterator[Remark]:
    """Report each word such as "over" beside a printed figure whose passage has the contrary.

    Looked at are the words in prose before and behind a figure; and those of small counts, whose
    number may be the editor's, but not what limits it.
    """
    facts = {fact.id: fact for fact in compared.argument.facts}
    for each, named in with_references(compared):
        for (before, behind), reference in zip(_gaps(each.text), named, strict=False):
            fact = facts.get(reference.id) if reference.sign == "#" else None
            said = fact and _said_around(before, behind, compared.index)
            if fact and said:
                yield from _strange(fact, said, each.among, each, compared)
    for number, fact in enumerate(compared.argument.facts):
        if fact.qualifier and is_count(fact):
            among = compared.passage_of(fact.id, fact.locator) or compared.index.sentences
            said = _said_around(f"{fact.qualifier} ", "", compared.index)
            path = ("facts", number, "qualifier")
            for remark in _strange(fact, said, among, None, compared) if said else ():
                yield Remark(path, remark.message, remark.hint)


def _gaps(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands close before and behind each figure or quotation of a text."""
    for found in re.finditer(GAP, text):
        yield text[max(0, found.start() - CLOSE) : found.start()], text[found.end() :][:CLOSE]


def _said_around(before: str, behind: str, index: SourceIndex) -> dict[str, str]:
    """Return the words that end what stands before a figure, or follow it, by their meaning."""
    found = {}
    for name in _COMPARED:
        words = index.words.qualifier_meanings.get(name)
        for match in words.finditer(before) if words else ():
            if not before[match.end() :].strip():
                found[name] = match[0]
        after = words.search(_CLAUSE.split(behind)[0]) if words and name == "least" else None
        if after and not _GOES_ON.match(behind[after.end() :]):
            found[name] = after[0]
    return found


_CLAUSE = late_pattern(rf"[,;:.{GAP}]")
_GOES_ON = late_pattern(r"\s+(?:than|que|als|di)\b")


def _strange(
    fact: Fact,
    said: dict[str, str],
    among: Sequence[Sentence],
    each: Statement | None,
    compared: Comparison,
) -> Iterator[Remark]:
    places = holding(fact, among)
    theirs = [_meant(one, quantity, compared.index) for one, quantity in places]
    for name, words in said.items():
        contrary = _CONTRARY.get(name)
        if contrary is None or not all(contrary in meant and name not in meant for meant in theirs):
            continue  # a limit may be said in many ways
        if not places:
            continue
        sentence, quantity = places[0]
        its = sentence.text[max(0, quantity.start - len(words)) : quantity.unit_end + CLOSE]
        message = f'says "{words}" of [#{fact.id}], which its passage does not'
        hint = f'write the qualifier of the article: "{its.strip()}"'
        yield Remark(each.passage.path if each else (), message, hint)


def _meant(sentence: Sentence, quantity: Quantity, index: SourceIndex) -> set[str]:
    """Return the meanings of all words around a figure of the article that qualify it."""
    text = sentence.text
    around = text[max(0, quantity.start - BEFORE) : quantity.unit_end + BEHIND]
    around = f"{quantity.qualifier or ''} {around}"
    plus = {"least", "above"} if "+" in text[quantity.start : quantity.unit_end + 1] else set()
    meanings = index.words.qualifier_meanings.items()
    return plus | {name for name, words in meanings if words.search(around)}


@source_rule("figure-qualifier", "error", 'No figure loses or gains a word such as "over".')
def other_qualifiers(compared: Comparison) -> Iterator[Remark]:
    """Report each fact with another qualifier than its passage gives, by meaning."""
    meanings = compared.index.words.qualifier_meanings
    for number, fact, among in facts_with_passage(compared):
        found = holding(fact, among)
        if not found or is_count(fact) or any(is_rounded_in(fact, one) for _, one in found):
            continue  # its "about" is that of the brief, which rounds
        ours = {name for name, words in meanings.items() if words.search(fact.qualifier or "")}
        if any(_qualified_alike(ours, fact, one, other, compared.index) for one, other in found):
            continue
        if not ours and _is_qualified_beside(fact, found, compared):
            continue
        sentence, quantity = found[0]
        said = f'"{words_there(sentence, quantity)}"'
        if fact.qualifier:
            message = f'says "{fact.qualifier}"; the article says {said}'
        else:
            message = f"has no qualifier; the article says {said}"
        hint = "write the qualifier of the article, inside the brackets of the figure"
        yield Remark(("facts", number, "qualifier"), message, hint)


def _is_qualified_beside(
    fact: Fact, found: Sequence[tuple[Sentence, Quantity]], compared: Comparison
) -> bool:
    """Whether what a figure measures, or the words beside it in prose, say its qualifier.

    "The income above which", "over [£100,000]" and "[3,400 flights] at most" need no such word
    within the brackets.
    """
    texts, behind = [fact.measure or "", fact.scope or "", fact.label or ""], list[str]()
    for passage in passages(compared.argument):
        places = re.finditer(rf"\[#{re.escape(fact.id)}\b", passage.text)
        for one in places:
            texts.append(passage.text[max(0, one.start() - BESIDE) : one.start()])
            rest = passage.text[one.end() + len("]") :].lstrip()
            behind.append(rest.removeprefix(fact.unit or "").lstrip())
    said = " ".join(texts)
    meanings = compared.index.words.qualifier_meanings.values()
    return any(
        words.search(said) or any((at := words.search(one)) and not at.start() for one in behind)
        for words in meanings
        for _, quantity in found
        if words.search(quantity.qualifier or "")
    )


BESIDE = 20
"""Characters before a printed figure among which a word qualifies it."""


def _qualified_alike(
    ours: set[str], fact: Fact, sentence: Sentence, quantity: Quantity, index: SourceIndex
) -> bool:
    meanings = index.words.qualifier_meanings
    theirs = {name for name, words in meanings.items() if words.search(quantity.qualifier or "")}
    before = sentence.text[max(0, quantity.start - BEFORE) : quantity.start]
    if apart := _WITH_ARTICLE.search(before):  # up to a 470 % difference
        theirs |= {name for name, words in meanings.items() if words.fullmatch(apart[1])}
    nearby = {name for name, words in meanings.items() if words.search(before)}
    if "+" in sentence.text[quantity.start : quantity.unit_end + 1]:  # 400+ farms
        theirs, nearby = {"least"}, nearby | {"above"}
    if not fact.qualifier:
        return not theirs or theirs == {"only"}
    return theirs == ours or bool(ours and ours <= theirs | nearby) or (not ours and not theirs)


_WITH_ARTICLE = late_pattern(
    r"(\w+(?:\s+\w+)?)\s+(?:an?|the|une?|eine?[nrms]?|un[ao]?)\s+$", re.IGNORECASE
)
"""Words before a figure that has an article of its own."""


@source_rule("noun-not-in-source", "warning", "What a figure counts is called as it is counted.")
def other_nouns(compared: Comparison) -> Iterator[Remark]:
    """Report each figure that is said to count a unit of measure which its passage does not have.

    Looked at are the noun behind a printed figure and the first word of what it measures.
    """
    index = compared.index
    facts = {fact.id: fact for fact in compared.argument.facts}
    for each, named in with_references(compared):
        for (_, behind), reference in zip(_gaps(each.text), named, strict=False):
            fact = facts.get(reference.id) if reference.sign == "#" else None
            if fact is None:
                continue
            said = [share[0].strip()] if (share := PERCENT.match(behind)) else []
            said = [] if fact.unit == "%" else said
            noun = _first_noun(_CLAUSE.split(behind)[0], index)
            if any(one.match(behind.lstrip()) for one in index.words.is_period.values()):
                noun = ""  # 7 % a year counts no years
            if _is_another_measure(noun, fact, compared):
                said.append(noun)
            for word in said:
                message = f'says "{word}" of [#{fact.id}], which counts {fact.unit}'
                yield Remark(each.passage.path, message, "write what the article counts")
    for number, fact in enumerate(compared.argument.facts):
        noun = _first_noun(fact.measure or "", index)
        if _is_another_measure(noun, fact, compared, "measure"):
            message = f'counts "{noun}"; no such word stands in the passage'
            hint = "name what is counted as the article does"
            yield Remark(("facts", number, "measure"), message, hint)


def _first_noun(text: str, index: SourceIndex) -> str:
    """Return the first word of a text that is no small word; empty if there is none."""
    return next((word for word in words_of(text) if index.stems(word)), "")


def _is_another_measure(word: str, fact: Fact, compared: Comparison, name: str = "") -> bool:
    """Whether a word is a unit of measure, and none of a fact, of its other names or its passage.

    What is counted may be called by many nouns; an hour is no minute.
    """
    index = compared.index
    if not word or not fact.unit or CURRENCY_CODE.fullmatch(fact.unit):
        return False
    if index.words.occurs.fullmatch(word) or not is_measured(word, index):
        return False  # what happened 286 times is 286 of something
    places = holding(fact, compared.passage_of(fact.id, fact.locator) or index.sentences)
    others = [getattr(fact, one) or "" for one in _NAMES if one != name]
    known = {found[:ROOT] for text in others for found in words_of(text)}
    said = {part for one, _ in places for part in _PARTS.findall(one.text)}
    known |= {part.casefold()[:ROOT] for part in said}
    names = (word, getattr(fact, name) if name else fact.unit)
    if any(is_symbol_of(part, each) for part in said for each in names):
        return False
    return bool(places) and word[:ROOT] not in known


_NAMES = ("unit", "measure", "scope", "label")
_PARTS = late_pattern(r"[^\W\d_]+(?:/h)?")
"""Words of a passage, those that are joined to a number among them: 49-minute, 250mph."""
ROOT = 4
"""Letters by which two words are alike."""
