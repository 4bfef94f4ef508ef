"""`briefgen recover`: what became of each point in an edited Word brief."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click
import msgspec

from briefgen.cli.option import SETTINGS, debug_option, style_option
from briefgen.types.finding import counted, name_shown

if TYPE_CHECKING:
    from briefgen.types.identity import OutsideText, PointText, Review, TextEdit, WordEdits

STATES = ("untouched", "edited", "gone")


@click.command(
    context_settings=SETTINGS,
    epilog="""\b
Examples:
  briefgen recover edited.docx
      each point: untouched, edited with its text as it reads now, or gone;
      and what reads otherwise outside points: title, headings, figures, tables
  briefgen recover edited.docx --argument mali.yaml --changed
      only what somebody changed, with file and line of where the argument says it
  briefgen recover edited.docx --format json
      everything with its text, for programs

\b
Not compared: header and footer, notes, charts and pictures, text boxes,
contents and numbers that Word renews, order, formatting.
It knows briefs that briefgen wrote, saved by Word or LibreOffice; with --argument
also those that have lost what identifies them, by their text (Google Docs, pasted).
Nothing is written: carry the edits into the argument, and build anew.
""",
)
@click.argument("file", type=click.Path(), metavar="DOCX")
@click.option(
    "--argument", type=click.Path(), metavar="FILE", help="Say where this argument has each point."
)
@style_option("For people, or for programs.")
@click.option("--changed", is_flag=True, help="List only what was edited or is gone.")
@click.option("-v", "--verbose", is_flag=True, help="Show the text of untouched points, too.")
@debug_option
def command(file: str, argument: str | None, style: str, verbose: bool, changed: bool) -> None:
    """Report what was edited in a Word brief.

    DOCX is a brief that briefgen wrote and that was edited since.
    """
    from briefgen import pipeline, recovery  # noqa: PLC0415

    edits = recovery.recover(file, pipeline.load(argument) if argument is not None else None)
    if style == "json":
        click.echo(json.dumps(msgspec.to_builtins(edits), indent=2))
        return
    for one in edits.points:
        if not (changed and one.state == "untouched"):
            for line in _lines(one, verbose=verbose):
                click.echo(line)
    for line in _outside(edits.outside):
        click.echo(line)
    if edits.argument_changed:
        names = name_shown(argument or ""), name_shown(file)
        message = f"{names[0]}: warning: reads otherwise now than when {names[1]} was written"
        click.echo(f"{message}\n  hint: compare the points before you carry edits over", err=True)
    for line in _reviews(edits.reviews):
        click.echo(line)
    if edits.by_text:
        like = f"; it reads like {edits.like}" if edits.like else ""
        click.echo(f"found by its text, as its bookmarks are lost{like}")
    click.echo(_summary(file, edits))
    click.echo(f"not compared: {', '.join(edits.not_compared)}")


def _lines(one: PointText, *, verbose: bool) -> Iterator[str]:
    """Yield what is said of a point: state, id and form, place, and its text if it was edited."""
    again = f" ({one.occurrence})" if one.occurrence > 1 else ""
    place = f"  {one.place}" if one.place else ""
    yield f"{one.state:9}  {one.point}, {one.form}{again}{place}"
    for edit in one.edits:
        where = f"{_where(edit, one)}: " if one.written > 1 or not edit.number else ""
        yield f"    {where}{' '.join(edit.text.split()) or '(deleted)'}"
    if verbose:
        yield from (f"    {' '.join(paragraph.split())}" for paragraph in one.paragraphs)


def _where(edit: TextEdit, one: PointText) -> str:
    """Return where an edited text stands in the argument, or which one of the form it is."""
    if not edit.number:
        return "new"
    number = f"paragraph {edit.number} of {one.written}"
    if edit.place or not one.place:
        return edit.place or number
    return f"{number}, whose place in the argument is not known"


def _outside(found: OutsideText | None) -> Iterator[str]:
    """Yield what is changed or new outside points."""
    if found and found.paragraphs:
        yield "also changed or new, outside points:"
        yield from (f"    {' '.join(paragraph.split())}" for paragraph in found.paragraphs)


def _reviews(found: Sequence[Review]) -> Iterator[str]:
    """Yield who left which comments and tracked changes, and when the last of them."""
    by_author: dict[tuple[str, str], list[str]] = {}
    for one in found:
        noun = "comment" if one.kind == "comment" else "tracked change"
        by_author.setdefault((one.author or "nobody named", noun), []).append(one.date)
    for (author, noun), dates in by_author.items():
        last = f", last {max(dates)[:10]}" if max(dates) else ""
        yield f"{counted(len(dates), noun)} by {author}{last}"


def _summary(file: str, edits: WordEdits) -> str:
    states = [one.state for one in edits.points]
    reported = [f"{states.count(state)} {state}" for state in STATES if state in states]
    parts = [counted(len(states), "point"), *reported]
    line = f"{edits.argument.id}, {', '.join(parts)}; {_reported_outside(edits.outside)}"
    return f"{name_shown(file)}: {line}"


def _reported_outside(found: OutsideText | None) -> str:
    if found is None:
        return "looked at points only: title, headings, figures and tables are not known"
    if not found.paragraphs and not found.gone:
        return "body outside points: as written"
    changed = f"{counted(len(found.paragraphs), 'paragraph')} changed or new"
    return f"body outside points: {changed}, {found.gone:,} of those written gone"
