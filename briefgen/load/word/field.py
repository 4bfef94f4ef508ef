"""Fields of a Word template: only those that neither run, fetch nor read the clock."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding

HARMLESS = frozenset(
    # One name a word: as a list it would be 34 lines that nobody reads.
    """
    = AUTHOR BIBLIOGRAPHY CITATION COMMENTS COMPARE DOCPROPERTY FORMTEXT HYPERLINK IF INDEX
    KEYWORDS LISTNUM NOTEREF NUMPAGES NUMWORDS PAGE PAGEREF REF SECTION SECTIONPAGES SEQ SET
    STYLEREF SUBJECT SYMBOL TA TC TITLE TOA TOC XE
    """.split()  # noqa: SIM905
)
"""Names of fields (ISO/IEC 29500-1, 17.16.5) that compute from the document itself.

Everything else is refused rather than listed: DDE, DDEAUTO, INCLUDETEXT, INCLUDEPICTURE, IMPORT,
LINK, DATABASE and MACROBUTTON reach outside, DATE and TIME read the clock, QUOTE can spell out
any of them.
"""

FROZEN = frozenset(
    """
    ADDIN ADDRESSBLOCK ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BIDIOUTLINE
    CREATEDATE DATE DOCVARIABLE EDITTIME FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN
    GREETINGLINE INFO LASTSAVEDBY MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF NUMCHARS PRINTDATE
    REVNUM SAVEDATE SHAPE SKIPIF TEMPLATE TIME USERADDRESS USERINITIALS USERNAME
    """.split()  # noqa: SIM905
)
"""Names of fields that read a clock, a file, a user or a list of addresses, and reach for nothing
else: a brief has what they show."""

SHOWS_NOTHING = frozenset({"PRIVATE", "RD", "TA", "TC", "XE"})
"""Names of fields that print nothing where they stand, and may say anything: entries of an index,
of a list of contents or of authorities, other documents, what a converter kept for itself."""

_CORE = frozenset({"TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "CATEGORY", "LANGUAGE"})
"""Properties that a brief has itself; all others of its template it has not."""

_LINKS = ("http://", "https://", "mailto:")
_ARGUMENT_OF = ("\\l", "\\o", "\\t", "\\s")
"""Switches of HYPERLINK that the word after them belongs to (17.16.5.25)."""

_WORD = late_pattern(r'"([^"]*)"?|(\S+)')
_PIECES = ("{*}fldSimple", "{*}fldChar", "{*}instrText", "{*}delInstrText", "{*}t")
_BRANCHES = frozenset({"Choice", "Fallback", "del", "moveFrom"})
"""What one program reads and another one skips, or what is there until changes are accepted."""


def field_findings(root: etree._Element, part: str, file: str) -> Iterator[Finding]:
    """Yield a finding for each field that is not known to be harmless.

    Elements are known by their local names: the strict variant of the format has another
    namespace, and programs read both.
    """
    for instruction, is_torn in _instructions(root):
        words = _WORD.findall(instruction)
        name = "".join(words[0]).upper() if words else ""
        if name.startswith("="):
            name = "="
        if is_torn:
            message = "holds a field in pieces of which not every program reads the same"
            hint = (
                "accept all changes (Review, Accept), delete the field and insert it anew (Insert, "
                "Quick Parts, Field)"
            )
            yield Finding("word-field", message, hint, path=(part,), file=file)
        elif name not in HARMLESS:
            yield Finding(
                "word-field",
                f'holds the field "{name}", which may run, fetch or change something'
                if name
                else "holds a field whose name is made by another field",
                "delete the field, or write its text; for dates use {{ edition_date }}",
                path=(part,),
                file=file,
            )
        elif name == "HYPERLINK":
            for address in _addresses(words[1:]):
                if leads_nowhere(address):
                    yield Finding(
                        "word-link-scheme",
                        f'links to "{address}"',
                        "link to an http, https or mailto address",
                        path=(part,),
                        file=file,
                    )


def is_frozen(instruction: str) -> bool:
    """Whether a field stands in a brief at what it shows."""
    words = ["".join(one) for one in _WORD.findall(instruction)]
    name = words[0].upper() if words else ""
    if name == "DOCPROPERTY":
        return len(words) > 1 and words[1].upper() not in _CORE
    if name == "HYPERLINK":
        return any(map(leads_nowhere, _addresses(_WORD.findall(instruction)[1:])))
    return name in FROZEN or name in SHOWS_NOTHING


def leads_nowhere(address: str) -> bool:
    """Whether a link leads to no page of the web and no mail address."""
    return not address.lower().startswith(_LINKS)


def _addresses(words: list[tuple[str, str]]) -> Iterator[str]:
    """Yield what a HYPERLINK field leads to, wherever its switches stand."""
    before = ""
    for quoted, bare in words:
        address = quoted or bare
        if address and not bare.startswith("\\") and before.lower() not in _ARGUMENT_OF:
            yield address
        before = bare


def _instructions(root: etree._Element) -> Iterator[tuple[str, bool]]:
    """Yield the instruction of each field, joined over the runs that it is split into.

    With it, whether its pieces stand in different branches of the document. A field inside
    another's instruction stands for a result that only Word knows, so it is read as a space there,
    and yielded on its own.
    """
    open_fields: list[list[str]] = []
    shown: list[bool] = []
    branches: list[set[etree._Element | None]] = []
    for element in root.iter(*_PIECES):
        kind = etree.QName(element).localname
        if kind == "fldSimple":
            yield _value(element, "instr"), False
            continue
        mark = _value(element, "fldCharType") if kind == "fldChar" else ""
        if mark == "begin":
            if open_fields and not shown[-1]:
                open_fields[-1].append(" ")
            open_fields.append([])
            shown.append(False)
            branches.append(set())
        if open_fields and not (shown[-1] and kind != "fldChar"):
            branches[-1].add(element if kind == "delInstrText" else _branch(element))
        if kind in ("instrText", "delInstrText", "t"):
            # Instructions outside any field are kept by Word too, and may become one after an edit.
            if open_fields and not shown[-1]:
                open_fields[-1].append(element.text or "")
            elif not open_fields and kind != "t":
                yield element.text or "", False
        elif mark == "separate" and shown:
            shown[-1] = True
        elif mark == "end" and open_fields:
            shown.pop()
            yield "".join(open_fields.pop()), len(branches.pop()) > 1
    for left_open in open_fields:
        yield "".join(left_open), False


def _value(element: etree._Element, name: str) -> str:
    """Return an attribute by its local name."""
    found = (str(value) for key, value in element.items() if etree.QName(key).localname == name)
    return next(found, "")


def _branch(element: etree._Element) -> etree._Element | None:
    """Return what begins the branch of the document that an element stands in."""
    for holder in element.iterancestors(etree.Element):
        if etree.QName(holder).localname in _BRANCHES:
            return holder
    return None
