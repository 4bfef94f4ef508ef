"""Numbers that an analyst calculates from two figures of a passage: 15 fewer, 27 of 31."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from briefgen.check.against.figures import said_amounts
from briefgen.check.against.index import Sentence
from briefgen.types.fact import Quantity
from briefgen.types.value import Share, numbers_of

ROUNDED_SUM = Decimal("0.03")
"""Share by which a number with a word such as about may differ from what is calculated."""

MOST = 12
"""Figures of a passage of which two make a number by no accident."""


def is_calculated(
    amount: Decimal, among: Iterable[Sentence], *, roughly: bool = False, points: bool = False
) -> bool:
    """Whether a number is the difference or the sum of two figures of one unit in a passage.

    Points are the difference of two shares; of other numbers both are of one unit, or of none.
    """
    figures = [one for sentence in among for one in sentence.quantities]
    margin = ROUNDED_SUM * abs(amount) if roughly else Decimal(0)
    return any(abs(made - amount) <= margin for made in _made(figures, points=points))


def _made(figures: Sequence[Quantity], *, points: bool) -> Iterator[Decimal]:
    plain = [(said[0], one) for one in figures if len(said := said_amounts(one)) == 1]
    for (first, one), (second, other) in combinations(plain[:MOST], 2):
        alike = one.unit == other.unit or None in (one.unit, other.unit)
        if points and "%" not in (one.unit, other.unit):
            continue
        if alike and first != second:
            yield abs(first - second)
            if not points:
                yield first + second


def is_rest(share: Share, among: Iterable[Sentence]) -> bool:
    """Whether a share is what others of the same whole leave: 27 of 31, where four of 31 do not."""
    for sentence in among:
        said = [numbers_of(one.value) for one in sentence.quantities]
        known = {number for numbers in said for number in numbers}
        if share.whole in known and share.whole - share.part in known:
            return True
    return False


ROUNDED = Decimal("0.02")
"""Share by which a figure in words ("half a million") may differ from the one that it rounds."""


def is_of_two(found: Quantity, among: Sequence[Sentence]) -> bool:
    """Whether a sentence without a share has two figures that make nearly one: 8 of 17, half."""
    share = share_of(found)
    return any(
        not any(share_of(figure) for figure in one.quantities)
        and is_about(share[1], one.quantities, 0)
        for one in among
    )


def is_about(percent: Decimal, figures: Sequence[Quantity], margin: int) -> bool:
    """Whether a paragraph has nearly that share, or two figures that make it, of few."""
    shares = filter(None, map(share_of, figures))
    if any(abs(one[1] - percent) <= margin for one in shares):
        return True
    amounts = [said for one in figures for said in said_amounts(one)]
    return len(amounts) <= FEW and any(
        less < more and abs(less / more - percent / 100) <= (ROUNDED if margin else NEARLY)
        for less, more in permutations(amounts, 2)
    )


NEARLY = Decimal("0.08")
"""Part of a whole by which a share with a word such as nearly may differ from two figures."""

FEW = 8
"""Numbers of a paragraph of which two make a share by no accident."""


def share_of(quantity: Quantity) -> tuple[Decimal, ...]:
    """Return a share in percent, as a fraction or a percentage says it: two fifths are 40 %."""
    match quantity.value:
        case Share(part, whole):
            return (Decimal(-1), 100 * part / whole)
        case Decimal() as value if quantity.unit == "%":
            return (Decimal(-1), value)
    return ()
