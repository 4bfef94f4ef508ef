"""What the document says of itself: properties, language, and settings."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from briefgen.ooxml.names import Element, W
from briefgen.types.draft import Metadata

_LIMIT = 255
"""Characters of a core property that Word shows."""


def set_core_properties(document: Document, metadata: Metadata) -> None:
    """Say what the file is, by whom, of when, in which state; nothing of the template's stays.

    What nobody gave has no element (ECMA-376, part 2, 8.3: every core property is optional).
    """
    properties = document.core_properties
    package = document.part.package
    assert package is not None
    root = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    for element in list(root):
        root.remove(element)
    for name, text in (
        ("title", metadata.title),
        ("author", metadata.author),
        ("subject", metadata.subject),
        ("keywords", ", ".join(metadata.keywords)),
        ("language", metadata.language),
        ("last_modified_by", metadata.author),
        ("category", metadata.category),
        ("content_status", metadata.status),
        ("identifier", metadata.number),
        ("version", metadata.version),
    ):
        if text:
            setattr(properties, name, text[:_LIMIT])
    if metadata.created:
        properties.created = properties.modified = metadata.created.replace(tzinfo=None)
    properties.revision = 1


def set_language(styles: Element, settings: Element, language: str) -> None:
    """Make a language that of all styles and of the theme's fonts."""
    for element in styles.iter(W + "lang"):
        element.set(W + "val", language)
    for element in settings.iter(W + "themeFontLang"):
        element.set(W + "val", language)
    # A reader who opens the file should not be asked whether to update its fields.
    for element in list(settings.iter(W + "updateFields")):
        settings.remove(element)
