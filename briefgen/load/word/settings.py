"""Settings of a Word template that a brief keeps: those that say how its pages look."""

from __future__ import annotations

from lxml import etree

from briefgen.ooxml.names import Element, W

_KEPT = frozenset(
    # One name a word: as a list it would be sixty lines that nobody reads.
    """
    zoom displayBackgroundShape embedTrueTypeFonts embedSystemFonts saveSubsetFonts
    alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop
    hideSpellingErrors hideGrammaticalErrors stylePaneFormatFilter stylePaneSortMethod
    defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps
    clickAndTypeStyle defaultTableStyle evenAndOddHeaders drawingGridHorizontalSpacing
    drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin
    doNotShadeFormData noPunctuationKerning characterSpacingControl
    strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore hdrShapeDefaults footnotePr
    endnotePr compat mathPr themeFontLang clrSchemeMapping doNotAutoCompressPictures captions
    shapeDefaults decimalSymbol listSeparator
    """.split()  # noqa: SIM905
)
"""Names of settings (ISO/IEC 29500-1, 17.15.1). The others say who wrote, where the template lies,
what is tracked, protected, merged or transformed, and what the last session saw."""

_TOLD = {
    "attachedTemplate": "the template that it is attached to",
    "mailMerge": "mail merge",
    "docVars": "document variables",
    "documentProtection": "protection against editing",
    "writeProtection": "protection against writing",
    "saveThroughXslt": "the transform that it is saved through",
    "attachedSchema": "an attached schema",
    "mirrorMargins": "margins that change sides from page to page",
    "bookFoldPrinting": "two pages on a sheet",
    "bookFoldRevPrinting": "two pages on a sheet",
    "printTwoOnOne": "two pages on a sheet",
}
"""What is said of settings that somebody may miss."""


_ADDS_SPACE = "doNotUseHTMLParagraphAutoSpacing"
"""An option of Word 97: space after one paragraph and before the next are added up, where all that
Word itself makes has the larger of them (17.15.3.22)."""


def without_private_settings(root: Element) -> list[str]:
    """Remove the settings that are not kept, and return those that somebody may miss, in words."""
    reported = []
    for element in list(root.iterchildren(etree.Element)):
        name = etree.QName(element).localname
        if name not in _KEPT:
            root.remove(element)
            if name in _TOLD and element.tag == W + name:
                reported.append(_TOLD[name])
    compat = root.find(W + "compat")
    option = None if compat is None else compat.find(W + _ADDS_SPACE)
    if compat is not None and option is not None:
        compat.remove(option)
        reported.append("the option that space before and after paragraphs is added up")
    return reported
