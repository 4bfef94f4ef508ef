"""Times of the peers on the same page; None for one that is not installed."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any, Final

from samples.stand_in import MALI

import briefgen
from benchmarks import floor
from benchmarks.arguments import FONTS, variants, with_new_words
from benchmarks.clock import best_s
from benchmarks.html_page import html_source
from benchmarks.page import Page
from benchmarks.typst_page import typst_source

_OPTIONS: dict[str, Any] = {"font_paths": [str(FONTS)], "ignore_system_fonts": True}
_STANDARD: Final = "ua-1"

_COLD = """\
import sys, time, typst
source = sys.stdin.buffer.read()
start = time.process_time()
typst.compile(source, font_paths=[sys.argv[1]], ignore_system_fonts=True, pdf_standards="ua-1")
print(time.process_time() - start)
"""


def typst_cold(page: Page, repeats: int) -> float | None:
    """Return the time of the first compilation in a process, the process itself not counted."""
    if not find_spec("typst"):
        return None
    source = typst_source(page)
    command = [sys.executable, "-c", _COLD, str(FONTS)]
    return min(
        float(subprocess.run(command, input=source, check=True, capture_output=True).stdout)
        for _ in range(repeats)
    )


def typst_reused(pages: Sequence[Page]) -> float | None:
    """Return the time of a compiler that knows its fonts and the page before."""
    if not find_spec("typst"):
        return None
    import typst  # noqa: PLC0415

    sources = [typst_source(page) for page in pages]
    compiler = typst.Compiler(sources[0], **_OPTIONS)
    return best_s(lambda each: compiler.compile(each, pdf_standards=_STANDARD), sources)


def typst_pdf(page: Page) -> bytes:
    """Return the page as Typst sets it."""
    import typst  # noqa: PLC0415

    pdf: bytes = typst.compile(typst_source(page), pdf_standards=_STANDARD, **_OPTIONS)
    return pdf


def weasyprint_pdf(page: Page) -> bytes:
    """Return the page as WeasyPrint sets it."""
    import weasyprint  # noqa: PLC0415

    html = weasyprint.HTML(string=html_source(page), base_url=f"{FONTS}/")
    pdf: bytes = html.write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def weasyprint(pages: Sequence[Page]) -> float | None:
    """Return the time of WeasyPrint, HTML in and PDF out."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it finds Caladea's date low
    return best_s(weasyprint_pdf, pages) if find_spec("weasyprint") else None


def word_pdf(template: bytes, page: Page, folder: Path) -> bytes:
    """Return the page as docxtpl fills it and LibreOffice converts it."""
    from benchmarks.word_page import converted, filled  # noqa: PLC0415

    return converted(str(which("soffice")), filled(template, page), folder)


def docxtpl_and_libreoffice(pages: Sequence[Page]) -> float | None:
    """Return the time of a Word template filled and converted, in a process of LibreOffice's."""
    if not find_spec("docxtpl") or not which("soffice"):
        return None
    from benchmarks.word_page import word_template  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        return best_s(
            lambda page: word_pdf(word_template(page), page, Path(folder)),
            pages,
        )


def docxtpl(pages: Sequence[Page]) -> float | None:
    """Return the time in which a Word template of the page, made beforehand, is filled."""
    if not find_spec("docxtpl"):
        return None
    from benchmarks.word_page import filled, word_template  # noqa: PLC0415

    return best_s(lambda each: filled(*each), ((word_template(page), page) for page in pages))


def bare_canvas(repeats: int) -> float:
    """Return the time in which ReportLab draws boxes that are laid out already."""
    argument = briefgen.load(MALI)

    def briefs() -> Iterator[briefgen.Brief]:
        for each in variants(argument, with_new_words, repeats + 1):
            yield briefgen.build(each)

    floor.register(next(briefs())._made.theme.fonts)
    return best_s(lambda brief: floor.draw(brief._made.fitted.laid_out), briefs())
