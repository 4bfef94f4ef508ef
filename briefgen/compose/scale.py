"""Round values along an axis."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from briefgen.types.value import plain_decimal

MOST_STEPS = 6
"""Steps between the least and the greatest value: few enough to read."""

ROUND_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))

NEAR_ZERO = 2
"""An axis holds zero unless its nearest value is more than the farthest one divided by this."""


def round_values(values: Iterable[Decimal | float], *, from_zero: bool) -> tuple[Decimal, ...]:
    """Return round values, lowest first, between which all values lie.

    With `from_zero`, and wherever zero is near, zero is one of them.
    """
    decimals = [Decimal(str(value)) for value in values]
    low, high = min(decimals), max(decimals)
    nearest, farthest = sorted((abs(low), abs(high)))
    if from_zero or low == high or nearest * NEAR_ZERO <= farthest:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = Decimal(1)
    step = _step(high - low)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    step = plain_decimal(step.normalize())
    return tuple(number * step for number in range(first, last + 1))


def _step(reach: Decimal) -> Decimal:
    """Return the least round step of which few make up a reach."""
    least = reach / MOST_STEPS
    magnitude = Decimal(1).scaleb(least.adjusted())
    return next(step * magnitude for step in ROUND_STEPS if step * magnitude >= least)
