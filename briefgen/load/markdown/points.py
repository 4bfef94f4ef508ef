"""Points out of Markdown: a heading, a summary, and what more or else there is of it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.load.markdown.fields import of_point
from briefgen.load.markdown.gathered import Gathered, Values
from briefgen.load.markdown.prose import NO_HEADING, ProseReading
from briefgen.load.resources import names
from briefgen.markup.attributes import attributes_at, trailing
from briefgen.markup.document import DocumentBlock
from briefgen.pattern import late_pattern
from briefgen.types.argument import Part
from briefgen.types.finding import ALMOST, nearest
from briefgen.types.point import ContestedPoint, Point, Recommendation, referred
from briefgen.types.source_map import Path

_AUDIENCE = late_pattern(r"[a-z0-9]+(-[a-z0-9]+)*")
_PRIORITIES = 5
_FORMS = ("headline", "takeaway", "summary", "more", "detail")
_OWN_FORMS = ("detail", "takeaway")
_TEXTS = ("uncertainty", "counter_position")
_MODELS: dict[Part, type[Point]] = {
    Part.CONTESTED: ContestedPoint,
    Part.RECOMMENDATIONS: Recommendation,
}
_IN_ROUND = late_pattern(
    r"\(((?:[.#][a-z][\w-]*|[a-z]+=(?:\w+|[\"\u201c][^()]*[\"\u201d]))[^()]*)\)\s*$"
)


@kept(1)
def _known_names() -> tuple[str, ...]:
    return (*names("audiences"), *_OWN_FORMS, *_TEXTS)


class PointReading:
    """Reads the points of one file, part by part."""

    def __init__(self, gathered: Gathered, prose: ProseReading) -> None:
        self.gathered = gathered
        self.prose = prose

    def thesis(
        self, heading: DocumentBlock | None, blocks: list[DocumentBlock], title: tuple[str, int]
    ) -> None:
        """Read the thesis; its headline is that of its heading, or the argument's title."""
        line = heading.first if heading else (blocks[0].first if blocks else title[1])
        values: Values = {"id": ("thesis", line, None), "priority": (1, line, None)}
        headline = title
        if heading:
            text, found = trailing(heading.text)
            headline = (self.prose.line(text), heading.first)
            if found:
                found = replace(found, held=tuple(o for o in found.held if o.name != ".thesis"))
            own, blocks = of_point(heading.text, found, blocks, Point, self.gathered)
        else:
            self.gathered.typed[("thesis", "forms", "headline")] = ("title",)
            own, blocks = of_point(None, None, blocks, Point, self.gathered)
        values |= own
        self._point(("thesis",), headline, values, blocks, line)

    def part(self, part: Part, defaults: Values, blocks: list[DocumentBlock]) -> None:
        """Read the points of a part: each begins with a heading of the second level."""
        opened: list[tuple[DocumentBlock, list[DocumentBlock]]] = []
        for block in blocks:
            if block.kind == "heading" and block.level == 2:  # noqa: PLR2004
                opened.append((block, []))
            elif opened:
                opened[-1][1].append(block)
            elif block.kind == "comment":
                self.prose.comment(block)
            elif block.kind == "heading":
                shown = block.text.folded[:40]
                message = f'"{shown}" begins no point: it has {"#" * block.level}'
                hint = "begin a point with ##; ### is for the wording of an audience within one"
                self.gathered.report("text-without-point", message, hint, block.first)
                opened.append((block, []))
            else:
                message = "stands before the first point of its part"
                hint = "begin the point with ## and its headline"
                if marks := NO_HEADING.match(block.text.text):
                    hint = f"write a space behind {marks[1]}"
                self.gathered.report("text-without-point", message, hint, block.first)
        for number, (heading, tokens) in enumerate(opened, 1):
            self._of_part(part, number, heading, tokens, dict(defaults))

    def _of_part(
        self,
        part: Part,
        number: int,
        heading: DocumentBlock,
        blocks: list[DocumentBlock],
        values: Values,
    ) -> None:
        model = _MODELS.get(part, Point)
        text, found = trailing(heading.text)
        own, blocks = of_point(heading.text, found, blocks, model, self.gathered)
        values |= own
        path = self.gathered.next(part.value, heading.first)
        if path is None:
            return
        headline = self.prose.line(text, str(values.get("locator", ("",))[0]))
        if loose := _IN_ROUND.search(headline):
            message = f'"{loose[0]}" would be printed: it stands in round brackets'
            hint = f"write {{{loose[1]}}}"
            self.gathered.report("attributes-loose", message, hint, heading.first)
        values.setdefault("id", (self.gathered.new_id(headline, part.value), heading.first, None))
        values.setdefault("priority", (min(number, _PRIORITIES), heading.first, None))
        if part is Part.NOT_SAID:
            values.setdefault("attribution", ("editor", heading.first, None))
        if found and found.fault:
            self.gathered.lose((*path, "id"), heading.text.text)
        self._point(path, (headline, heading.first), values, blocks, heading.first)

    def _point(
        self,
        path: Path,
        headline: tuple[str, int],
        values: Values,
        blocks: list[DocumentBlock],
        line: int,
    ) -> None:
        self.gathered.put_all(path, values, line)
        locator = str(values["locator"][0]) if "locator" in values else ""
        forms = (*path, "forms")
        self.gathered.put((*forms, "headline"), headline[0], headline[1])
        own: list[DocumentBlock] = []
        where: Path = forms
        for block in blocks:
            if block.kind == "container":
                self._container(path, block, locator)
            elif block.kind == "heading" and block.level == 3:  # noqa: PLR2004
                self._texts(where, own, locator)
                own, where = [], self._variant(path, block)
            else:
                own.append(block)
        self._texts(where, own, locator)
        if "evidence" not in values:
            self._evidence(path)

    def _variant(self, path: Path, heading: DocumentBlock) -> Path:
        """Return where the text below `### detail` or `### public: Headline` belongs."""
        name, colon, headline = heading.text.folded.partition(":")
        name = name.strip().lower()
        if name in _OWN_FORMS and not colon:
            return (*path, "forms", name)
        audience, _, form = name.partition(" ")
        audience, form = (audience, form) if form in _OWN_FORMS else (name, "")
        self._misspelt(audience, heading.first)
        if not _AUDIENCE.fullmatch(audience):
            message = f'"{heading.text.folded[:40]}" is neither a form nor an audience'
            hint = "write ### detail, ### public or ### public: with a headline for that audience"
            self.gathered.report("unknown-container", message, hint, heading.first)
            return (*path, "wording", "unread")
        where = (*path, "wording", audience)
        if colon and headline.strip():
            at = heading.text.text.find(headline.strip())
            text = heading.text.part(at, len(heading.text.text))
            self.gathered.put((*where, "headline"), self.prose.line(text), heading.first)
        return (*where, form) if form else where

    def _misspelt(self, name: str, line: int) -> None:
        """Tell of a name that is much like that of a form or a built-in audience, and none.

        Others may be audiences of the user's own.
        """
        known = _known_names()
        if name not in known and (near := nearest(name, known, ALMOST)):
            message = f'"{name}" names neither a form nor an audience'
            hint = f"did you mean {near}?"
            self.gathered.report("unknown-container", message, hint, line)

    def _texts(self, where: Path, blocks: list[DocumentBlock], locator: str) -> None:
        """Add texts: as a detail, or the first as the summary and others as more."""
        texts = self.prose.texts(blocks, locator)
        if where[-1] == "takeaway":
            if texts:
                text = "\n\n".join(text for text, _ in texts)
                self.gathered.put(where, text, texts[0][1])
            return
        if where[-1] == "detail":
            for number, (text, line) in enumerate(texts):
                self.gathered.put((*where, number), text, line)
            return
        for number, (text, line) in enumerate(texts):
            way = (*where, "more", number - 1) if number else (*where, "summary")
            self.gathered.put(way, text, line)

    def _container(self, path: Path, block: DocumentBlock, locator: str) -> None:
        """Read `::: detail`, `::: public` or `::: {.public form=headline}`."""
        name, form = self._named(block)
        if not block.closed:
            message = f"::: {name} is never closed"
            self.gathered.report("container-open", message, "end it with a line :::", block.first)
        if name in _TEXTS:
            texts = self.prose.texts(block.children, locator)
            if texts:
                text = "\n\n".join(text for text, _ in texts)
                self.gathered.put((*path, name), text, texts[0][1])
            return
        if name in _OWN_FORMS:
            self._texts((*path, "forms", name), block.children, locator)
            return
        self._misspelt(name, block.first)
        if not _AUDIENCE.fullmatch(name):
            message = f'"{name[:40]}" names neither a form nor an audience'
            hint = "write ::: detail, ::: public or ::: {.public form=headline}"
            self.gathered.report("unknown-container", message, hint, block.first)
            return
        where = (*path, "wording", name)
        if form in _OWN_FORMS:
            self._texts((*where, form), block.children, locator)
        elif form == "headline":
            for text, line in self.prose.texts(block.children, locator)[:1]:
                self.gathered.put((*where, "headline"), text, line)
        else:
            children = block.children
            if children and children[0].kind == "heading":
                text = self.prose.line(children[0].text, locator)
                self.gathered.put((*where, "headline"), text, children[0].first)
                children = children[1:]
            self._texts(where, children, locator)

    def _named(self, block: DocumentBlock) -> tuple[str, str]:
        """Return what a container is called, and the form that it words."""
        info = block.info
        if not info.startswith("{"):
            name, _, rest = info.partition(" ")
            if rest:
                message = f'"{rest[:40]}" stands after the name of a container'
                hint = "write ::: {.public form=headline}"
                self.gathered.report("attributes-syntax", message, hint, block.first)
            return name.replace("counter-position", "counter_position"), ""
        found = attributes_at(info, 0)
        name, form = "", "summary"
        if found.fault:
            message = "has attributes that cannot be read"
            self.gathered.report("attributes-syntax", message, found.fault, block.first)
        for one in found.held:
            if one.name.startswith("."):
                name = one.name[1:]
            elif one.name == "form" and one.value in _FORMS:
                form = one.value
            else:
                message = f'"{one.name}" is no attribute here, or has a value that is none'
                hint = "write {.public form=headline}, summary or detail"
                self.gathered.report("unknown-attribute", message, hint, block.first)
        return name, form

    def _evidence(self, path: Path) -> None:
        """Let a point rest on what its prose refers to: figures, quotations, sources."""
        point: Any = self.gathered.data
        for step in path:
            point = point[step]
        forms = point["forms"]
        texts = [*forms.get("detail", ()), *forms.get("more", ()), forms.get("summary", "")]
        for number, one in enumerate(referred(map(str, texts))):
            self.gathered.put((*path, "evidence", number), one, self.gathered.lines[path])
