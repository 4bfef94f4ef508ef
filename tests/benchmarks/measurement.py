"""All that is timed, in one run."""

from __future__ import annotations

from samples.stand_in import MALI

import briefgen
from benchmarks import many, ours, peers, scaling
from benchmarks.arguments import variants, with_new_fact, with_new_words
from benchmarks.page import page_of

SLOW_REPEATS = 3
"""Repeats of what takes half a second and more."""


BRIEFS = 200
"""Briefs of the smaller campaign."""

POINTS = 70
"""Points from which pages are filled: enough for eight."""


def measured(
    repeats: int, full_points: int, briefs: int = BRIEFS
) -> tuple[dict[str, float | None], dict[str, str]]:
    """Return the times by row, and notes: how many pages or briefs there are."""
    slow = min(repeats, SLOW_REPEATS)
    argument = briefgen.load(MALI)
    worded, fact = (
        [page_of(briefgen.build(each)) for each in variants(argument, change, repeats + 1)]
        for change in (with_new_words, with_new_fact)
    )
    times: dict[str, float | None] = {
        "brief": ours.one_page(with_new_words, repeats),
        "brief-fact": ours.one_page(with_new_fact, repeats),
        **ours.parts(repeats),
        "check": ours.checking(repeats),
        "floor": peers.bare_canvas(repeats),
        "typst-cold": peers.typst_cold(worded[0], repeats),
        "typst-reused": peers.typst_reused(worded),
        "typst-reused-fact": peers.typst_reused(fact),
        "weasyprint": peers.weasyprint(worded[: slow + 1]),
        "word": peers.docxtpl_and_libreoffice(worded[: slow + 1]),
        "paragraph": ours.paragraph(100_000, slow),
        "paragraph-10": ours.paragraph(1_000_000, slow),
        "word-brief": ours.one_page(with_new_words, repeats, "docx"),
        "word-brief-fact": ours.one_page(with_new_fact, repeats, "docx"),
        "docxtpl": peers.docxtpl(worded),
        "points": scaling.one_page_of(POINTS, slow),
        "points-2": scaling.one_page_of(2 * POINTS, slow),
        "pages": scaling.budget(scaling.PAGES, POINTS, slow),
        "pages-2": scaling.budget(2 * scaling.PAGES, POINTS, slow),
        "text": scaling.full_of(full_points, 2, slow),
        "shell": ours.shell(repeats),
        "shell-word": ours.shell(repeats, "docx"),
        "import": ours.importing(repeats),
    }
    notes = {}
    twice = many.measured(2 * briefs)
    times["many"] = many.alone_s(briefs)
    times["many-2"], times["many-two"] = twice.alone_s, twice.together_s
    notes["many"], notes["many-2"] = f"n = {briefs}", f"{twice.late_mb:.0f} MB a worker"
    for key, factor in (("full", 1), ("full-2", 2), ("full-4", 4)):
        times[key], pages = ours.full(full_points * factor, slow)
        notes[key] = f"{pages} pages"
    return times, notes
