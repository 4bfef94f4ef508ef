"""A rule about small numbers that an editor may have counted, in facts and in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.against.figures import (
    facts_with_passage,
    is_count,
    is_measured,
    makes_count,
    said_amounts,
    says_count,
    shown,
)
from briefgen.check.against.index import SourceIndex, stem, words_of
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.against.typed import is_small, nouns_behind, typed_figures
from briefgen.check.rule import Remark
from briefgen.languages.recognised import JOINS
from briefgen.pattern import late_pattern
from briefgen.types.fact import Quantity
from briefgen.types.source_map import Path

_SAY_THE_NAMES = "name what is counted where it is printed, and waive this, or leave the number out"


@source_rule("count-not-in-source", "warning", "Counts are made by the article.")
def own_counts(compared: Comparison) -> Iterator[Remark]:
    """Report each small number that its passage does not say in any way.

    An ordinal ("the sixth detachment"), a collective ("a quintet"), a decade and, for one, an
    article or the like say a number, too.
    """
    for number, fact, among in facts_with_passage(compared):
        if not is_count(fact) or makes_count(fact, among, compared.index):
            continue
        message = f"is {shown(fact)}, a count that the article does not make"
        yield Remark(("facts", number, "value"), message, _SAY_THE_NAMES)
    for path, words in _counts_in_prose(compared):
        message = f'says "{words}", a count that its passage does not make'
        yield Remark(path, message, _SAY_THE_NAMES)


def _counts_in_prose(compared: Comparison) -> Iterator[tuple[Path, str]]:
    """Yield the counts that are typed in prose, and that nothing around their passage makes."""
    for each in compared.statements:
        if each.passage.path[0] == "facts":
            continue
        for found in typed_figures(each.text, compared.index.language):
            if is_small(found) and found.value != 1 and _is_own(found, each, compared):
                yield each.passage.path, each.text[found.start : found.unit_end].strip()


def _is_own(found: Quantity, each: Statement, compared: Comparison) -> bool:
    """Whether a small number counts some things anew, and its passage counts none of its number.

    "The three" and "all four" are of what was listed, "three others" are what is left of more, and
    days and miles are no counts.
    """
    index, text = compared.index, each.text
    before = words_of(text[: found.start])[-1:]
    behind = words_of(text[found.end :])[:MEASURE_WITHIN]
    if not nouns_behind(text, found, index) or any(is_measured(one, index) for one in behind):
        return False
    if any(map(index.words.of_known_number.search, (*before, *behind[:1]))):
        return False
    if is_measured(found.unit, index) or _lists_as_many(text, found):
        return False
    near = compared.around(each)
    if any(_names_as_many(one.text, text, found, index) for one in near):
        return False
    amounts = said_amounts(found)
    if any(amounts[0] in said_amounts(one) for sentence in near for one in sentence.quantities):
        return False
    said = re.escape(text[found.start : found.end].strip())
    whole = " ".join(one.text for one in near)
    in_words = re.search(rf"(?<!\w){said}(?!\w)", whole, re.IGNORECASE)
    return not in_words and not says_count(int(amounts[0]), whole, index)


MEASURE_WITHIN = 2
"""Words behind a number among which its unit of measure stands: ten more years."""


def _lists_as_many(text: str, found: Quantity) -> bool:
    """Whether as many things are listed behind a number: four firms, Anno, Berg, Cord and Dahl."""
    behind = text[found.end :]
    listed = _JOINTS.findall(behind) if _OPENS_LIST.match(behind) else ()
    return len(listed) >= int(said_amounts(found)[0]) - 1


def _names_as_many(theirs: str, text: str, found: Quantity, index: SourceIndex) -> bool:
    """Whether a sentence names as many of what is counted: the provinces of Nar, Sund and Fell."""
    noun = nouns_behind(text, found, index)[0]
    names = int(said_amounts(found)[0])
    return any(
        stem(one["noun"].casefold()) == noun and len(_NAMES.findall(one["list"])) == names
        for one in _NAMED.finditer(theirs)
    )


_NAME = r"[^\W\d_a-zß-öø-ÿ][\w'\u2019-]*(?:\s[^\W\d_a-zß-öø-ÿ][\w'\u2019-]*)*"
_NAMES = late_pattern(_NAME)
_NAMED = late_pattern(
    rf"(?<!\w)(?P<noun>[^\W\d_]+)(?:\s(?:of|de|von|di)|,|:)?\s"
    rf"(?P<list>{_NAME}(?:,\s{_NAME})*,?\s(?:{JOINS})\s{_NAME})"
)

_OPENS_LIST = late_pattern(r"\s*(?:[\w-]+\s+)?[\w-]+\s*[,:(\u2013\u2014]")
"""What stands between a number and the list of what it counts: one noun, and a word before it."""

_JOINTS = late_pattern(rf",\s|\s(?:{JOINS})\s")
