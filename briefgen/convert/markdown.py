"""An argument as Markdown: points with their forms, and lists beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from briefgen.convert.figures import WIDTH, Marking, attributes, joined, wrapped
from briefgen.convert.records import RECORDS, lines_of, record
from briefgen.convert.yaml import flow_of, own_sources, plain_data, yaml_of
from briefgen.types.argument import Argument, Part
from briefgen.types.point import Attribution, Modality, Point, referred
from briefgen.types.reference import slug

# The front matter: keys of an argument on as few lines as can be read.


def front_matter(data: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Yield lines of YAML: each key on one, where that holds its value, and else below it."""
    for key, value in data.items():
        flow = f"{indent}{key}: {flow_of(value)}"
        if isinstance(value, str) or len(flow) > WIDTH:
            if isinstance(value, dict):
                yield f"{indent}{key}:"
                yield from front_matter(value, f"{indent}  ")
                continue
            lines = yaml_of({key: value}, WIDTH - len(indent)).rstrip("\n").split("\n")
            yield from (f"{indent}{line}" for line in lines)
        else:
            yield flow


PARTS = (*(part.value for part in Part), *RECORDS)
"""What stands in the text, unless it has no form there."""

_PRIORITIES = 5
_LEVEL = {Part.NOT_SAID: "editor"}

Pairs = list[tuple[str, Any]]
"""Attributes with their values, in order."""


def markdown_of(
    argument: Argument,
    in_front: Collection[str] = (),
    *,
    marked: bool = True,
    named: bool = False,
) -> str:
    """Return an argument as Markdown; the parts that are named stand in the front matter.

    Facts are marked where prose first prints them, unless they stand in a list of their own. Ids
    that are made of a headline or a title as they are read are left out, unless they are `named`.
    """
    data = plain_data(argument)
    data.pop("briefgen")
    if not named and data["id"] == slug(argument.title, "argument"):
        data.pop("id")
    if data.get("issuer", {}).keys() == {"organisation"}:
        data["issuer"] = data["issuer"]["organisation"]
    headings = dict(data.pop("headings", {}))
    written = parts_of(argument, in_front)
    facts = argument.facts if marked and "facts" not in in_front else ()
    in_text = own_sources(argument) if "sources" not in in_front else ()
    places = {source.id: source.locator for source in in_text if source.locator}
    writing = _Writing(argument, Marking(facts, places, argument.article.language), named)
    body = [line for part in written for line in writing.part(part, headings.pop(part, None))]
    front = {key: value for key, value in data.items() if key not in written}
    if headings:
        front["headings"] = headings
    return "\n".join(["---", *front_matter(front), "---", *_without_gaps(body), ""])


def parts_of(argument: Argument, in_front: Collection[str] = ()) -> list[str]:
    """Return the parts that stand in the text, in its order."""
    return [part for part in PARTS if _held(argument, part) and part not in in_front]


def _held(argument: Argument, part: str) -> Any:
    """Return what an argument holds of a part itself: other sources stand in bibliographies."""
    return own_sources(argument) if part == "sources" else getattr(argument, part)


def _without_gaps(lines: Iterable[str]) -> Iterator[str]:
    last = ""
    for line in lines:
        if line or last:
            yield line
        last = line


class _Writing:
    """Writes the parts of one argument, in the order of the file."""

    def __init__(self, argument: Argument, marking: Marking, named: bool) -> None:
        self.argument = argument
        self.marking = marking
        self.named = named

    def part(self, part: str, heading: str | None) -> Iterator[str]:
        """Yield the lines of a part."""
        if part == Part.THESIS:
            thesis = self.argument.thesis
            own = [("#", thesis.id)] if thesis.id != "thesis" else []
            pairs = [*own, *_of_point(thesis, 1, "author")]
            untold = all(value is None for _, value in pairs)
            if untold and thesis.forms.headline == self.argument.title and thesis.forms.summary:
                yield from self._text(thesis, [])
                return
            yield from self._point("#", thesis, [(".thesis", ""), *pairs])
        elif part in RECORDS:
            yield from self._records(part)
        else:
            yield from self._points(part, heading)

    def _points(self, part: str, heading: str | None) -> Iterator[str]:
        author = _LEVEL.get(Part(part), "author")
        points = self.argument.points(Part(part))
        own: list[Pairs] = [
            [("#", self._id(point, part)), *_of_point(point, number, author)]
            for number, point in enumerate(points, 1)
        ]
        common = _in_common(own, but=("priority",))
        name = heading or part.replace("_", " ").capitalize()
        yield ""
        yield from _headed("#", name, [*([(f".{part}", "")] if heading else []), *common])
        for point, pairs in zip(points, own, strict=True):
            yield ""
            yield from self._point("##", point, pairs)

    def _id(self, point: Point, part: str) -> str | None:
        """Return the id of a point, unless it is made of its headline."""
        made = not self.named and slug(point.forms.headline, part) == point.id
        return None if made else point.id

    def _records(self, part: str) -> Iterator[str]:
        entries = _held(self.argument, part)
        order: list[str] = []
        if part == "facts":
            order = [fact.id for fact in entries]
            entries = [fact for fact in entries if fact.id in self.marking.pending] or (
                [] if self.marking.marked else entries
            )
            as_read = [*self.marking.marked, *(fact.id for fact in entries)]
            order = _out_of_order(order, as_read)
            if not (entries or order):
                return
        language, places = self.argument.article.language, self.marking.places
        made = [record(entry, language, places, named=self.named) for entry in entries]
        common = _in_common([each.held for each in made])
        yield from ["", f"# {part.capitalize()} {attributes(common)}".rstrip()]
        if order:
            yield from [*wrapped(" ".join(f"[#{key}]" for key in order)), ""]
        yield from lines_of(made)

    def _point(self, mark: str, point: Point, pairs: Pairs) -> Iterator[str]:
        """Yield a point: its attributes stand behind its headline, or else before its summary."""
        heading, *below = _headed(mark, point.forms.headline, pairs)
        yield heading
        yield from self._text(point, below)

    def _text(self, point: Point, below: list[str]) -> Iterator[str]:
        """Yield the texts of a point; attributes that stand below its headline come first."""
        summary = point.forms.summary
        marked = self.marking.mark(summary, point.locator) if summary else ""
        apart = [*below, *wrapped(marked)] if marked else below
        joined = wrapped(" ".join([*below, marked])) if "\n" not in marked else apart
        yield from joined if len(joined) < len(apart) else apart
        yield from self._longer(point)

    def _longer(self, point: Point) -> Iterator[str]:
        forms = point.forms
        for text in forms.more:
            yield from ["", *self._paragraphs(point, [text])]
        if forms.takeaway:
            yield from ["", "### takeaway", *self._paragraphs(point, [forms.takeaway])]
        if forms.detail:
            yield from ["", "### detail", *self._paragraphs(point, forms.detail)]
        for audience, wording in point.wording.items():
            colon = f": {wording.headline}" if wording.headline else ""
            if colon or wording.summary or wording.more:
                yield from ["", f"### {audience}{colon}"]
                texts = (wording.summary, *wording.more) if wording.summary else wording.more
                yield from self._paragraphs(point, texts)
            if wording.takeaway:
                yield from ["", f"### {audience} takeaway"]
                yield from self._paragraphs(point, [wording.takeaway])
            if wording.detail:
                yield from ["", f"### {audience} detail"]
                yield from self._paragraphs(point, wording.detail)

    def _paragraphs(self, point: Point, texts: Collection[str]) -> Iterator[str]:
        for number, text in enumerate(texts):
            if number:
                yield ""
            yield from wrapped(self.marking.mark(text, point.locator))


def _out_of_order(wanted: list[str], as_read: list[str]) -> list[str]:
    """Return the first of some ids that must be named, so that the others follow as they are."""
    for count in range(len(wanted) + 1):
        rest = wanted[count:]
        if rest == [one for one in as_read if one in {*rest}]:
            return wanted[:count]
    raise AssertionError


def _headed(mark: str, headline: str, pairs: Pairs) -> Iterator[str]:
    """Yield a heading with its attributes: behind it, or below where the line is full."""
    line = f"{mark} {headline} {attributes(pairs)}".rstrip()
    if len(line) <= WIDTH or not pairs:
        yield line
        return
    classes = [each for each in pairs if each[0].startswith(".") and mark == "#"]
    yield f"{mark} {headline} {attributes(classes)}".rstrip()
    yield from wrapped(attributes([each for each in pairs if each not in classes]))


def _in_common(own: list[Pairs], but: Collection[str] = ()) -> Pairs:
    """Take out of attributes what most entries share of those that all have, and return it."""
    if len(own) < 2:  # noqa: PLR2004 - one entry alone shares nothing
        return []
    every = set.intersection(
        *({name for name, value in pairs if value is not None} for pairs in own)
    )
    found: Pairs = []
    for name in sorted(every):
        if name == "#" or name in but:
            continue
        if name.startswith("."):
            found.append((name, ""))
            for pairs in own:
                pairs.remove((name, ""))
            continue
        values = Counter(str(value) for pairs in own for key, value in pairs if key == name)
        value, count = values.most_common(1)[0]
        if count > 1 and count * 4 >= len(own):
            found.append((name, value))
            for pairs in own:
                pairs[:] = [one for one in pairs if (one[0], str(one[1])) != (name, value)]
    return found


def _of_point(point: Point, number: int, author: str) -> Iterator[tuple[str, Any]]:
    if point.priority != min(number, _PRIORITIES):
        yield "priority", point.priority
    yield "at", point.locator
    attribution = point.attribution
    if attribution != Attribution(by=author):
        yield "by", attribution.by
        yield "source", attribution.source
        yield "name", attribution.name
    if point.modality is not Modality.STATED:
        yield f".{point.modality.value}", ""
    texts = (*point.forms.detail, *point.forms.more, point.forms.summary or "")
    if point.evidence != referred(texts):
        yield "evidence", joined(point.evidence) or '""'
    yield "together", " ".join(point.together) or None
    yield "pin", point.pin
    if point.exclude:
        yield ".exclude", ""
    for name in ("owner", "deadline", "cost", "uncertainty", "held_by", "disputed_by",
                 "counter_position"):  # fmt: skip
        yield name, getattr(point, name, None)
