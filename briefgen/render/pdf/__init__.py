"""PDF: marks at their places, each in the structure tree or an artifact.

Nothing here knows blocks, briefs or looks. What is written conforms to PDF/UA-1 (ISO 14289-1)
and PDF/A-2a (ISO 19005-2).
"""

from __future__ import annotations

from briefgen.render.glyphs import Printed, without
from briefgen.render.pdf.document import render_pdf
from briefgen.render.pdf.structure import structure_text

__all__ = ["render_pdf", "structure_text", "write"]


def write(printed: Printed) -> bytes:
    """Return a brief as a PDF: see `render_pdf`."""
    laid_out = without(printed.laid_out, printed.left_out)
    return render_pdf(laid_out, printed.content.metadata, printed.fonts, printed.placed)
