"""The words that rules look for in English."""

from __future__ import annotations

from briefgen.check.lexicon import Lexicon
from briefgen.types.point import Modality

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SPANS = rf"year|month|week|decade|century|spring|summer|autumn|winter|quarter|{_MONTHS}"

_UNITS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

LEXICON = Lexicon(
    relative_dates=rf"""
        (?:last|this|next|previous|coming|past|current)\s+(?:{_SPANS})
        |(?:a|\w+)\s+(?:days|weeks|months|years|decades|year|month|week|decade)\s+ago
        |in\s+recent\s+(?:days|weeks|months|years|decades)
        |recently|currently|nowadays|today|yesterday|tomorrow|at\s+present|now
    """,
    hanging_starts=r"""
        however|also|but|and|or|nor|yet|so|still|then|thus|hence|therefore|moreover
        |furthermore|besides|meanwhile|nonetheless|nevertheless|consequently|similarly|likewise
        |instead|in\s+addition|as\s+a\s+result|by\s+contrast|in\s+turn|another|such|too
        |secondly|thirdly|finally|they|he|she|these|those|this|their|his|her|its
        |it(?!\s+(?:is|was|will\s+be|would\s+be|takes|took|remains)\b)
        |that(?=\s+(?:is|was|would|will|has|had)\b)
        |the\s+(?:latter|former)
    """,
    hedges={
        Modality.POSSIBLE: r"""
            may|might|could|can|would|possib\w+|perhaps|potential\w*|likely|unlikely|likelihood
            |risk\w*|chance\w*|prospect\w*|uncertain\w*|unclear|unsure|tentative\w*|doubt\w*
            |whether|if|unless|question\w*|expect\w*|seem\w*|appear\w*|suggest\w*|threat\w*
            |hope\w*|open
        """,
        Modality.PLANNED: r"""
            plan\w*|will|would|intend\w*|intention\w*|announc\w+|due|expect\w*|propos\w+|aim\w*
            |promis\w+|pledg\w+|hop\w+|seek\w*|sought|consider\w*|prepar\w+|agree\w*
            |schedul\w+|to\s+be|set\s+to|want\w*|ask\w*|invit\w+|offer\w*
        """,
        Modality.REPORTED: r"""
            report\w*|according|said|says|say|claim\w*|estimat\w+|accus\w+|alleg\w+|describ\w+
            |call\w*|argu\w+|apparent\w*|suggest\w*|told|view\w*|seen|sees?|announc\w+
            |blam\w+|attribut\w+|read\w*|put\s+at|point\w*|note\w*|quot\w+|cit\w+|hold\w*
            |consider\w*|perceiv\w+|critic\w*|believ\w+|thought
        """,
    },
    hedge_examples={
        Modality.POSSIBLE: "may, could, possible",
        Modality.PLANNED: "planned, is to, was due",
        Modality.REPORTED: "reported, according to, is said to",
    },
    months=_MONTHS,
    named=(
        "Chapter|Article|[Cc]lause|[Vv]ersion|Resolution|Section|Annex|Part|Table|Figure"
        r"|Phase|Protocol"
        r"|Agenda|Vision|Operation|Flight|Route|Highway|Title|Rule|Regulation|Directive|Law|Bill|Point|No\.?"
        r"|Nos\.?"
    ),
    number_words={
        **{word: value for value, word in enumerate((*_UNITS, "twelve", *_TEENS), 2)},
        **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    },
    multiples="dozens?|hundreds?|thousands?|millions?|billions?|trillions?",
    functional=r"""
        a|an|the|and|or|but|nor|so|yet|than|as|if|when|while|where|which|who|whom|whose|that
        |to|in|of|on|at|by|for|from|with|without|within|into|onto|over|under|above|below|about
        |after|before|during|since|until|till|between|among|against|across|through|per|via|despite
        |is|are|was|were|be|been|being|has|have|had|do|does|did
        |will|would|shall|should|can|could|may|might|must
        |it|its|they|their|he|she|his|her|we|our|this|these|those|there|not|also|then|only
    """,
    vague_links=r"""
        (?:click|tap)(?:\s+on)?(?:\s+(?:here|this|the\s+link|this\s+link))?|here|link|more|website
        |(?:this|the)\s+(?:link|page|site|website)|(?:see|find)\s+(?:it\s+)?here|continue(?:\s+reading)?
        |(?:read|learn|see|find\s+out)\s+more(?:\s+here)?|more\s+(?:here|info|information|details)
    """,
)
