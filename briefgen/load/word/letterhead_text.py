"""What the first lines of a sample document say: its letterhead, or the text itself.

A letterhead names an institution and how to reach it; a sample has a title, an address of somebody
else, a salutation, and what is to be filled in.

The mark of a house that stands on a sample's cover, where nothing else of it would stay.

A brief has no cover. With it would go the only logo of many reports, which stands at its foot.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from briefgen.ooxml.build import put_in, w
from briefgen.ooxml.names import (
    EMU_PER_POINT,
    WP,
    A,
    Element,
    W,
    attribute,
    child,
    emu,
    points,
    value,
)
from briefgen.ooxml.text import held, own_pieces, own_text
from briefgen.pattern import late_pattern

_PLACEHOLDER = "{[<$_…"
"""Characters of what is to be filled in; so is what ends in a colon, and `!` greets."""

TITLED = (
    "title",
    "titel",
    "titre",
    "ttulo",
    "titulo",
    "titolo",
    "tittel",
    "tytu",
    "rubrik",
    "nzev",
)
"""In the ids of styles of titles, from which Word leaves out letters with accents."""

_OF_TEXT = (
    *TITLED,
    *("heading", "author", "abstract", "article", "berschrift", "overskrift", "nadpis", "otsikko"),
    *("kop1", "kop2", "kop3", "nagwek1", "nagwek2", "nagwek3"),
)
"""In the ids of styles that a letterhead has none of. Dutch and Polish say a number, as headers
begin with the same letters."""

_FEW_WORDS = 3
_MERGED = late_pattern(r"«\w+»")
"""A field that is merged; between such signs stand names in French and Russian, too."""

_SAMPLE = late_pattern(
    r"\b(?:MUSTER|VORLAGE|SAMPLE|SPECIMEN|TEMPLATE|MOD[EÈ]LE|EXEMPLE|MODELO|EJEMPLO|EXEMPLO"
    r"|MODELLO|ESEMPIO|VOORBEELD|PRZYK[LŁ]AD|VZOR|OBRAZEC|ОБРАЗЕЦ|ШАБЛОН)\b|\bX{3,}\b"
)
"""Words in capitals by which a line says that it stands in a sample."""

ADDRESS = late_pattern(r"(?i)\b(?:www\.|https?://)|\w@\w")
"""An address on the web or of a mail box."""

_REACHED = late_pattern(
    r"(?i)\b(?:www\.|https?://)|\w@\w"
    r"|\b(?:tel|tél|telefon|telefono|teléfono|telefone|phone|fon|fax|mob|mobil|mobile|cell|cel"
    r"|tlf|tfno|тел|факс)\b[.:]{0,2}\s*(?:no\.?\s*)?[+(\d]"
)
"""By what somebody is reached: on the web, by mail, by telephone."""

_POSTAL = late_pattern(
    r"(?i)\bp\.?\s?o\.? box\b|\bpostfach\b|\bc\.?p\.? ?\d{4,5}\b|\bcep\b|\b\d{5}(?:-\d{3,4})? \w"
    r"|\b\d{4} ?[A-Z]{2}\b|\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b"
)
"""A number that a postal address has."""

_INSTITUTION = late_pattern(
    r"(?i)\b(?:"
    # English
    r"universit\w+|college|school|institut\w*|ministry|department|dept|government|council|authority"
    r"|commission|committee|agency|association|federation|foundation|society|bureau|court|senate"
    r"|parliament|municipality|city of|county|republic|kingdom|embassy|hospital|church|diocese"
    r"|museum|library|academy|laborator\w+|organi[sz]ation|union|bank|office of|cent(?:re|er) for"
    # forms of companies
    r"|ltd|limited|inc|llc|llp|plc|corp\w*|gmbh|e\.\s?v|s\.\s?[al]\b|s\.r\.l|sarl|selarl|a/s|aps"
    r"|b\.\s?v|sp\. z o|s\.?\s?a\.? de c\.?v|ltda|pty|pvt"
    # German, Dutch, Nordic
    r"|hochschule|\w*ministerium|\w+amt|behörde|stadt|gemeinde|landkreis|landratsamt|verein|verband"
    r"|stiftung|gesellschaft|\w*kammer|\w*schule|akademie|abteilung|fakultät|dezernat|hogeschool"
    r"|ministerie|gemeente|afdeling|stichting|vereniging|universitet\w*|høgskol\w+|högskol\w+"
    r"|kommune?|\w*departementet|direktoratet|stiftelsen?|forening\w*|myndigheten|styrelsen"
    # French, Spanish, Portuguese, Italian
    r"|minist[eéèi]r\w+|départ\w+|departament\w+|direc\w+|direzione|mairie|commune|r[eéè]publi[cq]\w+"
    r"|repubblica|conseil|conse[jl]h?o|préfecture|secr[eé]tar\w+|associa\w+|asociaci\w+|fond\w+ation"
    r"|funda[cç]\w+|fondazione|société|sociedad\w*|école|escuela|escola|scuola|facult\w+|faculdade"
    r"|facoltà|faculté|ayuntamiento|alcald\w+|munic[ií]pi\w+|prefeitura|gobierno|governo|câmara"
    r"|cámara|senado|comisi[oó]n|comiss[aã]o|colegio|tribunal|tesorer\w+|administra[cç]\w+"
    r"|istituto|dipartimento|comune di|regione"
    # Slavic, Turkish, Indonesian
    r"|uniwersytet\w*|ministerstwo|instytut|urząd|wydział|gmina|fakulta|ústav|úřad|obec"
    r"|институт|университет|министерство|минобрнауки|кафедра|факультет|учреждени\w+|департамент"
    r"|администрация|общество|академия|республик\w+|комитет|управление|universitas|kementerian"
    r"|dinas|pemerintah|yayasan|üniversitesi|bakanl\w+|müdürlüğü|belediyesi|derneği"
    r")\b"
)
"""Words of names of institutions."""

_OF_DOCUMENTS = late_pattern(
    r"(?i)\b(?:report|brief\w*|memo\w*|letter|plan|guide\w*|manual|thesis|minutes|agenda|proposal"
    r"|invoice|title|project|bericht|protokoll|titel|antrag|anleitung|projekt|praktik\w+|arbeit"
    r"|rapport|compte rendu|projet|titre|thèse|mémoire|note|informe|acta|proyecto|título|tesis"
    r"|plantilla|oficio|ofício|relatório|projeto|tese|ata|relazione|verbale|progetto|titolo|tesi"
    r"|verslag|raport|sprawozdanie|zpráva|práce|отчет|отчёт|доклад|работ\w+|проект|laporan|rapor)\b"
)
"""Words of titles of documents, which may name an institution, too."""

_MARKED = late_pattern(r"(?i)\b(?:confiden[ct]i\w+|vertraulich|riservato|vertrouwelijk|poufne)\b")

_SALUTATION = (",", ";")

_LABELLED = late_pattern(r"[^\d:]{1,24}:\s")
"""How a line of a form begins, as “To: ”."""

_FILLER = late_pattern(
    r"(?i)\bmuster\w+|\bexample\.|\b(?:john|jane|max) (?:doe|smith|muster\w*)|\blorem\b|\byour \w+"
    r"|\bihre? \w+|\bvotre \w+|\bsu nombre|\bseu nome|\buw naam|\b1234?5?6? main\b|\bdear\b|\b555-"
)
"""Words of somebody whom a sample makes up."""


def paragraphs(block: Element) -> Iterator[Element]:
    """Yield a paragraph itself, or those that a block holds."""
    yield from [block] if block.tag == W + "p" else block.iter(W + "p")


def said_by(block: Element) -> str:
    """Return what a block says."""
    return " ".join(own_text(one) for one in paragraphs(block))


def ends_letterhead(block: Element) -> bool:
    """Whether another page or section begins with a block, or what is no letterhead."""
    if block.tag not in (W + "p", W + "tbl"):
        return True
    ends = (W + "sectPr", W + "docPartObj", W + "fldSimple", W + "instrText")
    if next(block.iter(*ends), None) is not None:
        return True
    return any(attribute(one, "type") == "page" for one in block.iter(W + "br"))


def begins_text(block: Element, said: str, *, has_style: bool = False) -> bool:
    """Whether what a block says is the sample's: a title, or what is to be filled in.

    A name beside a logo may have the style of a title, for its letters.
    """
    if said.rstrip().endswith((":", "!")) or any(one in said for one in _PLACEHOLDER):
        return True
    if any(_is_merged(own_text(one)) for one in paragraphs(block)):
        return True
    if sum(own_text(one).rstrip().endswith(":") for one in paragraphs(block)) > 1:
        return True  # a form
    return not has_style and is_styled(block)


def _is_merged(said: str) -> bool:
    """Whether a line is a field that is merged; amid many words it is a name in quotation marks."""
    rest, fields = _MERGED.subn("", said)
    return fields > 0 and len(rest.split()) < _FEW_WORDS


def is_styled(block: Element) -> bool:
    """Whether a block has a style of titles, headings or authors."""
    styles = (value(child(one, "pPr", "pStyle")).lower() for one in paragraphs(block))
    return any(name in style for style in styles for name in _OF_TEXT)


def is_prompt(paragraph: Element) -> bool:
    """Whether a line is to be filled in, as it is marked, or says that it is a sample's."""
    runs = (one.getparent() for one in own_pieces(paragraph) if (one.text or "").strip())
    marked = any(value(child(run, "rPr", "highlight")) not in ("", "none") for run in runs)
    return marked or _SAMPLE.search(own_text(paragraph)) is not None


def is_placeholder(said: str) -> bool:
    """Whether a line is to be filled in, or says what stands beside it."""
    return said.rstrip().endswith(":") or any(one in said for one in _PLACEHOLDER)


def is_filler(said: str) -> bool:
    """Whether a line is of somebody whom a sample makes up."""
    return _FILLER.search(said) is not None


def is_marked(said: str) -> bool:
    """Whether a line says who may read the papers of a house."""
    return _MARKED.search(said) is not None


def is_reached_by(said: str) -> bool:
    """Whether a line says how to reach somebody: on the web, by mail or by telephone."""
    return _REACHED.search(said) is not None


def is_of_address(said: str) -> bool:
    """Whether a line is of an address."""
    return is_reached_by(said) or _POSTAL.search(said) is not None


def names_institution(said: str) -> bool:
    """Whether a line is the name of an institution or a part of it, and no title or sentence."""
    if said.rstrip().endswith(_SALUTATION) or is_placeholder(said) or _LABELLED.match(said):
        return False
    return bool(_INSTITUTION.search(said)) and not _OF_DOCUMENTS.search(said)


_MOST_WORDS, _MOST_BLOCKS = 100, 60
"""What a cover says at most, and of how many paragraphs and tables it is."""

_HEIGHT_PT = (18.0, 130.0)
"""How high a logo is at least and at most; what is higher is a picture of the cover."""

_SHOWN_PT = 72.0
"""How high it is in a brief at most."""

_AFTER_TWIPS = 160


def mark_of_cover(body: Element) -> list[Element]:
    """Return a paragraph with the first logo of a cover, without words, if there is one.

    A cover ends with a page or a section, and says little.
    """
    words, found = 0, None
    for number, block in enumerate(held(body)):
        for one in block.iter(WP + "inline"):
            found = _logo_in(one) if found is None else found
        lines = [block] if block.tag == W + "p" else [*block.iter(W + "p")]
        words += sum(len(own_text(one).split()) for one in lines)
        if words > _MOST_WORDS or number > _MOST_BLOCKS:
            return []
        if _ends(block):
            return [] if found is None else [found]
    return []


def _ends(block: Element) -> bool:
    """Whether the page ends with a block."""
    breaks = (attribute(one, "type") == "page" for one in block.iter(W + "br"))
    return any(breaks) or child(block, "pPr", "sectPr") is not None


def _logo_in(inline: Element) -> Element | None:
    """Return a paragraph with a picture alone, aligned as it was; nothing for one amid words."""
    line, extent = next(inline.iterancestors(W + "p"), None), inline.find(WP + "extent")
    run = next(inline.iterancestors(W + "r"), None)
    if line is None or extent is None or run is None or own_text(line).strip() or is_styled(line):
        return None
    width, height = (points(extent.get(side), EMU_PER_POINT) or 0.0 for side in ("cx", "cy"))
    if not _HEIGHT_PT[0] <= height <= _HEIGHT_PT[1]:
        return None
    drawing = deepcopy(inline.getparent())
    assert drawing is not None
    share = min(1.0, _SHOWN_PT / height)
    for size in [*drawing.iter(WP + "extent", A + "ext")] if share < 1 else ():
        if size.get("cx") is not None:
            size.set("cx", str(emu(width * share)))
            size.set("cy", str(emu(height * share)))
    properties = w("pPr", w("spacing", before=0, after=_AFTER_TWIPS))
    align = child(line, "pPr", "jc")
    if align is not None:
        put_in(properties, deepcopy(align))
    return w("p", properties, w("r", drawing))
