"""Spanish words by which an article is read."""

from __future__ import annotations

from briefgen.languages.source_words import SourceWords

SOURCE_WORDS = SourceWords(
    side_headings=r"""
        últim[ao]s\s+(?:noticias|artículos|publicaciones|entradas)|(?:artículos|noticias|contenidos?|entradas)\s+relacionad[ao]s
        |relacionad[ao]s?|(?:lo\s+|los\s+)?más\s+(?:leídos?|vistos?|popular(?:es)?|compartidos?)|le(?:a|e)r?\s+también|leer\s+más
        |te\s+puede\s+interesar|también\s+te.{0,40}|recomendad[ao]s?|compartir.{0,40}|comparte.{0,30}
        |síguenos.{0,30}|contactos?|contáctenos|enlaces\s+(?:útiles|de\s+interés)|mapa\s+del\s+sitio
        |navegación|menú|buscar|búsqueda|suscr(?:íbete|íbase|ipción).{0,40}|boletín(?:es)?|comentarios?
        |etiquetas|categorías|archivos?|aviso\s+legal|privacidad|cookies?.{0,40}|publicidad|donar|imprimir
        |(?:sobre|acerca\s+de)\s+nosotros|eventos|descargas?|temas
    """,
    author_headings=r"(?:sobre|acerca\s+de)l?\s+(?:el\s+|la\s+|los\s+|las\s+)?autor(?:a|es|as)?|(?:el\s+|la\s+|los\s+)?autor(?:a|es)?",
    reference_headings=r"referencias|fuentes|bibliografía|notas(?:\s+(?:al\s+pie|finales))?",
    contents_headings=r"índice|contenidos?|tabla\s+de\s+contenidos?|en\s+este\s+artículo",
    bylines=r"por|escrito\s+por|autor(?:a|es)?|elaborado\s+por",
    credits=r"(?:foto(?:grafía)?s?|imagen|imágenes|créditos?|ilustración)(?:\s+(?:de|por))?",
    joins_names="y|e|&",
    order_signposts=r"""
        primero(?=\s*,)|en\s+(?:primer|segundo|tercer|último)\s+lugar|segundo(?=\s*,)|tercero(?=\s*,)|por\s+último|finalmente
        |por\s+una?\s+(?:parte|lado)|por\s+otr[ao]\s+(?:parte|lado)
        |(?:la|el)\s+(?:primera?|segund[ao]|tercera?|últim[ao]|otr[ao])\s+(?:razón|causa|motivo|factor|argumento|riesgo|opción|paso|explicación)
        |(?:dos|tres|cuatro|cinco|varias|varios|numerosas|numerosos|diversas|diversos)\s+(?:razones|causas|motivos|factores|argumentos|riesgos|opciones|pasos)
    """,
    turn_signposts=r"""
        sin\s+embargo|no\s+obstante|aunque|a\s+pesar\s+de|pese\s+a|pero|sino|en\s+cambio|por\s+el\s+contrario
        |mientras\s+que|salvo|excepto|a\s+menos\s+que|si\s+bien|con\s+la\s+excepción\s+de
    """,
    further_signposts=r"""
        además|asimismo|también|no\s+solo|por\s+(?:lo\s+)?tanto|por\s+consiguiente|así|en\s+conclusión|en\s+suma
        |por\s+ejemplo
    """,
    reporting=r"""
        dij(?:o|eron)|dice(?:n)?|afirm(?:a|an|ó|aron)|explic(?:a|an|ó|aron)|señal(?:a|an|ó|aron)|escrib(?:e|en|ió)
        |declar(?:a|an|ó|aron)|advi(?:erte|erten|rtió)|sostiene(?:n)?|sostuvo|indic(?:a|an|ó)|añad(?:e|en|ió)|agreg(?:a|ó)
        |calific(?:a|ó)|llam(?:a|ó)|describ(?:e|ió)|conclu(?:ye|yó)|anunci(?:a|ó)
    """,
    according=r"según|de\s+acuerdo\s+con|en\s+palabras\s+de|a\s+juicio\s+de",
    early=r"(?:a\s+)?(?:principios|comienzos|inicios)\s+de",
    middle=r"(?:a\s+)?mediados\s+de",
    late=r"(?:a\s+)?(?:finales|fines)\s+de",
    this_year=r"este\s+(?:mismo\s+)?año",
    last_year=r"(?:el\s+)?año\s+pasado",
    next_year=r"(?:el\s+)?(?:próximo\s+año|año\s+(?:que\s+viene|próximo))",
    that_year=r"(?:ese|el)\s+mismo\s+año|ese\s+año",
    between_date_parts=r"del?",
)
