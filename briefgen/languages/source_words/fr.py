"""French words by which an article is read."""

from __future__ import annotations

from briefgen.languages.source_words import SourceWords

SOURCE_WORDS = SourceWords(
    side_headings=r"""
        (?:les\s+)?(?:derniers?|dernières)\s+(?:articles?|actualités?|nouvelles|publications)
        |à\s+lire\s+(?:aussi|également)|lire\s+aussi|articles?\s+(?:liés|similaires|connexes|associés)
        |(?:les\s+)?plus\s+(?:lus?|lues?|populaires|consultés)|sur\s+le\s+même\s+(?:sujet|thème)
        |voir\s+aussi|pour\s+aller\s+plus\s+loin|dans\s+la\s+même\s+rubrique|recommandés?
        |partager(?:\s+.{0,40})?|suivez-nous.{0,30}|nous\s+suivre|contacts?|nous\s+contacter
        |liens\s+utiles|plan\s+du\s+site|navigation|menu|recherche|rechercher|s['’]abonner.{0,40}
        |abonnez-vous.{0,40}|newsletter|lettre\s+d['’]information|inscri(?:vez-vous|ption).{0,40}
        |commentaires?|laisser\s+un\s+commentaire|mots[\s-]clés|étiquettes|catégories|archives
        |mentions\s+légales|confidentialité|cookies?.{0,40}|publicité|faire\s+un\s+don|imprimer
        |à\s+propos\s+(?:de\s+nous|du\s+site)|événements|agenda|téléchargements?
    """,
    author_headings=r"à\s+propos\s+(?:de\s+l['’]auteure?|des\s+auteurs)|(?:l['’]|les\s+)?auteure?s?",
    reference_headings=r"références|sources|bibliographie|notes(?:\s+de\s+bas\s+de\s+page)?",
    contents_headings=r"sommaire|table\s+des\s+matières|dans\s+cet\s+article",
    bylines=r"par|rédigé\s+par|écrit\s+par|auteure?s?|préparé\s+par",
    credits=r"(?:crédits?|photo(?:graphie)?s?|images?|illustrations?)(?:\s+(?:photos?|images?|par))?",
    joins_names="et|&",
    order_signposts=r"""
        premièrement|deuxièmement|troisièmement|quatrièmement|d['’]abord|tout\s+d['’]abord
        |en\s+(?:premier|second|deuxième|troisième|dernier)\s+lieu|ensuite|enfin|finalement
        |d['’]une\s+part|d['’]autre\s+part
        |la\s+(?:première|deuxième|seconde|troisième|dernière)\s+(?:raison|cause|explication|étape|option)
        |le\s+(?:premier|deuxième|second|troisième|dernier)\s+(?:facteur|motif|point|argument|risque|défi)
        |(?:deux|trois|quatre|cinq|plusieurs|nombreuses|diverses)\s+(?:raisons|causes|explications|conditions|options)
        |(?:deux|trois|quatre|cinq|plusieurs|nombreux|divers)\s+(?:facteurs|motifs|arguments|risques|défis)
    """,
    turn_signposts=r"""
        cependant|toutefois|néanmoins|pourtant|malgré|en\s+dépit\s+de|bien\s+que|quoique|en\s+revanche
        |au\s+contraire|par\s+contre|mais|alors\s+que|tandis\s+que|à\s+moins\s+que|sauf|à\s+l['’]exception\s+de
        |certes|or(?=\s*,)
    """,
    further_signposts=r"""
        de\s+plus|en\s+outre|par\s+ailleurs|également|non\s+seulement|ainsi|donc|par\s+conséquent
        |en\s+conséquence|en\s+conclusion|en\s+somme|par\s+exemple
    """,
    reporting=r"""
        a\s+(?:dit|déclaré|affirmé|expliqué|estimé|indiqué|précisé|ajouté|souligné|averti|écrit|noté|conclu|annoncé)
        |dit|dis(?:ent|ait)|déclare(?:nt)?|affirme(?:nt)?|explique(?:nt)?|estime(?:nt)?|indique(?:nt)?
        |précise(?:nt)?|ajoute(?:nt)?|souligne(?:nt)?|écri(?:t|vent|vait)|note(?:nt)?|conclu(?:t|ent)
        |juge(?:nt)?|qualifie(?:nt)?|décri(?:t|vent)|appelle(?:nt)?|annonce(?:nt)?
    """,
    according=r"selon|d['’]après|pour\s+reprendre\s+les\s+mots\s+de|aux\s+yeux\s+de",
    early=r"(?:au\s+)?début(?:\s+(?:de|d['’]))?",
    middle=r"(?:à\s+la\s+)?mi|(?:au\s+)?milieu\s+(?:de|d['’])",
    late=r"(?:à\s+la\s+)?fin(?:\s+(?:de|d['’]))?",
    this_year=r"cette\s+année|l['’]année\s+en\s+cours",
    last_year=r"l['’](?:an|année)\s+(?:dernière?|passée?)",
    next_year=r"l['’](?:an|année)\s+prochaine?",
    that_year=r"la\s+même\s+année",
    between_date_parts=r"de|d['’]",
)
