"""Elements of Office Open XML: one builder for each vocabulary, children in the schemas' order."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from briefgen.ooxml.names import XML_SPACE, A, C, Element, R, W
from briefgen.pattern import late_pattern

Value = str | int | float | None

_TEXT = {"w": W[1:-1], "r": R[1:-1]}
_CHART = {"a": A[1:-1], "c": C[1:-1], "r": R[1:-1]}


def element(name: str, /, *children: Element, **attributes: Value) -> Element:
    """Return an element of a full name; attributes that are None are left out."""
    made = etree.Element(name, nsmap=_CHART if name[: len(C)] == C else None)
    for key, value in attributes.items():
        if value is not None:
            made.set(key, str(value))
    made.extend(children)
    return made


def w(name: str, /, *children: Element, **attributes: Value) -> Element:
    """Return an element of WordprocessingML; attributes that are None are left out."""
    made = etree.Element(W + name, nsmap=_TEXT)
    for key, value in attributes.items():
        if value is not None:
            made.set(W + key, str(value))
    made.extend(children)
    return made


def a(name: str, /, *children: Element, **attributes: Value) -> Element:
    """Return an element of DrawingML."""
    return element(A + name, *children, **attributes)


def c(name: str, /, *children: Element, **attributes: Value) -> Element:
    """Return an element of a chart."""
    return element(C + name, *children, **attributes)


def text_element(name: str, text: str) -> Element:
    """Return an element of a chart that holds text."""
    made = c(name)
    made.text = text
    return made


_SPECIAL = {"\n": "br", "\t": "tab", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
"""Characters that have elements of their own (ISO/IEC 29500-1, 17.3.3)."""

_APART = late_pattern(f"([{''.join(_SPECIAL)}])")


def text_content(text: str) -> list[Element]:
    """Return text as the content of a run; tabs, line feeds and hyphens become Word's own."""
    content: list[Element] = []
    for part in _APART.split(text):
        if part in _SPECIAL:
            content.append(w(_SPECIAL[part]))
        elif part:
            written = w("t")
            written.text = part
            written.set(XML_SPACE, "preserve")
            content.append(written)
    return content


def field_opening(instruction: str) -> list[list[Element]]:
    """Return the content of the runs with which a field begins, up to what it shows."""
    reported = w("instrText")
    reported.text = instruction
    reported.set(XML_SPACE, "preserve")
    return [[w("fldChar", fldCharType="begin")], [reported], [w("fldChar", fldCharType="separate")]]


def field_runs(instruction: str, shown: str) -> list[list[Element]]:
    """Return the content of the runs of a field that shows a text until it is counted anew."""
    return [*field_opening(instruction), text_content(shown), [w("fldChar", fldCharType="end")]]


# Taking elements out of a tree so that the text around them stays.


def removed(element: Element) -> None:
    """Take an element out of its tree, with all that it holds."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrapped(element: Element) -> None:
    """Take an element out of its tree, and leave in its place what it holds; a root stays."""
    if element.getparent() is None:
        return
    for child in list(element):
        element.addprevious(child)
    removed(element)


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
