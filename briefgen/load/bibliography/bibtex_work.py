"""An entry of BibTeX or biblatex as a work: types, names, dates and numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefgen.cache import kept
from briefgen.load.bibliography.entry import (
    EntryError,
    WorkData,
    address_of,
    bounded,
    date_of,
    doi_of,
    pages_of,
)
from briefgen.pattern import late_pattern

# LaTeX of bibliographies as plain text: accents, symbols, braces, small figures.

DEPTH = 20
"""Braces within braces. Names and titles have three or four."""

_LATEX = late_pattern(r"[\\{}$~]|--|``|''")
_COMMANDS = late_pattern(r"[\\$]")
_QUOTES = (("``", "“"), ("''", "”"), ("---", "—"), ("--", "–"))
_BELOW = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_ABOVE = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_SMALL = late_pattern(
    r"\$\s*(?P<mark>[_^])\{?(?P<math>[\d+\-=()]{1,9})\}?\s*\$"
    r"|\\text(?P<kind>sub|super)script\{(?P<text>[\d+\-=()]{1,9})\}"
)
_ADDRESS = late_pattern(r"\\(?:url|href|path)\s*\{([^{}]*)\}")
_ESCAPED = late_pattern(r"\\([%_&#$~])")


def plain_text(text: str, name: str = "", line: int | None = None) -> str:
    """Return a text without its LaTeX.

    Raises:
        EntryError: braces within braces beyond `DEPTH`, or LaTeX that cannot be read.
    """
    if not _LATEX.search(text):
        return text
    _reject_depth(text, name, line)
    text = _SMALL.sub(_small, text)
    if not _COMMANDS.search(text):
        for typed, printed in _QUOTES:
            text = text.replace(typed, printed)
        return text.replace("{", "").replace("}", "").replace("~", "\u00a0")
    try:
        return str(_reader().latex_to_text(text)).replace("\u2009", " ")
    except (RecursionError, ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        message = "holds LaTeX that cannot be read"
        raise EntryError(message, "write the characters themselves", line, name) from error


def address_text(text: str) -> str:
    """Return a text in which addresses stand as they are, without the command around each."""
    return _ESCAPED.sub(r"\1", _ADDRESS.sub(r" \1 ", text)).replace("{", "").replace("}", "")


def _small(found: re.Match[str]) -> str:
    is_below = found["mark"] == "_" or found["kind"] == "sub"
    return (found["math"] or found["text"]).translate(_BELOW if is_below else _ABOVE)


def _reject_depth(text: str, name: str, line: int | None) -> None:
    depth = 0
    for brace in re.findall(r"[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth > DEPTH:
            message = f"has more than {DEPTH} braces within one another"
            raise EntryError(message, "remove those that mean nothing", line, name)


@kept(1)
def _reader() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 - of an extra

    return LatexNodes2Text(math_mode="text", keep_comments=True, strict_latex_spaces=False)


MOST_NAMES = 100
"""Names that are read of a list. What goes on is "others"."""

_KINDS = {
    "article": "article-journal",
    "suppperiodical": "article-journal",
    "review": "review",
    **dict.fromkeys(("book", "booklet", "mvbook", "proceedings", "collection"), "book"),
    **dict.fromkeys(("mvproceedings", "mvcollection", "reference"), "book"),
    **dict.fromkeys(("inbook", "incollection", "inreference", "bookinbook"), "chapter"),
    **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
    **dict.fromkeys(("techreport", "report", "manual"), "report"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
    **dict.fromkeys(("online", "electronic", "www"), "webpage"),
    "unpublished": "manuscript",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    "standard": "standard",
    "legislation": "legislation",
    "legal": "treaty",
    "jurisdiction": "legal_case",
}
_GENRES = {
    "phdthesis": "PhD thesis",
    "mastersthesis": "Master’s thesis",
    "mathesis": "Master’s thesis",
}
_ADDRESSES = ("url", "howpublished", "note", "eprint")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "container": ("journaltitle", "journal", "booktitle", "maintitle", "eventtitle"),
    "series": ("series",),
    "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
    "place": ("location", "address"),
    "volume": ("volume",),
    "edition": ("edition",),
    "isbn": ("isbn",),
}
_DATES = ("date", "year", "month", "day", "urldate")
USED = frozenset(
    {name for names in _WORDS.values() for name in names}
    | {*_ADDRESSES, *_DATES, "title", "subtitle", "author", "editor", "doi", "pages", "number"}
    | {"issue", "type", "crossref", "entrysubtype", "archiveprefix", "eprinttype"}
)
"""Fields that are read. Abstracts, keywords and files are not."""

_CORPORATE = late_pattern(r"\{((?:[^{}]|\{[^{}]*\})*)\}")


def work_of(
    kind: str, fields: Mapping[str, str], lines: Mapping[str, int], line: int
) -> tuple[WorkData, str | None]:
    """Return an entry as a work, and where it can be read.

    Raises:
        EntryError: a field that cannot be read, or is too long.
    """

    def words(*names: str) -> str:
        name = next((name for name in names if fields.get(name, "").strip()), "")
        at = lines.get(name, line)
        return bounded(plain_text(bounded(fields.get(name, ""), name, at), name, at), name, at)

    doi = doi_of(address_text(fields.get("doi", "")))
    address = _address(doi, fields)
    work: WorkData = {"kind": _kind(kind, fields, address)}
    title, subtitle = words("title"), words("subtitle")
    work["title"] = f"{title}: {subtitle}" if title and subtitle else title
    for name in ("author", "editor"):
        names, others = _names(fields.get(name, ""), name, lines.get(name, line))
        work[f"{name}s"] = names
        if name == "author" and others:
            work["others"] = True
    work |= date_of(words("date") or words("year"), words("month"), words("day"))
    for name, of in _WORDS.items():
        known = [one for one in of if one != "howpublished" or "http" not in fields.get(one, "")]
        work[name] = words(*known)
    number = words("number")
    is_issue = work["kind"] in ("article-journal", "article-magazine", "article-newspaper")
    work["issue"] = words("issue") or (number if is_issue else "")
    work["number"] = "" if is_issue else number
    work["pages"] = pages_of(words("pages"))
    work["genre"] = _GENRES.get(kind) or _GENRES.get(words("type")) or words("type")
    work["doi"] = doi or ""
    if accessed := date_of(words("urldate")).get("date"):
        work["accessed"] = accessed
    return {name: value for name, value in work.items() if value}, address


def _kind(kind: str, fields: Mapping[str, str], address: str | None) -> str:
    subtype = fields.get("entrysubtype", "").lower()
    if kind == "article" and subtype in ("newspaper", "magazine"):
        return f"article-{subtype}"
    return _KINDS.get(kind) or (
        "webpage" if address and "http" in fields.get("url", "") else "document"
    )


def _address(doi: str | None, fields: Mapping[str, str]) -> str | None:
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "").lower()
    if not doi and archive == "arxiv" and "url" not in fields and fields.get("eprint"):
        return f"https://arxiv.org/abs/{fields['eprint'].strip('{} ')}"
    given = " ".join(address_text(fields.get(name, "")[:4000]) for name in _ADDRESSES)
    return address_of(doi, given)


def _names(text: str, name: str, line: int) -> tuple[list[dict[str, str]], bool]:
    """Return the names of a list, and whether it has more.

    Raises:
        EntryError: a name that cannot be one.
    """
    from bibtexparser.middlewares.names import (  # noqa: PLC0415 - of an extra
        InvalidNameError,
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    names = split_multiple_persons_names(text) if text.strip() else []
    others = len(names) > MOST_NAMES or bool(names and names[-1].lower() == "others")
    found: list[dict[str, str]] = []
    for one in names[:MOST_NAMES]:
        if one.lower() == "others":
            continue
        if corporate := _CORPORATE.fullmatch(one.strip()):
            found.append({"organisation": _part(corporate[1], name, line)})
            continue
        try:
            parts: Any = parse_single_name_into_parts(bounded(one, name, line), strict=False)
        except InvalidNameError as error:
            message = f'has the name "{one[:40]}", which cannot be read'
            raise EntryError(message, "write Family, Given, parted by and", line, name) from error
        held_parts = {
            "family": parts.last,
            "given": parts.first,
            "particle": parts.von,
            "suffix": parts.jr,
        }
        read = {key: _part(" ".join(value), name, line) for key, value in held_parts.items()}
        found.append({key: value for key, value in read.items() if value})
    return found, others


def _part(text: str, name: str, line: int) -> str:
    return bounded(plain_text(bounded(text, name, line), name, line), name, line)
