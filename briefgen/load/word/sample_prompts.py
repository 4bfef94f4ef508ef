"""Words of a sample's headers and footers that stand for those of its next document."""

from __future__ import annotations

from briefgen.ooxml.build import removed
from briefgen.ooxml.names import Element, W, attribute, child
from briefgen.ooxml.text import own_pieces, own_text
from briefgen.pattern import late_pattern

_TITLE_MARK = "{{ short_title }}"

_OF_WORK = (
    r"(?: (?:of|for) (?:the|your|this) (?:\w+ )?\w+"
    r"| (?:der|des|dieser|deiner|ihrer|ihres|meiner) (?:\w+ )?\w+"
    r"| (?:du|de la|de l['’]|de votre|d['’]un|de tu|de su|del|do|da|de|della|dello|dell['’]) ?\w+"
    r"| van (?:het|de|uw) \w+| (?:pracy|práce|работы|документа|отч[её]та))?"
)

_TITLE = late_pattern(
    r"(?i)(?:(?:insert|enter|type|your|short|running|paper|document|report|brief|article|project|full"
    r"|main|the|ihr|der|kurzer|votre|le|tapez|saisissez|el|su|o|seu|il|uw|de) )*"
    r"(?:title|(?:kurz|haupt|arbeits|dokument(?:en)?|projekte?s?|berichts?)?titel"
    r"|running head|head(?:er|line)|titre(?: court| abrégé)?"
    r"|título(?: corto| breve| curto)?|titulo|titolo(?: breve)?|titulek|tytuł|název|заголовок"
    r"|название|betreff|thema|subject|objet|asunto|assunto|oggetto|onderwerp)"
    rf"{_OF_WORK}(?: here| hier| ici| aquí| aqui| qui| eingeben| einfügen)?(?: in title case)?"
    r"(?:(?:: ?| [–-] | ?\()(?:please|use|insert|enter|type|write|keep|max\w*|up to|no more than"
    r"|not more than|at most|bitte|höchstens|maximal|hier|saisir|indiquer|escriba|indique|digite"
    r"|inserire|massimo|vul)\b[^()]{2,60}\)?)?"
)
"""What asks for a title, or for what the document is about, and says how to write it."""

_AUTHOR = late_pattern(
    r"(?i)(?:(?:insert|enter|your|the|first|last) )*(?:author|autor(?:in)?|auteur|autore|verfasser"
    r"|автор)(?:s|es|en|i|['’]s|\(s\)|/in|innen|:in)?(?: names?| name| nom)?(?: here)?"
    r"|(?:name|names|nom|nombre|nome|naam)"
    r" (?:of|des|der|de|de l['’]|del|do|dell['’]|van de) ?(?:the )?"
    r"(?:author|autor|auteur|autore|verfasser)\w*|(?:your|ihr|votre|su|seu|uw) "
    r"(?:full )?(?:name|nom|nombre|nome|naam)"
)

_UNANSWERED = late_pattern(
    r"(?i)(?:insert |enter |the |ihr |votre )*(?:date|datum|fecha|data|dátum|дата)"
    r"(?: (?:of|der|de|di|da) (?:publication|issue|veröffentlichung|publicación|publicação"
    r"|pubblicazione))?(?: here)?(?: ?\([\w ,./-]+\))?"
    r"|(?:dd|mm|tt|jj)[ ./-](?:mm|dd)[ ./-](?:yyyy|yy|jjjj|jj|aaaa|aa)|(?:month|monat|mois|mes) "
    r"(?:year|jahr|année|año)|\(?(?:month|monat|mois|mes), ?(?:year|jahr|année|año)\)?"
    r"|agenda|tagesordnung|ordre du jour|orden del día|ordem do dia|ordine del giorno|minutes"
    r"|sitzungsprotokoll|invoice|rechnung|facture|factura|fattura|fatura|factuur"
    r"|stra(?:ß|ss)e(?: (?:und )?(?:nr\.?|hausnummer))?|plz(?:,)? ?(?:und )?(?:wohn)?ort"
    r"|(?:your |street )address(?: line)?(?: \d)?|city, ?st(?:ate)?(?: zip(?: code)?)?"
    r"|(?:insert |enter |type |your |the )*sub-?title(?: here)?(?: in title case)?|untertitel"
    r"|nom de la région|your (?:logo|e-?mail|phone|website)(?: here)?|logo(?: here)?"
    r"|\w{0,4}[-/ ](?:xx+|nnn+)|matter(?: (?:no\.?|number))?|aktenzeichen|client(?: name)?"
)
"""What asks for the day, the address or the number of a document, or says that it is of a kind that
no brief is."""

_MONTH = (
    r"(?:ja[nv]|gen|ene|f[eé][bv]|m[aä]r|apr|a[bv]r|ma[iyjg]|jui?[nl]|giu|lu[gt]|a[uoû]|ago"
    r"|se[pt]|o[ck]t|out|ott|no[vw]|d[eéi][cz]|st[yu]|лют|янв|фев|мар|апр|ма[йя]|ию[нл]|авг|сен"
    r"|окт|ноя|дек)[^\W\d]{0,8}\.?"
)
_DAY = r"\d{1,2}(?:\.|st|nd|rd|th|er|º|ª)?(?: (?:of|de))?"
_YEAR = r"(?:19|20)\d\d"

_DATED = late_pattern(
    r"(?i)(?:(?:date|datum|fecha|data|dátum|дата|stand|as of|last updated?|updated|aktualisiert am"
    r"|version du|mis à jour le|printed|created|issued?|revised) ?:? ?)?"
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}|{_YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}"
    rf"|(?:(?:le|den|the|el) )?{_DAY} {_MONTH},? (?:de |of )?{_YEAR}(?: ?\u0433\.)?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}|{_MONTH},? (?:de )?{_YEAR}"
    rf"|{_YEAR} ?年 ?\d{{1,2}} ?月(?: ?\d{{1,2}} ?日)?)"
)
"""A date alone, with a word or two that say of what it is one."""

_ORGANISATION = late_pattern(r"(?i)\b(?:company|organi[sz]ation|société|firma|empresa)\b")

_BRACKETED = late_pattern(r"\[([^\[\]]{2,60})\]|<([^<>]{2,60})>")

_OF_DOCUMENT = late_pattern(
    r"(?i)(?:(?:title page|footer|header|document|doc|report|project|file|fu(?:ß|ss)zeilen?) ?)*"
    r"(?:number|no\.?|nummer|num[eé]ro|número|revision|rev\.?|revisi[oó]n|révision|revisione"
    r"|version|versi[oó]n|versão|versione|draft|entwurf|date|datum|fecha|data|reference|referenz"
    r"|ref\.?|publish ?date|(?:ausgabe|erstellungs|druck|publikations|freigabe)datum|client"
    r"|additional reference|aktenzeichen)"
)
"""Names of content controls that hold what each document has of its own, and no brief has."""

_MOST_OF_LABEL = 2
"""Words of what stands before a control that names it."""

_CORE = "coreProperties"

_VARIABLE = late_pattern(
    r"\[[a-z]+(?:_[a-z0-9]+)+\](?: |[/.-](?=\[[a-z]+_))?"
    r"|\b(?:20\d\d|[A-Z]{2})[-/](?:nnn+|xxx+|NNN+|XXX+)"
)
"""Where a program puts words, as [report_number], or somebody a number, as 2026/nnn."""


def answer_words(root: Element) -> None:
    """Let whole lines that stand for a title or an author ask for the brief's; others like it go.

    Only a line that says nothing else is one, as the head of a house may well speak of titles, and
    no label of a row in a table, beside which something stands.
    """
    says_title = any("title }}" in (one.text or "") for one in root.iter(W + "t"))
    for paragraph in root.iter(W + "p"):
        said = " ".join(own_text(paragraph).split())
        answer = None if not said or _is_label(paragraph) else _answer(said)
        if answer == _TITLE_MARK and says_title:
            answer = ""
        pieces = list(own_pieces(paragraph))
        if answer is None:
            _without_variables(pieces)
            continue
        for piece in pieces:
            piece.text = ""
        pieces[0].text = answer


def answer_controls(root: Element) -> None:
    """Let content controls of a header or footer that hold a sample's title ask for the brief's.

    Those that hold its number, date or version hold nothing, and what names them before it goes
    with them, and so does a line of a part that held nothing else. They are known by their names,
    which say what an organisation fills in each time.
    """
    for control in list(root.iter(W + "sdt")):
        name = _name(control)
        pieces = list(control.iter(W + "t"))
        if not pieces or _CORE in (
            attribute(child(control, "sdtPr", "dataBinding"), "xpath") or ""
        ):
            continue
        title = _TITLE.fullmatch(name)
        if not title and not _OF_DOCUMENT.fullmatch(name):
            continue
        for piece in pieces:
            piece.text = ""
        if title:
            pieces[0].text = _TITLE_MARK
            continue
        _without_label(control)
        line = control.getparent()
        if line is not None and line.tag == W + "p" and _is_blank(line) and _has_more(line):
            removed(line)


def _name(control: Element) -> str:
    names = (attribute(child(control, "sdtPr", one), "val") for one in ("alias", "tag"))
    return " ".join((next(filter(None, names), None) or "").replace("_", " ").split())


def _is_blank(line: Element) -> bool:
    """Whether nothing of a line is printed."""
    shown = line.iter(W + "drawing", W + "pict", W + "object", W + "fldChar", W + "fldSimple")
    said = (piece.text or "" for piece in line.iter(W + "t"))
    return next(shown, None) is None and not "".join(said).strip()


def _has_more(line: Element) -> bool:
    """Whether another paragraph stands beside one, as each cell and part has one at least."""
    around = (*line.itersiblings(), *line.itersiblings(preceding=True))
    return any(one.tag == W + "p" for one in around)


def _without_label(control: Element) -> None:
    """Take away a short text directly before a control in its line, back to a tab."""
    pieces: list[Element] = []
    for run in control.itersiblings(preceding=True):
        if (
            run.tag == W + "sdt"
            or next(run.iter(W + "tab", W + "br", W + "fldChar"), None) is not None
        ):
            break
        pieces += run.iter(W + "t")
    if len(" ".join(piece.text or "" for piece in pieces).split()) <= _MOST_OF_LABEL:
        for piece in pieces:
            piece.text = ""


def _without_variables(pieces: list[Element]) -> None:
    """Take variables out of a line, which a word processor may have written in several pieces."""
    texts = [piece.text or "" for piece in pieces]
    found = [one.span() for one in _VARIABLE.finditer("".join(texts))]
    start = 0
    for piece, text in zip(pieces, texts, strict=True) if found else ():
        kept = (
            letter
            for at, letter in enumerate(text, start)
            if not any(first <= at < last for first, last in found)
        )
        piece.text = "".join(kept)
        start += len(text)


def _is_label(paragraph: Element) -> bool:
    """Whether a line stands in a row of a table in which another cell has words of its own.

    The number of a page is none.
    """
    cell = next(paragraph.iterancestors(W + "tc"), None)
    row = None if cell is None else cell.getparent()
    others = () if row is None else (one for one in row.iterchildren(W + "tc") if one is not cell)
    lines = (" ".join(own_text(line).split()) for one in others for line in one.iter(W + "p"))
    return any(said and not said.isdigit() and _answer(said) is None for said in lines)


def _answer(said: str) -> str | None:
    """Return what a line asks for, nothing to print where a brief has no answer to it."""
    bracketed = _BRACKETED.fullmatch(said)
    asked = (bracketed[1] or bracketed[2]).strip().replace("_", " ") if bracketed else said
    if _TITLE.fullmatch(asked):
        return _TITLE_MARK
    if _AUTHOR.fullmatch(asked):
        return "{{ author }}"
    if _DATED.fullmatch(said):
        return "{{ edition_date }}"
    if bracketed:
        return "{{ organisation }}" if _ORGANISATION.search(asked) else ""
    return "" if _UNANSWERED.fullmatch(asked) else None
