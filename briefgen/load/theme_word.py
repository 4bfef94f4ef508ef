"""The Word template of a theme as it is wanted, and room for a brief in one of the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.load.page_style import read_page_style
from briefgen.load.theme import Asked, ThemeWord
from briefgen.load.word.body import with_places
from briefgen.load.word.exact_lines import with_exact_lines
from briefgen.load.word.foreign_fields import word_field_findings
from briefgen.load.word.header_footer import read_header_footer
from briefgen.load.word.height import around_own_text
from briefgen.load.word.sheet import map_file, map_files, read_style_map
from briefgen.load.word.template import read_built_in_template, read_word_template
from briefgen.ooxml.package import WordTemplate
from briefgen.ooxml.text import Walk, characters, part_name
from briefgen.types.characters import named
from briefgen.types.finding import BriefgenError, Finding
from briefgen.types.font import FontLibrary
from briefgen.types.header_footer import NO_HEADER_FOOTER
from briefgen.types.measure import RESERVE_MPT
from briefgen.types.page_style import Closeness, PageStyle

if TYPE_CHECKING:
    from briefgen.load.brand import ReadBrand


def read_as_it_comes(file: Path) -> WordTemplate:
    """Return the Word template of a built-in theme, with its places."""
    return with_places(read_built_in_template(file))[0]


def read_theme_word(
    asked: Asked, file: Path, brand: ReadBrand | None
) -> tuple[ThemeWord | None, list[Finding]]:
    """Return a Word template with its styles and warnings, if it can be read, and its errors."""
    errors: list[Finding] = []
    derived: tuple[Finding, ...] = ()
    moved: tuple[Finding, ...] = ()
    foreign: tuple[Finding, ...] = ()
    try:
        if asked.is_own_look:
            template = read_word_template(
                file, untrusted=asked.untrusted, replace_body=asked.replace_body
            )
        else:
            template = read_built_in_template(file)
        if brand and not asked.is_own_look:
            from briefgen.load.word.branded import branded  # noqa: PLC0415

            template = branded(template, brand.said)
        if asked.large_print:
            from briefgen.load.word.enlarged import enlarged  # noqa: PLC0415

            template = enlarged(template)
        if asked.is_own_look:
            from briefgen.load.word.foreign_fields import without_foreign_fields  # noqa: PLC0415

            template, foreign = without_foreign_fields(template, is_sample=asked.replace_body)
        template, placed = with_places(template)
        errors += [one for one in placed if one.severity == "error"]
        if asked.is_own_look:
            errors += word_field_findings(template)
        word = template
        if asked.is_own_look or brand:
            word, derived = _with_styles(template, asked.closeness)
        if asked.own_word:
            from briefgen.load.word.clearance import with_clear_pages  # noqa: PLC0415
            from briefgen.load.word.free_headers import with_free_headers  # noqa: PLC0415
            from briefgen.load.word.main_section import with_margins  # noqa: PLC0415

            word, moved = with_clear_pages(with_margins(word), is_sample=asked.replace_body)
            word = with_free_headers(word)
        page_style = read_page_style(word)
        if brand:
            from briefgen.load.brand_check import branded_page, contrast_findings  # noqa: PLC0415

            page_style = branded_page(page_style, word, brand.said, is_own=asked.is_own_look)
            if not asked.is_own_look:
                errors += contrast_findings(brand, page_style)
    except BriefgenError as error:
        return None, [*errors, *error.findings]
    warned = [one for one in placed if one.severity != "error"]
    around, left_out = (NO_HEADER_FOOTER, ()) if errors else read_header_footer(word)
    warnings = (*template.warnings, *foreign, *warned, *derived, *moved, *left_out)
    return ThemeWord(word, page_style, around, warnings, tuple(map_files(file))), errors


def _with_styles(
    template: WordTemplate, closeness: Closeness
) -> tuple[WordTemplate, tuple[Finding, ...]]:
    """Return a Word template with every style that a brief needs, and what was made for it.

    What its tables and tabs leave to the program is written out.
    """
    from briefgen.load.word.adopt import adopt  # noqa: PLC0415 - a built-in theme has all of it
    from briefgen.load.word.explicit_places import with_explicit_places  # noqa: PLC0415

    names = map_file(Path(template.file))
    adopted, made = adopt(template, read_style_map(names) if names else None, closeness)
    return with_explicit_places(adopted), made


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
