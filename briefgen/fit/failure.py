"""The error for what cannot fit: section, space needed, space there is, in every frame at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefgen.fit.block_metrics import Cursor
from briefgen.fit.choosing import heads, under
from briefgen.fit.least import Least, holds_least, least, placed
from briefgen.fit.problem_builder import ProblemBuilder
from briefgen.types.draft import Choice, DraftSection
from briefgen.types.finding import Finding, FitError, counted
from briefgen.types.laid import LaidOut
from briefgen.types.measure import TemplateRoom
from briefgen.types.prose import text_of
from briefgen.types.selection import Length, Overrides

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


_OTHER = {"main": "side", "side": "main"}


def cannot_fit(statement: ProblemBuilder, audience: str, overrides: Overrides) -> FitError:
    """Return the error for a draft that is too long even in its shortest forms.

    In each frame the first section that finds no room is named, with what is left for it.
    """
    where = f"{statement.length.name}, {audience}"
    findings = [
        Finding(code, message, hint, where=where)
        for code, message, hint in _problems(statement, overrides)
    ]
    return FitError([*findings, *template_findings(statement)])


def not_placed(laid_out: LaidOut, length: Length, audience: str) -> FitError:
    """Return the error for what is higher than any page, where a length has as many as it takes."""
    where = f"{length.name}, {audience}"
    hint = "divide it, or take a template with larger pages or smaller type"
    findings = []
    for one in laid_out.overfull:
        code, message = "not-placed", f'"{one.section}" stands on no page as a whole'
        if one.room_mpt:
            code = "section-too-high"
            message = f'"{one.section}" needs {_pt(one.needed_mpt)} in one piece; a whole page has '
            message += _room(one.room_mpt)
        findings.append(Finding(code, message, hint, where=where))
    return FitError(dict.fromkeys(findings))


Problem = tuple[str, str, str]
"""Code, message and hint."""


def _problems(statement: ProblemBuilder, overrides: Overrides) -> Iterator[Problem]:
    heights = max((head.heights for head in heads(statement)), key=sum)
    if not all(heights):
        yield _head_and_foot(statement)
        return
    found = False
    for frame in ("main", "side"):
        sections = list(least(statement, frame))
        for reported in _overflowing(sections, frame, heights, statement, overrides):
            found = True
            yield reported
    if not found and _only_free(statement):
        yield against_rules()
    elif not found:
        message = "needs more room once it is resolved than it was charged for"
        yield "does-not-fit", message, "shorten the sources, or allow more pages"


def _only_free(statement: ProblemBuilder) -> bool:
    """Whether something fits, and nothing that holds the rules of content."""
    every = list(heads(statement))
    fits = any(under(head, statement, free=True) for head in every)
    return fits and not any(under(head, statement) for head in every)


def against_rules() -> Problem:
    """Return what is wrong where all would fit, and what must be printed may not be."""
    message = "fits only against a rule of content: what must be printed needs what is left out"
    hint = "look at `together` and `explains`, at what is pinned or excluded, and at priorities"
    return "rules-leave-nothing", message, hint


def _head_and_foot(statement: ProblemBuilder) -> Problem:
    own = [s for s, _ in statement.numbered if s.frame in ("head", "foot")]
    empty = statement.measure.column_heights_mpt((), (), statement.length.pages or 1)
    lowest = min(head.own_mpt for head in heads(statement))
    names = " and ".join(map(_title, own))
    message = f"{names} need {_pt(lowest)} in head and foot; a whole page has {_room(min(empty))}"
    hint = "shorten them, or move a section to the main column"
    if statement.measure.template_room():
        hint = "shorten them, or leave them more room in the Word template"
    return "head-too-high", message, hint


def _overflowing(
    sections: Sequence[Least],
    frame: str,
    heights: tuple[int, ...],
    statement: ProblemBuilder,
    overrides: Overrides,
) -> Iterator[Problem]:
    """Yield what is too high for any column, or else the first section without room."""
    highest = max(heights)
    too_high = [
        (least_part.section, part)
        for least_part in sections
        if (
            part := max(
                (part for metrics in least_part.metrics for part in metrics.parts), default=0
            )
        )
        > highest
    ]
    for section, part in too_high:
        message = (
            f"{_title(section)} needs {_pt(part)} in one piece; a whole {frame} column has"
            f" {_room(highest)}"
        )
        yield "section-too-high", message, "divide it, or set it on pages without a side column"
    cursor: Cursor = Cursor()
    for least_part in sections if not too_high else ():
        reached = placed(cursor, least_part.metrics, heights)
        if reached is None:
            yield _without_room(least_part, sections, frame, cursor, statement, overrides, heights)
            return
        cursor = reached


def _without_room(
    needed: Least,
    sections: Sequence[Least],
    frame: str,
    cursor: Cursor,
    statement: ProblemBuilder,
    overrides: Overrides,
    heights: tuple[int, ...],
) -> Problem:
    gap = max(cursor.after, needed.metrics[0].before) if cursor.used else 0
    left = max(0, sum(heights[cursor.column :]) - cursor.used - gap)
    columns = f"the {frame} column" if len(heights) == 1 else f"the {frame} columns"
    message = (
        f"{_title(needed.section)} needs {_pt(needed.height_mpt)} at least; {_room(left)} are left"
    )
    message += f" in {columns}"
    if needed.height_mpt <= left:
        message += ", and its blocks do not break so as to fill them"
    short = sum(each.height_mpt for each in sections) - sum(heights)
    hint = _hint(needed.section, frame, statement, overrides)
    if short > needed.height_mpt - left:
        hint += f"; in all, {_pt(short)} are missing there"
    return "does-not-fit", message, hint


def _hint(
    section: DraftSection, frame: str, statement: ProblemBuilder, overrides: Overrides
) -> str:
    choices = [item for item in section.items if isinstance(item, Choice)]
    pinned = [choice.subject for choice in choices if choice.subject in overrides.pinned]
    ways = [f"unpin {' or '.join(dict.fromkeys(pinned))}"] if pinned else []
    ways.append("shorten its headlines" if choices else "shorten it")
    if statement.measure.flows_as("side") == "side":
        ways.append(f"move the section to the {_OTHER[frame]} column")
    ways.append("allow more pages")
    return f"{', '.join(ways[:-1])}, or {ways[-1]}"


def _title(section: DraftSection) -> str:
    return f'"{text_of(section.heading.prose) if section.heading else section.key}"'


def _pt(height_mpt: int) -> str:
    """Return what is needed, rounded up."""
    return f"{-(-height_mpt // 1000)} pt"


def _room(height_mpt: int) -> str:
    """Return what there is, rounded down."""
    return f"{height_mpt // 1000} pt"
