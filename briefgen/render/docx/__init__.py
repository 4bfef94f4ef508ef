"""A brief as an editable Word file, made from a Word template."""

from briefgen.render.docx.writer import render_docx
from briefgen.render.glyphs import Printed

__all__ = ["render_docx", "write"]


def write(printed: Printed) -> bytes:
    """Return a brief as a Word file: see `render_docx`.

    Raises:
        TemplateError: a Word template that cannot be filled.
    """
    return render_docx(
        printed.content,
        printed.word,
        printed.page_style,
        printed.master,
        table_label=printed.table_label,
        pages=printed.pages,
        begins=printed.laid_out.begins,
        foot_drop_pt=printed.foot_drop_pt,
        main_pages=printed.laid_out.main_pages,
        narrowed=printed.laid_out.narrowed,
        apart=printed.laid_out.apart,
        fonts=printed.fonts,
        foot_top_pt=printed.foot_top_pt,
    )
