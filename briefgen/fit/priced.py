"""A section while room has a price: what it makes at most, whatever else is printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from briefgen.fit.problem import Item, PricedVariant, SectionItems

_NEVER = float("-inf")


class Priced:
    """A section whose options are worth their profit: their value less the price of their room.

    `profits[n]` are those of the n-th item's options, `heading` is the price of the heading.
    `least` and `unprinted` are the section's own. Items that are `tied` to others by a rule stand
    for none that is as good. `most` is the most profit that it can make.
    """

    def __init__(
        self,
        group: SectionItems,
        profits: Sequence[Sequence[float]],
        heading: float,
        least: int,
        unprinted: int | None,
        *,
        one_column: bool,
        tied: Collection[int] = (),
    ) -> None:
        self.group = group
        self.tied = tied
        self.same = one_column and _fixed_selection(group)
        self.profits = profits
        self.least = least
        self.closed = _NEVER if unprinted is None else unprinted
        self.best = [max(own) for own in profits]
        self.losses = sorted(self._losses())[: least + 1]
        self.free = sum(self.best) - heading
        self.most = max(self.closed, self.free - self._lost(least))

    def _losses(self) -> Iterator[tuple[float, int]]:
        """Yield what is lost at least by printing a choice, and its number."""
        for number, (item, own) in enumerate(zip(self.group.items, self.profits, strict=True)):
            if item.choice is not None:
                options = zip(item.options, own, strict=True)
                printed = (profit for option, profit in options if option.metrics)
                yield self.best[number] - max(printed, default=_NEVER), number

    def _lost(self, printed: int, but: int | None = None) -> float:
        """Return what is lost at least by printing so many choices, a certain one not counted."""
        losses = [loss for loss, number in self.losses[: printed + 1] if number != but]
        return sum(losses[:printed])

    def with_each(self) -> Iterator[list[float]]:
        """Yield for each item the most profit that the section makes with each of its options."""
        outstanding = (
            self._outstanding() if self.same else ([0.0] * len(own) for own in self.profits)
        )
        options = zip(self.group.items, self.profits, outstanding, strict=True)
        for number, (item, own, requires) in enumerate(options):
            opened = self.free - self.best[number]
            without = self._lost(self.least, number)
            counts = self.least > 0 and item.choice is not None
            printed = self._lost(self.least - 1, number) if counts else without
            yield [
                opened - max(printed, owe) + profit
                if option.metrics
                else max(opened - without + profit, self.closed)
                for option, profit, owe in zip(item.options, own, requires, strict=True)
            ]

    def _outstanding(self) -> Iterator[list[float]]:
        """Yield for each item what printing it in each way loses at least on the items before it.

        One that could be printed as high, in as long a form, and is worth no less comes first: were
        it left out, it could stand instead, and the selection would be better, or as good with a
        longer form earlier. So it is printed, too. No rule tells such two apart: they have one
        priority and offer the same forms, and neither is tied to others.
        """
        earlier: dict[_Alike, dict[int, float]] = {}
        for number, (item, own) in enumerate(zip(self.group.items, self.profits, strict=True)):
            if not _may_go(item) or number in self.tied:
                yield [0.0] * len(own)
                continue
            *printed, _ = item.options
            levels = frozenset(each.level for each in printed)
            likes = [(each.height, each.level, item.priority, levels) for each in printed]
            pairs = list(zip(likes, printed, strict=True))
            yield [*(_as_good(earlier.get(like, {}), each.value) for like, each in pairs), 0.0]
            loss = self.best[number] - max(own[:-1])
            most = {like: each.value for like, each in sorted(pairs, key=_value)}
            for like, value in most.items():
                losses = earlier.setdefault(like, {})
                losses[value] = losses.get(value, 0.0) + loss


_Alike = tuple[int, int, int | None, frozenset[int]]
"""Height and length of a form, and the priority and the forms of the point that it is of."""


def _as_good(losses: Mapping[int, float], value: int) -> float:
    """Return what is lost in all on items that are worth so much at least."""
    return sum(loss for score, loss in losses.items() if score >= value)


def _value(pair: tuple[_Alike, PricedVariant]) -> int:
    return pair[1].value


def _may_go(item: Item) -> bool:
    """Return whether an item is printed in one block or not at all."""
    *printed, last = item.options
    return bool(printed) and last.variant is None and all(option.metrics for option in printed)


def _fixed_selection(group: SectionItems) -> bool:
    """Return whether all that a section may print is a block with the same space around it.

    In one column it is then only heights that matter, not what stands where.
    """
    options = [option for item in group.items for option in item.options if option.metrics]
    kinds = {(s.before, s.after, s.kind, s.keep) for option in options for s in option.metrics}
    single = all(len(option.metrics) == 1 for option in options)
    return single and len(kinds) == 1 and not next(iter(kinds))[-1]
