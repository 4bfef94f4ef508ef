"""English words by which an article is read."""

from __future__ import annotations

from briefgen.languages.source_words import SourceWords

_TOPICS = r"(?:news|articles|posts|stories|reports|publications|content|pages|topics|reading|links)"

SOURCE_WORDS = SourceWords(
    side_headings=rf"""
        latest(?:\s+{_TOPICS}|\s+from\s+.{{1,40}})?|related(?:\s+{_TOPICS})?|most\s+(?:read|popular|viewed|shared)
        |recommended(?:\s+(?:{_TOPICS}|for\s+you))?|popular(?:\s+{_TOPICS})?|trending(?:\s+now)?
        |more\s+(?:from|on|in|like)\s+.{{1,60}}|more\s+{_TOPICS}|read\s+(?:more|next|also)|up\s+next
        |you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)|share(?:\s+this.{{0,30}})?
        |follow\s+(?:us|me).{{0,30}}|contact(?:\s+(?:us|details|information))?|useful\s+links
        |quick\s+links|site\s*map|navigation|(?:main\s+)?menu|search|subscribe.{{0,40}}
        |sign\s+up.{{0,60}}|newsletters?|stay\s+(?:in\s+touch|informed|updated)|get\s+involved|donate
        |support\s+(?:us|our\s+work)|advertisements?|sponsored|comments?|leave\s+a\s+(?:comment|reply)
        |tags?|categories|filed\s+under|topics?|archives?|cookies?(?:\s+.{{0,40}})?|privacy(?:\s+policy)?
        |legal(?:\s+notice)?|terms(?:\s+(?:&|and)\s+conditions)?|about\s+(?:us|this\s+site)|print(?:\s+this.{{0,20}})?
        |our\s+(?:partners|offices|newsletter)|upcoming\s+events|events|downloads?|jobs
    """,
    author_headings=r"about\s+the\s+authors?|the\s+authors?|authors?|author\s+(?:bio|information)",
    reference_headings=r"""
        references|sources|bibliography|notes|endnotes|footnotes|works\s+cited|further\s+reading
        |literature|citations
    """,
    contents_headings=r"(?:table\s+of\s+)?contents|on\s+this\s+page|in\s+this\s+(?:article|report|briefing)",
    bylines=r"by|written\s+by|words\s+by|authors?|prepared\s+by|from",
    credits=r"""
        (?:image|photo|picture|photograph|cover|illustration|map)s?(?:\s+(?:credits?|by|source))?
        |credits?|copyright|banner\s+image
    """,
    joins_names="and|&",
    order_signposts=r"""
        first(?:ly|\s+of\s+all)?(?=\s*,|\s+reason\b|\s+and\s+foremost\b)|the\s+(?:first|second|third|fourth|final|last|other)\s+(?:reason|factor|point|argument|issue
        |challenge|problem|step|option|concern|explanation|driver|rationale|risk|condition|way)
        |(?:second|third|fourth|fifth)(?:ly)?(?=\s*,)|secondly|thirdly|fourthly|fifthly|finally|lastly
        |to\s+begin\s+with|on\s+the\s+one\s+hand|on\s+the\s+other(?:\s+hand)?
        |(?:one|another)\s+(?:reason|factor|explanation|argument|concern|driver)
        |(?:two|three|four|five|six|several|numerous|many|various)\s+(?:main\s+|key\s+|broad\s+)?(?:reasons|rationales|factors|causes|explanations
        |arguments|challenges|options|conditions|drivers|risks|steps)
    """,
    turn_signposts=r"""
        however|nonetheless|nevertheless|despite|in\s+spite\s+of|although|though|even\s+though|yet(?=\s+(?:the|it|they|this|there|these|in|a|an)\b|,)
        |by\s+contrast|in\s+contrast|conversely|notwithstanding|whereas|on\s+the\s+contrary|but(?=\s)
        |unless|except\s+(?:for|that|in)|with\s+the\s+exception\s+of|admittedly|at\s+best
    """,
    further_signposts=r"""
        moreover|furthermore|in\s+addition|additionally|likewise|similarly|have\s+also|has\s+also
        |not\s+only|therefore|thus|hence|consequently|as\s+a\s+result|in\s+conclusion|in\s+sum|overall
        |for\s+(?:example|instance)
    """,
    reporting=r"""
        said|says|say|told|tells|argue[sd]?|explain(?:s|ed)?|note[sd]?|stated?|states|warn(?:s|ed)?
        |add(?:s|ed)|claim(?:s|ed)?|wr(?:ites?|ote)|call(?:s|ed)?|describe[sd]?|conclude[sd]?
        |report(?:s|ed)?|observe[sd]?|insist(?:s|ed)?|acknowledge[sd]?|admit(?:s|ted)?|declare[sd]?
        |announce[sd]?|ask(?:s|ed)?|recommend(?:s|ed)?|suggest(?:s|ed)?|believe[sd]?|find|finds|found
        |according|put\s+it|remark(?:s|ed)?|comment(?:s|ed)?|reply|replied|respond(?:s|ed)?
    """,
    according=r"according\s+to|in\s+the\s+words\s+of|as\s+described\s+by|in\s+the\s+view\s+of",
    early=r"early|(?:the\s+)?(?:beginning|start)\s+of",
    middle=r"mid|(?:the\s+)?middle\s+of",
    late=r"late|(?:the\s+)?end\s+of",
    this_year=r"this\s+year|the\s+current\s+year",
    last_year=r"last\s+year",
    next_year=r"next\s+year",
    that_year=r"that\s+(?:same\s+)?year|the\s+same\s+year",
    between_date_parts=r"of|in",
)
