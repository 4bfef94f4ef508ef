"""A rule about numbers that are typed in prose: the article has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from briefgen.cache import Same, kept
from briefgen.check.against.calculated import (
    ROUNDED,
    is_about,
    is_calculated,
    is_of_two,
    is_rest,
    share_of,
)
from briefgen.check.against.figures import (
    DECADE,
    DECADES,
    MOST_COUNT,
    amounts_said,
    is_measured,
    said_amounts,
)
from briefgen.check.against.index import Sentence, SourceIndex, stem, words_of
from briefgen.check.against.rounded import rounds
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.rule import Remark
from briefgen.languages.units import is_symbol_of
from briefgen.pattern import late_pattern
from briefgen.quantities import find_quantities
from briefgen.quantities.money import is_one_of
from briefgen.types.date import PartialDate
from briefgen.types.fact import CURRENCY_CODE, Ambiguity, Quantity
from briefgen.types.point import Form
from briefgen.types.value import Range, Share


@kept(1024)
def typed_figures(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the figures of a sentence; where one reads two ways, the first reading."""
    found = find_quantities(text, language)
    return tuple(one.undecided if isinstance(one, Ambiguity) else one for one in found)


@source_rule("number-not-in-source", "error", "Every number in prose stands in its passage.")
def typed_numbers(compared: Comparison) -> Iterator[Remark]:
    """Report each figure that is typed in prose, and that its passage does not hold.

    Its unit is compared as far as it is a currency, a share or one of measure.
    """
    language = compared.argument.article.language
    for each in compared.statements:
        for found in typed_figures(each.text, language):
            words = each.text[found.start : found.unit_end].strip()
            decade = is_decade(found, compared.beside(each))
            if other := _other_qualifier(found, each, compared):
                ours = "" if words.casefold().startswith(other[0].casefold()) else other[0]
                message = f'says "{f"{ours} {words}".strip()}"; its passage says "{other[1]}"'
                yield Remark(each.passage.path, message, "write the qualifier of the article")
            if not decade and (counted := _other_count(found, each, compared)):
                message = f'says "{words}"; the article says "{counted}"'
                yield Remark(each.passage.path, message, "count as the article does")
                continue
            figures = [
                (one, figure)
                for one in each.among
                for figure in one.quantities
                if is_said(found, figure)
            ]
            near = {id(one) for one in compared.around(each)}
            beside = [pair for pair in figures if id(pair[0]) in near]
            if figures or decade or _is_known(found, words, each, compared):
                pass
            elif not _is_written(found, words, each, compared):
                message = f'says "{words}", which its passage does not'
                yield Remark(each.passage.path, message, "make it a fact with its own passage")
            if (
                beside
                and not isinstance(found.value, Range)
                and not any(
                    _fits(found, each.text, figure, one) for one, figure in _alone(found, beside)
                )
            ):
                sentence, its = beside[0]
                said = sentence.text[its.start : its.unit_end].strip()
                message = f'says "{words}"; its passage says "{said}"'
                yield Remark(each.passage.path, message, "write the unit as the article does")


def _is_known(found: Quantity, words: str, each: Statement, compared: Comparison) -> bool:
    """Whether a figure that its passage does not hold may be right for all that.

    The article has it in another place, or it is a small count, which the editor may have made, or
    a share in words of two figures of one paragraph.
    """
    in_words = not any(sign.isdigit() for sign in words)
    if _is_calculated(found, each, compared):
        return True
    if is_small(found) or (in_words and str(found.value) in _PLAIN):
        return True
    if is_measured(found.unit, compared.index) and _lies_between_years(found, each.among):
        return True
    amounts = said_amounts(found)
    share = share_of(found)
    whole = not isinstance(found.value, Share)  # of a fraction, both numbers are small
    is_placed = not compared.index.is_all(each.among) and each.passage.form != Form.HEADLINE
    may_be_elsewhere = whole and amounts and not (found.unit == "%" and is_placed)
    if may_be_elsewhere and amounts_said(Same(compared.index)).issuperset(amounts):
        return True
    if not in_words or not share:
        return False
    paragraphs: dict[int, list[Quantity]] = {}
    for one in each.among:
        paragraphs.setdefault(id(one.paragraph), []).extend(one.quantities)
    margin = ROUNDED_ABOUT if found.qualifier else ROUNDED_PERCENT
    return any(is_about(share[1], figures, margin) for figures in paragraphs.values())


def _is_calculated(found: Quantity, each: Statement, compared: Comparison) -> bool:
    """Whether a figure is what two of its passage make, and a statement compares or divides."""
    near = compared.around(each)
    if isinstance(found.value, Share):
        return is_rest(found.value, near)
    words = compared.index.words
    compares = any(one.search(each.text) for pair in words.more_or_less for one in pair)
    if not isinstance(found.value, Decimal) or not compares:
        return False
    (amount,) = said_amounts(found)
    return is_calculated(amount, near, roughly=bool(found.qualifier), points=found.unit == "%")


_PLAIN = ("1/2", "1/4")
"""A half and a quarter, which are also said of a year, of a point and of an hour."""


def _alone(
    ours: Quantity, figures: Sequence[tuple[Sentence, Quantity]]
) -> Sequence[tuple[Sentence, Quantity]]:
    """Return of the figures of a passage those that are no ends of ranges, if there are any."""
    wanted = said_amounts(ours)
    return [pair for pair in figures if said_amounts(pair[1]) == wanted] or figures


def _is_written(found: Quantity, words: str, each: Statement, compared: Comparison) -> bool:
    """Whether a passage has a figure in the same words, or one that a figure in words rounds.

    Its numbers may stand there with others between: aged 12 to 17-years-old. "A year and a half"
    is one figure.
    """
    near = compared.around(each)
    digits = [word for word in words_of(words) if word[0].isdigit()]
    if not digits:
        said = each.text[found.start : found.end].casefold().strip()
        before = " ".join(words_of(each.text[: found.start])[-2:])
        if any(f"{before} {said}" in " ".join(words_of(one.text)) for one in near):
            return True
        amounts = said_amounts(found)
        theirs = [its for one in each.among for its in map(said_amounts, one.quantities)]
        if isinstance(found.value, Decimal) and any(
            len(its) == 1 and rounds(amounts[0], Decimal(1), found.qualifier, its[0], in_words=True)
            for its in theirs
        ):
            return True
        return bool(found.scale) and any(
            len(amounts) == len(its) == 1 and abs(amounts[0] - its[0]) <= ROUNDED * its[0]
            for its in theirs
        )
    if found.scale or found.unit == "%" or CURRENCY_CODE.fullmatch(found.unit or ""):
        return False
    return any(
        all(any(part == word or part.startswith(f"{word}-") for part in said) for word in digits)
        for one in near
        for said in (words_of(one.text),)
    )


ROUNDED_PERCENT, ROUNDED_ABOUT = 3, 4
"""The points of percent by which a third may differ from the figure that it rounds, and nearly a
third."""


def is_decade(found: Quantity, near: Sequence[Sentence]) -> bool:
    """Whether a figure is of ten years, which some sentences have in one word."""
    return found.value == DECADE and any(DECADES.search(one.text) for one in near)


def is_said(ours: Quantity, theirs: Quantity) -> bool:
    """Whether a figure of the article has the number of ours, or it as one of two ends."""
    wanted, said = said_amounts(ours), said_amounts(theirs)
    if (
        _is_rounded(ours, said)
        or wanted == said
        or (len(said) > 1 and len(wanted) == 1 and wanted[0] in said)
    ):
        return True  # 5-14: from 5 to 14
    if isinstance(ours.value, Decimal) and ours.value < 0 and ours.qualifier:
        return said == tuple(-one for one in wanted)  # "down by 4 %" has "fallen by 4 %"
    return bool(share_of(ours)) and share_of(ours) == share_of(theirs)


def _is_rounded(ours: Quantity, said: tuple[Decimal, ...]) -> bool:
    """Whether a figure with a word such as about rounds one of the article's, or with a scale."""
    if not (ours.qualifier and len(said) == 1 and isinstance(ours.value, Decimal)):
        return False
    (wanted,) = said_amounts(ours)
    if wanted and rounds(ours.value, wanted / (ours.value or 1), ours.qualifier, said[0]):
        return True
    if not ours.scale:
        return False
    last = wanted / ours.value * Decimal(1).scaleb(int(ours.value.as_tuple().exponent))
    if _OVER.search(ours.qualifier):
        return wanted < said[0] < wanted + last  # 1.6 billion are over a billion
    return len(ours.value.as_tuple().digits) > 1 and abs(said[0] - wanted) < last


_OVER = late_pattern(r"^(?:more|over|above|plus|mehr|über|más|più|oltre)\b", re.IGNORECASE)


def _fits(ours: Quantity, text: str, theirs: Quantity, sentence: Sentence) -> bool:
    """Whether two figures of one number may be of one unit; one without any fits all."""
    mine, its = (_kind(one, said) for one, said in ((ours, text), (theirs, sentence.text)))
    if mine is None or its is None or mine == its:
        return True
    is_adjective = sentence.text[theirs.end : theirs.end + 1] == "-"
    if mine == "noun" and is_small(ours) and is_adjective:
        return True  # two agencies are none of a 2.0-liter engine
    if ours.unit == "%" and isinstance(theirs.value, Share):
        return True  # one in forty is 2.5 %
    named = ((ours.unit, sentence.text[theirs.end :]), (theirs.unit, text[ours.end :]))
    for unit, behind in named:
        said = (behind[:REACH].lstrip(), *words_of(behind[:REACH])[:1])
        if unit and any(is_symbol_of(unit, one) for one in said):
            return True
    return is_one_of(mine, theirs.codes) or is_one_of(its, ours.codes)


REACH = 24  # characters behind a number among which its unit stands: miles per hour


def _kind(quantity: Quantity, text: str) -> str | None:
    """Return the currency of a figure, or whether it is in percent, in points of it, or counts."""
    said = text[quantity.start : quantity.unit_end]
    if quantity.unit and CURRENCY_CODE.fullmatch(quantity.unit) and quantity.unit not in said:
        return quantity.unit  # read from a sign or a name; UMP is written so, and none
    behind = text[quantity.end : quantity.end + 20]
    if _POINTS.match(behind) or _POINTS.search(text[quantity.start : quantity.unit_end]):
        return "points"
    if quantity.unit == "%" or PERCENT.match(behind):
        return "%"
    measured = _MEASURES.match(quantity.unit or "")
    if measured:
        return measured[0].casefold()[:2]
    if weighed := _WEIGHED.match(quantity.unit or ""):
        return f"{weighed[1] or ''} {weighed[2]}".casefold()
    return "noun" if quantity.unit and not quantity.scale else None


_MEASURES = late_pattern(
    r"(?:days?|weeks?|months?|years?|hours?|miles?|kilometers?|kilometres?|hectares?|acres?|jours?"
    r"|semaines?|mois|ans?|années?|heures?|milles|kilomètres?|Tagen?|Wochen?|Monaten?|Jahren?"
    r"|Stunden?|días?|semanas?|meses|mes|años?|horas?|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])$",
    re.IGNORECASE,
)
"""Units of time, length and area; of one kind, their first two letters are alike."""
_WEIGHED = late_pattern(
    r"(mega|kilo|hecto|hekto|deci|centi|milli|micro|mikro|nano)?-?(gram|lit|watt|met)\w*$",
    re.IGNORECASE,
)
"""Units of mass, volume, power and length that are parts of one another, by what stands before."""
_POINTS = late_pattern(
    r"\W*(?:an?\s+)?(?:per\s?cent(?:age)?[\s-]+points?|points?(?:\s+de\s+pourcentage)?|Prozentpunkte?"
    r"|puntos?\s+porcentual\w*|punti\s+percentual\w*)\b",
    re.IGNORECASE,
)
PERCENT = late_pattern(
    r"\W*(?:an?\s+)?(?:per\s?cent|pour\s?cent|Prozent|por\s+ciento|per\s+cento)\b", re.IGNORECASE
)
"""Points of percent, and percent, behind a figure in the languages that are known."""


def _other_qualifier(
    found: Quantity, each: Statement, compared: Comparison
) -> tuple[str, str] | None:
    """Return our word before a figure and the article's, where they mean something else."""
    meanings = compared.index.words.qualifier_meanings
    before = each.text[max(0, found.end - len(each.text[found.start : found.end]) - CLOSE) :]
    said = before[: before.find(each.text[found.start : found.end])]
    ours = _meaning(f"{said} {found.qualifier or ''}", meanings)
    said_so = [
        (_beside(one.text, other), other.qualifier)
        for one in each.among
        for other in one.quantities
        if (said_amounts(other), share_of(other)) == (said_amounts(found), share_of(found))
    ]
    theirs = [_meaning(f"{words} {qualifier or ''}", meanings) for words, qualifier in said_so]
    if ours.keys() & _ONLY and any(one.keys() & _ONLY for one in theirs):
        return None  # no more than six are only six
    contrary = {_CONTRARY[name] for name in ours if name in _CONTRARY}
    turned = [one for one in theirs if one.keys() & contrary]
    if turned and not any(one.keys() & ours for one in theirs):
        return next(iter(ours.values())), next(iter(turned[0].values()))
    if not theirs or not all(theirs) or any(one.keys() & ours for one in theirs if one):
        return None
    if isinstance(found.value, Share) and is_of_two(found, each.among):
        return None
    if each.passage.form == Form.HEADLINE:
        return None  # it is short, and its summary has the word
    if not ours and (is_small(found) or "almost" not in theirs[0]):
        return None  # a count may be rounded in words; nearly half is no half
    return next(iter(ours.values()), ""), next(iter(theirs[0].values()))


CLOSE = 12
"""Characters before a figure in which a word such as only is one of it."""


_ONLY = frozenset({"only", "most"})
_CONTRARY = {"above": "below", "below": "above", "least": "most", "most": "least"}


def _beside(text: str, figure: Quantity) -> str:
    """Return what stands close before a figure, and behind it as "and over" does."""
    behind = _AND_OVER.match(text[figure.unit_end :])
    return f"{text[max(0, figure.start - BEFORE) : figure.start]} {behind[1] if behind else ''}"


BEFORE = 18
"""Characters before a figure of the article in which "under the age of" is said of it."""

_AND_OVER = late_pattern(r"\s(?:and|or|et|ou|und|oder|y|o|e)\s(\w+(?:\s\w+)?)")


def _meaning(text: str, meanings: Mapping[str, re.Pattern[str]]) -> dict[str, str]:
    found = {name: words.search(text) for name, words in meanings.items()}
    return {name: match[0] for name, match in found.items() if match}


def _other_count(found: Quantity, each: Statement, compared: Comparison) -> str | None:
    """Return the words by which the article counts the same noun otherwise, and never so."""
    index = compared.index
    noun = next(iter(nouns_behind(each.text, found, index)), None)
    near = compared.beside(each)
    if noun is None or not is_small(found) or any(_has(found, one) for one in near):
        return None
    counted = [
        (one, other)
        for one in near
        if noun in one.stems
        for other in one.quantities
        if is_small(other) and noun in nouns_behind(one.text, other, index)
    ]
    if not counted or (is_measured(found.unit, index) and _lies_between_years(found, near)):
        return None
    one, other = counted[0]
    return one.text[other.start : other.unit_end].strip()


def _lies_between_years(found: Quantity, near: Sequence[Sentence]) -> bool:
    """Whether a sentence names two years that are as far apart: from 2014 to 2019, five years."""
    for one in near:
        years = {PartialDate(date.date).year for date in one.dates}
        if any(last - first == found.value for first in years for last in years):
            return True
    return False


def _has(found: Quantity, sentence: Sentence) -> bool:
    """Whether a sentence has the number of a figure, whatever it counts there."""
    return any(said_amounts(one) == said_amounts(found) for one in sentence.quantities)


def is_small(quantity: Quantity) -> bool:
    """Whether a figure is a count that an editor may have made."""
    value = quantity.value
    if not isinstance(value, Decimal) or quantity.unit == "%" or quantity.scale:
        return False
    return 0 <= value <= MOST_COUNT and value == int(value)


NOUN_AMONG = 2
"""Content words behind a number, of which one is its noun."""


def nouns_behind(text: str, quantity: Quantity, index: SourceIndex) -> list[str]:
    """Return the stems of the first content words behind a number, of which one is its noun."""
    behind = _CLAUSE_END.split(text[quantity.end : quantity.end + 40])[0]
    stems = [stem(word) for word in words_of(behind) if index.stems(word)]
    return stems[:NOUN_AMONG]


_CLAUSE_END = late_pattern(r"[,;:.()]")
