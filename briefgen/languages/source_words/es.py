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
    auxiliaries=r"ha|han|había|habían",
    according=r"según|de\s+acuerdo\s+con|en\s+palabras\s+de|a\s+juicio\s+de",
    early=r"(?:a\s+)?(?:principios|comienzos|inicios)\s+de",
    middle=r"(?:a\s+)?mediados\s+de",
    late=r"(?:a\s+)?(?:finales|fines)\s+de",
    this_year=r"este\s+(?:mismo\s+)?año",
    last_year=r"(?:el\s+)?año\s+pasado",
    next_year=r"(?:el\s+)?(?:próximo\s+año|año\s+(?:que\s+viene|próximo))",
    that_year=r"(?:ese|el)\s+mismo\s+año|ese\s+año",
    between_date_parts=r"del?",
    part_headings={
        "recommendations": r"recomendaci\w+|qué\s+hacer",
        "risks": r"riesgos?|desafíos?|retos?|límites?|obstáculos?|peligros?|amenazas?",
        "outlook": r"futuro|perspectivas?|conclusi\w+|próximos\s+pasos",
        "context": r"contexto|antecedentes|introducción|historia",
        "rationales": r"por\s+qué|razones|causas|motivos",
        "implications": r"consecuencias|implicaciones|efectos|impactos?",
        "questions": r"preguntas",
        "significance": r"importancia|relevancia",
    },
    paragraph_words=r"párrafos?|párr\.|§§?",
    page_words=r"páginas?|pp?\.|págs?\.",
    standfirst_words=r"entradilla|resumen|introducción",
    negations=r"no(?!\s+(?:sólo|solo|solamente))|nunca|jamás|ningun\w*|ningún|nadie|nada|ni|sin|tampoco|incapaz|niega\w*",
    opposites=(
        ("probables?", "improbables?"),
        ("capaz", "incapaz"),
        ("posibles?", "imposibles?"),
        ("ciert[ao]s?", "inciert[ao]s?"),
        ("suficientes?", "insuficientes?"),
        ("legal(?:es)?", "ilegal(?:es)?"),
        ("estables?", "inestables?"),
        ("compatibles?", "incompatibles?"),
        ("aument(?:a|an|ó|aron)", "disminuy\\w+|baj(?:a|an|ó|aron)"),
        ("antes", "después"),
    ),
    evidence_verbs=(
        r"sugier\w+|sugiri\w+|parec\w+|insinú\w+",
        r"argument\w+|afirm\w+|sostien\w+|sostuv\w+|dice[n]?|dij\w+|estim\w+|consider\w+|según",
        r"muestr\w+|mostr\w+|indic\w+|demuestr\w+|revel\w+|ilustr\w+|subray\w+",
        r"prueb\w+|prob(?:ó|aron|ado)|confirm\w+|garantiz\w+|indudable\w*|ciertamente",
    ),
    modal_verbs=(
        r"pued\w+|podrí\w+|posible\w*|quizás?|tal\s+vez|potencial\w*",
        r"probable\w*|deberí\w+|prev[éei]\w*|plane\w+|proyect\w+|propon\w+|pretend\w+",
        r"debe[n]?|inevitable\w*|sin\s+duda|seguramente|va\s+a|van\s+a",
    ),
    present_plans=r"(?:está|están)\s+(?:previst[ao]s?|planead[ao]s?)|prev[eé]n?|va\s+a|van\s+a|planea[n]?|\w+rán?",
    attempts=r"ayud\w+\s+a|busc\w+|intent\w+|trat\w+\s+de|pretend\w+|quier\w+|tiend\w+\s+a|en\s+parte|a\s+lo\s+sumo|contribuy\w+\s+a",
    qualifiers={
        "above": r"más\s+de|superior(?:es)?\s+a|por\s+encima\s+de",
        "below": r"menos\s+de|inferior(?:es)?\s+a|por\s+debajo\s+de",
        "about": r"alrededor\s+de|aproximadamente|cerca\s+de|un[ao]s|en\s+torno\s+a|estimad\w+",
        "almost": r"casi",
        "least": r"al\s+menos|por\s+lo\s+menos|como\s+mínimo",
        "most": r"a\s+lo\s+sumo|hasta|como\s+máximo",
        "only": r"sólo|solo|solamente|apenas",
        "reported": r"según|al\s+parecer|supuestamente",
    },
    ordinals=(
        "primer[ao]?",
        "segund[ao]",
        "tercer[ao]?",
        "cuart[ao]",
        "quint[ao]",
        "sext[ao]",
        "séptim[ao]",
        "octav[ao]",
        "noven[ao]",
        "décim[ao]",
        "undécim[ao]",
        "duodécim[ao]",
    ),
    collectives={"ambos": 2, "ambas": 2, "par": 2, "doble": 2, "trío": 3, "docena": 12},
    singles=r"un[ao]?|el|la|únic[ao]|otr[ao]|cada|su",
)
