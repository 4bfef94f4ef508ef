"""A brief as an editable Word file, made from a Word template."""

from briefgen.render.docx.writer import render_docx

__all__ = ["render_docx"]
