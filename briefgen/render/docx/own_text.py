"""The own text of a Word template, filled: headers, footers, and what stands around its places."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from briefgen.render.docx.furniture import Values, fill
from briefgen.render.docx.page import close_up
from briefgen.render.docx.wordml import W
from briefgen.types.draft import Furniture
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.page import FRAMES
from briefgen.types.word_template import WordTemplate

_ROOTS = frozenset(W + name for name in ("document", "hdr", "ftr"))


def filled(template: WordTemplate, furniture: Furniture, folio: str) -> WordTemplate:
    """Return a template whose fields are filled as in its Word briefs. Places stay what they are.

    `folio` is the pattern of the page number; page numbers become fields.

    Raises:
        TemplateError: a field that cannot be filled.
    """
    places = {frame: f"{{{{ {frame} }}}}" for frame in FRAMES}
    values = Values({**furniture.values, **places}, folio, furniture.lists)
    findings: list[Finding] = []
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template.data)) as held,
        zipfile.ZipFile(packed, "w") as told,
    ):
        for name in held.namelist():
            data = held.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
                if root.tag in _ROOTS:
                    findings += fill(root, values, name, template.file)
                    close_up(root)
                    data = etree.tostring(root)
            told.writestr(zipfile.ZipInfo(name), data)
    if findings:
        raise TemplateError(findings)
    return WordTemplate(template.name, template.file, packed.getvalue(), template.styles)
