"""The plain names of an argument's parts, by which a heading in Markdown names one."""

from __future__ import annotations

_ENGLISH = """
    thesis: thesis, bottom line
    significance: significance, why it matters
    context: context, background
    rationales: rationales, reasons
    risks: risks
    outlook: outlook
    implications: implications
    recommendations: recommendations
    contested: contested, contested points, disputed
    questions: questions
    not_said: not said
    timeline: timeline, time line, events
    facts: facts, figures
    sources: sources, references
    quotations: quotations, quotes
    glossary: glossary, terms, acronyms
    notes: notes, editor’s notes
    images: images, pictures
"""
_FRENCH = """
    thesis: thèse
    significance: enjeux
    context: contexte
    rationales: raisons
    risks: risques
    outlook: perspectives
    implications: implications
    recommendations: recommandations
    contested: points contestés, controverses
    questions: questions
    not_said: non-dit
    timeline: chronologie
    facts: faits, chiffres
    sources: sources
    quotations: citations
    glossary: glossaire, termes, sigles
    notes: notes
    images: images
"""
_GERMAN = """
    thesis: these
    significance: bedeutung
    context: hintergrund
    rationales: gründe
    risks: risiken
    outlook: ausblick
    implications: folgen, folgerungen
    recommendations: empfehlungen
    contested: strittig, streitpunkte
    questions: fragen
    not_said: nicht gesagt
    timeline: zeittafel, zeitleiste
    facts: fakten, zahlen
    sources: quellen
    quotations: zitate
    glossary: glossar, begriffe, abkürzungen
    notes: anmerkungen
    images: bilder
"""
_SPANISH = """
    thesis: tesis
    significance: importancia
    context: contexto
    rationales: razones
    risks: riesgos
    outlook: perspectivas
    implications: implicaciones
    recommendations: recomendaciones
    contested: puntos controvertidos
    questions: preguntas
    not_said: lo no dicho
    timeline: cronología
    facts: hechos, cifras
    sources: fuentes
    quotations: citas
    glossary: glosario, términos, siglas
    notes: notas
    images: imágenes
"""


def _read(text: str) -> dict[str, str]:
    lines = (line.partition(":") for line in text.strip().splitlines())
    return {
        name.strip(): part.strip()
        for part, _, names in lines
        for name in (*names.split(","), part.replace("_", " "))
    }


_NAMES = {"en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN, "es": _SPANISH}


def part_names(language: str) -> dict[str, str]:
    """Return the part of each plain name, in small letters; English names where none are known."""
    return _read(_NAMES.get(language.partition("-")[0], _ENGLISH))
