"""A sample document as a template: its words are left out, what is printed around them stays."""

from __future__ import annotations

from copy import deepcopy

from briefgen.ooxml.build import w
from briefgen.ooxml.names import WP, Element, W, attribute, child
from briefgen.ooxml.text import own_text

_RUNNING = (W + "headerReference", W + "footerReference")
_OF_THE_PAGE = frozenset(
    ("page", "margin", "topMargin", "bottomMargin", "insideMargin", "outsideMargin")
)
"""What a drawing is placed from that belongs to the page and not to a paragraph (20.4.3.5)."""


def empty(body: Element) -> None:
    """Take the words out of a body; one section and drawings placed on the first page stay.

    The section is the one with most of the text, with the headers and footers that it inherits
    (17.10.1), so that neither a cover nor an appendix across the page decides.
    """
    drawings = _first_drawings(body)
    section = _section(body)
    del body[:]  # one by one, each element below takes its namespaces along: a minute for a report
    if drawings:
        line = w("spacing", before=0, after=0, line=20, lineRule="exact")
        body.append(w("p", w("pPr", line), *drawings))
    if section is not None:
        body.append(section)


def _section(body: Element) -> Element | None:
    """Return the section that holds most text, with what it inherits."""
    inherited: dict[tuple[str, str], Element] = {}
    best: tuple[int, Element] | None = None
    said = 0
    for one in body:
        said += sum(len(own_text(each)) for each in one.iter(W + "p"))
        section = one if one.tag == W + "sectPr" else child(one, "pPr", "sectPr")
        if section is None:
            continue
        whole = deepcopy(section)
        for reference in [each for each in whole if each.tag in _RUNNING]:
            key = str(reference.tag), attribute(reference, "type") or "default"
            inherited[key] = deepcopy(reference)
            whole.remove(reference)
        for reference in reversed(inherited.values()):
            whole.insert(0, deepcopy(reference))
        if best is None or said > best[0]:
            best = said, whole
        said = 0
    return best[1] if best else None


def _first_drawings(body: Element) -> list[Element]:
    """Return the runs of what is placed on the first page by the page itself, without words."""
    found: list[Element] = []
    for element in body.iter(W + "br", W + "lastRenderedPageBreak", W + "sectPr", WP + "anchor"):
        is_break = element.tag == W + "br" and attribute(element, "type") == "page"
        if is_break or element.tag in (W + "lastRenderedPageBreak", W + "sectPr"):
            break
        if element.tag != WP + "anchor" or not _is_placed_by_page(element):
            continue
        run = next(element.iterancestors(W + "r"), None)
        if run is not None and run not in found:
            found.append(run)
    copies = [deepcopy(run) for run in found]
    for run in copies:
        for each in [one for one in run if one.tag in (W + "t", W + "br", W + "tab")]:
            run.remove(each)
    return copies


def _is_placed_by_page(anchor: Element) -> bool:
    vertical = anchor.find(WP + "positionV")
    return vertical is not None and vertical.get("relativeFrom") in _OF_THE_PAGE
