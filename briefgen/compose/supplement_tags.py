"""What the tags of supplements put into a section."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose import lists
from briefgen.compose.asked import Asked
from briefgen.compose.exhibit import Wanted, images
from briefgen.compose.supplements import Collection
from briefgen.types.block import Block, Contents, Origin
from briefgen.types.draft import Choice
from briefgen.types.fact import chart_holders
from briefgen.types.finding import shown
from briefgen.types.role import Role
from briefgen.types.selection import Supplement

LATE = frozenset(
    {Supplement.GLOSSARY, Supplement.UNCERTAIN, Supplement.EVIDENCE, Supplement.COMPARISON}
)
"""What can only be made once everything was read: it depends on what else the template places."""


_OWN = {
    Supplement.TIMELINE.value: {"strip"},
    Supplement.CHRONOLOGY.value: {"strip"},
    Supplement.KEY_FIGURES.value: {"beside"},
    Supplement.NOTES.value: {"beside", "of"},
    Supplement.GLOSSARY.value: {"beside"},
    Supplement.EVIDENCE.value: {"uncompared", "untold"},
    Supplement.COMPARISON.value: {"untold"},
}
"""Options that not every supplement has."""


class Deferred(Struct, frozen=True):
    """A supplement that can only be made once everything was read."""

    kind: Supplement
    wanted: Wanted
    role: Role
    at: Origin


class SupplementTags(Struct):
    """Reads the tags of one template. `listed` is the line that lists the sources."""

    collection: Collection
    listed: int | None = None

    def placed(self, asked: Asked, role: Role, at: Origin) -> Sequence[Block | Choice | Deferred]:
        """Return what a tag asks for.

        Raises:
            TemplateError: it asks for what there is not.
        """
        name = asked.tag.name
        if own := self._own().get(name):
            return own(asked, at)
        if name == Supplement.TIMELINE and asked.flag("strip"):
            asked.refuse_others({"most", "optional", "strip"})
            return self.collection.strip(asked.wanted(), at)
        if name == Supplement.CHRONOLOGY and asked.flag("strip"):
            asked.refuse_others({"most", "optional", "strip"})
            return self.collection.chronology(asked.wanted(), at)
        asked.refuse_others({"most", "optional"} | _OWN.get(name, set()))
        kind, wanted = Supplement(name), asked.wanted()
        if kind in LATE:
            flags = {name: asked.flag(name) for name in ("beside", "uncompared", "untold")}
            return [Deferred(kind, replace(wanted, **flags), role, at)]
        return self.collection.placed(kind, wanted, role, at)

    def _own(self) -> dict[str, Callable[[Asked, Origin], Sequence[Block | Choice]]]:
        """Return how tags are read that are no supplements, or have ways of their own."""
        return {
            "actions": self._actions,
            "chart": self._chart,
            "contents": self._contents,
            "lead_figure": self._lead_figure,
            "picture": self._pictures,
            "pictures": self._pictures,
            "pull_quote": self._pull_quote,
            "qr_code": self._qr_code,
            "sources": self._sources,
            "stats": self._stats,
            "values": self._values,
        }

    def _actions(self, asked: Asked, at: Origin) -> Sequence[Block | Choice]:
        asked.refuse_others({"optional"})
        return self.collection.actions(at, optional=asked.flag("optional"))

    def _contents(self, asked: Asked, at: Origin) -> Sequence[Block | Choice]:
        asked.refuse_others({"levels", "least_pages", "of_argument"})
        least, own = asked.least_pages(), asked.flag("of_argument")
        return [Contents(asked.levels(), at, least_pages=least, of_argument=own)]

    def _qr_code(self, asked: Asked, at: Origin) -> Sequence[Block | Choice]:
        asked.refuse_others({"optional"})
        return self.collection.qr_code(at, optional=asked.flag("optional"))

    def _sources(self, asked: Asked, at: Origin) -> Sequence[Block | Choice]:
        asked.refuse_others({"cited"})
        self._list_once(asked)
        return self.collection.sources(at, cited=asked.flag("cited"))

    def _lead_figure(self, asked: Asked, at: Origin) -> Sequence[Block | Choice]:
        asked.refuse_others(set())
        return self.collection.lead_figure(at)

    def _stats(self, asked: Asked, at: Origin) -> Sequence[Block | Choice]:
        asked.refuse_others({"most", "optional"})
        return self.collection.stats(asked.wanted(), at)

    def _values(self, asked: Asked, at: Origin) -> Sequence[Block | Choice]:
        asked.refuse_others({"most", "optional"})
        return self.collection.values(asked.wanted(), at)

    def _list_once(self, asked: Asked) -> None:
        """Reject a second list of sources: a number leads to one place."""
        if self.listed:
            message = f"lists the sources a second time, after line {self.listed}"
            raise asked.error("sources-twice", message, "remove one of the two")
        self.listed = asked.tag.line

    def _pull_quote(self, asked: Asked, at: Origin) -> Sequence[Block | Choice]:
        """Return a quotation by its id, or the first ones that can be set large."""
        named = bool(asked.tag.arguments)
        asked.refuse_others({"optional"} if named else {"optional", "most"}, int(named))
        collection = self.collection
        quotations = [one for one in collection.argument.quotations if lists.is_pullable(one)]
        most = asked.wanted().sizes[0] if "most" in asked.tag.options else 1
        if named:
            key = asked.key()
            quotations = [one for one in quotations if one.id == key]
            if not quotations:
                message = f"sets no quotation large that may be: {shown(key)}"
                hint = f"take one of {lists.LEAST_WORDS} words or more with a named speaker"
                raise asked.error("quotation-unknown", message, hint)
        collection.pulled.update(one.id for one in quotations[:most])
        return collection.pull_quote(quotations[:most], at, optional=asked.flag("optional"))

    def _chart(self, asked: Asked, at: Origin) -> Sequence[Block | Choice]:
        asked.refuse_others({"optional"}, 1)
        key = asked.key()
        facts = {fact.id: fact for fact in self.collection.argument.facts}
        drawn = chart_holders(facts.values())
        fact = facts.get(drawn.get(key, ""))
        if fact is None:
            known = f"facts with a series are {', '.join(drawn)}"
            message = f"draws no fact that has a series: {shown(key)}"
            raise asked.error("chart-unknown", message, known if drawn else "no fact has a series")
        return self.collection.chart(fact, at, optional=asked.flag("optional"))

    def _pictures(self, asked: Asked, at: Origin) -> Sequence[Block | Choice]:
        """Return one picture by its id, or the first pictures there are."""
        single = asked.tag.name == "picture"
        options = {"height", "optional"}
        asked.refuse_others(options if single else options | {"most"}, 1 if single else 0)
        height_pt = asked.height_pt()
        there = images(self.collection.argument)
        if single:
            key = asked.key()
            chosen = [image for image in there if image.id == key]
            if not chosen:
                known = ", ".join(image.id for image in there) or "none"
                message = f"places no picture of the argument: {shown(key)}"
                raise asked.error("picture-unknown", message, f"pictures are {known}")
        else:
            chosen = [*there[: asked.wanted().sizes[0]]]
        return self.collection.pictures(chosen, height_pt, at, optional=asked.flag("optional"))
