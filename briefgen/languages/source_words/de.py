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
    according=r"laut|nach\s+angaben|nach\s+ansicht|gemä(?:ß|ss)|zufolge|in\s+den\s+worten",
    early=r"(?:zu\s+)?(?:anfang|beginn)(?:\s+des\s+jahres)?",
    middle=r"mitte(?:\s+des\s+jahres)?",
    late=r"ende(?:\s+des\s+jahres)?",
    this_year=r"in\s+diesem\s+jahr|dieses\s+jahr(?:es)?",
    last_year=r"(?:im\s+)?(?:vergangenen|vorigen|letzten)\s+jahr(?:es)?|letztes\s+jahr|voriges\s+jahr",
    next_year=r"(?:im\s+)?(?:kommenden|nächsten)\s+jahr(?:es)?|nächstes\s+jahr",
    that_year=r"(?:im\s+)?selben\s+jahr|jenes\s+jahres",
    between_date_parts=r"des\s+jahres",
)
