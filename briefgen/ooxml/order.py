"""Children in the order that the schemas of WordprocessingML want (ISO/IEC 29500-1, annex A.1)."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_ORDERS: Mapping[str, tuple[str, ...]] = {
    name: tuple((MATH if child == "mathPr" else W) + child for child in children.split())
    for name, children in {
        "pPr": """
            pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
            suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
            topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
            contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
            textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
            """,
        "rPr": """
            rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
            noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u
            effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath
            """,
        "tblPr": """
            tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
            tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption
            tblDescription tblPrChange
            """,
        "style": """
            name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
            qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr
            tblStylePr
            """,
        "lvl": """
            start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr
            """,
        "tcPr": """
            cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText
            vAlign hideMark
            """,
        "tblStylePr": "pPr rPr tblPr trPr tcPr",
        "sectPr": """
            headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
            lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter
            docGrid printerSettings sectPrChange
            """,
        "settings": """
            writeProtection view zoom removePersonalInformation removeDateAndTime
            doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
            printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts
            saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
            bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors
            hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate
            linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
            revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection
            autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation
            consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength
            clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting
            bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
            drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
            displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin
            drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData
            noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars
            noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema
            saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml
            saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
            alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat
            docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping
            doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions
            readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags
            decimalSymbol listSeparator
            """,
    }.items()
}


def is_known(parent: str, child: str) -> bool:
    """Whether the schema has a child of WordprocessingML of a full name in a parent."""
    return child in _ORDERS[parent]


def put_in(parent: Element, child: Element) -> Element:
    """Put a child where the schema wants it, after others of its name, and return it."""
    order = _ORDERS[parent.tag.rpartition("}")[2]]
    following = frozenset(order[order.index(str(child.tag)) + 1 :])
    after = next((one for one in parent if one.tag in following), None)
    if after is None:
        parent.append(child)
    else:
        after.addprevious(child)
    return child


def child_of(parent: Element, name: str) -> Element:
    """Return the child of a name, put in if it is not there."""
    found = parent.find(W + name)
    return put_in(parent, w(name)) if found is None else found


def properties_of(paragraph: Element) -> Element:
    """Return the properties of a paragraph, put in if it has none."""
    found = paragraph.find(W + "pPr")
    if found is None:
        paragraph.insert(0, found := w("pPr"))
    return found


_SINGLE = (W + "pPr", W + "rPr")
"""What holds no two children of a name."""


def put_in_order(root: Element) -> bool:
    """Put children where the schema wants them, and say whether any stood elsewhere.

    Other programs write some in an order of their own, which word processors read all the same; of
    two properties alike the first stays. What is unknown stays behind what it follows.
    """
    changed = False
    for name, order in _ORDERS.items():
        places = {tag: at for at, tag in enumerate(order)}
        for parent in root.iter(W + name):
            last_by_tag = {str(one.tag): one for one in reversed(parent)}
            kept = [*last_by_tag.values()][::-1] if parent.tag in _SINGLE else [*parent]
            found, at = [], -1
            for one in kept:
                at = places.get(str(one.tag), at)
                found.append(at)
            if found != sorted(found) or len(kept) < len(parent):
                in_order = sorted(range(len(kept)), key=found.__getitem__)
                parent[:] = [kept[number] for number in in_order]
                changed = True
    return changed
