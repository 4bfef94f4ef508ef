"""What a user's Word template has to do with it that a brief cannot fit, and where it would."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.fit.least import holds_least
from briefgen.fit.problem_builder import ProblemBuilder
from briefgen.types.finding import Finding, counted
from briefgen.types.measure import TemplateRoom

PAGES_TRIED = 8
"""Pages up to which it is tried whether they would hold a brief."""

_MUCH = 0.1
"""Share of a page from which a template's own text is what leaves a brief too little room."""

_LENGTHS = {2: "two-page", 3: "four-page", 4: "four-page"}
"""Built-in lengths by the pages that would be enough; above them is `full`."""


def template_findings(statement: ProblemBuilder) -> Iterator[Finding]:
    """Yield an error that names the template, the room that it takes, and a length that fits."""
    room = statement.measure.template_room()
    if room is None:
        return
    pages = _enough(statement)
    longer = _LENGTHS.get(pages, "full") if pages else "full"
    fits = f"--length {longer} fits" if pages else "--length full takes as many pages as it needs"
    takes, ways = _taken(room)
    yield Finding("template-takes-room", takes, f"{fits}; or {ways}", file=room.file)


def _enough(statement: ProblemBuilder) -> int | None:
    """Return the least number of pages, the template's own included, that hold the brief.

    That is the least of it: what would be chosen for so many pages is not sought.
    """
    for pages in range((statement.length.pages or 1) + 1, PAGES_TRIED + 1):
        length = statement.length.model_copy(update={"pages": pages})
        if holds_least(replace(statement, length=length)):
            return pages
    return None


def _taken(room: TemplateRoom) -> tuple[str, str]:
    """Return what a template takes or leaves, and what to do about it."""
    own_mpt = room.above_mpt + room.below_mpt
    if room.first > 1 or own_mpt > _MUCH * room.height_mpt:
        words = []
        if room.first > 1:
            words.append(f"has {counted(room.first - 1, 'page')} of its own before the brief")
        for height, where in ((room.above_mpt, "above"), (room.below_mpt, "below")):
            if height:
                words.append(f"has text of its own {where} it, {height // 1000} pt high")
        whole = f"its pages hold {room.height_mpt // 1000} pt"
        ways = "leave out what its body says by --replace-body, or delete it in Word"
        return f"{', '.join(words)}; {whole}", ways
    message = (
        f"leaves {room.width_mpt // 1000} by {room.height_mpt // 1000} pt of a page, for text of "
        f"{room.size_pt:g} pt in lines of {room.leading_pt:g} pt, headings of "
        f"{room.heading_pt:g} pt and a title of {room.title_pt:g} pt"
    )
    return message, "take smaller type (Home, Styles, Modify) or margins (Layout, Margins) in Word"
