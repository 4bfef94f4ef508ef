"""The words of a sheet: headings, classes, and how rows and outputs are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.types.finding import counted
from briefgen.types.signoff import Sheet, SheetRow, StatementClass

TITLE = "Sign-off sheet"
ARGUMENT = "Argument"
"""Term before the file of the argument, by which a sheet finds it again."""

INTERNAL = (
    "Internal. This sheet holds the words of the article; it is not for publication or for others."
)
CLASSES: dict[StatementClass, str] = {
    "quotation": "quotation",
    "paraphrase": "paraphrase",
    "inference": "inference",
    "count": "editor’s count",
    "outside": "outside knowledge",
    "editor": "editor’s words",
    "frame": "frame",
}
"""How a class is shown."""

EXPLAINED = (
    "A quotation has words of the article in quotation marks; a paraphrase says it in other words;"
    " an inference is drawn by the author or the editor; an editor’s count is a number that the"
    " article does not say; outside knowledge is the editor’s and has a source of its own; editor’s"
    " words are about the article; a frame is a heading, an entry of a list, or who issues the"
    " brief."
)
HOW_TO_SIGN = (
    "Write your initials in the last two columns, the writer’s and a second reader’s, and read them"
    " back with: briefgen signoff --read SHEET. A row that is edited here is not taken: edit the"
    " argument, and make the sheet anew."
)
PRINTED_ONLY = (
    "This page is for reading, and for signing on paper: it has no fields. Initials are read back"
    " from the sheet in Word."
)
ROW_HEADERS = (
    "No.",
    "Printed sentence",
    "The article’s words",
    "Class",
    "Differences",
    "Outputs",
    "Writer",
    "Second reader",
)
OUTPUT_HEADERS = ("No.", "Length", "Reader", "File", "SHA-256")
COVERAGE_HEADERS = (
    "Place",
    "The article’s sentence",
    "Left out of output no.",
    "Signposts left out of output no.",
)
WAIVER_HEADERS = ("Finding", "At", "Reason", "By")


def facts_of(made: Sheet) -> Iterator[tuple[str, str]]:
    """Yield what a sheet is of, as terms and what they are."""
    yield ARGUMENT, made.argument
    if made.article:
        yield "Article", made.article
        yield "Digest of the article’s text", str(made.article_digest)
    else:
        yield "Article", "none was at hand: there is nothing beside the sentences"
    signed = f"{made.approved} of {counted(len(made.rows), 'sentence')} signed by both"
    yield "Signed", signed
    named = (f"{one.number}: {one.length}, {one.audience}" for one in made.outputs)
    yield "Outputs", "; ".join(named)


def differing(row: SheetRow) -> list[str]:
    """Return what differs in a row, and the longest run of words that the article has, too.

    A long one that is no copied run says what can be said in one way only.
    """
    found = list(row.differences)
    if row.kind in ("paraphrase", "quotation", "inference", "count") and row.passage:
        found = found or ["no difference found"]
        run = f"longest run of the article’s words: {counted(row.copied_words, 'word')}"
        is_given = row.copied_words >= LONG_RUN and not any(map(_tells_copied, found))
        found.append(
            f"{run}, names, dates or figures among them"
            if is_given
            else run
            if row.copied_words
            else "no run of three words is the article’s"
        )
    return found


def _tells_copied(difference: str) -> bool:
    return difference.startswith("copied:")


LONG_RUN = 8
"""Words in a row from which on a run is copied, if they are not given ones."""


def numbers_shown(numbers: Sequence[int], outputs: int) -> str:
    """Return the numbers of outputs, runs of them as such: all, none, 1–4, 7."""
    if not numbers:
        return "none"
    if len(numbers) == outputs and outputs > 1:
        return "all"
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def numbers_read(said: str, outputs: Sequence[int]) -> tuple[int, ...]:
    """Return the numbers of outputs as `numbers_shown` writes them; of what is not so, all."""
    found: list[int] = []
    for part in said.split(", "):
        first, _, last = part.partition("–")
        if not (first.isdigit() and (last.isdigit() or not last)):
            return () if said == "none" else tuple(outputs)
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def missing_shown(numbers: Sequence[int], outputs: int) -> str:
    """Return the outputs that lack something: nothing where none does."""
    return numbers_shown(numbers, outputs) if numbers else "–"
