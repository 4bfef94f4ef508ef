"""For whom and for which lengths an argument is checked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from msgspec import Struct, field

from briefgen.check.passage import Passage, passages
from briefgen.types.argument import Argument, Part
from briefgen.types.point import Form, Point, Wording
from briefgen.types.selection import Audience

Asked = Mapping[str, Mapping[str, frozenset[Form]]]
"""The forms that each length asks for: by the name of the length, then by the id of the point."""


def _prints_all(code: int) -> bool:  # noqa: ARG001
    return True


class Scope(Struct, frozen=True):
    """What is known besides the argument. Without an audience, every reader is meant.

    With `longest`, a length misses the longest form that it asks for; without, a form is missing
    only where no other that it asks for stands in. `required` are the ids of points without which a
    length makes no brief, by its name. `prints` says of a code point whether every
    font of the theme prints it. `examples` are texts of the skeleton, to be replaced. `audiences`
    are those that a wording may be for; where none are named, it may be for any.
    """

    audience: Audience | None = None
    asked: Asked = field(default_factory=dict)
    longest: bool = False
    required: Mapping[str, Collection[str]] = field(default_factory=dict)
    prints: Callable[[int], bool] = _prints_all
    examples: Collection[str] = ()
    audiences: Collection[str] = ()

    def passages(self, argument: Argument) -> Iterator[Passage]:
        """Return the passages that the audience can meet: its parts, in its wording.

        Without an audience these are all passages, every wording included.
        """
        if self.audience is None:
            yield from passages(argument)
            return
        parts = {part.value for part in Part}
        weights = {part.value: weight for part, weight in self.audience.weights.items()}
        for passage in passages(argument):
            if passage.path[0] in parts and not weights.get(str(passage.path[0])):
                continue
            if passage.point is None or self._is_its_wording(passage, passage.point):
                yield passage

    def _is_its_wording(self, passage: Passage, point: Point) -> bool:
        assert self.audience is not None
        names = self.audience.wording or (self.audience.name,)
        wordings = (name for name in names if name in point.wording)
        first = next((name for name in wordings if _gives(point.wording[name], passage.form)), None)
        return passage.audience == first


def _gives(wording: Wording, form: Form | None) -> bool:
    if form is Form.DETAIL:
        return bool(wording.more or wording.detail)
    return bool(form and getattr(wording, form))


EVERYONE = Scope()
"""No audience and no length in particular."""
