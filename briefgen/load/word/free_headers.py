"""Headers that hold drawings and no words: what is drawn there pushes no text about.

Word processors begin the line that a drawing hangs on below it, where the drawing asks for that,
and the page's text below that line; or they set the page's text beside the drawing. Where a brief
begins is settled by the margins of our copy (`clearance`), in both formats.
"""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from briefgen.ooxml.build import removed
from briefgen.ooxml.names import WP, Element, W
from briefgen.ooxml.package import WordTemplate
from briefgen.ooxml.text import own_text

_OLD_WRAP = "{urn:schemas-microsoft-com:office:word}wrap"


def with_free_headers(template: WordTemplate) -> WordTemplate:
    """Return a template whose headers without words draw over their line and move nothing."""
    package = template.package
    changed: dict[str, bytes | Element] = {}
    for name, root in package.stories():
        if root.tag != W + "hdr" or _says(root) or not _wraps(root):
            continue
        own = package.copy(name)
        for one in _wraps(own):
            if one.tag == _OLD_WRAP:
                removed(one)
            elif (anchor := one.getparent()) is not None:
                anchor.replace(one, etree.Element(WP + "wrapNone"))
        changed[name] = own
    return replace(template, package=package.replaced(changed)) if changed else template


def _says(header: Element) -> bool:
    """Whether a header has words or pictures in its lines, beside which a drawing stands."""
    if next(header.iter(WP + "inline", W + "tbl"), None) is not None:
        return True
    outside = (one for one in header.iter(W + "p") if not _is_in_box(one))
    return any(own_text(one).strip() for one in outside)


def _is_in_box(paragraph: Element) -> bool:
    return next(paragraph.iterancestors(W + "txbxContent"), None) is not None


def _wraps(header: Element) -> list[Element]:
    anchors = [one for one in header.iter(WP + "anchor") if not _is_in_box(one)]
    new = [
        each
        for one in anchors
        for each in one
        if isinstance(each.tag, str)
        and each.tag.startswith(f"{WP}wrap")
        and each.tag != WP + "wrapNone"
    ]
    return [*new, *header.iter(_OLD_WRAP)]
