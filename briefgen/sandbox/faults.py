"""What is wrong with the fields of a text, reported before anything is filled in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from briefgen.sandbox.environment import Sandbox


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
