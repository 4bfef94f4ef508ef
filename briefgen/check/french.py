"""The words that rules look for in French. Apostrophes may be straight or typographic."""

from __future__ import annotations

from briefgen.check.lexicon import Lexicon
from briefgen.types.point import Modality

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
    hanging_starts=r"""
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
        Modality.POSSIBLE: r"""
            peut|peuvent|peut-être|pouv\w+|pu|puiss\w+|possib\w+|éventu\w+|potentiel\w*
            |probab\w+|risqu\w*|chances?|perspectives?|incert\w+|dout\w+|si|à\s+moins
            |questions?|sembl\w+|para[iî]\w+|suppos\w+|menac\w+|esp[eé]r\w+|espoirs?|ouvert\w*
            |hypoth\w+|envisag\w+
            |(?!(?:re|ex|por|at|abs|dis|sous)trait)\w+rai(?:t|ent)
        """,
        Modality.PLANNED: r"""
            prévo\w+|prévu\w*|prévisions?|projet\w*|plan\w*|compt\w+|enten\w+|annon\w+
            |dev(?:ait|aient|ra|ront)|doi(?:t|vent)|propos\w+|vis(?:e|ent|ait|aient|ant)
            |prom\w+|engag\w+|esp[eéè]r\w+|cherch\w+|envisag\w+|prépar\w+|accept\w+|convenu\w*
            |demand\w+|invit\w+|offr\w+|offert\w*|intentions?|programm\w+|veut|veulent|voul\w+
            |souhait\w+|\w{2,}r(?:a|ont)|\w+rai(?:t|ent)
        """,
        Modality.REPORTED: r"""
            rapport\w*|selon|d['’]après|dit|dits|disent|disait|disaient|affirm\w+|estim\w+
            |accus\w+|allég\w+|décri\w+|qualifi\w+|appel\w+|soutien\w*|souten\w+|apparemment
            |sugg\w+|sembl\w+|vue?s?|voi(?:t|ent)|annon\w+|attribu\w+|reproch\w+|lu|lus|cit\w+
            |not(?:e|ent|ait|é|ée|ées|és)|consid\w+|critiqu\w+|croi\w+|cru\w*|pens\w+|jug\w+
            |signal\w+|indiqu\w+|présent\w+|expliqu\w+|écri\w+|argu\w+|évoqu\w+|perç\w+
            |aurai(?:t|ent)|serai(?:t|ent)
        """,
    },
    hedge_examples={
        Modality.POSSIBLE: "peut, pourrait, possible",
        Modality.PLANNED: "prévu, doit, était attendu",
        Modality.REPORTED: "selon, aurait, est dit",
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
