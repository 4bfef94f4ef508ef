"""Fields `{{ … }}` of a Word template's own text: what they may be made of, and their values.

Whatever is no text in a paragraph, and every change of style, is a mark in it: a character of the
last private plane of Unicode, which no text has. So a field is read over the runs that Word has
split it into, and what it says has the style of the run in which it begins.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from jinja2 import Template, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from msgspec import Struct, field

from briefgen.cache import kept
from briefgen.sandbox.environment import Sandbox, plain_context, run
from briefgen.types.header_footer import PAGE, PAGES

OPENINGS = ("{{", "{%", "{#")

FIRST_MARK = ord(PAGE)

Entries = tuple[Mapping[str, str], ...]

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If,
    nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Not, nodes.And, nodes.Or, nodes.Compare,
    nodes.Operand, nodes.Concat, nodes.For, nodes.Getattr,
)  # fmt: skip
"""What a field may be made of: values, conditions, filters, and loops over the lists that there
are, none within another."""

_FILTERS = frozenset({"default", "d", "lower", "title", "trim", "upper"})


class Values(Struct, frozen=True, dict=True):
    """What fields may ask for. `folio` is the pattern of the page number.

    `lists` can be looped over; `item` is the entry that a loop stands at, by the loop's own name.
    `code` is what texts with fields were compiled to in advance (`code_of`).
    """

    values: Mapping[str, str]
    folio: str
    lists: Mapping[str, Entries] = field(default_factory=dict)
    item: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    code: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """All that can be asked for."""
        own = [f"{name}.{key}" for name, entry in self.item.items() for key in entry]
        return sorted({*self.values, "folio", *self.lists, *own})

    @cached_property
    def _context(self) -> dict[str, Any]:
        """What fields are filled from: plain values without the characters that stand for marks."""
        folio = self.folio.replace("{page}", PAGE).replace("{pages}", PAGES)
        lists = {name: [_clean(entry) for entry in entries] for name, entries in self.lists.items()}
        item = {name: _clean(entry) for name, entry in self.item.items()}
        return plain_context({**lists, **_clean(self.values), "folio": folio, **item})

    def fill(self, source: str) -> str:
        """Return a text with its fields filled.

        Raises:
            JinjaError: it cannot be read, or asks for what there is not.
        """
        template = _ahead(self.code.get(source, b""))
        template = template or _compiled(source, tuple(self.lists), inside=bool(self.item))
        return run(template, self._context)

    def holds(self, condition: str) -> bool:
        """Whether a condition holds.

        Raises:
            JinjaError: as `fill`.
        """
        return self.fill(conditional(condition)) == "1"


def conditional(condition: str) -> str:
    """Return a text with fields that says 1 where a condition holds, and else nothing."""
    return f"{{% if {condition} %}}1{{% endif %}}"


def without_marks(text: str) -> str:
    """Return text without the characters that stand for marks."""
    first = chr(FIRST_MARK)
    return text if max(text, default="") < first else "".join(c for c in text if c < first)


def _clean(values: Mapping[str, str]) -> dict[str, str]:
    return {key: without_marks(text) for key, text in values.items()}


def has_fields(text: str) -> bool:
    """Whether anything in a text is to be filled."""
    return any(opening in text for opening in OPENINGS)


def mark_of(number: int) -> str:
    """Return the mark that stands for the piece of a number, from 0."""
    return chr(FIRST_MARK + 2 + number)


def number_of(character: str) -> int | None:
    """Return the number of the piece that a mark stands for, or None for any other character."""
    number = ord(character) - FIRST_MARK - 2
    return number if number >= 0 else None


def marked(pieces: Iterable[str | int]) -> str:
    """Return text and numbers of other pieces as one text, with marks but inside fields.

    Raises:
        TemplateSyntaxError: a field that does not end, or that cannot be read.
    """
    marks: list[tuple[int, str]] = []
    plain, length = [], 0
    for piece in pieces:
        if isinstance(piece, int):
            marks.append((length, mark_of(piece)))
        else:
            plain.append(without_marks(piece))
            length += len(plain[-1])
    text = "".join(plain)
    inside = _inside_fields(text)
    for position, mark in reversed(marks):
        if not any(start < position < end for start, end in inside):
            text = text[:position] + mark + text[position:]
    return text


def _inside_fields(text: str) -> list[tuple[int, int]]:
    """Return where fields begin and end."""
    if not has_fields(text):
        return []
    spans: list[tuple[int, int]] = []
    position, start = 0, 0
    for _, token, value in _environment().lex(text):
        if token.endswith("_begin"):
            start = position
        position += len(value)
        if token.endswith("_end"):
            spans.append((start, position))
    return spans


@kept(1)
def _environment() -> Sandbox:
    return Sandbox(_FILTERS)


def code_of(source: str) -> bytes:
    """Return what a text with fields, but without loops, is compiled to."""
    return _environment().code_of(_read(source, (), inside=False))


@kept(64)
def _ahead(code: bytes) -> Template | None:
    return _environment().of_code(code)


@kept(256)
def _compiled(source: str, lists: tuple[str, ...], *, inside: bool) -> Template:
    """Return a field as a template, after a look at what it is made of.

    Raises:
        JinjaError: it cannot be read, or holds more than values, conditions, filters and a loop
            over a list.
    """
    return _environment().from_string(_read(source, lists, inside=inside))


def _read(source: str, lists: tuple[str, ...], *, inside: bool) -> nodes.Template:
    tree = _environment().parse(source)
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, (*_ALLOWED, nodes.Keyword)):
            raise SecurityError(f'"{type(node).__name__.lower()}" has no place in a Word template')
        if isinstance(node, nodes.For):
            _check_loop(node, lists, inside=inside)
    return tree


def _check_loop(loop: nodes.For, lists: tuple[str, ...], *, inside: bool) -> None:
    if not isinstance(loop.iter, nodes.Name) or loop.iter.name not in lists:
        raise SecurityError(f"only lists can be looped over: {', '.join(lists) or 'none'}")
    if inside or any(loop.find_all(nodes.For)):
        raise SecurityError("a loop has no place within another loop")


TAG_OPENS, TAG_CLOSES = "{%", "%}"
GROUP_ENDS = {"endfor": "for", "endif": "if"}
"""Tags that close a group of paragraphs or rows, and what opened it."""


def tag_alone(words: str) -> str:
    """Return what a tag says that stands alone in a paragraph or row, or nothing."""
    if not (words.startswith(TAG_OPENS) and words.endswith(TAG_CLOSES)):
        return ""
    return " ".join(words[2:-2].strip("-+ ").split()) if words.count(TAG_OPENS) == 1 else ""


def loop_names(tag: str) -> tuple[str, str] | None:
    """Return the name and the list of a tag such as `for fact in facts`; None if it is no loop."""
    match tag.split():
        case ["for", name, "in", listed] if name.isidentifier():
            return name, listed
        case _:
            return None


def document_faults(
    lines: Sequence[str], names: Collection[str], lists: Mapping[str, Collection[str]]
) -> list[tuple[int, str]]:
    """Return what is wrong with the fields of a document, each with the number of its line from 0.

    `lists` says what can be looped over, and what each entry holds. Tags may reach over lines; one
    that is not closed hides what is wrong with the lines that cannot be read alone.
    """
    sandbox = Sandbox()
    flat = [" ".join(line.split()) for line in lines]
    try:
        return _name_faults(sandbox.parse("\n".join(flat)), names, lists)
    except TemplateSyntaxError as error:
        found = [(error.lineno - 1, error.message or "it cannot be read")]
    for number, line in enumerate(flat):
        try:
            alone = _name_faults(sandbox.parse(line), names, lists)
        except TemplateSyntaxError:
            continue
        found += [(number, message) for _, message in alone if "{%" not in line]
    return found


def _name_faults(
    tree: nodes.Template, names: Collection[str], lists: Mapping[str, Collection[str]]
) -> list[tuple[int, str]]:
    entries: dict[str, Collection[str]] = {}
    found: list[tuple[int, str]] = []
    for loop in tree.find_all(nodes.For):
        listed = loop.iter.name if isinstance(loop.iter, nodes.Name) else ""
        if listed not in lists:
            found.append((loop.lineno - 1, f'there is no list "{listed}" to loop over'))
        if isinstance(loop.target, nodes.Name):
            entries[loop.target.name] = lists.get(listed, ())
    for name in tree.find_all(nodes.Name):
        known = name.name in names or name.name in lists or name.name in (*entries, "loop")
        if name.ctx == "load" and not known:
            found.append((name.lineno - 1, f'asks for "{name.name}", which no brief has'))
    for part in tree.find_all(nodes.Getattr):
        holder = part.node.name if isinstance(part.node, nodes.Name) else ""
        if holder in entries and entries[holder] and part.attr not in entries[holder]:
            reported = f'asks for "{holder}.{part.attr}"; there are: {", ".join(entries[holder])}'
            found.append((part.lineno - 1, reported))
    return list(dict.fromkeys(found))
