"""What the document says of itself: core properties, language, and settings."""

from __future__ import annotations

from docx.opc.coreprops import CoreProperties

from briefgen.render.docx.wordml import Element, W
from briefgen.types.draft import Metadata

_LIMIT = 255
"""Characters of a core property that Word shows."""


def set_core_properties(properties: CoreProperties, metadata: Metadata) -> None:
    """Say what the file is, by whom, of when, in which state; nothing of the template's stays."""
    properties.title = metadata.title[:_LIMIT]
    properties.author = metadata.author[:_LIMIT]
    properties.subject = metadata.subject[:_LIMIT]
    properties.keywords = ", ".join(metadata.keywords)[:_LIMIT]
    properties.language = metadata.language
    properties.created = metadata.created.replace(tzinfo=None)
    properties.modified = metadata.created.replace(tzinfo=None)
    properties.last_modified_by = metadata.author[:_LIMIT]
    properties.revision = 1
    for name, text in (
        ("category", metadata.category),
        ("comments", ""),
        ("content_status", metadata.status),
        ("identifier", metadata.number),
        ("version", metadata.version),
    ):
        if text or getattr(properties, name):
            setattr(properties, name, text[:_LIMIT])


def set_language(styles: Element, settings: Element, language: str) -> None:
    """Make a language that of all styles and of the theme's fonts."""
    for element in styles.iter(W + "lang"):
        element.set(W + "val", language)
    for element in settings.iter(W + "themeFontLang"):
        element.set(W + "val", language)
    # A reader who opens the file should not be asked whether to update its fields.
    for element in list(settings.iter(W + "updateFields")):
        settings.remove(element)
