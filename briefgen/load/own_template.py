"""Room and lines for a brief in a Word template of the user's own, which none was made for."""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.load.word.exact_lines import with_exact_lines
from briefgen.load.word.height import around_own_text
from briefgen.ooxml.template import WordTemplate
from briefgen.ooxml.text import Walk, characters, part_name
from briefgen.types.characters import named
from briefgen.types.finding import Finding
from briefgen.types.font import FontLibrary
from briefgen.types.measure import RESERVE_MPT
from briefgen.types.page_style import PageStyle

# Characters of a Word template's own text that no font at hand prints.


def unprinted_characters(
    template: WordTemplate, fonts: FontLibrary, page_style: PageStyle
) -> tuple[frozenset[int], tuple[Finding, ...]]:
    """Return the code points of a template's text that no font prints, and a warning for each part.

    The PDF leaves them out; Word finds a font of its own. What numbers of headings and lists have
    around them, such as a chapter's in Chinese, counts as the template's text.
    """
    every: set[int] = set()
    findings: list[Finding] = []
    marks = [one.mark for one in page_style.styles.values() if one.mark]
    texts = {
        name: "".join(characters(element) or "" for element in Walk().over(root))
        for name, root in template.package.stories()
    }
    for name, text in {**texts, "word/numbering.xml": "".join(m.pattern for m in marks)}.items():
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


def with_room(
    word: WordTemplate, page_style: PageStyle, fonts: FontLibrary
) -> tuple[WordTemplate, PageStyle, frozenset[int], tuple[Finding, ...]]:
    """Return a template and its page with lines of known heights, clear of the template's own text.

    With them, the code points of that text that no font prints, and the warnings.
    """
    word, page_style = with_exact_lines(word, page_style, fonts.guessed)
    unprinted, lacking = unprinted_characters(word, fonts, page_style)
    page_style, more = around_own_text(page_style, word)
    page_style = replace(page_style, lists_events=True, reserve_pt=RESERVE_MPT / 1000)
    return word, page_style, unprinted, (*lacking, *more)
