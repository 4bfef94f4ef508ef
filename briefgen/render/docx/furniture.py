"""Fields of the template's own text: `{{ … }}` in body, tables, headers and footers.

Word splits what somebody typed into runs as it likes, so a field is read over the joined text of
its paragraph. A run that begins outside a field keeps its own formatting; a field has that of the
run in which it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

from jinja2 import Template, nodes
from jinja2.exceptions import SecurityError
from jinja2.exceptions import TemplateError as JinjaError

from briefgen.ooxml.build import text_content, w
from briefgen.ooxml.names import Element, W
from briefgen.ooxml.place import whereabouts
from briefgen.ooxml.text import own_text
from briefgen.render.docx.loops import Group, LoopError, copied, put_back, take_out
from briefgen.render.docx.marks import FIRST_MARK, Marks
from briefgen.sandbox import Sandbox, plain_context, reason, run
from briefgen.types.draft import Entries
from briefgen.types.finding import Finding

OPENINGS = ("{{", "{%", "{#")

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If,
    nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Not, nodes.And, nodes.Or, nodes.Compare,
    nodes.Operand, nodes.Concat, nodes.For, nodes.Getattr,
)  # fmt: skip
"""What a field may be made of: values, conditions, filters, and loops over the lists that there
are, none within another."""

LOOP_LIMIT = 500_000
"""Elements of XML that one loop may make: a table of a thousand long rows has a tenth."""

_FILTERS = frozenset({"default", "d", "lower", "title", "trim", "upper"})

_DROPPED = frozenset({W + "proofErr", W + "lastRenderedPageBreak", W + "noBreakHyphen"})
_HOLDERS = frozenset(W + name for name in ("hyperlink", "smartTag", "ins", "sdt", "sdtContent"))


@dataclass(frozen=True)
class Values:
    """What fields may ask for. `folio` is the pattern of the page number.

    `lists` can be looped over; `item` is the entry that a loop stands at, by the loop's own name.
    """

    values: Mapping[str, str]
    folio: str
    lists: Mapping[str, Entries] = field(default_factory=dict)
    item: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """All that can be asked for."""
        own = [f"{name}.{key}" for name, entry in self.item.items() for key in entry]
        return sorted({*self.values, "folio", *self.lists, *own})

    @cached_property
    def context(self) -> dict[str, Any]:
        """What fields are filled from: plain values without the characters that stand for marks."""
        folio = self.folio.replace("{page}", Marks.PAGE).replace("{pages}", Marks.PAGES)
        lists = {name: [_clean(entry) for entry in held] for name, held in self.lists.items()}
        item = {name: _clean(entry) for name, entry in self.item.items()}
        return plain_context({**lists, **_clean(self.values), "folio": folio, **item})


def fill(root: Element, values: Values, part: str, file: str) -> Iterator[Finding]:
    """Fill the fields of all paragraphs below an element, and yield what cannot be filled.

    Loops over paragraphs and rows first leave the tree, so that what fills a field is never read
    again. A paragraph whose fields are all empty is removed, unless it is the last one of its cell,
    header or footer, which must have one.
    """
    place = part if part.endswith(".xml") else ""
    try:
        groups = [*take_out(root, own_text)]
    except LoopError as error:
        where = whereabouts(error.element, place) if place else part
        yield _finding(where, error.message, values, file)
        return
    for paragraph in list(root.iter(W + "p")):
        words = own_text(paragraph)
        if not any(opening in words for opening in OPENINGS):
            continue
        if root not in paragraph.iterancestors():
            continue  # it stood in another paragraph, and is gone with it
        try:
            _fill_container(paragraph, values)
        except JinjaError as error:
            where = whereabouts(paragraph, place) if place else part
            message = f'"{words.strip()}" cannot be filled: {reason(error)}'
            yield _finding(where, message, values, file)
            continue
        if _is_empty(paragraph):
            remove(paragraph)
    for group in groups:
        where = whereabouts(group.marker, place) if place else part
        yield from dict.fromkeys(_expand(group, values, where, file))


def _finding(where: str, message: str, values: Values, file: str) -> Finding:
    hint = f"known names: {', '.join(values.names)}"
    return Finding("word-field-unfilled", message, hint, path=(where,), file=file)


def _expand(group: Group, values: Values, where: str, file: str) -> Iterator[Finding]:
    """Put a group back as often as it is wanted, its fields filled."""
    holders: list[Element] = []
    if group.kind == "if":
        try:
            holds = _rendered(f"{{% if {group.condition} %}}1{{% endif %}}", values) == "1"
        except JinjaError as error:
            message = f'"{{% if {group.condition} %}}" cannot be told: {reason(error)}'
            yield _finding(where, message, values, file)
            return
        holders.append(copied(group.inner if holds else group.otherwise or []))
        yield from fill(holders[0], values, where, file)
    else:
        name, listed = group.names
        message = ""
        if values.item:
            message = f'a loop over "{listed}" has no place within another loop'
        elif listed not in values.lists:
            message = f'there is no list "{listed}" to loop over'
        elif len(values.lists[listed]) * _size(group.inner) > LOOP_LIMIT:
            message = f'the loop over "{listed}" makes more than {LOOP_LIMIT:,} elements'
        if message:
            yield _finding(where, message, values, file)
            return
        for entry in values.lists[listed]:
            holder = copied(group.inner)
            holders.append(holder)
            yield from fill(holder, replace(values, item={name: entry}), where, file)
    put_back(group, holders)


def _size(elements: list[Element]) -> int:
    return sum(1 for element in elements for _ in element.iter())


def remove(paragraph: Element) -> None:
    """Remove a paragraph; where its parent must end in one, only what is in it."""
    parent = paragraph.getparent()
    assert parent is not None
    held = (W + "p", W + "sdt")
    others = [child for child in parent if child.tag in held and child is not paragraph]
    needs_one = parent.tag in (W + "tc", W + "hdr", W + "ftr", W + "txbxContent")
    if others or not needs_one:
        parent.remove(paragraph)
        return
    for child in paragraph:
        if child.tag != W + "pPr":
            paragraph.remove(child)


def _is_empty(paragraph: Element) -> bool:
    held = ("drawing", "pict", "object", "fldChar", "fldSimple", "sym")
    return (
        not own_text(paragraph).strip()
        and next(paragraph.iter(*(W + name for name in held)), None) is None
    )


def _fill_container(container: Element, values: Values) -> None:
    """Fill the runs of a paragraph, or of a link or content control in it."""
    marks = Marks()
    for child in list(container):
        if child.tag in _HOLDERS and any(opening in _text(child) for opening in OPENINGS):
            _fill_container(child, values)
        if child.tag == W + "pPr" or child.tag == W + "sdtPr":
            continue
        container.remove(child)
        if child.tag == W + "r":
            marks.add_run(child, _DROPPED)
        elif child.tag not in _DROPPED:
            marks.add_opaque(child)
    source = marks.source(Sandbox(extensions=()))
    filled = marks.trimmed(_rendered(source, values))
    for element in marks.rebuilt(filled, _folio_runs):
        container.append(element)


def _text(element: Element) -> str:
    return "".join(found.text or "" for found in element.iter(W + "t"))


def _rendered(source: str, values: Values) -> str:
    template = _compiled(source, tuple(values.lists), inside=bool(values.item))
    return run(template, values.context)


@lru_cache(maxsize=256)
def _compiled(source: str, lists: tuple[str, ...], *, inside: bool) -> Template:
    """Return a field as a template, after a look at what it is made of.

    Raises:
        JinjaError: it cannot be read, or holds more than values, conditions, filters and a loop
            over a list.
    """
    sandbox = Sandbox(_FILTERS)
    tree = sandbox.parse(source)
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, (*_ALLOWED, nodes.Keyword)):
            raise SecurityError(f'"{type(node).__name__.lower()}" has no place in a Word template')
        if isinstance(node, nodes.For):
            _check_loop(node, lists, inside=inside)
    return sandbox.from_string(tree)


def _clean(values: Mapping[str, str]) -> dict[str, str]:
    """Return values without the characters that stand for marks."""
    first = chr(FIRST_MARK)
    return {
        key: text if max(text, default="") < first else "".join(c for c in text if c < first)
        for key, text in values.items()
    }


def _check_loop(loop: nodes.For, lists: tuple[str, ...], *, inside: bool) -> None:
    if not isinstance(loop.iter, nodes.Name) or loop.iter.name not in lists:
        raise SecurityError(f"only lists can be looped over: {', '.join(lists) or 'none'}")
    if inside or any(loop.find_all(nodes.For)):
        raise SecurityError("a loop has no place within another loop")


def _folio_runs(kind: str, properties: Element | None) -> list[Element]:
    """Return the runs of a page field: PAGE or NUMPAGES, with 1 as what is shown until counted."""

    def run(*content: Element) -> Element:
        own = [] if properties is None else [deepcopy(properties)]
        return w("r", *own, *content)

    instruction = w("instrText")
    instruction.text = f" {kind} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [
        run(w("fldChar", fldCharType="begin")),
        run(instruction),
        run(w("fldChar", fldCharType="separate")),
        run(*text_content("1")),
        run(w("fldChar", fldCharType="end")),
    ]
