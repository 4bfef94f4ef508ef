"""Fields of a Word template: only those that neither run, fetch nor read the clock."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefgen.load.ooxml import W
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

_LINKS = ("http://", "https://", "mailto:")


def field_findings(root: etree._Element, part: str, file: str) -> Iterator[Finding]:
    """Yield a finding for each field that is not known to be harmless."""
    for instruction in _instructions(root):
        words = instruction.replace('"', " ").split()
        name = words[0].upper() if words else ""
        if name.startswith("="):
            name = "="
        if name not in HARMLESS:
            yield Finding(
                "word-field",
                f'holds the field "{name}", which may run, fetch or change something'
                if name
                else "holds a field whose name is made by another field",
                "delete the field, or write its text; for dates use {{ edition_date }}",
                path=(part,),
                file=file,
            )
        elif name == "HYPERLINK" and not _is_link(words[1:]):
            yield Finding(
                "word-link-scheme",
                f'links to "{words[1]}"',
                "link to an http, https or mailto address",
                path=(part,),
                file=file,
            )


def _is_link(words: list[str]) -> bool:
    return not words or words[0].startswith("\\") or words[0].lower().startswith(_LINKS)


def _instructions(root: etree._Element) -> Iterator[str]:
    """Yield the instruction of each field, joined over the runs that it is split into.

    A field inside another's instruction stands for a result that only Word knows, so it is read
    as a space there, and yielded on its own.
    """
    open_fields: list[list[str]] = []
    shown: list[bool] = []
    for element in root.iter(W + "fldSimple", W + "fldChar", W + "instrText", W + "delInstrText"):
        kind = element.tag
        if kind == W + "fldSimple":
            yield element.get(W + "instr") or ""
        elif kind != W + "fldChar":
            # Text outside any field is kept by Word too, and may become one after an edit.
            if open_fields and not shown[-1]:
                open_fields[-1].append(element.text or "")
            elif not open_fields:
                yield element.text or ""
        elif (mark := element.get(W + "fldCharType")) == "begin":
            if open_fields and not shown[-1]:
                open_fields[-1].append(" ")
            open_fields.append([])
            shown.append(False)
        elif mark == "separate" and shown:
            shown[-1] = True
        elif mark == "end" and open_fields:
            shown.pop()
            yield "".join(open_fields.pop())
    for left_open in open_fields:
        yield "".join(left_open)
