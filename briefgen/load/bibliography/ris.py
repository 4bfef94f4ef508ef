"""RIS: records found by their first line, and read by rispy when cited."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from briefgen.load.bibliography.entry import (
    Bibliography,
    Entry,
    EntryError,
    Read,
    WorkData,
    address_of,
    bounded,
    date_of,
    doi_of,
    library,
    pages_of,
)
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding

MOST_NAMES = 100
_RECORD = late_pattern(r"^TY {0,2}- ?.*$", re.MULTILINE)
_TAGGED = late_pattern(r"^([A-Z][A-Z0-9]) {0,2}- ?(.*)$", re.MULTILINE)
_NAMING = ("AU", "A1", "A2", "TI", "T1", "PY", "Y1", "DA")
_KINDS = {
    **dict.fromkeys(("JOUR", "EJOUR", "ABST", "INPR"), "article-journal"),
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "CONF"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP", "ENCYC", "DICT"), "chapter"),
    "CPAPER": "paper-conference",
    **dict.fromkeys(("RPRT", "GOVDOC"), "report"),
    "THES": "thesis",
    **dict.fromkeys(("ELEC", "WEB"), "webpage"),
    "BLOG": "post-weblog",
    "DATA": "dataset",
    "COMP": "software",
    "PAT": "patent",
    "STAND": "standard",
    "UNPB": "manuscript",
    "HEAR": "hearing",
    "CASE": "legal_case",
    "BILL": "bill",
    **dict.fromkeys(("STAT", "LEGAL"), "legislation"),
}


def read_ris(text: str, file: str) -> Bibliography:
    """Return the records of a text in RIS, none of them read yet.

    The key of a record is its ID; one without has the family name of its first author and the
    year, in small letters, with a letter where it is not the first: smith2019, smith2019b.

    Raises:
        LoadError: `extra-missing` without rispy.
    """
    library("rispy", "RIS", "citations")
    starts = [*_RECORD.finditer(text)]
    entries: dict[str, Entry] = {}
    twice: dict[str, int] = {}
    warnings: list[Finding] = []
    line, counted = 1, 0
    for number, start in enumerate(starts):
        line += text.count("\n", counted, start.start())
        counted = start.start()
        end = starts[number + 1].start() if number + 1 < len(starts) else len(text)
        block = text[start.start() : end]
        given, made = _keys(block)
        key = given or _unused(made, entries)
        if key and key not in entries:
            entries[key] = Entry(key, line, partial(_read, block, line))
        elif key:
            twice.setdefault(key, line)
        else:
            message = "is a record without ID, author and year, which nothing can cite"
            hint = "give it a line ID  - key"
            warnings.append(Finding("entry-no-key", message, hint, (), "warning", file, line))
    return Bibliography(file, entries, twice, tuple(warnings))


def _keys(block: str) -> tuple[str, str]:
    """Return the key that a record gives, and the one that is made for it."""
    first: dict[str, str] = {}
    for found in _TAGGED.finditer(block[:20_000]):
        first.setdefault(found[1], found[2].strip())
    made = next((first[tag] for tag in _NAMING[:5] if first.get(tag)), "")
    year = re.search(r"\d{4}", next((first[tag] for tag in _NAMING[5:] if first.get(tag)), ""))
    name = re.sub(r"\W+", "", made.split(",")[0].split(" ")[0]).lower()
    return first.get("ID", ""), f"{name}{year[0]}" if name and year else name


def _unused(made: str, entries: dict[str, Entry]) -> str:
    if made not in entries:
        return made
    letters = (f"{made}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")
    return next((key for key in letters if key not in entries), "")


def _read(block: str, line: int) -> Read:
    rispy = library("rispy", "RIS", "citations")
    if not re.search(r"^ER {0,2}-", block, re.MULTILINE):
        block = f"{block.rstrip()}\nER  - \n"
    try:
        read = rispy.loads(block)
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise EntryError("cannot be read as a record of RIS", "export it anew", line) from error
    if not read:
        raise EntryError("cannot be read as a record of RIS", "export it anew", line)
    return _work(read[0], line)


def _work(record: dict[str, Any], line: int) -> Read:
    def words(*names: str) -> str:
        for name in names:
            content = record.get(name)
            content = " ".join(map(str, content)) if isinstance(content, list) else content
            if content:
                return bounded(str(content), name, line)
        return ""

    kind = _KINDS.get(words("type_of_reference"), "document")
    doi = doi_of(words("doi"))
    first, last = words("start_page"), words("end_page")
    is_issue = kind.startswith("article")
    number = words("number")
    work: WorkData = {
        "kind": kind,
        "title": words("title", "primary_title", "translated_title"),
        "authors": _names(record.get("authors") or record.get("first_authors") or (), line),
        "editors": _names(record.get("secondary_authors") or (), line),
        "container": words(
            "secondary_title", "journal_name", "alternate_title3", "alternate_title1"
        ),
        "series": words("tertiary_title") if kind in ("book", "chapter", "report") else "",
        "publisher": words("publisher"),
        "place": words("place_published"),
        "volume": words("volume"),
        "issue": number if is_issue else "",
        "number": "" if is_issue else number,
        "pages": pages_of(f"{first}–{last}" if first and last else first),
        "edition": words("edition"),
        "genre": words("type_of_work"),
        "doi": doi or "",
        **date_of(words("publication_year", "year", "date")),
    }
    if accessed := date_of(words("access_date")).get("date"):
        work["accessed"] = accessed
    work["others"] = len(record.get("authors") or ()) > MOST_NAMES
    address = address_of(doi, words("urls", "url", "link_to_pdf"))
    return Read({name: value for name, value in work.items() if value}, address)


def _names(listed: Any, line: int) -> list[dict[str, str]]:
    """Return names, which RIS has as Family, Given, Suffix; one without comma is no person's."""
    found: list[dict[str, str]] = []
    for one in list(listed)[:MOST_NAMES]:
        family, *rest = (part.strip() for part in bounded(str(one), "authors", line).split(","))
        if not rest:
            found.append({"organisation": family})
            continue
        name = {"family": family, "given": rest[0], "suffix": ", ".join(rest[1:])}
        found.append({key: value for key, value in name.items() if value})
    return [name for name in found if any(name.values())]
