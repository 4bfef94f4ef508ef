"""Lists whose entries stand alone: editor's notes, quotations, what is not certain."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from briefgen.compose.exhibit import ExhibitEntry, claim_on
from briefgen.compose.longer import LongerText, with_ending, with_opening
from briefgen.compose.points import sentence
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import capital
from briefgen.languages import cldr
from briefgen.types.argument import Argument, Part
from briefgen.types.article import Person
from briefgen.types.block import Origin, Paragraph
from briefgen.types.draft import Choice, Enumeration
from briefgen.types.labels import Labels
from briefgen.types.point import ContestedPoint, Modality, Point
from briefgen.types.prose import Emphasis, Prose, Quoted, Strong, Text, plain
from briefgen.types.role import Role
from briefgen.types.selection import Selection
from briefgen.types.supplements import EditorsNote, Quotation

LEAST_WORDS = 6
"""Words of a quotation that is shown by itself, at least: fewer are a fragment of a sentence."""

NOTE_PRIORITY = 3
"""Editor's notes have no rank of their own."""


def _item(role: Role, prose: Prose, at: Origin) -> Paragraph:
    """Return an item of a list; in the side column it is a paragraph of its own."""
    if role is Role.BODY:
        return Paragraph(Role.BULLET, prose, at, "bullet")
    return Paragraph(role, prose, at)


def notes(
    argument: Argument, reader: ProseReader, role: Role, at: Origin
) -> tuple[ExhibitEntry, ...]:
    """Return the editor's notes, each opening with what it is about, then what the article says.

    Each is an item of a list, unless it has several paragraphs or a list of its own.
    """
    found: list[ExhibitEntry] = []
    for note in argument.notes:
        about = (Emphasis((*reader.line(note.about), Text("."))), *_article_says(note, reader))
        text = LongerText(role, at, reader, acronyms=False).blocks([note.text])
        ending = reader.cited(note.cited)
        if note.outside:
            ending = (*ending, Text(f" {capital(reader.words.labels.outside)}."))
        if ending:
            text = with_ending(text, partial(_followed, ending))
        first, *rest = with_opening(text, about, role)
        first = first if rest else _item(role, first.prose, at)
        blocks = (replace(first, note=note.id), *rest)
        found.append(ExhibitEntry(note.id, NOTE_PRIORITY, blocks, frozenset(note.explains)))
    return tuple(found)


def notes_beside(
    argument: Argument, points: Collection[Point], reader: ProseReader, role: Role, at: Origin
) -> tuple[tuple[ExhibitEntry, frozenset[str]], ...]:
    """Return the editor's notes, each with the figures and points that it may stand beside.

    These are what it explains, and what prints or rests on a figure or quotation that it explains.
    """

    def beside(explained: str) -> set[str]:
        if explained[0] not in "#>":
            return {explained.partition(".")[0]}
        mark, key = explained[0], explained[1:]
        printing = {one.id for one in points if claim_on(one, mark, key)}
        return printing | {explained} if mark == "#" else printing

    return tuple(
        (entry, frozenset(point for one in entry.explains for point in beside(one)))
        for entry in notes(argument, reader, role, at)
    )


def _article_says(note: EditorsNote, reader: ProseReader) -> Prose:
    """Return what the article says, up to where the note goes on with what is so."""
    if not note.says:
        return ()
    before, _, after = reader.words.labels.note_says.partition("{says}")
    said = reader.read(note.says, acronyms=False)
    return (Text(f" {before}"), *said, *plain(after.partition("{fact}")[0].rstrip()))


def _followed(ending: Prose, prose: Prose) -> Prose:
    return (*prose, *ending)


def quotations(
    argument: Argument, pulled: Collection[str], reader: ProseReader, role: Role, at: Origin
) -> tuple[ExhibitEntry, ...]:
    """Return the quotations with speaker and place, the author's own first, then named ones.

    Words of nobody in particular are no quotation to show, nor is a fragment of a sentence, nor
    what was `pulled` out of the text already.
    """
    authors = {one.name for one in argument.article.authors if isinstance(one, Person)}

    def rank(quotation: Quotation) -> int:
        if quotation.speaker is None:
            return 3
        return 1 if quotation.speaker in authors else 2

    return tuple(
        ExhibitEntry(each.id, rank(each), (_item(role, _quoted(each, reader), at),))
        for each in sorted(argument.quotations, key=rank)
        if not each.unnamed and len(each.text.split()) >= LEAST_WORDS and each.id not in pulled
    )


def is_pullable(quotation: Quotation) -> bool:
    """Whether a quotation may be set large: a fragment, or nobody's words, may not."""
    return bool(quotation.speaker) and len(quotation.text.split()) >= LEAST_WORDS


def pull_quote(
    quotation: Quotation, points: Collection[Point], reader: ProseReader, at: Origin
) -> ExhibitEntry:
    """Return a quotation set large, and below it who said it, and where.

    It is printed with one of the points that print it or rest on it; where there is none, by
    itself.
    """
    claims = {claim for point in points if (claim := claim_on(point, ">", quotation.id))}
    words = reader.read(f"[>{quotation.id}]", acronyms=False)
    place = reader.words.place(quotation.locator)
    said = plain(f"{quotation.speaker}, {place}")
    cited = reader.cited(reader.beyond_place(quotation.cited))
    blocks = (
        Paragraph(Role.PULL_QUOTE, words, at, keep_with_next=True),
        Paragraph(Role.PULL_QUOTE_SOURCE, (*said, *cited), at),
    )
    return ExhibitEntry(quotation.id, 1, blocks, frozenset(claims))


def _quoted(quotation: Quotation, reader: ProseReader) -> Prose:
    labels = reader.words.labels
    words = reader.read(f"[>{quotation.id}]", acronyms=False)
    about = labels.quotation_about.format(about=quotation.about) if quotation.about else ""
    place = reader.words.place(quotation.locator)
    speaker = quotation.speaker or ""
    reported = f"{speaker}, {place}." if speaker else f"{labels.cited_place.format(place=place)}."
    reported = reported if quotation.speaker else capital(reported)
    assert isinstance(words[0], Quoted)
    cited = reader.cited(reader.beyond_place(quotation.cited))
    stop = (Text(f" {about}."),) if about else sentence(words)[len(words) :]
    return (*words, *stop, Text(f" {reported}"), *cited)


def uncertain(
    selection: Selection, reported: Collection[str], reader: ProseReader, role: Role, at: Origin
) -> tuple[ExhibitEntry, ...]:
    """Return what is not certain: doubts, and points that are less than stated or held by others.

    Others are neither author nor editor. What is not certain about a point is printed with it only.
    Where the argument does not say what is not certain, a
    point is named by its headline, with how sure it is and who says so; but not if the template has
    `reported` it, as it would stand there twice. Contested points have a section of their own.
    """
    order = list(Part)
    in_order = sorted(selection.named, key=lambda one: order.index(one.part))
    return tuple(
        ExhibitEntry(
            one.point.id,
            one.point.priority,
            (_item(role, _hedged(one.point, reader), at),),
            frozenset([one.point.id] if one.point.uncertainty else []),
        )
        for one in in_order
        if not isinstance(one.point, ContestedPoint)
        and (one.point.uncertainty or (_doubts(one.point, reader) and one.point.id not in reported))
    )


def _doubts(point: Point, reader: ProseReader) -> Sequence[str]:
    labels, attribution = reader.words.labels, point.attribution
    found = []
    if point.modality is not Modality.STATED:
        found.append(labels.modalities[point.modality])
    if attribution.by in ("cited", "unnamed"):
        found.append(attribution.name or labels.holders[attribution.by])
    return found


def _hedged(point: Point, reader: ProseReader) -> Prose:
    said = sentence(
        reader.read(point.uncertainty or point.forms.headline, acronyms=bool(point.uncertainty))
    )
    if point.uncertainty:
        return said
    doubts = ", ".join(_doubts(point, reader))
    opening = f"{capital(doubts)}{reader.words.labels.colon.rstrip()}"
    return (Strong(plain(opening)), Text(" "), *said)


def contact(
    argument: Argument, reader: ProseReader, role: Role, at: Origin
) -> tuple[ExhibitEntry, ...]:
    """Return whom to ask, if the issuer gives a contact."""
    given = argument.issuer.contact
    return (
        (ExhibitEntry("contact", 1, (Paragraph(role, reader.line(given), at),)),) if given else ()
    )


def enumerations(
    argument: Argument, labels: Labels, *, numbered: bool = False
) -> tuple[Enumeration, ...]:
    """Return the enumerations that an argument names, and its recommendations.

    Those are never fewer than the article gives, or their number is said. Which they are is said by
    their own numbers, where points are not `numbered` through the brief: two numbers would differ.
    """
    found: list[Enumeration] = []
    parts = {point.id: part for part in Part for point in argument.points(part)}
    for one in argument.complete:
        if one is Part.RECOMMENDATIONS:
            continue
        members = tuple(_members(argument, one))
        reasons = all(parts.get(member) is Part.RATIONALES for member in members)
        found.append(Enumeration(members, labels.among_reasons if reasons else labels.among_others))
    if recommended := tuple(point.id for point in argument.recommendations):
        joint = cldr.listed(["1", "2"], labels.language)[1:-1]
        those = "" if numbered else labels.those_recommendations
        found.append(Enumeration(recommended, labels.some_recommendations, those, joint))
    return tuple(found)


def _members(argument: Argument, one: Part | tuple[str, ...]) -> Iterator[str]:
    if isinstance(one, Part):
        yield from (point.id for point in argument.points(one))
    else:
        yield from one


def of_section(every: Iterable[Enumeration], choices: Iterable[Choice]) -> tuple[Enumeration, ...]:
    """Return the enumerations that a section with some choices has members of."""
    subjects = {choice.subject for choice in choices if choice.part}
    return tuple(one for one in every if not subjects.isdisjoint(one.members))
