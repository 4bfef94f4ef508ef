"""A section while room has a price: what it makes at most, whatever else is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.fit.problem import Group

_NEVER = float("-inf")


class Priced:
    """A section whose options are worth their profit: their value less the price of their room.

    `profits[n]` are those of the n-th item's options, `heading` is the price of the heading.
    `least` and `unprinted` are the section's own. `most` is the most profit that it can make.
    """

    def __init__(
        self,
        group: Group,
        profits: Sequence[Sequence[float]],
        heading: float,
        least: int,
        unprinted: int | None,
    ) -> None:
        self.group = group
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
                printed = (profit for option, profit in options if option.slugs)
                yield self.best[number] - max(printed, default=_NEVER), number

    def _lost(self, printed: int, but: int | None = None) -> float:
        """Return what is lost at least by printing so many choices, a certain one not counted."""
        losses = [loss for loss, number in self.losses[: printed + 1] if number != but]
        return sum(losses[:printed])

    def with_each(self) -> Iterator[list[float]]:
        """Yield for each item the most profit that the section makes with each of its options."""
        for number, (item, own) in enumerate(zip(self.group.items, self.profits, strict=True)):
            opened = self.free - self.best[number]
            without = opened - self._lost(self.least, number)
            counts = self.least > 0 and item.choice is not None
            printed = opened - self._lost(self.least - 1, number) if counts else without
            yield [
                printed + profit if option.slugs else max(without + profit, self.closed)
                for option, profit in zip(item.options, own, strict=True)
            ]
