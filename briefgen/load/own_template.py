"""Room and lines for a brief in a Word template of the user's own, which none was made for."""

from __future__ import annotations

from briefgen.load.word.exact_lines import with_exact_lines
from briefgen.load.word.height import around_own_text
from briefgen.load.word.own_characters import unprinted_characters
from briefgen.ooxml.template import WordTemplate
from briefgen.types.finding import Finding
from briefgen.types.font import FontLibrary
from briefgen.types.page_style import PageStyle


def with_room(
    word: WordTemplate, page_style: PageStyle, fonts: FontLibrary
) -> tuple[WordTemplate, PageStyle, frozenset[int], tuple[Finding, ...]]:
    """Return a template and its page with lines of known heights, clear of the template's own text.

    With them, the code points of that text that no font prints, and the warnings.
    """
    word, page_style = with_exact_lines(word, page_style, fonts.guessed)
    unprinted, lacking = unprinted_characters(word, fonts)
    page_style, more = around_own_text(page_style, word)
    return word, page_style, unprinted, (*lacking, *more)
