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
        said|says|say|told|tells|argue[sd]?|explain(?:s|ed)?|noted|notes\s+that|stated|warn(?:s|ed)?
        |add(?:s|ed)|claim(?:s|ed)?|wr(?:ites?|ote)|call(?:s|ed)?|describe[sd]?|conclude[sd]?
        |reported|observe[sd]?|insist(?:s|ed)?|acknowledge[sd]?|admit(?:s|ted)?|declare[sd]?
        |announce[sd]?|ask(?:s|ed)?|recommend(?:s|ed)?|suggest(?:s|ed)?|believe[sd]?|find|finds|found
        |highlight(?:s|ed)?|stress(?:es|ed)?|emphasi[sz]e[sd]?|point(?:s|ed)?\s+out|put\s+it|remark(?:s|ed)?|commented|reply|replied|respond(?:s|ed)?
    """,
    auxiliaries=r"has|have|had",
    according=r"according\s+to|in\s+the\s+words\s+of|as\s+described\s+by|in\s+the\s+view\s+of",
    early=r"early|(?:the\s+)?(?:beginning|start)\s+of",
    middle=r"mid|(?:the\s+)?middle\s+of",
    late=r"late|(?:the\s+)?end\s+of",
    this_year=r"this\s+year|the\s+current\s+year",
    last_year=r"last\s+year",
    next_year=r"next\s+year",
    that_year=r"that\s+(?:same\s+)?year|the\s+same\s+year",
    between_date_parts=r"of|in",
    part_headings={
        "recommendations": r"recommend\w*|what\s+(?:should|must)",
        "risks": r"risks?|challenges?|dangers?|threats?|limits?|limitations?|obstacles?|concerns?",
        "outlook": r"outlook|next|future|conclusions?|prospects?|looking\s+ahead",
        "context": r"background|context\w*|history|introduction|overview|setting",
        "rationales": r"why|reasons?|rationales?|causes?|drivers?|motives?",
        "implications": r"implications?|impacts?|consequences?|effects?",
        "questions": r"questions?",
        "significance": r"significance|importance|why\s+it\s+matters",
    },
    paragraph_words=r"paragraphs?|paras?\.?|¶¶?|§§?",
    page_words=r"pages?|pp?\.",
    standfirst_words=r"standfirst|abstract|summary|lead",
    negations=r"""
        not(?!\s+(?:only|just|merely|least|to\s+mention))|never|no(?!\s+(?:longer|more|less|fewer|doubt))|none|neither|nor|nobody|nothing|nowhere|without|cannot|\w+n['’]t|hardly|barely
        |fail(?:s|ed|ing)?\s+to|refus(?:e|es|ed|ing)\s+to|declin(?:e|es|ed|ing)\s+to|lack(?:s|ed|ing)?|no\s+longer|unable
    """,
    opposites=(
        ("likely", "unlikely"),
        ("action", "inaction"),
        ("able", "unable"),
        ("possible", "impossible"),
        ("certain", "uncertain"),
        ("sufficient", "insufficient"),
        ("adequate", "inadequate"),
        ("successful", "unsuccessful"),
        ("willing", "unwilling"),
        ("effective", "ineffective"),
        ("legal", "illegal"),
        ("stable", "unstable"),
        ("safe", "unsafe"),
        ("clear", "unclear"),
        ("fair", "unfair"),
        ("known", "unknown"),
        ("sustainable", "unsustainable"),
        ("important", "unimportant"),
        ("compatible", "incompatible"),
        ("increas(?:e|es|ed|ing)", "decreas(?:e|es|ed|ing)"),
        ("rose|rises?|rising|risen", "fell|falls?|falling|fallen"),
        ("gain(?:s|ed)?", "los(?:t|es|e)"),
        ("strengthen(?:s|ed|ing)?", "weaken(?:s|ed|ing)?"),
        ("support(?:s|ed)?", "oppos(?:e|es|ed)"),
        ("accept(?:s|ed)?", "reject(?:s|ed)?"),
        ("before", "after"),
        ("more", "less|fewer"),
        ("larger|bigger|greater", "smaller|lesser"),
        ("wider|broader", "narrower"),
        ("higher", "lower"),
        ("stronger", "weaker"),
        ("better", "worse"),
        ("expand(?:s|ed|ing)?|gr[eo]w(?:s|n|ing)?", r"shr[aiu]nk\w*|contract(?:s|ed|ing)"),
        ("northern", "southern"),
        ("eastern", "western"),
        ("military", "non-military"),
        ("all", "most|some|many|few|several"),
        ("always", "often|sometimes|rarely"),
    ),
    evidence_verbs=(
        r"suggest(?:s|ed|ing)?|hint(?:s|ed)?|seem(?:s|ed)?|appear(?:s|ed)?\s+to|speculat\w+|impl(?:y|ies|ied)|ha(?:s|ve|d)\s+sought\s+to",
        r"argu(?:e|es|ed|ing)|claim(?:s|ed|ing)?|assert(?:s|ed)?|contend(?:s|ed)?|hold(?:s)?\s+that|held\s+that|believ(?:e|es|ed)|report(?:s|ed)?|say(?:s)?|said|estimat(?:e|es|ed)|consider(?:s|ed)?",
        r"show(?:s|ed|n|ing)?|indicat(?:e|es|ed)|find(?:s)?|found\s+that|demonstrat(?:e|es|ed|ing)|reveal(?:s|ed)?|illustrat(?:e|es|ed)|underscor(?:e|es|ed)",
        r"prov(?:e|es|ed|en|ing)|confirm(?:s|ed|ing)?|establish(?:es|ed)?\s+that|guarantee(?:s|d)?|settles?|beyond\s+doubt|undeniab\w+|certainly|clearly|undoubtedly",
    ),
    modal_verbs=(
        r"(?-i:may)|might|could|possib\w+|perhaps|potential\w*|maybe|conceivabl\w+",
        r"likely|probabl[ey]|should|would|expect(?:s|ed)?|plan(?:s|ned|ning)?|intend(?:s|ed)?|aim(?:s|ed)?|propos(?:e|es|ed)|due\s+to(?!\s+(?:an?|the)\b)",
        r"will|shall|must|certain(?:ly)?|definitely|inevitabl[ey]|undoubtedly|guaranteed",
    ),
    present_plans=r"(?:is|are)\s+(?:planned|expected|scheduled|due|to|set\s+to|about\s+to)|plans?\s+to|will|intends?\s+to|aims?\s+to",
    attempts=r"""
        prepar(?:e|es|ed|ing|ations?)(?:\s+to)?|call(?:s|ed|ing)?\s+(?:for|to)|help(?:s|ed|ing)?(?:\s+to)?|s(?:eek|eeks|ought|eeking)\s+to|tr(?:y|ies|ied|ying)\s+to|attempt(?:s|ed|ing)?\s+to|aim(?:s|ed|ing)?\s+to|hop(?:e|es|ed|ing)\s+to
        |want(?:s|ed|ing)?\s+to|wish(?:es|ed|ing)?\s+to|tend(?:s|ed)?\s+to|desire\s+to|willing(?:ness)?\s+to|partly|in\s+part|to\s+some\s+extent|at\s+best|contribut(?:e|es|ed)\s+to
    """,
    qualifiers={
        "above": r"over|above|(?:more|greater|higher)\s+than|in\s+excess\s+of|exceed\w*"
        r"|upwards\s+of|no\s+fewer\s+than",
        "below": r"under|below|less\s+than|fewer\s+than|lower\s+than",
        "about": r"about|around|approximately|roughly|circa|c\.|some|estimated|~|≈|or\s+so"
        r"|in\s+the\s+order\s+of",
        "almost": r"nearly|almost|close\s+to|approaching|just\s+under|not\s+quite|virtually",
        "least": r"at\s+least|minimum|no\s+less\s+than|not\s+less\s+than|or\s+more",
        "most": r"at\s+most|up\s+to|as\s+(?:many|much)\s+as|maximum|not?\s+more\s+than",
        "only": r"only|just|merely|barely",
        "reported": r"reported(?:ly)?|said\s+to|allegedly|according\s+to|claimed|put\s+at|reports?",
    },
    ordinals=(
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
    ),
    collectives={
        "both": 2,
        "pair": 2,
        "couple": 2,
        "twice": 2,
        "double": 2,
        "trio": 3,
        "triple": 3,
        "quartet": 4,
        "quintet": 5,
        "sextet": 6,
        "dozen": 12,
    },
    singles=r"an?|one|another|single|sole|solitary|only|the|its|each|every",
)
