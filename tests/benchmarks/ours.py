"""Times of briefgen itself: the one page and its parts, the full brief, long paragraphs, cold."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from samples.stand_in import MALI, ROOT

import briefgen
from benchmarks.arguments import of_points, variants, with_new_words
from benchmarks.clock import Stopwatch, best_s
from briefgen.check.errors import errors
from briefgen.compose import ThemePage, compose
from briefgen.fit import fit
from briefgen.layout import BlockFormatter, PageMeasure, Setting
from briefgen.load.labels import read_labels
from briefgen.load.profile import read_audience, read_content_template, read_length
from briefgen.load.theme import read_theme
from briefgen.render.pdf import render_pdf
from briefgen.select import select
from briefgen.types.argument import Argument
from briefgen.types.block import Origin, Paragraph
from briefgen.types.prose import plain
from briefgen.types.role import Role

FULL_POINTS = 70
"""Points of the smallest full brief; one of four times as many has some 40 pages."""

_SENTENCE = "The mission in Mali is often called the deadliest of its time, and not without cause. "
_WIDTH_MPT = 320_000


def one_page(change: Callable[[Argument, int], Argument], repeats: int, kind: str = "pdf") -> float:
    """Return the time of a one-page brief, from a loaded argument to the bytes of a file."""
    argument = briefgen.load(MALI)
    return best_s(
        lambda each: briefgen.build(each).to_bytes(kind),
        variants(argument, change, repeats + 1),
    )


def checking(repeats: int) -> float:
    """Return the time in which a new argument is searched for contradictions, as `load` does."""
    argument = briefgen.load(MALI)
    copies = (with_new_words(argument, number) for number in range(repeats + 1))
    return best_s(errors, copies)


def parts(repeats: int) -> dict[str, float]:
    """Return the times of the parts of a one-page brief whose every paragraph is new."""
    argument = briefgen.load(MALI)
    watches = [_one_by_one(each) for each in variants(argument, with_new_words, repeats + 1)]
    return {part: min(watch[part] for watch in watches[1:]) for part in watches[0]}


def _one_by_one(argument: Argument) -> dict[str, float]:
    """Build as `briefgen.build` does, a part at a time."""
    length, theme = read_length("one-page"), read_theme("standard")
    reader, labels = read_audience("decision-maker"), read_labels("en-GB")
    content = read_content_template("one-page", length)
    page = ThemePage(theme.word_file, theme.header_footer, theme.page.logo_height_pt)
    created = datetime.datetime(2019, 5, 15, tzinfo=datetime.UTC)
    watch = Stopwatch()
    draft = compose(argument, select(argument, reader), content, page, labels, created)
    watch.lap("compose")
    formatter = BlockFormatter(Setting(theme.page_style, theme.fonts), labels.table)
    measure = PageMeasure(formatter, theme.master(length.master), draft.header_footer)
    fitted = fit(draft, length, reader.name, measure)
    watch.lap("fit")
    measure.lay_out(fitted.content, length.pages)
    watch.lap("layout")
    render_pdf(fitted.laid_out, fitted.content.metadata, theme.fonts)
    watch.lap("pdf")
    return watch.laps


def full(points: int, repeats: int) -> tuple[float, int]:
    """Return the time of a full brief of an argument of so many points, and its pages."""
    argument = briefgen.load(MALI)
    pages = 0

    def build(each: Argument) -> None:
        nonlocal pages
        brief = briefgen.build(each, length="full")
        brief.to_bytes("pdf")
        pages = brief.pages

    def enlarged(each: Argument, number: int) -> Argument:
        return of_points(each, points, number)

    return best_s(build, variants(argument, enlarged, repeats + 1)), pages


def paragraph(size: int, repeats: int) -> float:
    """Return the time in which a paragraph of `size` characters is set to the main column."""
    theme = read_theme("standard")
    setting = Setting(theme.page_style, theme.fonts)

    def blocks() -> Iterator[Paragraph]:
        for number in range(repeats + 1):
            text = f"{number} " + _SENTENCE * (size // len(_SENTENCE))
            yield Paragraph(Role.BODY, plain(text), Origin("body"))

    return best_s(lambda block: BlockFormatter(setting, "Table").set(block, _WIDTH_MPT), blocks())


def shell(repeats: int, kind: str = "pdf") -> float:
    """Return the time of the whole process that builds one page."""
    with TemporaryDirectory() as folder:
        command = ["-m", "briefgen", "build", str(MALI), "-o", str(Path(folder) / f"a.{kind}")]
        return best_s(lambda _: _python(*command), range(repeats + 1))


def importing(repeats: int) -> float:
    """Return the time that `import briefgen` takes in a new process."""
    code = "import time; s = time.process_time(); import briefgen; print(time.process_time() - s)"
    return min(float(_python("-c", code)) for _ in range(repeats))


def _python(*arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, env=environment, timeout=60)
    return done.stdout.decode()
