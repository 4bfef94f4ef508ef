"""What is wrong with the fields of a text, told before anything is filled in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import meta, nodes
from jinja2.exceptions import TemplateError, TemplateSyntaxError

from briefgen.sandbox.environment import Sandbox
from briefgen.sandbox.running import reason, run


@dataclass(frozen=True, slots=True)
class FieldFaults:
    """What is wrong with the fields of a text: names that nobody knows, or why it cannot be read.

    One of them is empty.
    """

    unknown: tuple[str, ...] = ()
    error: str = ""


def field_faults(text: str, names: Collection[str]) -> FieldFaults:
    """Return what would go wrong if `{{ … }}` in a text were filled with plain text by name.

    It is tried with every value there and with none, so that conditions are gone through too.
    """
    sandbox = Sandbox()
    try:
        unknown = meta.find_undeclared_variables(sandbox.parse(text)) - set(names)
        if unknown:
            return FieldFaults(unknown=tuple(sorted(unknown)))
        template = sandbox.from_string(text)
        for value in ("x", ""):
            run(template, dict.fromkeys(names, value))
    except TemplateError as error:
        return FieldFaults(error=reason(error))
    return FieldFaults()


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
            told = f'asks for "{holder}.{part.attr}"; there are: {", ".join(entries[holder])}'
            found.append((part.lineno - 1, told))
    return list(dict.fromkeys(found))
