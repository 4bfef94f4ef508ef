"""JSON to plain data with line numbers.

The standard library says whether the text is JSON; a second walk over its tokens builds the
data, since only there the lines are known.
"""

from __future__ import annotations

import json
from typing import Any, Never

from msgspec import Struct

from briefgen.load.tree import TOO_DEEP, Tree, number
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding, LoadError
from briefgen.types.source_map import SourceMap

_TOKEN = late_pattern(r'"(?:[^"\\]|\\.)*"|[\[\]{}\n,:]|[^\s\[\]{},:"]+')

_WRONG = (
    ("double quotes", "lacks a key in double quotes", "JSON keys stand in double quotes"),
    ("':' delimiter", "lacks a colon after a key", 'write "key": value'),
    ("',' delimiter", "lacks a comma", "put a comma between neighbours; check the quotes before"),
    ("trailing comma", "has a comma after the last value", "remove the comma"),
    ("Unterminated string", "opens a quotation mark that is never closed", "close it"),
    ("escape", "has a backslash that means nothing in JSON", "write \\\\ for a backslash"),
    ("control character", "has a line break or tab inside text", "write \\n or \\t for it"),
    ("Extra data", "goes on after the end of the data", "a JSON file holds one value"),
    ("Expecting value", "lacks a value", "see whether a comma too many stands before it"),
)

_INSTEAD = {"trailing comma": " ", "escape": " ", "control character": " "}
"""What is read in the place of a wrong character, where that is sure."""

_MOST_FAULTS = 20
"""Faults of syntax that are sought: the text is read anew after each."""

_UNKNOWN = ("", "cannot be read as JSON", "check it in an editor that knows JSON")


def parse_json(text: str, file: str) -> tuple[Any, SourceMap]:
    """Return the data of a JSON text, and the line of each value.

    Raises:
        LoadError: faults of syntax, each with its line; or everything else that is wrong.
    """
    data, places, findings = parse_json_in_part(text, file)
    if findings:
        raise LoadError(findings)
    return data, places


def parse_json_in_part(text: str, file: str) -> tuple[Any, SourceMap, list[Finding]]:
    """Return what can be read of a JSON text, the line of each value, and what is wrong with it.

    A fault of one character is passed over as if it were put right, so that those after it are
    found at once. No data after a fault that leaves open what was meant.
    """
    findings: list[Finding] = []
    while len(findings) < _MOST_FAULTS:
        try:
            json.loads(text, parse_constant=_not_json, parse_int=str, parse_float=str)
        except json.JSONDecodeError as error:
            fault = _fault(error)
            findings.append(_finding(fault, text, file))
            if fault.instead is None:
                break
            at, instead = fault.instead
            text = text[:at] + instead + text[at + 1 :]
        except _NotJson as error:
            word = str(error)
            tokens = _TOKEN.finditer(text)  # a letter too many may follow, which is reported next
            at = next(found.start() for found in tokens if found[0].startswith(word))
            message = f"holds {word}, which is no number in JSON"
            hint = "leave the value out, or write the number"
            line = text.count("\n", 0, at) + 1
            findings.append(Finding("number-impossible", message, hint, file=file, line=line))
            text = text[:at] + "0".ljust(len(word)) + text[at + len(word) :]
        except RecursionError:
            findings.append(Finding("too-deep", *TOO_DEEP, file=file))
            break
        else:
            tree = Tree(file)
            _walk(text, tree)
            return tree.root, tree.places, [*findings, *tree.findings]
    return None, SourceMap(file), findings


def _walk(text: str, tree: Tree) -> None:
    line = 1
    for found in _TOKEN.finditer(text):
        token = found[0]
        match token:
            case "\n":
                line += 1
            case "{":
                tree.open({}, line)
            case "[":
                tree.open([], line)
            case "}" | "]":
                tree.close()
            case "," | ":":
                pass
            case _ if tree.wants_key:
                tree.key(json.loads(token), line)
            case _:
                tree.value(_value(token, tree, line), line)


def _value(token: str, tree: Tree, line: int) -> Any:
    if token[0] in '"tfn':
        return json.loads(token)
    try:
        return number(token)
    except ValueError as error:
        tree.validate("number-impossible", str(error), "write a shorter number", line)
        return 0


class _NotJson(Exception):
    """NaN or Infinity, which are no JSON."""


def _not_json(name: str) -> Never:
    raise _NotJson(name)


class _Fault(Struct, frozen=True):
    """Where a text is no JSON, what is wrong, what to do, and where to read what instead."""

    position: int
    message: str
    hint: str
    instead: tuple[int, str] | None = None


def _fault(error: json.JSONDecodeError) -> _Fault:
    said, at, doc = error.msg.lower(), error.pos, error.doc
    before = len(doc[:at].rstrip()) - 1
    if doc[at : at + 1] in ("}", "]") and doc[before : before + 1] == ",":
        said, at = "trailing comma", before  # as Python 3.13 calls it
    name, message, hint = next((each for each in _WRONG if each[0].lower() in said), _UNKNOWN)
    instead = (at, _INSTEAD[name]) if name in _INSTEAD else None
    if name == "',' delimiter" and doc[at - 1 : at].isspace():
        instead = before + 1, ","
    if name == "escape" and doc[at : at + 1] != "\\":
        instead = None
    return _Fault(at, message, hint, instead)


def _finding(fault: _Fault, text: str, file: str) -> Finding:
    line = text.count("\n", 0, fault.position) + 1
    column = fault.position - text.rfind("\n", 0, fault.position)
    message = f"column {column} {fault.message}"
    return Finding("json-syntax", message, fault.hint, file=file, line=line)
