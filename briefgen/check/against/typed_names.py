"""A rule about names that are typed in prose: their passage has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.check.against.capital_nouns import chooser
from briefgen.check.against.index import Sentence, words_of
from briefgen.check.against.long_names import written_out
from briefgen.check.against.names import NAME, names_in, own_names, roots_of
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.against.strength import unaccented
from briefgen.check.rule import Remark
from briefgen.languages.acronyms import acronyms_in


@source_rule("name-elsewhere", "warning", "Names stand in the passage of what is said.")
def names_from_elsewhere(compared: Comparison) -> Iterator[Remark]:
    """Report each name that the article has, and the passage of the sentence has not.

    The author, and what an acronym of the passage stands for, may be named anywhere.
    """
    everywhere = own_names(compared.argument, with_terms=False) | {
        word
        for each in compared.index.source.paragraphs
        if each.kind in ("title", "standfirst", "heading")
        for word in words_of(each.text)
    }
    terms = _terms(compared)
    known_near: dict[tuple[int, ...], set[str]] = {}
    is_name = chooser(compared.index.source)
    for each in compared.statements:
        among = compared.beside(each)
        key = tuple(map(id, among))
        if key not in known_near:
            words = _said(among, terms)
            roots = {root for word in words for root in roots_of(word)}
            known_near[key] = {*roots, *map(unaccented, roots)}  # ETATS is États
        near = known_near[key]
        for name, opens, start in names_in(each):
            word = next(iter(words_of(name)), "")
            if not is_name(name, each.text, start):
                continue
            known = word not in compared.index.vocabulary or word in everywhere
            roots = {*roots_of(word), unaccented(word)}
            if opens or not word or known or not roots.isdisjoint(near):
                continue
            if _is_plural(name) and word.removesuffix("s") in near:
                continue
            if word in _of_acronyms(each.text, near, compared):
                continue
            if _is_named_beside(name, each.text, near) or _goes_with(word, each, near, compared):
                continue
            if name.isupper() and any(any(written_out(one.text, (name,))) for one in among):
                continue
            message = f'names "{name}", which its passage does not'
            yield Remark(each.passage.path, message, _named_at(compared, word))


def _is_named_beside(name: str, text: str, near: set[str]) -> bool:
    """Whether the family name behind a first name is one of the passage: it has Mr. Reed only."""
    found = re.search(rf"\b{re.escape(name)}\s+({NAME.pattern})", text)
    return bool(found) and any(word in near for word in words_of(found[1] if found else ""))


def _goes_with(word: str, each: Statement, near: set[str], compared: Comparison) -> bool:
    """Whether a name is that of whose a person of the passage is, as the article has it anywhere.

    "Ann Reed of the University of York": a sentence has both Reed and York.
    """
    office = compared.index.words.of_office
    behind = rf"[^,.;:]*?(?<!\w)(?i:{re.escape(word)})(?!\w)"
    found = re.search(rf"({NAME.pattern})\s+(?:{office})\s{behind}", each.text)
    who = words_of(found[1])[-1:] if found else ()
    sentences = compared.index.sentences if who and who[0] in near else ()
    return any({word, *who} <= set(words_of(one.text)) for one in sentences)


def _is_plural(name: str) -> bool:
    """Whether a name is an acronym with the s of a plural: MPs."""
    return len(name) > 2 and name[:-1].isupper() and name.endswith("s")  # noqa: PLR2004


def _of_acronyms(text: str, near: set[str], compared: Comparison) -> set[str]:
    """Return the words of a text that write out an acronym of its passage."""
    found = written_out(text, compared.index.acronyms)
    return {word for short, words in found if short.casefold() in near for word in words}


def _said(among: Sequence[Sentence], terms: dict[str, set[str]]) -> set[str]:
    """Return the words of paragraphs, with those of what their acronyms stand for."""
    words = {word for one in among for word in words_of(one.paragraph.text)}
    words |= {part for word in words if "-" in word for part in word.split("-")}
    words |= {word.replace(".", "") for word in words if "." in word}  # U.K.
    return words.union(*(terms.get(word, set()) for word in words))


def _terms(compared: Comparison) -> dict[str, set[str]]:
    """Return the words of what acronyms stand for, by the article and the glossary."""
    found = {
        short.casefold(): set(words_of(long))
        for each in compared.index.source.paragraphs
        for short, long, _ in acronyms_in(each.text)
    }
    for term in compared.argument.glossary:
        if len(short := words_of(term.short)) == 1:
            found.setdefault(short[0], set()).update(words_of(term.long))
    return found


def _named_at(compared: Comparison, word: str) -> str:
    for one in compared.index.sentences:
        if word in words_of(one.text):
            return f"{one.paragraph.locator} names it; add that to the locator, if it is meant"
    return "look whether it is meant"
