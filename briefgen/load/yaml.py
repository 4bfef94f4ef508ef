"""YAML to plain data with line numbers, by the core schema of YAML 1.2.

PyYAML parses (libyaml, where it is at hand); what a plain scalar means is decided here, since
PyYAML follows YAML 1.1, where `NO` is false, `12:30` is 750 and `0123` is 83. Nothing is ever
constructed: no tags, no anchors, no aliases, no merge keys.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from briefgen.load.tree import Tree, number
from briefgen.pattern import late_pattern
from briefgen.types.finding import FAULT_LIMIT, Finding, LoadError, shown
from briefgen.types.source_map import Lost, SourceMap

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CONSTANTS: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""YAML 1.2.2, 10.3.2. `yes`, `no`, `on` and `off` are words."""

_NUMBER = late_pattern(r"[-+]?(?:0|[1-9][0-9]*|(?=\.[0-9]))(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
"""Decimal numbers. Leading zeros, `1.`, octal, hexadecimal and `.nan` stay text."""

_CUT = late_pattern(r"[ \t]+#[^\s#]")
"""A comment that follows text and may be meant as text: `costs #cost a year`."""

_BLOCK = late_pattern(r"^[ \t]*(?:[-*+][ \t]|\d{1,3}[.)][ \t]|>[ \t]|\|.*\|[ \t]*$)", re.MULTILINE)
"""A line of Markdown's that is one only where it begins a line: of a list, quotation or table."""

_QUOTE = "put it in quotes if it is text"


def parse_yaml(text: str, file: str) -> tuple[Any, SourceMap]:
    """Return the one document of a YAML text as plain data, and the line of each value.

    Raises:
        LoadError: everything that is wrong, every fault of syntax on its own line; `file` is named.
    """
    data, places, findings, _ = parse_yaml_in_part(text, file)
    if findings:
        raise LoadError(findings)
    return data, places


def parse_yaml_in_part(text: str, file: str) -> tuple[Any, SourceMap, list[Finding], Lost]:
    """Return what can be read of a YAML text, what is wrong with it, and what is lost.

    Nothing is returned as data where faults leave nothing to read.
    """
    lost = Lost()
    tree = Tree(file)
    error = _read(tree, text)
    if error is None:
        return tree.root, tree.places, tree.findings, lost
    from briefgen.load.yaml_fault import fault  # noqa: PLC0415 - for the mistaken only
    from briefgen.load.yaml_recovery import holes_in, without  # noqa: PLC0415

    holes = holes_in(text, file, _error_in)
    if not holes or not all(hole.path for hole in holes):
        found = [hole.finding for hole in holes] or [fault(error, text, file)]
        return None, tree.places, [*tree.findings, *found][:FAULT_LIMIT], lost
    rows = text.split("\n")
    for hole in holes:
        lost = lost.with_more([hole.path], "\n".join(rows[hole.first : hole.last]))
    tree = Tree(file)
    whole = _read(tree, without(text, holes)) is None
    findings = [*(hole.finding for hole in holes), *tree.findings]
    findings.sort(key=lambda finding: finding.line or 0)
    return tree.root if whole else None, tree.places, findings[:FAULT_LIMIT], lost


def _read(tree: Tree, text: str) -> yaml.YAMLError | None:
    """Grow a tree from a text; return the fault of syntax that stopped it."""
    loader = _LOADER(text)
    try:
        _compose(loader, tree, text)
    except yaml.YAMLError as error:
        return error
    finally:
        loader.dispose()
    return None


def _error_in(text: str) -> yaml.YAMLError | None:
    """Return the first fault of syntax in a text, whatever it says."""
    try:
        for _ in yaml.parse(text, Loader=_LOADER):
            pass
    except yaml.YAMLError as error:
        return error
    return None


def _compose(loader: Any, tree: Tree, text: str) -> None:
    documents = 0
    while loader.check_event():
        event = loader.get_event()
        line = event.start_mark.line + 1
        match event:
            case yaml.ScalarEvent():
                _scalar(event, tree, line, text)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                _collection(event, tree, line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                tree.close()
            case yaml.AliasEvent():
                message = f"uses the alias {shown(event.anchor)}; aliases are not followed"
                hint = 'write the value out; text that begins with "*" stands in quotes'
                tree.validate("yaml-alias", message, hint, line)
                _add(tree, "?", line)
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    message = "holds a second document"
                    hint = 'keep one; text that is only "---" stands in quotes'
                    tree.validate("yaml-documents", message, hint, line)
                    return
    if not documents:
        hint = "write the argument, or start from `briefgen new`"
        tree.findings.append(
            Finding("file-empty", "holds nothing but comments", hint, file=tree.file)
        )


def _scalar(event: Any, tree: Tree, line: int, text: str) -> None:
    _no_properties(event, tree, line)
    value: Any = event.value
    if event.style is None or event.style == "":
        if value in _CONSTANTS:
            value = _CONSTANTS[value]
        elif _NUMBER.fullmatch(value):
            try:
                value = number(value)
            except ValueError as error:
                tree.validate("number-impossible", str(error), _QUOTE, line)
        elif _CUT.match(text, event.end_mark.index):
            message = "is cut off at a # that follows a space"
            hint = 'put text that holds # in quotes; write "# " with a space for a comment'
            tree.validate("yaml-comment", message, hint, line)
    if event.style != "|":
        _keeps_blocks(event, tree, text)
    if event.style == "|" and not tree.wants_key:
        blank = len(value) - len(value.lstrip("\n"))
        tree.text_lines[tree.value(value, line)] = line + 1 + blank
    else:
        _add(tree, value, line)


def _keeps_blocks(event: Any, tree: Tree, text: str) -> None:
    """Report a list, quotation or table that YAML makes one line of."""
    first, last = event.start_mark, event.end_mark
    if last.line - first.line < 2:  # noqa: PLR2004 - two lines below the first
        return
    below = text[first.index : last.index].partition("\n")[2]
    typed = [*_BLOCK.finditer(below)]
    if len(typed) > 1 and len(_BLOCK.findall(event.value)) < len(typed):
        line = first.line + 2 + below.count("\n", 0, typed[0].start())
        message = "holds a list, a quotation or a table, whose lines YAML joins"
        hint = "write | before the text, which keeps its lines, in the place of > or of nothing"
        tree.validate("yaml-joined-lines", message, hint, line)


def _collection(event: Any, tree: Tree, line: int) -> None:
    _no_properties(event, tree, line)
    mapping = isinstance(event, yaml.MappingStartEvent)
    if tree.wants_key:
        message = "uses a list or a group of keys as a key"
        hint = 'a key is a word; text that begins with "[", "{" or "?" stands in quotes'
        tree.validate("key-not-text", message, hint, line)
        raise LoadError(tree.findings)
    tree.open({} if mapping else [], line)


def _add(tree: Tree, value: Any, line: int) -> None:
    if tree.wants_key:
        tree.key(value, line)
    else:
        tree.value(value, line)


def _no_properties(event: Any, tree: Tree, line: int) -> None:
    if event.anchor is not None:
        message = f"sets the anchor {shown(event.anchor)}; anchors are not used"
        hint = 'remove it; text that begins with "&" stands in quotes'
        tree.validate("yaml-anchor", message, hint, line)
    if event.tag is not None:
        message = f"carries the tag {shown(event.tag)}; tags are not used"
        hint = 'remove it; text that begins with "!" stands in quotes'
        tree.validate("yaml-tag", message, hint, line)
