"""The table of claims: what each rests on, and who says so where that is not always the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.exhibit import Exhibit
from briefgen.compose.prose import ProseReader
from briefgen.compose.tables import caption_of, constant_columns, header_of
from briefgen.compose.words import capital
from briefgen.languages.locators import in_short, numbered
from briefgen.markup import column_shares
from briefgen.types.argument import Argument, Part
from briefgen.types.block import Block, Cell, Origin, Table
from briefgen.types.fact import Fact
from briefgen.types.point import Point
from briefgen.types.prose import Prose, Text, plain, text_of
from briefgen.types.reference import Cited, cited, references
from briefgen.types.selection import Selection

_MONTH = timedelta(days=30)
"""From its first day to its last, at most."""


class _Claim(Struct, frozen=True):
    """A claim: its headline, what it rests on, and what is said of it by column."""

    headline: Prose
    basis: Prose
    said: Mapping[str, str]


def claims(argument: Argument, selection: Selection, reader: ProseReader, at: Origin) -> Exhibit:
    """Return the points that rest on something, a row each, with what they rest on.

    Who says so and how sure it is are columns only where they differ from row to row; else the
    caption says it once, and the few claims of which it is not true say so themselves.
    """
    resting = [one for one in selection.named if _rests_on(one.point)]
    ranked = sorted(resting, key=lambda one: -one.value)
    parts = list(Part)
    argued = sorted(resting, key=lambda one: parts.index(one.part))
    order = {one.point.id: number for number, one in enumerate(argued)}
    facts = {fact.id: fact for fact in argument.facts}
    figures = {one.point.id: _figures(one.point) for one in ranked}
    caption = caption_of(argument, reader)
    made = {one.point.id: _claim(one.point, facts, caption, reader) for one in ranked}

    def show(count: int) -> tuple[Block, ...]:
        chosen = sorted((one.point.id for one in ranked[:count]), key=lambda key: order[key])
        reports = tuple(dict.fromkeys(fact for key in chosen for fact in figures[key]))
        return (_table([made[key] for key in chosen], caption, reports, reader, at),)

    return Exhibit([one.point.priority for one in ranked], show)


def _table(
    shown: Sequence[_Claim],
    caption: str,
    reports: tuple[str, ...],
    reader: ProseReader,
    at: Origin,
) -> Table:
    """Return the table of some claims, without the columns that say the same almost throughout."""
    labels = reader.words.labels
    columns = constant_columns([one.said for one in shown], labels)
    left = columns.left
    rows = tuple(_row(one, columns.unusual(one.said), left) for one in shown)
    header = header_of(labels.claim, labels.rests_on, *left)
    head, *body = [[text_of(cell.prose) for cell in row] for row in (header, *rows)]
    shares = column_shares(head, body)
    said = plain(columns.caption(caption))
    made = Table(said, shares, (header,), rows, at, reports=reports, kind="claims")
    return replace(made, continued=labels.continued)


def _row(claim: _Claim, unusual: str, left: Sequence[str]) -> tuple[Cell, ...]:
    """Return the row of a claim, which says what is unusual of it where there is no column."""
    said = (Cell(plain(capital(claim.said[name]))) for name in left)
    # With one cell beside each, half the table would be headers.
    own = Cell(claim.headline, header=bool(left))
    return (own, Cell((*claim.basis, *plain(unusual))), *said)


def _claim(point: Point, facts: Mapping[str, Fact], caption: str, reader: ProseReader) -> _Claim:
    """Return a claim with its own place and sources, and those of figures where these differ."""
    labels = reader.words.labels
    sources = cited(key[1:] for key in _rests_on(point) if key[0] == "@")
    linked = [reader.sources[one.id].locator for one in sources]
    place = point.locator or "; ".join(dict.fromkeys(filter(None, linked)))
    grounds = [_source(sources, place, reader)]
    figures = [facts[key] for key in _figures(point)]
    grounds += [_figure(fact, place, sources, caption, reader) for fact in figures]
    basis: Prose = ()
    for ground in filter(None, grounds):
        basis = (*basis, Text("; "), *ground) if basis else ground
    if basis and isinstance(basis[0], Text):
        basis = (Text(capital(basis[0].text)), *basis[1:])
    said = {
        labels.attribution: labels.holders[point.attribution.by],
        labels.status: labels.modalities[point.modality],
    }
    headline = reader.read(point.forms.headline, acronyms=False)
    return _Claim(headline, basis or plain(labels.no_place), said)


def basis_of(point: Point, argument: Argument, reader: ProseReader) -> Prose:
    """Return what a point rests on, as the table of claims says it; nothing where it says none."""
    if not (_rests_on(point) or point.locator):
        return ()
    facts = {fact.id: fact for fact in argument.facts}
    return _claim(point, facts, caption_of(argument, reader), reader).basis


def _figure(
    fact: Fact, place: str, known: Sequence[Cited], caption: str, reader: ProseReader
) -> Prose:
    """Return a figure with its date, sources and place, but for what the claim says before it.

    A day or month that the caption has is that of the whole table.
    """
    text = reader.words.counted(fact)
    date = reader.words.date(fact.as_of) if fact.as_of else ""
    if date not in caption or (fact.as_of and fact.as_of.last - fact.as_of.first > _MONTH):
        text = f"{text}, {date}"
    language = reader.words.language
    own = fact.locator or ""
    numbers = numbered(own, language)
    is_there = own == place or (bool(numbers) and numbers <= numbered(place, language))
    sources = [one for one in fact.cited if one not in known]
    where = _source(sources, None if is_there else own, reader)
    return (*plain(f"{text} ("), *where, Text(")")) if where else plain(text)


def _rests_on(point: Point) -> tuple[str, ...]:
    """Return the evidence that a point names; where it names none, what its forms refer to."""
    if point.evidence:
        return point.evidence
    texts = (point.forms.headline, point.forms.summary or "", *point.forms.paragraphs)
    found = (one.evidence for text in texts for one in references(text))
    return tuple(dict.fromkeys(one for one in found if one[0] in "#@>"))


def _figures(point: Point) -> tuple[str, ...]:
    """Return the facts among the evidence of a point."""
    return tuple(key[1:] for key in _rests_on(point) if key[0] == "#")


def _source(sources: Sequence[Cited], place: str | None, reader: ProseReader) -> Prose:
    """Return the place of a claim or a figure in short, with the sources that say more than it.

    A link without an address says no more than where the article has it.
    """
    said = [one for one in sources if reader.sources[one.id].status != "unresolved"]
    known = said if place else sources
    where = plain(in_short((place,), reader.words.language)) if place else ()
    if reader.citing != "numbers":
        named = reader.named(known, brief=True)
    elif named := reader.cited(known, alone=True):
        # A superior figure would make a power of the number of a paragraph.
        named = (Text("["), *named, Text("]"))
    between = plain(" " if reader.citing == "numbers" else ", ") if where and named else ()
    return (*where, *between, *named)
