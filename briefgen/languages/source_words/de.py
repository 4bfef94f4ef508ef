"""German words by which an article is read."""

from __future__ import annotations

from briefgen.languages.source_words import SourceWords

SOURCE_WORDS = SourceWords(
    side_headings=r"""
        aktuelle(?:s|\s+\w+)?|neueste\s+(?:artikel|beiträge|meldungen)|ähnliche\s+(?:artikel|beiträge|themen)
        |mehr\s+(?:zum\s+thema|aus|von|dazu).{0,60}|(?:am\s+)?(?:meist\s?gelesen\w*|beliebt\w*)|lesen\s+sie\s+auch|das\s+könnte\s+sie.{0,40}
        |weitere\s+(?:artikel|beiträge|themen|informationen)|weiterlesen|verwandte\s+(?:artikel|beiträge|themen)
        |(?:artikel\s+)?teilen.{0,30}|folgen\s+sie\s+uns.{0,30}|kontakt|nützliche\s+links|sitemap|navigation
        |menü|hauptmenü|suche|abonnieren.{0,40}|newsletter|anmelden|anmeldung|kommentare?|schlagw(?:orte|örter)
        |kategorien|archiv|impressum|datenschutz\w*|cookies?.{0,40}|anzeigen?|werbung|spenden|drucken
        |über\s+uns|veranstaltungen|downloads?|themen
    """,
    author_headings=r"über\s+(?:die|den|das)\s+autor(?:in(?:nen)?|en|:innen)?|(?:der\s+|die\s+)?autor(?:in(?:nen)?|en|:innen)?",
    reference_headings=r"literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|anmerkungen|fu(?:ß|ss)noten|endnoten|nachweise",
    contents_headings=r"inhalt(?:sverzeichnis|sübersicht)?|in\s+diesem\s+artikel",
    bylines=r"von|verfasst\s+von|autor(?:in(?:nen)?|en)?|text",
    credits=r"(?:bild|foto|grafik|abbildung)(?:nachweis|quelle|er)?s?|copyright",
    joins_names="und|&",
    order_signposts=r"""
        erstens|zweitens|drittens|viertens|fünftens|zunächst|zuerst|schlie(?:ß|ss)lich|zuletzt|zum\s+einen|zum\s+anderen
        |einerseits|andererseits
        |(?:der|die|das|ein|eine)\s+(?:erste[rs]?|zweite[rs]?|dritte[rs]?|letzte[rs]?|weitere[rs]?)\s+(?:grund|faktor|punkt|argument|schritt|risiko|option|ursache|erklärung)
        |(?:zwei|drei|vier|fünf|mehrere|zahlreiche|viele|verschiedene)\s+(?:gründe|faktoren|ursachen|argumente|risiken|optionen|schritte)
    """,
    turn_signposts=r"""
        jedoch|allerdings|dennoch|trotz|trotzdem|obwohl|obgleich|hingegen|dagegen|aber|doch|sondern|während
        |im\s+gegensatz|au(?:ß|ss)er|es\s+sei\s+denn|zwar|bestenfalls|mit\s+ausnahme
    """,
    further_signposts=r"""
        darüber\s+hinaus|au(?:ß|ss)erdem|zudem|ferner|ebenso|nicht\s+nur|daher|deshalb|somit|folglich|insgesamt
        |zum\s+beispiel|beispielsweise
    """,
    reporting=r"""
        sagt(?:e|en)?|erklärt(?:e|en)?|betont(?:e|en)?|schreibt|schrieb(?:en)?|nennt|nannte[n]?|warnt(?:e|en)?
        |bezeichnet(?:e|en)?|meint(?:e|en)?|teilt(?:e|en)?\s+mit|berichtet(?:e|en)?|stellt(?:e|en)?\s+fest|kündigt(?:e|en)?\s+an
        |fordert(?:e|en)?|hei(?:ß|ss)t|folgert(?:e|en)?|fügt(?:e|en)?\s+hinzu
    """,
    auxiliaries=r"hat|haben|hatte|hatten",
    according=r"laut|nach\s+angaben|nach\s+ansicht|gemä(?:ß|ss)|zufolge|in\s+den\s+worten",
    early=r"(?:zu\s+)?(?:anfang|beginn)(?:\s+des\s+jahres)?",
    middle=r"mitte(?:\s+des\s+jahres)?",
    late=r"ende(?:\s+des\s+jahres)?",
    this_year=r"in\s+diesem\s+jahr|dieses\s+jahr(?:es)?",
    last_year=r"(?:im\s+)?(?:vergangenen|vorigen|letzten)\s+jahr(?:es)?|letztes\s+jahr|voriges\s+jahr",
    next_year=r"(?:im\s+)?(?:kommenden|nächsten)\s+jahr(?:es)?|nächstes\s+jahr",
    that_year=r"(?:im\s+)?selben\s+jahr|jenes\s+jahres",
    between_date_parts=r"des\s+jahres",
    part_headings={
        "recommendations": r"empfehlung\w*|was\s+(?:zu\s+tun|getan)",
        "risks": r"risik\w+|gefahr\w*|herausforderung\w*|grenzen|hindernisse?",
        "outlook": r"ausblick|fazit|zukunft|schluss\w*|wie\s+es\s+weitergeht",
        "context": r"hintergrund\w*|einleitung|überblick|vorgeschichte|kontext",
        "rationales": r"warum|weshalb|gründe|ursachen|motive",
        "implications": r"folgen|auswirkungen|konsequenzen",
        "questions": r"fragen",
        "significance": r"bedeutung|relevanz",
    },
    paragraph_words=r"abs(?:atz|ätze|\.)|randnummern?|rn\.|§§?",
    page_words=r"seiten?|s\.",
    standfirst_words=r"vorspann|zusammenfassung|einleitung",
    negations=r"nicht(?!\s+nur)|nie|niemals|kein\w*|weder|noch|niemand|nichts|ohne|kaum|unfähig|weiger\w+",
    opposites=(
        ("wahrscheinlich\\w*", "unwahrscheinlich\\w*"),
        ("möglich\\w*", "unmöglich\\w*"),
        ("sicher\\w*", "unsicher\\w*"),
        ("klar\\w*", "unklar\\w*"),
        ("bekannt\\w*", "unbekannt\\w*"),
        ("wirksam\\w*", "unwirksam\\w*"),
        ("gerecht\\w*", "ungerecht\\w*"),
        ("vereinbar\\w*", "unvereinbar\\w*"),
        ("stieg\\w*|steig\\w+|gestiegen", "sank\\w*|sink\\w+|gesunken|fiel\\w*"),
        ("vor", "nach"),
    ),
    evidence_verbs=(
        r"deute\w*\s+(?:darauf\s+hin|an)|legt\s+nahe|legen\s+nahe|schein\w*|anscheinend",
        r"argumentier\w+|behaupt\w+|mein(?:t|te|ten|en)|sag(?:t|te|ten|en)|hält\s+für|schätz\w+|bericht\w+|laut",
        r"zeig\w+|weist\s+nach|belegt|verdeutlich\w+|unterstreich\w*|unterstrich\w*",
        r"bewies\w*|bewei(?:st|sen)|bestätig\w+|garantier\w+|zweifellos|sicherlich|eindeutig",
    ),
    modal_verbs=(
        r"k(?:ann|önnen|önnte|önnten)|möglich\w*|vielleicht|eventuell|womöglich",
        r"wahrscheinlich|dürfte[n]?|soll(?:te|ten|en)?|plan(?:t|en|te|ten)|geplant|beabsichtig\w+|erwart\w+|vor(?:aus)?gesehen",
        r"wird|werden|muss|müssen|zwangsläufig|unvermeidlich|sicher(?:lich)?",
    ),
    present_plans=r"(?:ist|sind)\s+(?:geplant|vorgesehen)|plant|planen|wird|werden|soll|sollen|will|wollen",
    attempts=r"versuch\w*|hilf\w*|half\w*|möchte\w*|woll\w*|will|streb\w+|teilweise|bestenfalls|trägt\s+dazu\s+bei|trugen?\s+dazu\s+bei|neigt\w*",
    qualifiers={
        "above": r"über|mehr\s+als",
        "below": r"unter|weniger\s+als",
        "about": r"etwa|rund|ungefähr|circa|ca\.|zirka|schätzungsweise|gut",
        "almost": r"fast|beinahe|nahezu|knapp",
        "least": r"mindestens|wenigstens",
        "most": r"höchstens|bis\s+zu|maximal",
        "only": r"nur|lediglich",
        "reported": r"laut|angeblich|nach\s+angaben|soll(?:en)?",
    },
    ordinals=(
        "erste\\w*",
        "zweite\\w*",
        "dritte\\w*",
        "vierte\\w*",
        "fünfte\\w*",
        "sechste\\w*",
        "siebte\\w*",
        "achte\\w*",
        "neunte\\w*",
        "zehnte\\w*",
        "elfte\\w*",
        "zwölfte\\w*",
    ),
    collectives={"beide": 2, "beiden": 2, "paar": 2, "doppelt": 2, "trio": 3, "dutzend": 12},
    singles=r"ein\w*|der|die|das|den|dem|einzig\w*|jede\w*|weitere\w*",
)
