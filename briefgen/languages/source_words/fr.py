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
        a\s+(?:dit|déclaré|affirmé|expliqué|estimé|indiqué|précisé|ajouté|souligné|averti|écrit|noté|conclu|annoncé|poursuivi|rappelé|regretté|constaté|reconnu|assuré|insisté)
        |dit|dis(?:ent|ait)|déclare(?:nt)?|affirme(?:nt)?|explique(?:nt)?|estime(?:nt)?|indique(?:nt)?
        |précise(?:nt)?|ajoute(?:nt)?|souligne(?:nt)?|écri(?:t|vent|vait)|note(?:nt)?|conclu(?:t|ent)
        |juge(?:nt)?|qualifie(?:nt)?|décri(?:t|vent)|appelle(?:nt)?|annonce(?:nt)?|pointe(?:nt)?|déplore(?:nt)?|regrette(?:nt)?|rappelle(?:nt)?|constate(?:nt)?
        |poursui(?:t|vent)|ajoutait|(?:a\s+)?poursuivi|assure(?:nt)?|reconnaît|insiste(?:nt)?
    """,
    auxiliaries=r"a|ont|avait|avaient|aurait",
    according=r"selon|d['’]après|pour\s+reprendre\s+les\s+mots\s+de|aux\s+yeux\s+de",
    early=r"(?:au\s+)?début(?:\s+(?:de|d['’]))?",
    middle=r"(?:à\s+la\s+)?mi|(?:au\s+)?milieu\s+(?:de|d['’])",
    late=r"(?:à\s+la\s+)?fin(?:\s+(?:de|d['’]))?",
    this_year=r"cette\s+année|l['’]année\s+en\s+cours",
    last_year=r"l['’](?:an|année)\s+(?:dernière?|passée?)",
    next_year=r"l['’](?:an|année)\s+prochaine?",
    that_year=r"la\s+même\s+année",
    between_date_parts=r"de|d['’]",
    part_headings={
        "recommendations": r"recommandations?|préconisations?|que\s+faire",
        "risks": r"risques?|défis?|limites?|dangers?|obstacles?|menaces?",
        "outlook": r"avenir|perspectives?|conclusions?|et\s+maintenant|prochaines?\s+étapes?",
        "context": r"contexte|historique|rappel|introduction|cadre",
        "rationales": r"pourquoi|raisons?|causes?|motifs?",
        "implications": r"conséquences?|implications?|effets?|impacts?",
        "questions": r"questions?",
        "significance": r"enjeux?|importance|portée",
    },
    paragraph_words=r"paragraphes?|par\.|§§?|alinéas?",
    page_words=r"pages?|pp?\.",
    standfirst_words=r"chapeau|chapô|résumé|introduction",
    negations=r"""
        ne|n['’](?=\w)|pas|jamais|aucune?|nul(?:le)?|ni|rien|personne|sans|non(?!\s+seulement)|refus(?:e|ent|é|ait)\s+de|manque(?:nt)?\s+de|incapables?
    """,
    opposites=(
        ("probables?", "improbables?"),
        ("capables?", "incapables?"),
        ("possibles?", "impossibles?"),
        ("certaine?s?", "incertaine?s?"),
        ("suffisante?s?", "insuffisante?s?"),
        ("légale?s?|légaux", "illégale?s?|illégaux"),
        ("stables?", "instables?"),
        ("efficaces?", "inefficaces?"),
        ("compatibles?", "incompatibles?"),
        ("connue?s?", "inconnue?s?"),
        ("justes?", "injustes?"),
        ("augment(?:e|ent|é|ait|ation)s?", "diminu(?:e|ent|é|ait|tion)s?|baiss(?:e|ent|é|ait)s?"),
        ("hausses?", "baisses?"),
        ("avant", "après"),
        ("plus", "moins"),
        ("tous|toutes", "certaine?s|plusieurs|la\\s+plupart"),
        ("toujours", "souvent|parfois|rarement"),
        ("supérieure?s?", "inférieure?s?"),
        ("renforc(?:e|ent|é|ée)s?", "affaibli(?:t|ssent|e|s)?"),
        ("accept(?:e|ent|é|ait)s?", "rejet(?:te|tent|é|ait)s?"),
    ),
    evidence_verbs=(
        r"suggèr(?:e|ent)|suggér(?:é|ait)|sembl(?:e|ent|ait)|laiss(?:e|ent)\s+(?:penser|entendre)|paraî(?:t|ssent)",
        r"affirm(?:e|ent|é|ait)|soutien(?:t|nent)|soutenu|estim(?:e|ent|é|ait)|jug(?:e|ent|é)|dit|di(?:sent|sait)|déclar(?:e|ent|é)|avanc(?:e|ent|é)|considèr(?:e|ent)|selon",
        r"montr(?:e|ent|é|ait)|indiqu(?:e|ent|é|ait)|démontr(?:e|ent|é)|révèl(?:e|ent)|révélé|illustr(?:e|ent|é)|soulign(?:e|ent|é)",
        r"prouv(?:e|ent|é|ait)|confirm(?:e|ent|é|ait)|établi(?:t|ssent)?\s+que|garanti(?:t|ssent)?|certainement|incontestable\w*|sans\s+aucun\s+doute",
    ),
    modal_verbs=(
        r"peu(?:t|vent)(?:-être)?|pourrai(?:t|ent)|possible\w*|éventuel\w*|potentiel\w*",
        r"probable\w*|devrai(?:t|ent)|prévoi(?:t|ent)|prévue?s?|envisag\w+|propos(?:e|ent|é)|entend(?:ent)?|vis(?:e|ent)\s+à",
        r"va|vont|doi(?:t|vent)|certain(?:e|ement)?|inévitable\w*|assurément|sûrement",
    ),
    present_plans=r"(?:est|sont)\s+(?:prévue?s?|attendue?s?|censée?s?)|prévoi(?:t|ent)|va|vont|doi(?:t|vent)|\w+ront|\w+era",
    attempts=r"""
        contribu(?:e|ent|é|ait)\s+à|aid(?:e|ent|é|ait)\s+à|cherch(?:e|ent|é|ait)\s+à|tent(?:e|ent|é|ait)\s+de|essa(?:ie|ient|yé|yait)\s+de|vis(?:e|ent|é|ait)\s+à
        |esp(?:ère|èrent|éré|érait)|souhait(?:e|ent|é|ait)|veu(?:t|lent)|tend(?:ent|ait)?\s+à|en\s+partie|au\s+mieux
    """,
    qualifiers={
        "above": r"plus\s+de|supérieure?s?\s+à|au-delà\s+de|dépass\w+",
        "below": r"moins\s+de|inférieure?s?\s+à|en\s+dessous\s+de",
        "about": r"environ|autour\s+de|quelque|approximativement|à\s+peu\s+près|estimée?s?"
        r"|de\s+l['’]ordre\s+de",
        "almost": r"près\s+de|presque|quasiment",
        "least": r"au\s+moins|au\s+minimum",
        "most": r"au\s+plus|jusqu['’]à|au\s+maximum",
        "only": r"seulement|à\s+peine|ne\s+\w+\s+que",
        "reported": r"selon|d['’]après|estimée?s?|serai(?:t|ent)|auraient|aurait",
    },
    ordinals=(
        "premi(?:er|ère)",
        "deuxième|seconde?",
        "troisième",
        "quatrième",
        "cinquième",
        "sixième",
        "septième",
        "huitième",
        "neuvième",
        "dixième",
        "onzième",
        "douzième",
    ),
    collectives={
        "deux": 2,
        "paire": 2,
        "couple": 2,
        "double": 2,
        "trio": 3,
        "triple": 3,
        "quatuor": 4,
        "quintette": 5,
        "demi-douzaine": 6,
        "dizaine": 10,
        "douzaine": 12,
    },
    singles=r"une?|l['’](?=\w)|le|la|seule?|unique|autre|chaque|sa|son",
)
