"""Tags of supplements into blocks and choices, as the audience gets them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Literal, assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.compose import deferred, figures, lists
from briefgen.compose.exhibit import (
    ALL,
    Exhibit,
    ExhibitEntry,
    Pictures,
    Wanted,
    most,
    picture_entry,
    score,
)
from briefgen.compose.prose import ProseReader
from briefgen.types.argument import Argument
from briefgen.types.block import Block, Origin, Paragraph, Timeline
from briefgen.types.draft import Choice, Variant
from briefgen.types.fact import Fact, chart_holders
from briefgen.types.finding import Bug
from briefgen.types.point import Point
from briefgen.types.role import Role
from briefgen.types.selection import LEAST_PRIORITY, Selection, Supplement
from briefgen.types.supplements import Image, Quotation
from briefgen.types.time_bar import LEAST_MOMENTS

_Listed = Literal[
    Supplement.NOTES,
    Supplement.QUOTATIONS,
    Supplement.UNCERTAIN,
    Supplement.CONTACT,
    Supplement.CHARTS,
    Supplement.COMPARISON,
]
"""Supplements that are made of entries that stand alone. Others are one block, large or small."""

_Tabled = Literal[Supplement.CHRONOLOGY, Supplement.CLAIMS]
"""Supplements that are tables."""


ACTIONS_WEIGHT = 5
"""What the table of recommendations weighs, as other tables do with readers who want them."""

STRIP_SIZES = (6, 5, 4)
"""Events that a strip holds where it stands in for a table."""

STRIP_LEAST = 2
"""Figures that a strip holds: one alone is no strip, and five cannot be read across a page."""


def _is_even(blocks: Sequence[Block]) -> bool:
    """Whether a strip of events has each near its label."""
    return all(block.is_even for block in blocks if isinstance(block, Timeline))


def _shown(
    entries: Sequence[ExhibitEntry], weight: int, *, optional: bool
) -> Sequence[Block | Choice]:
    """Return entries as choices where they need not be printed, or not without something else."""
    found: list[Block | Choice] = []
    for entry in entries:
        if optional or entry.explains:
            found.append(entry.choice(weight))
        else:
            found += entry.blocks
    return found


class Collection(Struct, frozen=True):
    """The supplements of one argument for one audience.

    `reported` are the points that the template places, which is known once all of it was read;
    `pulled` are quotations that it has set large, which a list after them leaves out; `told` are
    facts that its text prints or that stand large in it, `stripped` those of its strips, and
    `leading` one that stands alone.
    """

    argument: Argument
    selection: Selection
    reader: ProseReader
    held: Pictures = field(default_factory=dict)
    reported: AbstractSet[str] = frozenset()
    told: set[str] = field(default_factory=set)
    pulled: set[str] = field(default_factory=set)
    stripped: set[str] = field(default_factory=set)
    leading: set[str] = field(default_factory=set)

    def weight(self, kind: Supplement) -> int:
        """Return what a supplement weighs with the audience; 0 leaves it out."""
        return self.selection.audience.supplements.get(kind, 0)

    def placed(
        self, kind: Supplement, wanted: Wanted, role: Role, at: Origin
    ) -> Sequence[Block | Choice]:
        """Return a supplement as blocks, or as a choice where the tag leaves one."""
        if kind is Supplement.GLOSSARY:
            return self.glossary(wanted, role, at)
        if kind is Supplement.EVIDENCE:
            return self.evidence(wanted, at)
        weight = self.weight(kind)
        if not weight:
            return ()
        if kind is Supplement.KEY_FIGURES:
            self._show(wanted.sizes[0])
        made = self._made(kind, role, at)
        if kind is Supplement.COMPARISON and wanted.untold:
            made = self._compared(at, self.told)
        if isinstance(made, Exhibit):
            return self._sized(kind, made, wanted)
        entries = most([one for one in made if wanted.takes(one)], wanted.sizes[0])
        return _shown(entries, weight, optional=wanted.optional)

    def _sized(self, kind: Supplement, made: Exhibit, wanted: Wanted) -> Sequence[Block | Choice]:
        """Return an exhibit in the one size that is wanted, or as a choice among several."""
        sizes = [min(size, self._cap(kind)) for size in wanted.sizes]
        if wanted.choosable or wanted.optional:
            return made.choice(kind, self.weight(kind), sizes, required=not wanted.optional)
        return made.shown(sizes[0])

    def evidence(self, wanted: Wanted, at: Origin) -> Sequence[Block | Choice]:
        """Return the figures that no table sets beside others, and that are not told, as wanted."""
        kind, shown = Supplement.EVIDENCE, frozenset[str]()
        if not self.weight(kind) or figures.all_large(self.argument, self.told):
            return ()
        from briefgen.compose import comparison, tables  # noqa: PLC0415 - few readers get one

        told = self.told if wanted.untold else None
        if wanted.uncompared and self.weight(Supplement.COMPARISON):
            groups = comparison.compared(self.argument.facts, told)
            shown = frozenset(fact.id for group in groups for fact in group)
        without = shown | (told or set())
        made = tables.evidence(
            self.argument, self.reader, at, without=without, untold=wanted.untold
        )
        return self._sized(kind, made, wanted)

    def _show(self, most: int) -> None:
        """Remember which figures stand large."""
        count = min(most, self._cap(Supplement.KEY_FIGURES))
        self.told.update(fact.id for fact in figures.ranked_facts(self.argument)[:count])

    def stats(self, wanted: Wanted, at: Origin) -> Sequence[Block | Choice]:
        """Return the most important figures as a strip across the page, or as a choice of them."""
        kind = Supplement.KEY_FIGURES
        made = figures.stats(self.argument, self.reader, at)
        sizes = tuple(min(size, figures.STRIP_MOST) for size in wanted.sizes)
        if not self.weight(kind) or len(made.priorities) < STRIP_LEAST:
            return ()
        self._show(sizes[0])
        self.stripped.update(one.id for one in figures.ranked_facts(self.argument)[: sizes[0]])
        return self._sized(kind, made, Wanted(sizes, wanted.choosable, wanted.optional))

    def lead_figure(self, at: Origin) -> Sequence[Block]:
        """Return the most important figure, which then stands in no list of figures below it."""
        if not self.weight(Supplement.KEY_FIGURES):
            return ()
        self._show(1)
        self.leading.update(one.id for one in figures.ranked_facts(self.argument)[:1])
        return figures.lead_figure(self.argument, self.reader, at)

    def beside(
        self, kind: Supplement, wanted: Wanted, role: Role, at: Origin, *, within: bool = False
    ) -> list[tuple[Choice | Block, frozenset[str]]]:
        """Return the most important figures, or notes, with the points that each stands beside.

        Figures `within` the text are those that a point prints, and printed with it only.
        """
        weight = self.weight(kind)
        if not weight:
            return []
        made: Sequence[tuple[ExhibitEntry, frozenset[str]]]
        if kind is Supplement.NOTES:
            made = lists.notes_beside(self.argument, self._points(), self.reader, role, at)
        else:
            self._show(wanted.sizes[0])
            points = self._points()
            made = figures.figures_beside(self.argument, points, self.reader, at, within=within)
            made = [one for one in made[: self._cap(kind)] if one[0].subject not in self.stripped]
        most_shown = min(wanted.sizes[0], self._cap(kind))
        return [
            (
                _shown([entry], weight, optional=wanted.optional)[0]
                if len(entry.blocks) == 1
                else replace(
                    entry.choice(weight), required=not (wanted.optional or entry.explains)
                ),
                beside,
            )
            for entry, beside in [one for one in made if wanted.takes(one[0])][:most_shown]
        ]

    def strip(self, wanted: Wanted, at: Origin) -> Sequence[Block | Choice]:
        """Return the most important events as a strip across the page, or as a choice of them.

        A strip that may go does so where dates stand in clusters, far from their labels.
        """
        kind = Supplement.TIMELINE
        made = figures.timeline(self.argument, self.reader, at, strip=True)
        if not self.weight(kind) or len(made.priorities) < LEAST_MOMENTS:
            return ()
        sizes = tuple(min(size, self._cap(kind)) for size in wanted.sizes)
        if wanted.optional:
            sizes = tuple(size for size in sizes if _is_even(made.shown(size)))
        return self._sized(kind, made, replace(wanted, sizes=sizes)) if sizes else ()

    def chronology(self, wanted: Wanted, at: Origin) -> Sequence[Block | Choice]:
        """Return the choice of a strip of events or of a table of more of them, which fills pages.

        One of the two says when things happened. A table is worth a little more than any strip, and
        less than what a strip leaves room for: it is printed where nothing else takes its place.
        """
        sizes = [size for size in STRIP_SIZES if size <= self._cap(Supplement.TIMELINE)]
        strips = self.strip(Wanted(tuple(sizes), choosable=True, optional=True), at)
        tables = self.placed(Supplement.CHRONOLOGY, wanted, Role.BODY, at)
        if not (strips and tables):
            return strips or tables
        (strip,), (table,) = strips, tables
        if not (isinstance(strip, Choice) and isinstance(table, Choice)):
            return tables
        best = max(one.value for one in strip.variants)
        longer = [one for one in table.variants if one.entries > max(sizes)]
        lower = tuple(
            replace(one, value=best + len(longer) - number) for number, one in enumerate(longer)
        )
        return [replace(table, variants=(*strip.variants, *lower))]

    def _cap(self, kind: Supplement) -> int:
        audience = self.selection.audience
        if kind is Supplement.KEY_FIGURES:
            return audience.figures
        return audience.events if kind in (Supplement.TIMELINE, Supplement.CHRONOLOGY) else ALL

    def _made(self, kind: Supplement, role: Role, at: Origin) -> Exhibit | tuple[ExhibitEntry, ...]:
        match kind:
            case Supplement.KEY_FIGURES:
                return figures.key_figures(self.argument, self.reader, at, self.leading)
            case Supplement.TIMELINE:
                return figures.timeline(self.argument, self.reader, at)
            case Supplement.CHRONOLOGY | Supplement.CLAIMS:
                return self._table(kind, at)
            case Supplement.GLOSSARY | Supplement.PICTURES | Supplement.EVIDENCE:
                raise Bug(f"{kind} has a way of its own")
            case _:
                return self._entries(kind, role, at)

    def _table(self, kind: _Tabled, at: Origin) -> Exhibit:
        from briefgen.compose import chronology  # noqa: PLC0415 - few readers get one

        match kind:
            case Supplement.CHRONOLOGY:
                return chronology.chronology(self.argument, self.reader, at)
            case Supplement.CLAIMS:
                from briefgen.compose.claims import claims  # noqa: PLC0415

                return claims(self.argument, self.selection, self.reader, at)
            case _:
                assert_never(kind)

    def _entries(self, kind: _Listed, role: Role, at: Origin) -> tuple[ExhibitEntry, ...]:
        match kind:
            case Supplement.NOTES:
                return lists.notes(self.argument, self.reader, role, at)
            case Supplement.QUOTATIONS:
                return lists.quotations(self.argument, self.pulled, self.reader, role, at)
            case Supplement.UNCERTAIN:
                return lists.uncertain(self.selection, self.reported, self.reader, role, at)
            case Supplement.CONTACT:
                return lists.contact(self.argument, self.reader, role, at)
            case Supplement.CHARTS:
                if not chart_holders(self.argument.facts):
                    return ()
                from briefgen.compose import charts  # noqa: PLC0415 - few arguments have any

                return charts.charts(self.argument, self._points(), self.reader, at)
            case Supplement.COMPARISON:
                return self._compared(at)
            case _:
                assert_never(kind)

    def _compared(
        self, at: Origin, told: AbstractSet[str] | None = None
    ) -> tuple[ExhibitEntry, ...]:
        from briefgen.compose import comparison  # noqa: PLC0415 - few readers get one

        return comparison.comparisons(self.argument, self.reader, at, told)

    def _points(self) -> list[Point]:
        return [ranked.point for part in self.selection.parts.values() for ranked in part]

    def pull_quote(
        self, quotations: Sequence[Quotation], at: Origin, *, optional: bool
    ) -> Sequence[Block | Choice]:
        """Return quotations set large, if the audience gets any."""
        weight = self.weight(Supplement.QUOTATIONS)
        if not weight:
            return ()
        entries = [lists.pull_quote(one, self._points(), self.reader, at) for one in quotations]
        return _shown(entries, weight, optional=optional)

    def chart(self, fact: Fact, at: Origin, *, optional: bool) -> Sequence[Block | Choice]:
        """Return the chart of one fact, if the audience gets charts at all."""
        from briefgen.compose import charts  # noqa: PLC0415 - few arguments have any

        weight = self.weight(Supplement.CHARTS)
        entry = charts.chart_entry(fact, self._points(), self.reader, at)
        if not weight:
            return ()
        return _shown([entry], weight, optional=optional)

    def actions(self, at: Origin, *, optional: bool) -> Sequence[Block | Choice]:
        """Return the table of recommendations, if the audience gets any that have terms."""
        from briefgen.compose.actions import actions  # noqa: PLC0415 (few templates ask for it)

        entries = actions(self.argument, self.selection, self.reader, at)
        return _shown(entries, ACTIONS_WEIGHT, optional=optional)

    def values(self, wanted: Wanted, at: Origin) -> Sequence[Block | Choice]:
        """Return tables of the values behind charts, if the audience gets charts at all."""
        from briefgen.compose.chart_values import values  # noqa: PLC0415 (long briefs have them)

        weight = self.weight(Supplement.CHARTS)
        if not weight:
            return ()
        entries = most(values(self.argument, self.reader, at), wanted.sizes[0])
        return _shown(entries, weight, optional=wanted.optional)

    def pictures(
        self, chosen: Sequence[Image], height_pt: float | None, at: Origin, *, optional: bool
    ) -> Sequence[Block | Choice]:
        """Return pictures, if the audience gets any."""
        weight = self.weight(Supplement.PICTURES)
        if not weight:
            return ()
        entries = [picture_entry(image, self.held[image.id], height_pt, at) for image in chosen]
        if optional:
            return [entry.choice(weight) for entry in entries]
        return [block for entry in entries for block in entry.blocks]

    def qr_code(self, at: Origin, *, optional: bool) -> Sequence[Block | Choice]:
        """Return a code that leads to the article, where its address is known."""
        address = self.argument.article.address
        if not address:
            return ()
        from briefgen.compose.qr_code import qr_code  # noqa: PLC0415 - few templates ask for it

        code = qr_code(address, self.reader.words.labels, at)
        entry = ExhibitEntry(code.image, LEAST_PRIORITY, (code,))
        return [entry.choice(1)] if optional else entry.blocks

    def sources(self, at: Origin, *, cited: bool) -> Sequence[Block]:
        """Return the list of sources: numbered, plain for those who cite in brackets, or none.

        Of a numbered list only what is `cited` may be wanted.
        """
        if self.reader.citing == "numbers":
            return deferred.sources(self.argument, self.reader, at, cited=cited)
        if self.reader.citing == "names":
            return deferred.named_sources(self.argument, self.reader, at)
        if self.reader.citing == "brackets":
            known = [one for one in self.argument.sources if one.status == "resolved"]
            entries = [deferred.entry(source, self.reader) for source in known]
            return [Paragraph(Role.SOURCE, entry, at) for entry in entries]
        return ()

    def glossary(self, wanted: Wanted, role: Role, at: Origin) -> Sequence[Block | Choice]:
        """Return the glossary, once everything was read.

        Where the reader gets a list, it is there. Where acronyms are expanded at first use, the
        list can be left to what no text explains.
        """
        acronyms = self.selection.audience.acronyms
        if acronyms == "never":
            return ()
        own = role if role is Role.SIDE_TEXT else Role.SOURCE
        beside = wanted.beside
        unexplained = deferred.glossary(self.reader, at, own, unexplained=True, beside=beside)
        weight = self.weight(Supplement.GLOSSARY)
        if acronyms == "first-use" and not weight:
            return unexplained
        listed = deferred.glossary(self.reader, at, own, unexplained=False, beside=beside)
        if acronyms == "list" or not wanted.optional or not listed:
            return listed
        count = len(listed[0].entries)
        variants = [Variant(None, listed, score(weight, [LEAST_PRIORITY] * count), count)]
        if unexplained:
            variants.append(Variant(None, unexplained, 0, len(unexplained[0].entries)))
        return [Choice(Supplement.GLOSSARY, None, tuple(variants), required=bool(unexplained))]
