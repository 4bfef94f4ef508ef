"""The own text of a Word template, filled: headers, footers, and what stands around its places."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from briefgen.ooxml.names import Element
from briefgen.ooxml.template import WordTemplate
from briefgen.render.docx.furniture import Values, fill
from briefgen.render.docx.page import close_up
from briefgen.types.draft import Furniture
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.page import FRAMES


def filled(template: WordTemplate, furniture: Furniture, folio: str) -> WordTemplate:
    """Return a template whose fields are filled as in its Word briefs. Places stay what they are.

    `folio` is the pattern of the page number; page numbers become fields.

    Raises:
        TemplateError: a field that cannot be filled.
    """
    places = {frame: f"{{{{ {frame} }}}}" for frame in FRAMES}
    values = Values({**furniture.values, **places}, folio, furniture.lists)
    findings: list[Finding] = []
    changed: dict[str, bytes | Element] = {}
    for name, shared in template.package.stories():
        changed[name] = root = deepcopy(shared)
        findings += fill(root, values, name, template.file)
        close_up(root)
    if findings:
        raise TemplateError(findings)
    return replace(template, package=template.package.replaced(changed))
