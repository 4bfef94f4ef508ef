"""Names that a passage has in no form: meant by a pronoun or a noun there, or put for another.

An analyst writes the full name where the article has "he", "the company" or a short form. Such a
name is a fault where the passage has another of its kind that the statement leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.cache import Same
from briefgen.check.against.index import Sentence, words_of
from briefgen.check.against.long_names import written_out
from briefgen.check.against.name_kinds import NameKinds, name_kinds
from briefgen.check.against.names import NAME
from briefgen.check.against.rule import Statement
from briefgen.check.against.same_names import SameNames
from briefgen.languages.recognised import WITHIN_NAMES
from briefgen.pattern import late_pattern
from briefgen.types.point import Form

NEAR = 0.5
"""Share of the words of the nearest sentence that another one has in common, which may be meant."""


def may_be_put_for_another(
    name: str,
    word: str,
    each: Statement,
    among: Sequence[Sentence],
    everywhere: frozenset[str],
    names: SameNames,
) -> bool:
    """Whether a name that a passage has not may stand there in the place of another.

    One that is said in the paragraph before is the subject of what follows, unless the very
    sentence that says the same has another; a place that is named nowhere near narrows it.
    """
    kinds = name_kinds(Same(names))
    said_before = before(among, names)
    if is_part_of_one(word, among, kinds) or is_known_otherwise(word, each, among, names):
        return False
    is_subject = _is_said(word, said_before, kinds)
    near = _that_say_so(each, among, names, NEAR if is_subject else 0.0)
    if _left_out(word, each, near, everywhere, kinds):
        return True
    placed = names.compared.index.words.is_within.search(each.text[: each.text.find(name)])
    return bool(placed) and not (is_subject and _is_alone(word, said_before, kinds))


def is_known_otherwise(
    word: str, each: Statement, among: Sequence[Sentence], names: SameNames
) -> bool:
    """Whether a name is that of an acronym which may be meant, or of somebody who is named there.

    Of "Margaret Hodge, who chairs the Committee", a sentence of the article has both.
    """
    index = names.compared.index
    said = {one for sentence in among for one in words_of(sentence.text)}
    for short, words in written_out(each.text, index.acronyms):
        if word in words and (short.casefold() in said or names.is_topic(short.casefold())):
            return True
    for short, words in _mixed_short_forms(each.text):
        if word in words and short in said:
            return True
    beside = {one for one in names.named(each.text) if one in said and one != word}
    own = _run_of(word, each.text)
    return any(
        word in words and not beside.isdisjoint(words - own)
        for words in ({*words_of(one.text)} for one in index.sentences)
    )


def _run_of(word: str, text: str) -> frozenset[str]:
    """Return the words of the name in several words that a name is one of."""
    runs = (frozenset(words_of(found[0])) for found in _WITH_SMALL.finditer(text))
    return next((words for words in runs if word in words), frozenset({word}))


def _mixed_short_forms(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the short forms of names that keep their small words: DfT, Department for Transport."""
    for found in _WITH_SMALL.finditer(text):
        words = found[0].split()
        yield "".join(one[0] for one in words).casefold(), frozenset(words_of(found[0]))


_WITH_SMALL = late_pattern(rf"{NAME.pattern}(?:\s(?:(?:{WITHIN_NAMES})\s)?{NAME.pattern})+")


def is_part_of_one(word: str, among: Iterable[Sentence], kinds: NameKinds) -> bool:
    """Whether a passage has another part of a name: Stegen, of Karen Smith Stegen."""
    near = {said for one in among for said in words_of(one.text)}
    return not kinds.mates(word).isdisjoint(near)


def before(among: Sequence[Sentence], names: SameNames) -> list[Sentence]:
    """Return the sentences of the paragraphs before those of a passage, and its headings."""
    own = {id(one.paragraph) for one in among}
    around = names.compared.index.around(among)
    ends = max((at for at, one in enumerate(around) if id(one.paragraph) in own), default=0)
    return [one for one in around[:ends] if id(one.paragraph) not in own]


def _is_said(word: str, sentences: Iterable[Sentence], kinds: NameKinds) -> bool:
    said = kinds.names.said(one.text for one in sentences)
    return kinds.names.is_said(word, said) or any(
        kinds.names.is_said(mate, said) for mate in kinds.mates(word)
    )


def _is_alone(word: str, sentences: Sequence[Sentence], kinds: NameKinds) -> bool:
    """Whether no other name that may be of the same kind is in the sentences with a name."""
    names = kinds.names
    with_it = [one for one in sentences if names.is_said(word, names.said([one.text]))]
    return all(
        names.is_same(other, word) or not kinds.may_be_alike(word, other)
        for one in with_it
        for other in names.named(one.text)
    )


def _that_say_so(
    each: Statement, among: Sequence[Sentence], names: SameNames, least: float
) -> list[Sentence]:
    """Return the sentences of a passage that share enough words with a statement, of the most."""
    stems = names.compared.index.stems(each.text)
    shared = [len(one.stems & stems) for one in among]
    most = max(shared, default=0)
    return [one for one, count in zip(among, shared, strict=True) if count >= least * most]


def _left_out(
    word: str,
    each: Statement,
    near: Sequence[Sentence],
    everywhere: frozenset[str],
    kinds: NameKinds,
) -> bool:
    """Whether some sentences have a name of the same kind that a statement leaves out.

    Another sentence of its form may have it; a headline leaves out what its summary has.
    """
    names = kinds.names
    path = each.passage.path[:2] if each.passage.form == Form.HEADLINE else each.passage.path
    own = names.said(
        one.text for one in names.compared.of_point(each) if one.passage.path[: len(path)] == path
    )
    return any(
        other not in everywhere
        and not names.is_said(other, own)
        and kinds.mates(other).isdisjoint(words_of(each.text))
        and kinds.may_be_alike(word, other)
        for one in near
        for other in names.named(one.text)
    )
