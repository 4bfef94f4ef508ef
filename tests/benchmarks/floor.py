"""The floor: marks that are laid out already, on a bare ReportLab canvas."""

from __future__ import annotations

import io

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from briefgen.types.font import FontLibrary
from briefgen.types.laid import CircleMark, LaidOut, LineMark, Mark, RectangleMark, TextMark


def register(fonts: FontLibrary) -> None:
    """Make the faces known to ReportLab, once in a process."""
    for face in fonts.faces.values():
        registerFont(TTFont(face.name, face.file))


def draw(laid_out: LaidOut) -> bytes:
    """Draw the boxes of a finished document: no tags, no metadata, no layout."""
    file = io.BytesIO()
    size = (laid_out.width_mpt / 1000, laid_out.height_mpt / 1000)
    canvas = Canvas(file, pagesize=size, pageCompression=1, invariant=1)
    for page in laid_out.pages:
        for mark in page.marks:
            _draw(canvas, mark, size[1])
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, mark: Mark, height: float) -> None:
    match mark:
        case TextMark():
            canvas.setFont(mark.face, mark.size_mpt / 1000)
            canvas.setFillColor(HexColor(mark.colour))
            canvas.drawString(
                mark.x_mpt / 1000,
                height - mark.baseline_mpt / 1000,
                mark.text,
                charSpace=mark.tracking_mpt / 1000,
            )
        case RectangleMark():
            canvas.setFillColor(HexColor(mark.fill or "#ffffff"))
            left, bottom = mark.x_mpt / 1000, height - (mark.y_mpt + mark.height_mpt) / 1000
            width, high = mark.width_mpt / 1000, mark.height_mpt / 1000
            canvas.rect(left, bottom, width, high, stroke=0, fill=1)
        case LineMark():
            canvas.setStrokeColor(HexColor(mark.colour))
            canvas.setLineWidth(mark.line_mpt / 1000)
            start, end = height - mark.y1_mpt / 1000, height - mark.y2_mpt / 1000
            canvas.line(mark.x1_mpt / 1000, start, mark.x2_mpt / 1000, end)
        case CircleMark():
            canvas.setFillColor(HexColor(mark.fill or "#ffffff"))
            canvas.setStrokeColor(HexColor(mark.stroke or "#000000"))
            canvas.setLineWidth(mark.line_mpt / 1000)
            y = height - mark.y_mpt / 1000
            canvas.circle(mark.x_mpt / 1000, y, mark.radius_mpt / 1000, fill=1)
