"""JSON to plain data with line numbers.

The standard library says whether the text is JSON; a second walk over its tokens builds the
data, since only there the lines are known.
"""

from __future__ import annotations

import json
import re
from typing import Any, Never

from briefgen.load.tree import TOO_DEEP, Tree, number
from briefgen.types.finding import Finding, LoadError
from briefgen.types.source_map import SourceMap

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}\n,:]|[^\s\[\]{},:"]+')

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

_UNKNOWN = ("cannot be read as JSON", "check it in an editor that knows JSON")


def parse_json(text: str, file: str) -> tuple[Any, SourceMap]:
    """Return the data of a JSON text, and the line of each value.

    Raises:
        LoadError: a fault of syntax with its line; or everything else that is wrong.
    """
    try:
        json.loads(text, parse_constant=_not_json, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise LoadError([_fault(error, file)]) from None
    except _NotJson as error:
        line = _line_of(text, str(error))
        message = f"holds {error}, which is no number in JSON"
        hint = "leave the value out, or write the number"
        finding = Finding("number-impossible", message, hint, file=file, line=line)
        raise LoadError([finding]) from None
    except RecursionError:
        raise LoadError([Finding("too-deep", *TOO_DEEP, file=file)]) from None
    tree = Tree(file)
    _walk(text, tree)
    if tree.findings:
        raise LoadError(tree.findings)
    return tree.root, tree.places


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


def _line_of(text: str, token: str) -> int:
    line = 1
    for found in _TOKEN.finditer(text):
        if found[0] == token:
            break
        line += found[0] == "\n"
    return line


def _fault(error: json.JSONDecodeError, file: str) -> Finding:
    said = error.msg.lower()
    if error.doc[error.pos : error.pos + 1] in ("}", "]") and "delimiter" not in said:
        said = "trailing comma"  # as Python 3.13 calls it
    message, hint = next((each[1:] for each in _WRONG if each[0].lower() in said), _UNKNOWN)
    return Finding(
        "json-syntax", f"column {error.colno} {message}", hint, file=file, line=error.lineno
    )
