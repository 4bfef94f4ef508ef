"""Figures that round one of the article's, and say so: about 610,000 for 612,000."""

from __future__ import annotations

import re
from decimal import Decimal

from briefgen.pattern import late_pattern

MOST, MOST_IN_WORDS = Decimal("0.025"), Decimal("0.05")
"""Share by which a rounded figure may differ from the article's; a round number in words may
differ by more, since nobody takes "close to a hundred" for a count."""

_MORE = late_pattern(r"^(?:more|over|above|plus\s+d|mehr|über|gut|más|più|oltre)\b", re.IGNORECASE)
_LESS = late_pattern(
    r"^(?:nearly|almost|just\s+under|under|below|less|fewer|fast|beinahe|nahezu|knapp|unter|weniger"
    r"|presque|quasi|moins|casi|menos|meno)\b",
    re.IGNORECASE,
)
_ABOUT = late_pattern(
    r"^(?:about|around|approx\w*|roughly|some|circa|ca|c|close|in\s+the\s+order"
    r"|rund|etwa|ungefähr|zirka|annähernd|environ|près|autour|à\s+peu\s+près|quelque"
    r"|unos|unas|cerca|alrededor|aproximadamente|intorno|all['\u2019]incirca)\b",
    re.IGNORECASE,
)
"""What a word before a figure says of the true number, in the languages that are known."""


def rounds(
    value: Decimal, scale: Decimal, qualifier: str | None, said: Decimal, *, in_words: bool = False
) -> bool:
    """Whether a figure with a word such as about rounds a number of the article.

    The number is within half of the last digit that is written and no nought, and on the side that
    the word says: "almost 40" is less than 40.
    """
    qualifier, wanted = (qualifier or "").strip(), value * scale
    if not qualifier or wanted <= 0 or wanted == said:
        return False
    if _MORE.match(qualifier):
        on_its_side = said > wanted
    elif _LESS.match(qualifier):
        on_its_side = said < wanted
    else:
        on_its_side = bool(_ABOUT.match(qualifier))
    exponent = int(value.normalize().as_tuple().exponent)
    half = Decimal(5).scaleb(exponent - 1) * scale
    most = MOST_IN_WORDS if in_words else MOST
    return on_its_side and abs(said - wanted) <= min(half, most * wanted)
