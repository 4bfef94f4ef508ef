"""Tags of apparatus into blocks and choices, as the audience wants them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from briefgen.compose import charts, comparison, figures, late, lists, tables
from briefgen.compose.exhibit import ALL, Entry, Exhibit, most, worth
from briefgen.compose.pictures import Pictures, picture_entry
from briefgen.compose.prose import Reader
from briefgen.types.apparatus import Image
from briefgen.types.argument import Argument
from briefgen.types.block import Block, Origin, Paragraph
from briefgen.types.draft import Choice, Offer
from briefgen.types.fact import Fact
from briefgen.types.finding import Bug
from briefgen.types.profile import Apparatus
from briefgen.types.role import Role
from briefgen.types.selection import LEAST_PRIORITY, Selection

SIZED = frozenset(
    {
        Apparatus.KEY_FIGURES,
        Apparatus.TIMELINE,
        Apparatus.CHRONOLOGY,
        Apparatus.EVIDENCE,
        Apparatus.CLAIMS,
    }
)
"""What is one block, larger or smaller. Other apparatus is made of entries that stand alone."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a tag asks for: sizes (at least one), and whether nothing at all will do, too."""

    sizes: tuple[int, ...]
    choosable: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Collection:
    """The apparatus of one argument for one audience.

    `told` are the points that the template places, which is known once all of it was read.
    """

    argument: Argument
    selection: Selection
    reader: Reader
    held: Pictures = field(default_factory=dict)
    told: AbstractSet[str] = frozenset()

    def weight(self, kind: Apparatus) -> int:
        """Return what an apparatus weighs with the audience; 0 leaves it out."""
        return self.selection.audience.apparatus.get(kind, 0)

    def placed(
        self, kind: Apparatus, wanted: Wanted, role: Role, at: Origin
    ) -> Sequence[Block | Choice]:
        """Return an apparatus as blocks, or as a choice where the tag leaves one."""
        if kind is Apparatus.GLOSSARY:
            return self.glossary(wanted, at)
        weight = self.weight(kind)
        if not weight:
            return ()
        if kind in SIZED:
            sizes = [min(size, self._cap(kind)) for size in wanted.sizes]
            exhibit = self._exhibit(kind, at)
            if wanted.choosable or wanted.optional:
                return exhibit.choice(kind, weight, sizes, required=not wanted.optional)
            return exhibit.shown(sizes[0])
        entries = most(self._entries(kind, role, at), wanted.sizes[0])
        if wanted.optional:
            return [entry.choice(weight) for entry in entries]
        return [block for entry in entries for block in entry.blocks]

    def _cap(self, kind: Apparatus) -> int:
        audience = self.selection.audience
        if kind is Apparatus.KEY_FIGURES:
            return audience.figures
        return audience.events if kind in (Apparatus.TIMELINE, Apparatus.CHRONOLOGY) else ALL

    def _exhibit(self, kind: Apparatus, at: Origin) -> Exhibit:
        match kind:
            case Apparatus.KEY_FIGURES:
                return figures.key_figures(self.argument, self.reader, at)
            case Apparatus.TIMELINE:
                return figures.timeline(self.argument, self.reader, at)
            case Apparatus.CHRONOLOGY:
                return tables.chronology(self.argument, self.reader, at)
            case Apparatus.EVIDENCE:
                return tables.evidence(self.argument, self.reader, at)
            case Apparatus.CLAIMS:
                return tables.claims(self.argument, self.selection, self.reader, at)
            case _:
                raise Bug(f"{kind} has no sizes")

    def _entries(self, kind: Apparatus, role: Role, at: Origin) -> tuple[Entry, ...]:
        match kind:
            case Apparatus.NOTES:
                return lists.notes(self.argument, self.reader, role, at)
            case Apparatus.QUOTATIONS:
                return lists.quotations(self.argument, self.reader, role, at)
            case Apparatus.UNCERTAIN:
                return lists.uncertain(self.selection, self.told, self.reader, role, at)
            case Apparatus.CONTACT:
                return lists.contact(self.argument, self.reader, role, at)
            case Apparatus.CHARTS:
                return charts.charts(self.argument, self.reader, at)
            case Apparatus.COMPARISON:
                return comparison.comparisons(self.argument, self.reader, at)
            case _:
                raise Bug(f"{kind} has no entries")

    def chart(self, fact: Fact, at: Origin, *, optional: bool) -> Sequence[Block | Choice]:
        """Return the chart of one fact, if the audience wants charts at all."""
        weight = self.weight(Apparatus.CHARTS)
        entry = charts.chart_entry(fact, self.reader, at)
        if not weight:
            return ()
        return [entry.choice(weight)] if optional else entry.blocks

    def pictures(
        self, chosen: Sequence[Image], height_pt: float | None, at: Origin, *, optional: bool
    ) -> Sequence[Block | Choice]:
        """Return pictures, if the audience wants any."""
        weight = self.weight(Apparatus.PICTURES)
        if not weight:
            return ()
        entries = [picture_entry(image, self.held[image.id], height_pt, at) for image in chosen]
        if optional:
            return [entry.choice(weight) for entry in entries]
        return [block for entry in entries for block in entry.blocks]

    def sources(self, at: Origin, *, cited: bool) -> Sequence[Block]:
        """Return the list of sources: numbered, plain for those who cite in brackets, or none.

        Of a numbered list only what is `cited` may be wanted.
        """
        if self.reader.citing == "numbers":
            return late.sources(self.argument, self.reader, at, cited=cited)
        if self.reader.citing == "brackets":
            known = [one for one in self.argument.sources if one.status == "resolved"]
            entries = [late.entry(source, self.reader) for source in known]
            return [Paragraph(Role.SOURCE, entry, at) for entry in entries]
        return ()

    def glossary(self, wanted: Wanted, at: Origin) -> Sequence[Block | Choice]:
        """Return the glossary, once everything was read.

        Where the reader wants a list, it is there. Where acronyms are expanded at first use, the
        list can be left to what no text explains.
        """
        glossing = self.selection.audience.glossing
        if glossing == "never":
            return ()
        unexplained = late.glossary(self.reader, at, unexplained=True)
        weight = self.weight(Apparatus.GLOSSARY)
        if glossing == "first-use" and not weight:
            return unexplained
        listed = late.glossary(self.reader, at, unexplained=False)
        if glossing == "list" or not wanted.optional or not listed:
            return listed
        count = len(listed[0].entries)
        offers = [Offer(None, listed, worth(weight, [LEAST_PRIORITY] * count), count)]
        if unexplained:
            offers.append(Offer(None, unexplained, 0, len(unexplained[0].entries)))
        return [Choice(Apparatus.GLOSSARY, None, tuple(offers), required=bool(unexplained))]
