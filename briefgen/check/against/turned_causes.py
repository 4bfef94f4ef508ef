"""What is why: a cause and what comes of it that have changed places against the article.

Each sentence is read into causes and effects, by words such as because, so and led to; what one
has as the cause of something, the other has as what comes of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.synonyms import common, kin_of
from briefgen.languages.recognised import JOINS
from briefgen.pattern import late_pattern

_Words = tuple[frozenset[str], ...]
_Pair = tuple[_Words, _Words]
_STOPS = late_pattern(r"[;:.](?:\s|$)")
_COMMA = late_pattern(r",\s")


def cause_turned(each: Statement, compared: Comparison) -> Sentence | None:
    """Return the sentence in which what a statement makes the effect of something is its cause.

    More of their words cross over than stay, and some of either side do.
    """
    index, before = compared.index, compared.before(each)
    ours = [*_causes(each.text, before.text if before else "", index)]
    near = compared.beside(each) if ours else ()
    last = ""
    for one in near:
        for theirs in _causes(one.text, last, index):
            if any(_is_crossed(pair, theirs) for pair in ours):
                return one
        last = one.text
    return None


def _is_crossed(ours: _Pair, theirs: _Pair) -> bool:
    cause, effect = (frozenset[str]().union(*side) for side in theirs)
    crossed, crossed_too = common(ours[0], effect), common(ours[1], cause)
    straight = common(ours[0], cause) + common(ours[1], effect)
    return bool(crossed and crossed_too) and crossed + crossed_too > straight + 1


def _causes(text: str, last: str, index: SourceIndex) -> Iterator[_Pair]:
    """Yield the words of a cause and of its effect, which stand around one such as because.

    Behind a cause that opens its clause, what comes of it stands behind the next comma. What opens
    a sentence with a word such as therefore comes of the sentence before it.
    """

    def stems(part: str) -> _Words:
        return kin_of(part, index)

    for found in index.words.opens_cause.finditer(text):
        before = _STOPS.split(text[: found.start()])[-1]
        behind = _STOPS.split(text[found.end() :])[0]
        opening, parts = _COMMA.split(before)[-1], _COMMA.split(behind, 1)
        is_front = not stems(before) or (opening.strip() and not stems(opening))
        if is_front and len(parts) > 1:
            yield stems(parts[0]), stems(parts[1])
        else:
            yield stems(_COMMA.split(behind)[0]), stems(before)
    for found in index.words.opens_effect.finditer(text):
        before = _STOPS.split(text[: found.start()])[-1]
        # "B, because A leads us to think C": A, and not B, is what leads to C.
        within = [one.end() for one in index.words.opens_cause.finditer(before)][-1:]
        before = before[sum(within) :]
        yield stems(before), stems(_STOPS.split(text[found.end() :])[0])
    for found in index.words.concludes.finditer(text):
        start = max((one.end() for one in _CLAUSE.finditer(text, 0, found.start())), default=0)
        effect = stems(_STOPS.split(text[start:])[0])
        yield stems(text[:start]) or stems(last), effect


_CLAUSE = late_pattern(rf"[,;:.]\s|\s(?:{JOINS})\s")
"""What stands before the clause that has a word such as therefore."""
