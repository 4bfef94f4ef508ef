"""English: its conventions, and the words that rules look for."""

from __future__ import annotations

from briefgen.languages.conventions import Conventions
from briefgen.languages.lexicon import Lexicon

CONVENTIONS = Conventions(
    abbreviations="""
        Dr Mr Mrs Ms Mx St Sts Prof Gen Col Maj Capt Lt Sgt Cmdr Adm Rev Hon Gov Sen Rep
        Pres Art Arts Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu
        Thur Thurs Fri Sat Sun Mt Ft Univ no nos p pp para paras par fig figs tab sec secs
        sect ch chap chaps vol vols ed eds eq eqs cf vs v viz approx ca c est incl excl max
        min avg esp resp dept govt al op ibid e.g i.e s.v n.b tel ref refs r.e
    """,
    final_abbreviations="etc Inc Ltd Co Corp Bros Jr Sr a.m p.m Ave Blvd plc",
    designators=r"""
        page|figure|table|article|paragraph|chapter|section|level|annex|appendix|box|clause|phase
        |step|stage|grade|tier|volume|version|item|footnote|question|rule|schedule|target|goal|type
        |category|option|scenario|zone|route|exhibit|protocol|resolution|directive|regulation|aged?
        |number|(?:p|pp|figs?|tab|arts?|paras?|chaps?|ch|secs?|vols?|nos?|eqs?)\.|§+|n[º°]
    """,
    several_designators=r"""
        (?:page|figure|table|article|paragraph|chapter|section|level|clause|phase|step|stage|grade
        |tier|volume|version|item|footnote|question|rule|schedule|target|goal|option|scenario|zone
        |route|exhibit|resolution|number)s|annexes|appendices|boxes|categories
        |(?:pp|figs|arts|paras|chaps|secs|vols|nos|eqs)\.|§§
    """,
    not_designating=r"per|each|every|any|no|which|an?|one|first|next|last",
    quantities=r"""
        thousand|million|billion|trillion|percent(?:age)?(?:\s+points?)?|per\s+cent|basis\s+points?
        |per\s+(?:hundred|thousand)
    """,
    ranges=r"to|through|or|versus|vs\.?|out\s+of|of|in|in\s+every|per|by",
    joins=r"and|or|to|,|&",
    opens_range=r"between",
    shares=r"(?:out\s+of|(?:of|in)(?:\s+every)?|to|or|and|per|by|versus|vs\.?|against|for\s+every)",
)

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SPANS = rf"year|month|week|decade|century|spring|summer|autumn|winter|quarter|{_MONTHS}"

_UNITS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

LEXICON = Lexicon(
    relative_dates=rf"""
        (?:last|this|next|previous|coming|past|current)\s+(?:{_SPANS})(?!\s+of\b)
        |(?:a|\w+)\s+(?:days|weeks|months|years|decades|year|month|week|decade)\s+ago
        |in\s+recent\s+(?:days|weeks|months|years|decades)
        |recently|currently|nowadays|today|yesterday|tomorrow|at\s+present|now
    """,
    context_dependent_openings=r"""
        however|also|but|and|or|nor|yet|so|still|then|thus|hence|therefore|moreover
        |furthermore|besides|meanwhile|nonetheless|nevertheless|consequently|similarly|likewise
        |instead|in\s+addition|as\s+a\s+result|by\s+contrast|in\s+turn|another|such|too
        |secondly|thirdly|finally|they|he|she|these|those|this|their|his|her|its
        |it(?!\s+(?:is|was|will\s+be|would\s+be|takes|took|remains)\b)
        |that(?=\s+(?:is|was|would|will|has|had)\b)
        |the\s+(?:latter|former)
    """,
    hedges={
        "possible": r"""
            (?-i:may)|might|could|can|would|possib\w+|perhaps|maybe|potential\w*|likely|unlikely
            |likelihood|risk(?:s|ed|ing|y)?|chances?|prospects?|prospective|uncertain\w*|unclear
            |unsure|tentative\w*|doubt\w*|whether|if|unless|questionable|questions?|expect\w*
            |seem\w*|appear(?:s|ed|ing)?|suggest(?:s|ed|ing|ions?)?|hop(?:e|es|ed|ing)|hopeful\w*
            |(?:remains?|remained|left|still)\s+open
        """,
        "planned": r"""
            plan(?:s|ned|ning)?|will|would|intend\w*|intentions?|announc\w+|expect\w*|propos\w+
            |due(?!\s+to\s+(?:an?|the|this|that|these|those|its|their|his|her|our|lack)\b)|aim\w*
            |promis\w+|pledg\w+|hop(?:e|es|ed|ing)|seek\w*|sought|consider(?:s|ed|ing)?
            |prepar\w+|agree(?:s|d|ing|ments?)?|schedul\w+|to\s+be|set\s+to|want(?:s|ed|ing)?
            |ask(?:s|ed|ing)?|invit\w+|offer\w*
        """,
        "reported": r"""
            report(?:s|ed|edly|ing)?|according\s+to|said|says|say|claim(?:s|ed|ing)?|estimat\w+
            |accus(?:e|es|ed|ing|ations?)|alleg(?:e|es|ed|edly|ing|ations?)|describ\w+
            |call(?:s|ed|ing)?|argu(?:e|es|ed|ing|ably|ments?)|apparent(?:ly)?
            |suggest(?:s|ed|ing|ions?)?|told|view(?:s|ed)?|seen|sees?|announc\w+
            |blam(?:e|es|ed|ing)|attribut(?:e|es|ed|ing)|reads?|put\s+at|not(?:es|ed|ing)
            |point(?:s|ed|ing)?\s+(?:to|out)|quot(?:e|es|ed|ing|ations?)|cit(?:e|es|ed|ing)
            |h(?:olds?|eld)\s+(?:that|by)|consider(?:s|ed|ing)?|perceiv\w+
            |critic(?:s|ise[sd]?|ize[sd]?|ising|izing|isms?)|believ\w+|thought
        """,
    },
    hedge_examples={
        "possible": "may, could, possible",
        "planned": "planned, is to, was due",
        "reported": "reported, according to, is said to",
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
    scales={
        "thousand": "thousand",
        "million": "million|mn|m",
        "billion": "billion|bn",
        "trillion": "trillion|tn",
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
