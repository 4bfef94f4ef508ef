"""Prose out of Markdown: paragraphs on one line each, and figures where they are marked."""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.load.markdown.fields import fields
from briefgen.load.markdown.gathered import Gathered, Values
from briefgen.markup.attributes import Attributes, attributes_at
from briefgen.markup.document import FENCE, DocumentBlock, TextAt
from briefgen.pattern import late_pattern
from briefgen.quantities import find_quantities, or_more
from briefgen.quantities.money import is_one_of
from briefgen.types.fact import Ambiguity, Fact, Quantity
from briefgen.types.reference import references

_SPAN = late_pattern(r"(?<!\\)\[([^\[\]]*)\]\{")
_LANGUAGE = late_pattern(r"\{lang=[A-Za-z-]+\}")
_CITED = late_pattern(r"(?:\[@\w[^\[\]]*\])+")
_SOFT = late_pattern(r"(?<! )(?<!\\)\n[ \t]*")
"""A line break that is a space. After two spaces or a backslash it stays: `check` reports it."""

_AT_BREAK = (" \n", "\\\n", "\n ", "\n\t")
"""What makes a line break more than a space, or has white space to drop behind it."""

_LOOSE = late_pattern(r"(?<![\]\\])\{(?:[#.][A-Za-z][\w-]*|[A-Za-z_]\w*=)")
"""Braces with attributes that stand behind no bracket."""
NO_HEADING = late_pattern(r"(#{1,6})[^\W\d_][^\n]*")

_ITEM = late_pattern(r"^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]")
_CAPTION = late_pattern(r"(?:[Tt]able)?:[ \t]+\S")

PROSE_BLOCKS = frozenset({"paragraph", "bullet_list", "ordered_list", "table", "blockquote", "dl"})


class ProseReading:
    """Reads the prose of one file; the facts that are marked in it join the others."""

    def __init__(self, gathered: Gathered, language: str, source: str) -> None:
        self.gathered = gathered
        article = gathered.data.get("article")
        self.currency = str(article.get("currency", "") if isinstance(article, dict) else "")
        self.language = language
        self.rows = source.split("\n")
        self.facts: dict[str, int] = {}

    def texts(self, blocks: list[DocumentBlock], locator: str = "") -> list[tuple[str, int]]:
        """Return the texts of blocks, one each, with their lines; what is no prose is reported.

        The caption of a table stands in one text with it.
        """
        found: list[tuple[str, int]] = []
        kinds: list[str] = []
        for block in blocks:
            if block.kind == "comment":
                self.comment(block)
                continue
            if block.kind not in PROSE_BLOCKS:
                self.unsupported(block)
                continue
            text = self._text(block, locator)
            kind = "caption" if _CAPTION.match(text) and block.kind == "paragraph" else block.kind
            if kinds and {kinds[-1], kind} == {"caption", "table"}:
                found[-1] = (f"{found[-1][0]}\n\n{text}", found[-1][1])
                kinds[-1] = "captioned"
                continue
            found.append((text, block.first))
            kinds.append(kind)
        return found

    def comment(self, block: DocumentBlock) -> None:
        """Tell of a comment that is never closed."""
        if not block.closed:
            message = "begins a comment that is never closed"
            self.gathered.report("comment-open", message, "end it with -->", block.first)

    def unsupported(self, block: DocumentBlock) -> None:
        """Tell of a block that has no place where it stands."""
        name, hint = _UNSUPPORTED.get(block.kind, (block.kind, "write it as text"))
        message = f"is {name}, which has no place here"
        self.gathered.report("markdown-unsupported", message, hint, block.first)

    def _text(self, block: DocumentBlock, locator: str) -> str:
        if block.kind == "paragraph":
            return folded(self.marked(block.text, locator))
        rows = self.rows[block.first - 1 : block.last]
        indent = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
        lines = [row[indent:].rstrip() for row in rows]
        text = TextAt("\n".join(lines).rstrip(), block.first, (indent + 1,) * len(lines))
        return _joined_items(self.marked(text, locator))

    def line(self, text: TextAt, locator: str = "") -> str:
        """Return a text of one line, its figures read."""
        return folded(self.marked(text, locator))

    def marked(self, text: TextAt, locator: str) -> str:
        """Return a text in which references stand for the figures that are marked in it."""
        parts, at = [], 0
        self._stray(text)
        if "]{" not in text.text:
            return text.text
        while found := _SPAN.search(text.text, at):
            brace = found.end() - 1
            parts.append(text.text[at : found.start()])
            if language := _LANGUAGE.match(text.text, brace):
                at = language.end()
                parts.append(text.text[found.start() : at])
                continue
            attributes = attributes_at(text.text, brace)
            at = attributes.end
            inner = text.part(found.start(1), found.end(1))
            cited = _CITED.match(text.text, at)
            sources = [one.evidence[1:] for one in references(cited[0])] if cited else []
            parts.append(self.figure(inner, text, attributes, sources, locator))
        parts.append(text.text[at:])
        return "".join(parts)

    def _stray(self, text: TextAt) -> None:
        """Tell of marks that look like Markdown and are none, and would be printed as typed."""
        if ":::" in text.text:
            self._stray_colons(text)
        if "#" in text.text and (found := NO_HEADING.match(text.text)):
            message = f'"{found[0][:40]}" is no heading'
            hint = f"write a space behind {found[1]}, and an empty line above"
            self.gathered.report_at("heading-space", message, hint, text)
        if text.text[:1] == "|" and text.text.count("|") > 1 and "-|" not in text.text:
            message = "is no table without a line below its head"
            self.gathered.report_at("table-headless", message, "write |---|---| below it", text)
        for found in _LOOSE.finditer(text.text) if "{" in text.text else ():
            message = f'"{found[0][:40]}" belongs to nothing before it'
            before = text.text[: found.start()]
            opened = before.rfind("[") > max(before.rfind("]"), before.rfind("\n\n"))
            hint = "write it directly behind the brackets: [12 wells]{of=...}"
            if opened:
                hint = f"close the bracket before it: {before[before.rfind('[') :][-30:]}]{{...}}"
            self.gathered.report_at("attributes-loose", message, hint, text, found.start())

    def _stray_colons(self, text: TextAt) -> None:
        for row, line in enumerate(text.text.split("\n")):
            if ":::" in line and FENCE.match(line):
                message = "has colons that neither open nor close anything"
                hint = "a container opens with its name, ::: public, and ends with :::"
                self.gathered.report("container-stray", message, hint, text.line + row)

    def figure(
        self,
        inner: TextAt,
        text: TextAt,
        attributes: Attributes,
        sources: list[str],
        locator: str,
    ) -> str:
        """Add the fact that a span defines; return what stands for the span in prose."""
        values = fields(text, attributes, Fact, self.gathered)
        line, column = inner.place(0)
        if sources:
            values.setdefault("sources", (sources, line, column))
        return self.fact(inner, text, attributes, values, locator)

    def fact(
        self,
        inner: TextAt,
        text: TextAt,
        attributes: Attributes,
        values: Values,
        locator: str = "",
    ) -> str:
        """Add a fact of which a text says the figure; return what stands for it in prose."""
        line, column = inner.place(0)
        read = self._quantity(inner, values)
        for name in ("value", "qualifier", "scale", "unit", "interval", "confidence"):
            if read and (got := getattr(read, name, None)) is not None:
                values.setdefault(name, (str(got), line, column))
        if "label" in values:  # which says what is measured, where nothing else does
            values.setdefault("measure", values["label"])
        measure = str(values["measure"][0]) if "measure" in values else inner.text
        if "id" not in values:
            values = {"id": (self.gathered.new_id(measure, "figure"), line, None), **values}
        key = str(values["id"][0])
        if key in self.facts:
            message = f'"{key}" is a figure already, first on line {self.facts[key]}'
            hint = f"write [#{key}] where it is printed again, or give another id"
            self.gathered.report("fact-twice", message, hint, *text.place(attributes.start))
            return f"[#{key}]"
        self.facts[key] = line
        if (path := self.gathered.next("facts", line)) is None:
            return f"[#{key}]"
        if locator:
            self.gathered.near[path] = locator
        if attributes.fault or not read:
            self.gathered.lose((*path, "id"), text.text)
        self.gathered.put_all(path, values, line)
        return read.replaced(inner.folded, f"[#{key}]") if read else f"[#{key}]"

    def _quantity(self, inner: TextAt, values: Values) -> Quantity | None:
        """Return the figure that the words of a span say, where attributes do not say it."""
        words = inner.folded
        if "value" in values:
            found = list(find_quantities(words, self.language))
            if len(found) == 1:
                return found[0] if isinstance(found[0], Quantity) else found[0].undecided
            return None
        found = list(find_quantities(words[:400], self.language))
        if len(found) != 1:
            message = f'"{words[:60]}" says {"several figures" if found else "no figure"}'
            hint = "mark one number with its scale and unit, or none where it is vague"
            self.gathered.report_at("quantity-unread", message, hint, inner)
            return None
        read = found[0]
        if meanings := or_more(words):
            message = f'"{words[:60]}" reads as {meanings}'
            hint = "say which in words, without the +"
            self.gathered.report_at("quantity-ambiguous", message, hint, inner)
        if isinstance(read, Ambiguity):
            meant = is_one_of(self.currency, read.undecided.codes)
            decided = replace(read.undecided, unit=self.currency) if meant else read.undecided
            if read.attribute not in values and not (meant and read.attribute == "unit"):
                self._unclear(words, read, inner)
            return decided
        return read

    def _unclear(self, words: str, read: Ambiguity, inner: TextAt) -> None:
        """Tell of a figure that reads in several ways, and what decides."""
        first = read.readings[0]
        message = f'"{words[read.start : read.end]}" reads as {" or as ".join(read.readings)}'
        hint = f"say which by the attribute {read.attribute}, such as {read.attribute}={first}"
        if read.attribute == "unit" and first.isupper():
            hint += f", or for all of them in the front matter: article: {{currency: {first}}}"
        self.gathered.report_at("quantity-ambiguous", message, hint, inner)


_UNSUPPORTED = {
    "heading": ("a heading", "a part has one #, a point ##; within a point stands text"),
    "fence": ("code", "code is not printed; write it as text"),
    "hr": ("a rule", "remove it; front matter stands on the first line of the file, within ---"),
    "container": ("a container", "containers stand in points"),
    "dl": ("a definition list", "terms stand under # Terms; write this as a list"),
    "blockquote": ("a block quotation", "quotations stand in points, or under # Quotations"),
    "table": ("a table", "write it in a point"),
}


def folded(text: str) -> str:
    """Return a paragraph on one line."""
    if "\n" not in text:
        return text.strip()
    plain = not any(mark in text for mark in _AT_BREAK)
    return (text.replace("\n", " ") if plain else _SOFT.sub(" ", text)).strip()


def _joined_items(text: str) -> str:
    """Return a list, a table or a quotation in which what goes on of an item is on its line."""
    lines: list[str] = []
    for line in text.split("\n"):
        goes_on = lines and lines[-1].strip() and line.strip() and _ITEM.match(lines[0])
        if goes_on and not _ITEM.match(line) and not line.lstrip().startswith((">", "|")):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(lines)
