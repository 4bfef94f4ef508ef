"""Small words of every language, for patterns of names that one language's words do not decide.

An English brief names the Assemblée nationale et populaire. A new language adds its own here.
"""

from __future__ import annotations

JOINS = "and|et|und|y|e|ed"
"""What stands between the last two of several."""

BREAKS = "and|but|so|or|yet|et|mais|donc|und|aber|oder|y|pero|e|ma|però|quindi"
"""What begins another clause behind a comma."""

ARTICLES = r"the|an?|le|la|les|l['’]|une?|der|die|das|eine?|el|los|las|una?|il|lo|i|gli|uno"
"""Articles, with which no name begins."""

OF_NAMES = (
    r"of|the|de|des|du|d['’]|la|le|les|l['’]|der|von|van|del|el"
    r"|di|dell[aeo]|dei|degli|dell['’]|dal|dall[ae]|il"
)
"""What belongs to the words of the name of one person or body."""

WITHIN_NAMES = rf"{OF_NAMES}|for|in|on|and|et|für|und|y|per|e|nell[ae]"
"""What stands between the words of one name, that of a body above all."""
