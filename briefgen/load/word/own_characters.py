"""Characters of a Word template's own text that no font at hand prints."""

from __future__ import annotations

from briefgen.ooxml.place import part_name
from briefgen.ooxml.template import WordTemplate
from briefgen.ooxml.text import Walk, characters
from briefgen.types.characters import named
from briefgen.types.finding import Finding
from briefgen.types.font import FontLibrary

_BREAKS = "\t\n"


def unprinted_characters(
    template: WordTemplate, fonts: FontLibrary
) -> tuple[frozenset[int], tuple[Finding, ...]]:
    """Return the code points of a template's text that no font prints, and a warning for each part.

    The PDF leaves them out; Word finds a font of its own.
    """
    every: set[int] = set()
    findings: list[Finding] = []
    for name, root in template.package.stories():
        text = "".join(characters(element) or "" for element in Walk().over(root))
        missing = [
            one
            for one in dict.fromkeys(text)
            if ord(one) >= ord(" ") and not fonts.prints(ord(one))
        ]
        if missing:
            every |= set(map(ord, missing))
            findings.append(_finding(template.file, name, missing))
    return frozenset(every), tuple(findings)


def _finding(file: str, part: str, missing: list[str]) -> Finding:
    return Finding(
        "template-glyph-missing",
        f"holds {named(missing)}, which no available font can print: the PDF leaves them out",
        "give the folder of a font that has them (--fonts FOLDER), or write Latin, Greek or "
        "Cyrillic letters; a Word brief has them all the same",
        (part_name(part),),
        "warning",
        file,
    )
