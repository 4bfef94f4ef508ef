"""The parts of a Markdown file, each read by those who know it."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import Any

from msgspec.structs import replace

from briefgen.languages.files import part_names
from briefgen.load.markdown.fact_table import with_fact_table
from briefgen.load.markdown.fields import attributed, fields
from briefgen.load.markdown.gathered import Gathered, Values
from briefgen.load.markdown.points import PointReading
from briefgen.load.markdown.prose import ProseReading
from briefgen.load.markdown.records import MODELS, RecordReading
from briefgen.load.yaml import parse_yaml_in_part
from briefgen.markup.attributes import Attributes, trailing
from briefgen.markup.document import DocumentBlock, document
from briefgen.pattern import late_pattern
from briefgen.types.argument import Headings, Part
from briefgen.types.finding import LIKE, Finding, nearest
from briefgen.types.point import Point
from briefgen.types.source_map import Lost, SourceMap

SIZE_LIMIT, LINE_LIMIT = 1_000_000, 30_000
"""Characters and lines of a Markdown file. The reference argument has a twentieth of that."""

_DEFAULT_LANGUAGE = "en-GB"
_HEADLESS = frozenset(("front-matter-open", "front-matter-unmarked"))
"""What makes of the keys of a file its text: nothing said of that would help."""
_ID = late_pattern(r"\{\s*#([a-z0-9-]+)|[\s{]#([a-z0-9]+(?:-[a-z0-9]+)*)(?=[\s}])")


def parse_markdown_in_part(text: str, file: str) -> tuple[Any, SourceMap, list[Finding], Lost]:
    """Return what can be read of a Markdown text, what is wrong with it, and what is lost."""
    if len(text) > SIZE_LIMIT or text.count("\n") > LINE_LIMIT:
        message = f"has more than {SIZE_LIMIT:,} characters or {LINE_LIMIT:,} lines"
        hint = "is this the right file?"
        return None, SourceMap(file), [Finding("file-too-large", message, hint, file=file)], Lost()
    text = _from_first_line(text.replace("\r\n", "\n").replace("\r", "\n"))
    blocks = document(text)
    gathered, lost, findings = _front(text, file, blocks)
    lost = _facts_of_table(gathered, file, lost)
    gathered.ids |= {found[1] or found[2] for found in _ID.finditer(text)}
    if not any(each.code in _HEADLESS for each in findings):
        _Sections(gathered, text).read([block for block in blocks if block.kind != "front_matter"])
    gathered.settle_locators()
    gathered.sort_facts()
    _complete(gathered)
    rows = tuple(text.split("\n"))
    places = SourceMap(
        file,
        gathered.lines,
        {},
        gathered.columns,
        files=gathered.files,
        rows=rows,
        typed=gathered.typed,
    )
    lost = Lost(
        lost.paths | gathered.lost.paths,
        f"{lost.text}\n{gathered.lost.text}",
        lost.unseen,
    )
    found = sorted([*findings, *gathered.findings], key=lambda finding: finding.line or 0)
    return gathered.data, places, found, lost


def _facts_of_table(gathered: Gathered, file: str, lost: Lost) -> Lost:
    """Put the facts of a table that the front matter names in its place."""
    places = SourceMap(file, gathered.lines)
    places, findings, lost = with_fact_table(gathered.data, places, lost)
    gathered.lines, gathered.files = dict(places.lines), dict(places.files)
    gathered.findings += findings
    return lost


def _front(
    text: str, file: str, blocks: list[DocumentBlock]
) -> tuple[Gathered, Lost, list[Finding]]:
    """Return what the front matter holds, on the lines of the file."""
    front = next((block for block in blocks if block.kind == "front_matter"), None)
    if front is None and (fault := _unmarked_front(text, file)):
        return Gathered(file, {}, {}), Lost(frozenset((*_TOP, ("thesis",))), unseen=True), [fault]
    if front is None and blocks:
        message, hint = "has no front matter", "begin with ---, title: ..., article: {...}, and ---"
        fault = Finding("front-matter-missing", message, hint, file=file, line=1)
        lost = Lost(frozenset((*_TOP, ("thesis", "forms", "headline"))))
        return Gathered(file, {}, {}), lost, [fault]
    if front is None or not front.text.text.strip():
        return Gathered(file, {}, {}), Lost(), []
    lines = text.split("\n")[front.first : front.last - 1]
    data, places, findings, lost = parse_yaml_in_part("\n" * front.first + "\n".join(lines), file)
    if not isinstance(data, dict):
        if not findings:
            message = "has a front matter that holds no keys"
            hint = "write key: value, one a line, between the lines of ---"
            findings = [Finding("wrong-type", message, hint, file=file, line=front.first)]
        return (
            Gathered(file, {}, {}),
            Lost(frozenset(_TOP), unseen=True),
            findings,
        )
    return Gathered(file, data, dict(places.lines)), lost, findings


_TOP = (("article",), ("title",))
"""What every front matter holds."""
_KEY = late_pattern(
    r"(?:title|article|id|briefgen|issuer|edition|short_title|bibliography):(?=\s|$)"
)


def _from_first_line(text: str) -> str:
    """Return a text whose front matter begins on its first line, on the same lines as before."""
    found = re.match(r"(?:[ \t]*\n)+(?=---[ \t]*\n)", text)
    if found is None:
        return text
    head, _, rest = text[found.end() :].partition("\n")
    return f"{head}\n{found[0]}{rest}"


def _unmarked_front(text: str, file: str) -> Finding | None:
    """Return what is wrong where keys stand at the head of a file without a line of --- each."""
    line, _, _ = text.lstrip("\ufeff").partition("\n")
    if line.rstrip() == "---":
        message, hint = "begins a front matter that is never closed", "end it with a line of ---"
        return Finding("front-matter-open", message, hint, file=file, line=1)
    if _KEY.match(line):
        message = "is a key, which stands in the front matter"
        hint = "begin the file with a line of ---, and end the keys with another"
        return Finding("front-matter-unmarked", message, hint, file=file, line=1)
    return None


class _Sections:
    """Deals the blocks of a file to its parts, by headings of the first level."""

    def __init__(self, gathered: Gathered, text: str) -> None:
        self.gathered = gathered
        article = gathered.data.get("article")
        language = article.get("language") if isinstance(article, dict) else None
        self.language = language if isinstance(language, str) else _DEFAULT_LANGUAGE
        prose = ProseReading(gathered, self.language, text)
        self.points = PointReading(gathered, prose)
        self.records = RecordReading(gathered, prose)
        self.prose = prose
        self.names = part_names(self.language)
        self.seen: dict[str, int] = {}

    def read(self, blocks: list[DocumentBlock]) -> None:
        before = [*takewhile(lambda block: not _is_part(block), blocks)]
        rest = blocks[len(before) :]
        if rest and "title" not in self.gathered.data and not self._part(rest[0])[0]:
            title = rest.pop(0)
            self.gathered.put(("title",), self.prose.line(title.text), title.first)
            more = [*takewhile(lambda block: not _is_part(block), rest)]
            before, rest = [*before, *more], rest[len(more) :]
        sections: list[tuple[DocumentBlock, list[DocumentBlock]]] = []
        for block in rest:
            if _is_part(block):
                sections.append((block, []))
            else:
                sections[-1][1].append(block)
        self._thesis(before, sections)
        for heading, tokens in sections:
            self._section(heading, tokens)

    def _thesis(
        self,
        before: list[DocumentBlock],
        sections: list[tuple[DocumentBlock, list[DocumentBlock]]],
    ) -> None:
        named = [each for each in sections if self._part(each[0])[0] == "thesis"]
        given = self.gathered.data.get("title")
        title = (str(given), self.gathered.lines.get(("title",), 1)) if given else ("", 1)
        text = [block for block in before if block.kind != "comment"]
        for block in before:
            if block.kind == "comment":
                self.prose.comment(block)
        if named:
            sections.remove(named[0])
            if text:
                message = "stands before the first heading, and a heading names the thesis"
                hint = "keep one of the two"
                self.gathered.report("text-without-point", message, hint, text[0].first)
            self.points.thesis(named[0][0], named[0][1], title)
        elif text and "thesis" not in self.gathered.data:
            self.points.thesis(None, text, title)
        elif text:
            message = "stands before the first heading, and the front matter has the thesis"
            self.gathered.report(
                "text-without-point", message, "keep one of the two", text[0].first
            )

    def _part(self, heading: DocumentBlock) -> tuple[str | None, bool]:
        """Return the part that a heading names, and whether by a class."""
        text, found = trailing(heading.text)
        known = {*MODELS, *(part.value for part in Part)}
        for one in found.held if found else ():
            name = one.name.removeprefix(".").replace("-", "_").lower()
            if one.name.startswith(".") and name in known:
                return name, True
        return self.names.get(text.folded.strip().lower().replace("'", "’")), False

    def _section(self, heading: DocumentBlock, blocks: list[DocumentBlock]) -> None:
        text, found = trailing(heading.text)
        part, by_class = self._part(heading)
        if part is None:
            part = self._unknown(heading, found)
            if part is None:
                return
            by_class = part not in MODELS
            names = {one.name for one in found.held if one.name.startswith(".")} if found else set()
            attributes = tuple(one for one in found.held if one.name not in names) if found else ()
            found = replace(found, held=attributes) if found else None
        if part in self.seen:
            message = f"is a second part for {part}, first on line {self.seen[part]}"
            self.gathered.report("part-twice", message, "join the two", heading.first)
        self.seen.setdefault(part, heading.first)
        defaults = self._defaults(heading, found, part)
        if part in MODELS:
            if by_class and self.names.get(text.folded.lower()) != part:
                message = f"has a heading of its own, which {part} cannot have"
                self.gathered.report(
                    "heading-unprinted", message, f"write # {part.capitalize()}", heading.first
                )
            self.records.section(part, defaults, self._of_list(part, blocks))
            return
        if by_class and part in Headings.model_fields:
            if ("headings", part) in self.gathered.lines:
                message = f"is a second heading for {part}: the front matter has one"
                self.gathered.report("part-twice", message, "keep one of the two", heading.first)
            self.gathered.data.setdefault("headings", {})
            if isinstance(self.gathered.data["headings"], dict):
                self.gathered.put(("headings", part), text.folded, heading.first)
        self.points.part(Part(part), defaults, blocks)

    def _of_list(self, part: str, blocks: list[DocumentBlock]) -> list[DocumentBlock]:
        """Return the blocks of a list, up to a heading that names a part with one # too many.

        What stands below such a heading is read as the part that it names.
        """
        others = (None, "thesis", part)
        starts = [
            place
            for place, block in enumerate(blocks)
            if block.kind == "heading" and self._part(block)[0] not in others
        ]
        for place, following in pairwise([*starts, len(blocks)]):
            name = trailing(blocks[place].text)[0].folded[:40]
            message, hint = f'"{name}" begins no part here', f"a part has one #: # {name}"
            self.gathered.report("text-without-entry", message, hint, blocks[place].first)
            self._section(blocks[place], blocks[place + 1 : following])
        return blocks[: starts[0]] if starts else blocks

    def _defaults(self, heading: DocumentBlock, found: Attributes | None, part: str) -> Values:
        """Return the attributes of a part's heading, which hold for all that is in it."""
        if found is None:
            return {}
        rest = [one for one in found.held if one.name.strip(".").replace("-", "_").lower() != part]
        attributes = Attributes(found.start, found.end, tuple(rest), found.fault)
        model = MODELS.get(part, Point)
        values = fields(
            heading.text,
            attributes,
            model,
            self.gathered,
            more=() if part in MODELS else ("source", "name"),
        )
        if part not in MODELS:
            attributed(values)
        return values

    def _unknown(self, heading: DocumentBlock, found: Attributes | None) -> str | None:
        """Report a heading that names no part; return the part that may be meant, to read on."""
        known = [*MODELS, *(part.value for part in Part)]
        named = [one.value if one.name == "#" else one.name for one in found.held] if found else []
        classes = [name for name in named if name.startswith(".") or name in known]
        shown = classes[0] if classes else trailing(heading.text)[0].folded[:60]
        near = nearest(shown.strip("."), [*known, *self.names], LIKE)
        meant = self.names.get(near, near).replace("-", "_") if near else ""
        if near:
            hint = f"did you mean {{.{meant}}}? "
        elif found and any(one.name in ("at", "priority") for one in found.held):
            hint = "a point has ##; "
        else:
            hint = f"parts are {', '.join(known)}; "
        hint += "a heading with one # names a part, such as # Risks, or has its class: {.risks}"
        message = f'"{shown}" names no part of an argument'
        self.gathered.report("unknown-part", message, hint, heading.first)
        if meant and meant not in self.seen and meant != "thesis":
            return meant
        for part in known:
            self.gathered.lose((part,), "")
        return None


def _is_part(block: DocumentBlock) -> bool:
    return block.kind == "heading" and block.level == 1


def _complete(gathered: Gathered) -> None:
    """Add what need not be written: the id."""
    data = gathered.data
    if isinstance(data.get("title"), str):
        if "id" not in data:
            gathered.put(("id",), gathered.new_id(data["title"], "argument"), 1)
        return
    # What is made of the title goes without saying where that is what is wrong.
    gathered.lose(("id",), "")
    headline = ("thesis", "forms", "headline")
    if headline in gathered.lines and not data["thesis"]["forms"]["headline"]:
        gathered.lose(headline, "")
