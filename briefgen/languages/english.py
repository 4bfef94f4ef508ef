"""The conventions of English."""

from __future__ import annotations

from briefgen.languages.conventions import Conventions

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
