"""Who recommends everything recommends nothing."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.rule import Remark
from briefgen.types.argument import Argument

RECOMMENDATIONS = 5
"""More than a reader takes away from a brief."""


def many_recommendations(argument: Argument) -> Iterator[Remark]:
    """Remark, at the first too many, that there are more than `RECOMMENDATIONS`."""
    count = len(argument.recommendations)
    if count > RECOMMENDATIONS:
        message = f"is one of {count} recommendations; {RECOMMENDATIONS} are remembered at most"
        hint = "join those that belong together, or make the least important an implication"
        yield Remark(("recommendations", RECOMMENDATIONS), message, hint)
