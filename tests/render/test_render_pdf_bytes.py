"""The same document gives the same bytes: on any day, in any thread, after any other document."""

from __future__ import annotations

import datetime
import hashlib
import io
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import reportlab.lib.colors
import reportlab.lib.fonts
import reportlab.lib.utils
import reportlab.pdfbase.pdfdoc
import reportlab.pdfgen.canvas
import reportlab.pdfgen.textobject
from msgspec.structs import replace
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from samples.clock import least_seconds
from samples.laid import (
    FACES,
    FONTS,
    LAID,
    METADATA,
    line,
    of_texts,
    text,
    with_element,
    with_marks,
)
from samples.tags import opened

from briefgen import cache
from briefgen.render.pdf import render_pdf

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """
import hashlib
from samples.laid import FONTS, LAID, METADATA
from briefgen.render.pdf import render_pdf
print(hashlib.sha256(render_pdf(LAID, METADATA, FONTS)).hexdigest())
"""


def test_twice_is_the_same() -> None:
    assert render_pdf(LAID, METADATA, FONTS) == render_pdf(LAID, METADATA, FONTS)


def test_other_documents_before_it_change_nothing() -> None:
    cache.clear()
    alone = render_pdf(LAID, METADATA, FONTS)
    for words in ("Zoë", "αβγ 123", "Why it matters"):
        render_pdf(of_texts(text(0, 50_000, words, None)), METADATA, FONTS)
    cache.clear()
    assert render_pdf(LAID, METADATA, FONTS) == alone


def test_threads_do_not_disturb_one_another() -> None:
    alphabet = "".join(map(chr, range(0x21, 0x7F)))
    documents = [
        of_texts(text(0, 50_000, alphabet[start:] + alphabet[: start // 2], None))
        for start in range(0, 60, 3)
    ]
    alone = [render_pdf(each, METADATA, FONTS) for each in documents]
    cache.clear()
    with ThreadPoolExecutor(8) as pool:
        together = pool.map(lambda each: render_pdf(each, METADATA, FONTS), documents * 3)
        assert list(together) == alone * 3


@pytest.mark.parametrize(("zone", "seed"), [("Pacific/Auckland", "1"), ("America/Lima", "2")])
def test_another_process_in_another_zone_writes_the_same(zone: str, seed: str) -> None:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    here = hashlib.sha256(render_pdf(LAID, METADATA, FONTS)).hexdigest()
    assert run.stdout.strip() == here


def test_no_clock_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    today = render_pdf(LAID, METADATA, FONTS)
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    assert render_pdf(LAID, METADATA, FONTS) == today
    year = str(datetime.datetime.now(datetime.UTC).year).encode()
    assert b"D:" + year not in today


def test_the_identifier_follows_the_content() -> None:
    figure = next(n for n, element in enumerate(LAID.elements) if element.tag == "Figure")
    identifiers: list[Any] = [
        opened(render_pdf(laid_out, metadata, FONTS)).trailer["/ID"]
        for laid_out, metadata in (
            (LAID, METADATA),
            (LAID, replace(METADATA, title="Wells")),
            (with_marks(*line(500_000, ("more", None))), METADATA),
            (with_element(figure, alt="Two bars"), METADATA),
        )
    ]
    assert all(first == second for first, second in identifiers)
    assert len({bytes(first.original_bytes) for first, _ in identifiers}) == 4


def test_a_page_in_four_faces_is_small_and_quick() -> None:
    marks = [
        text(
            72_000,
            20_000 + 12_000 * number,
            "The quick brown fox, 0123456789 – “again”",
            None,
            face,
        )
        for number, face in enumerate(
            [*("Carlito-Regular", "Carlito-Bold", "Carlito-Italic", "Caladea-Bold")] * 15
        )
    ]
    page = of_texts(*marks)
    assert len(render_pdf(page, METADATA, FONTS)) < 150_000
    assert least_seconds(lambda: render_pdf(page, METADATA, FONTS)) < 0.3


def test_platypus_and_graphics_are_not_imported() -> None:
    code = (
        "import sys, briefgen.render.pdf;"
        "print([m for m in sys.modules if m.startswith(('reportlab.platypus',"
        " 'reportlab.graphics'))])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def bare_reportlab() -> bytes:
    """Return what ReportLab writes for somebody else in the same process."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    pdfmetrics.registerFont(TTFont("Carlito", FACES["Carlito-Regular"].file))
    canvas.setFont("Carlito", 12)
    canvas.drawString(72, 700, "somebody else's")
    canvas.save()
    return file.getvalue()


def reportlab_state() -> list[object]:
    """Return a copy of what ReportLab keeps for the whole process: settings, fonts, families."""
    kept = (pdfmetrics._fonts, pdfmetrics._typefaces, reportlab.lib.fonts._tt2ps_map)  # type: ignore[attr-defined]
    return [rl_config.currentSettings(), *map(dict, kept)]  # type: ignore[attr-defined]


def test_others_who_use_reportlab_are_left_alone() -> None:
    before, global_state = bare_reportlab(), reportlab_state()
    alone = render_pdf(LAID, METADATA, FONTS)
    assert bare_reportlab() == before
    assert reportlab_state() == global_state
    assert render_pdf(LAID, METADATA, FONTS) == alone


def test_reportlab_is_given_nothing_to_fetch_or_to_evaluate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("ReportLab was given a name or a text to evaluate")

    for module, name in (
        (reportlab.lib.utils, "open_for_read"),
        (reportlab.lib.colors, "toColor"),
        (reportlab.pdfgen.canvas, "toColor"),
        (reportlab.pdfgen.textobject, "toColor"),
        (reportlab.pdfbase.pdfdoc, "open_for_read"),
    ):
        monkeypatch.setattr(module, name, never)
    render_pdf(LAID, METADATA, FONTS)


def test_the_epoch_of_a_reproducible_build_is_the_caller_s_to_heed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without = render_pdf(LAID, METADATA, FONTS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert render_pdf(LAID, METADATA, FONTS) == without
