"""The conventions of French."""

from __future__ import annotations

from briefgen.languages.conventions import Conventions

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
