"""French: its conventions, and the words that rules look for.

Apostrophes may be straight or typographic.
"""

from __future__ import annotations

from briefgen.languages.conventions import Conventions
from briefgen.languages.lexicon import Lexicon

CONVENTIONS = Conventions(
    abbreviations="""
        M MM Mme Mmes Mlle Mlles Dr Drs Pr Prs Me St Ste Sts Gén Col Cdt Cne Lt Adm janv
        févr avr juil sept oct nov déc no nos n p pp par paragr fig tab chap sect vol art al
        éd réf cf c.-à-d env max min moy approx incl excl hab op ibid tél vs av boul bd N.B
        c.~à~d c.-à~d e.g i.e p.~ex par~ex
    """,
    final_abbreviations="etc Cie S.A Ltée Inc",
    designators=r"""
        page|figure|tableau|article|paragraphe|alinéa|chapitre|section|niveau|annexe|encadré|clause
        |phase|étape|stade|degré|volume|tome|version|point|note|question|règle|cible|objectif|type
        |catégorie|option|scénario|zone|route|protocole|résolution|directive|règlement|numéro
        |(?:pp?|figs?|tab|arts?|al|paragr|chap|sect|vols?)\.|§+|n[º°o]s?
    """,
    several_designators=r"""
        (?:page|figure|article|paragraphe|alinéa|chapitre|section|annexe|encadré|clause|phase|étape
        |stade|degré|volume|tome|version|point|note|question|règle|cible|objectif|catégorie|option
        |scénario|zone|route|résolution|directive|règlement|numéro)s|tableaux|niveaux
        |(?:pp|figs|arts|vols)\.|§§|n[º°o]s
    """,
    not_designating=r"par|chaque|toute?|aucune?|quelle?|une?|première?|dernière?|prochaine?",
    quantities=r"""
        millions?|milliards?|billions?|pour\s+cent|pour\s+mille|points?\s+de\s+(?:pourcentage|base)
    """,
    ranges=r"à|ou|sur|pour|par|contre",
    joins=r"et|ou|à|,|&",
    opens_range=r"entre",
    shares=r"(?:sur|à|ou|et|par|pour|contre)",
)

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

_UNITS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit")
_TEENS = ("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize")
_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante")

LEXICON = Lexicon(
    relative_dates=rf"""
        (?:l['’]an|l['’]année|le\s+mois|la\s+semaine|l['’]été|l['’]automne|l['’]hiver
            |le\s+printemps|le\s+trimestre|la\s+décennie|le\s+siècle|{_MONTHS})
            \s+(?:derni(?:er|ère)|prochaine?|passée?|précédente?|en\s+cours)
        |cette\s+(?:année|semaine|décennie)|ce\s+(?:mois|trimestre|printemps)(?:-ci)?
        |cet\s+(?:été|automne|hiver)
        |ces\s+(?:dernières|prochaines|derniers|prochains)\s+(?:jours|semaines|mois|ans|années
            |décennies)
        |il\s+y\s+a\s+(?:\w+\s+)?(?:jours?|semaines?|mois|ans?|années?|décennies?|siècles?)
        |récemment|actuellement|aujourd['’]hui|hier|demain|à\s+présent|de\s+nos\s+jours
        |en\s+ce\s+moment|à\s+l['’]heure\s+actuelle|depuis\s+peu|(?<!en\ )maintenant
    """,
    context_dependent_openings=r"""
        cependant|toutefois|néanmoins|pourtant|mais|et|ou|or|car|donc|ainsi|alors|puis|ensuite
        |aussi|également|en\s+outre|de\s+plus|par\s+ailleurs|en\s+effet|en\s+revanche
        |par\s+conséquent|dès\s+lors|de\s+même|au\s+contraire|d['’]ailleurs|du\s+reste|enfin
        |à\s+(?:son|leur)\s+tour|pour\s+autant|deuxièmement|troisièmement
        |ils|elles?|il(?!\s+(?:est|était|sera|serait|faut|faudra|faudrait|fallait|y|s['’]agit
            |s['’]agissait|reste|restait|convient|importe|existe|existait|semble)\b)
        |(?:ceux|celui|celles?)-(?:ci|là)|ce\s+dernier|cette\s+dernière|ces\s+derni(?:ers|ères)
        |cela|ceci|ça|cet|cette|ces|ce(?!\s+(?:qui|que|dont|n|sont|fut|furent)\b|\s+qu['’])
        |son|sa|ses|leurs?|une?\s+autre|d['’]autres|(?:un|une)\s+te(?:l|lle)|tel(?:le)?s?
    """,
    hedges={
        "possible": r"""
            peut|peuvent|peut-être|pouv(?:ait|aient|ant)|pourr\w+|pu|puisse(?:nt)?|possib\w+
            |éventu\w+|potentiel\w*|probab\w+|risqu(?:es?|ent|é\w*|er|ait|aient)|chances?
            |perspectives?|incert\w+|dout\w+|si|à\s+moins|questions?|sembl(?:e|ent|ait|aient|ant)
            |para[iî](?:t|ssent|ssait|ssaient)|suppos\w+|esp[eéè]r\w+|espoirs?|hypothèses?
            |hypothétiques?|envisag\w+|(?:reste|restent|restait|demeure)\s+ouverte?s?
            |(?!(?:re|ex|por|at|abs|dis|sous)trait)\w+rai(?:t|ent)
        """,
        "planned": r"""
            prévo\w+|prévu\w*|prévisions?|projet\w*|plan(?:s|ifi\w+)?|annonc\w+|annonç\w+
            |compt(?:e|ent|ait|aient)\s+\w+(?:er|ir|re)|entend(?:ent|ait|aient)?
            |dev(?:ait|aient|ra|ront)|doi(?:t|vent)|propos\w+|vis(?:e|ent|ait|aient|ant)
            |promett\w+|promet|promis\w*|promesses?|engag\w+|esp[eéè]r\w+|cherch\w+|envisag\w+
            |prépar\w+|accept(?:e|ent|é\w*|er|ait|aient)|convenu\w*
            |demand(?:es?|ent|é\w*|er|ait|aient)|invit\w+|offr\w+|offert\w*|intentions?
            |programmé\w*|programmer|veut|veulent|voul(?:ait|aient|u\w*|oir)|souhait\w+
            |(?!(?:opéra|caméra|sahara|front|affront)\b)\w{2,}r(?:a|ont)
            |(?!(?:re|ex|por|at|abs|dis|sous)trait)\w+rai(?:t|ent)
        """,
        "reported": r"""
            (?<!par\ )rapport(?:s|e|ent|é\w*|ait|aient)?|selon|d['’]après|dite?s?|disent|disait
            |disaient|affirm\w+|estim\w+|accus(?:e|ent|é\w*|er|ait|aient|ations?)|allègu\w+
            |allégu\w+|allégations?|décri\w+|qualifi(?:e|ent|é\w*|ait|aient)|appel\w+
            |soutien(?:t|nent)|souten(?:ait|aient|ant)|apparemment|sugg(?:ère|èrent|éré\w*|érait)
            |sembl(?:e|ent|ait|aient)|vue?s?|voi(?:t|ent)|annonc\w+|annonç\w+|attribu\w+
            |reproch\w+|lue?s?|cit(?:e|ent|ait|aient|ant|er)|(?<!la\ )(?<!les\ )citée?s?
            |not(?:ent|ait|aient|é|ée|ées|és)|note\s+que|considèr\w+|considér(?!ab)\w+
            |critiqu(?:ent|é\w*|er|ait|aient)|(?:les|des|ses|aux)\s+critiques
            |croi(?:t|ent|re)|pens(?:e|ent|é\w*|ait|aient|er)|jug(?:ent|é\w*|er|eait|eaient)
            |signal(?:e|ent|é\w*|er|ait|aient)|indiqu\w+|présent(?:ée?s?|e|ent)\s+comme
            |expliqu\w+|écri(?:t|ts|te|tes|vent|vait|vaient)|argu(?:e|ent|é\w*|ait|ments?)
            |évoqu\w+|perç\w+
            |aurai(?:t|ent)|serai(?:t|ent)
        """,
    },
    hedge_examples={
        "possible": "peut, pourrait, possible",
        "planned": "prévu, doit, était attendu",
        "reported": "selon, aurait, est dit",
    },
    months=_MONTHS,
    named=(
        "(?i:Chapitre|Version|Articles?|Résolutions?|Section|Annexe|Partie|Tableau|Figure"
        r"|Phase|Protocole"
        r"|Agenda|Vision|Opération|Vol|Route|Titre|Règle|Règlement|Directive|Loi|Point|n[°ºo]\.?"
        r"|nos\.?)"
    ),
    number_words={
        **{word: value for value, word in enumerate(_UNITS, 2)},
        **{word: value for value, word in enumerate(_TEENS, 10)},
        **{word: 10 * value for value, word in enumerate(_TENS, 2)},
        "mille": 1000,
    },
    scales={
        "thousand": "mille|milliers?",
        "million": "millions?|M",
        "billion": "milliards?|Md",
        "trillion": "billions?",
    },
    multiples=(
        "(?<!pour )cents?|(?:diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?"
        "|milliers?|millions?|milliards?|billions?"
    ),
    functional=r"""
        un|une|le|la|les|l['’]\w+|des?|du|d['’]\w+|et|ou|mais|ni|car|donc|or|que|qui|dont|où
        |qu['’]\w+|quand|si|comme|à|au|aux|dans|en|par|pour|sur|sous|avec|sans|vers|chez|entre
        |parmi|contre|depuis|pendant|durant|avant|après|dès|jusque|selon|malgré
        |est|sont|était|étaient|sera|seront|serait|seraient|fut|furent|été|a|ont|avait|avaient
        |aura|auront|aurait|auraient|ne|n['’]\w+|pas|y|il|ils|elles?|on|ce|cette|ces|cela|leurs?
        |son|sa|ses|se|s['’]\w+|aussi|puis|alors
    """,
    vague_links=r"""
        cliqu(?:ez|er|e)(?:\s+(?:ici|l\u00e0|sur\s+(?:ce|le)\s+lien))?|ici|lien|plus|suite|site
        |(?:ce|le)\s+(?:lien|site)|cette\s+page|la\s+suite|voir\s+(?:ici|plus)|lire\s+(?:la\s+suite|plus|ici)
        |(?:en\s+)?savoir\s+plus|plus\s+(?:d['\u2019]infos?|d['\u2019]informations?|de\s+d\u00e9tails)
    """,
)
