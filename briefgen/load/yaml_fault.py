"""A fault of YAML's syntax, in words that help its author.

The parser says which rule broke; what the author did is better seen on the line itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml
from msgspec import Struct

from briefgen.load.tree import TOO_DEEP
from briefgen.types.finding import Finding


class YamlProblem(Struct, frozen=True):
    """Where a parser stopped: its own words, the line, and what stands there."""

    problem: str
    context: str
    line: int
    context_line: int
    context_text: str
    text: str
    rest: str


Description = tuple[str, str, str, int]
"""Code, message, hint and line."""


def fault(error: yaml.YAMLError, text: str, file: str) -> Finding:
    """Return the finding for a fault of syntax."""
    broken = _located(error, text)
    for teller in _TELLERS:
        if reported := teller(broken):
            code, message, hint, line = reported
            return Finding(code, message, hint, file=file, line=line)
    message = "cannot be read as YAML from here on"
    hint = "look at the indentation, colons and quotation marks of this line and the one above"
    return Finding("yaml-syntax", message, hint, file=file, line=broken.line)


def _located(error: yaml.YAMLError, text: str) -> YamlProblem:
    mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None) or mark
    rows = text.split("\n")
    row = min(mark.line, len(rows) - 1) if mark else 0
    context_row = min(context_mark.line, len(rows) - 1) if context_mark else row
    return YamlProblem(
        problem=str(getattr(error, "problem", None) or ""),
        context=str(getattr(error, "context", None) or ""),
        line=row + 1,
        context_line=context_row + 1,
        context_text=rows[context_row].rstrip("\r"),
        text=rows[row].rstrip("\r"),
        rest=rows[row][mark.column :] if mark and mark.line < len(rows) else "",
    )


def _depth(broken: YamlProblem) -> Description | None:
    """From 0.2.6 on, libyaml counts levels itself; before that, ours are counted first."""
    if "nesting depth" not in broken.problem:
        return None
    return "too-deep", *TOO_DEEP, broken.line


def _tab(broken: YamlProblem) -> Description | None:
    indent = re.match(r"[ \t-]*", broken.text)
    if indent and "\t" in indent[0] and ("tab" in broken.problem or "token" in broken.problem):
        message = "is indented with a tab; YAML allows spaces only"
        return "yaml-tab", message, "replace each tab by two spaces", broken.line
    return None


def _unclosed_quote(broken: YamlProblem) -> Description | None:
    if "quoted scalar" in broken.context and "end of stream" in broken.problem:
        message = "opens a quotation mark that is never closed"
        hint = "close it; an apostrophe inside single quotes is written twice"
        return "yaml-syntax", message, hint, broken.context_line
    return None


def _escape(broken: YamlProblem) -> Description | None:
    if "escape" in broken.problem or "hexdecimal" in broken.problem:
        message = "has a backslash that means nothing inside double quotes"
        return "yaml-syntax", message, "use single quotes, or write \\\\", broken.line
    return None


def _colon(broken: YamlProblem) -> Description | None:
    if "mapping values are not allowed" not in broken.problem:
        return None
    before = broken.text[: len(broken.text) - len(broken.rest.rstrip("\r"))]
    if re.search(r":\s", before):
        message = "has a colon and a space inside text, which YAML takes for a key"
        hint = 'put the text in quotes, or below ">-" on lines of its own'
    else:
        message = "has a key where none can stand"
        hint = "indent it like its neighbours, and see that the line above is finished"
    return "yaml-syntax", message, hint, broken.line


def _document(broken: YamlProblem) -> Description | None:
    if broken.text.startswith("%") and ("directive" in broken.context or not broken.context):
        message = 'has a line that begins with "%"'
        return "yaml-syntax", message, "remove it, or put the text in quotes", broken.line
    if "document start" in broken.problem:
        message = 'goes on after "..." or after the end of the data'
        return "yaml-documents", message, "a file holds one argument; remove the rest", broken.line
    return None


def _first_letter(broken: YamlProblem) -> Description | None:
    first = broken.rest[:1]
    starts = ("cannot start any token", "node content", "keys are not allowed")
    if any(words in broken.problem for words in starts) and first.strip():
        message = f'has text that begins with "{first}"'
    elif "block scalar" in broken.context:
        first = ">" if ">" in broken.text else "|"
        message = f'has text on the same line as "{first}"'
    elif any(word in broken.context for word in ("a tag", "an anchor", "an alias", "a node")):
        message = 'has text that begins with "!", "&" or "*"'
    else:
        return None
    return "yaml-syntax", message, "put the whole text in quotes", broken.line


def _brackets(broken: YamlProblem) -> Description | None:
    if "flow" not in broken.context:
        return None
    opened = re.search(r"(?:^|[:\-,\[{]\s*)([\[{])", broken.context_text)
    usual = "[" if "sequence" in broken.context else "{"
    bracket = opened[1] if opened else usual
    message = f'opens "{bracket}", and what follows is not closed or lacks a comma'
    if opened and broken.context_text[opened.end(1) : opened.end(1) + 1] in ("#", "@", ">"):
        message = f'has text that begins with "{bracket}", which YAML takes for a list'
        hint = f"put the whole text in quotes, as it begins with {_shown(broken, opened)}"
        return "yaml-syntax", message, hint, broken.context_line
    hint = f'close it; text that begins with "{bracket}", "@", "#" or ">" stands in quotes'
    return "yaml-syntax", message, hint, broken.context_line


def _shown(broken: YamlProblem, opened: re.Match[str]) -> str:
    """Return the bracket with what it holds."""
    return re.split(r"(?<=\])|\s", broken.context_text[opened.start(1) :])[0]


def _after_quote(broken: YamlProblem) -> Description | None:
    if re.search(r"""(?:^|[:-])\s+(?:"[^"]*"|'[^']*')\s*[^\s#,:]""", broken.text):
        message = "has text after a closing quotation mark"
        hint = "put the whole text in quotes, of the kind that it does not hold itself"
        return "yaml-syntax", message, hint, broken.line
    return None


def _after_bracket(broken: YamlProblem) -> Description | None:
    if re.search(r"(?:^|[:-])\s+[\[{][^\]}]*[\]}]+\s*[^\s#,:\]}]", broken.text):
        message = "has text after a closing bracket"
        hint = "put the whole text in quotes: what begins with a bracket is a list"
        return "yaml-syntax", message, hint, broken.line
    return None


def _item(broken: YamlProblem) -> Description | None:
    if "entries are not allowed" in broken.problem:
        message = 'has a list item "- " where none can stand'
        hint = 'begin the list on the next line; text that begins with "- " stands in quotes'
        return "yaml-syntax", message, hint, broken.line
    return None


def _no_colon(broken: YamlProblem) -> Description | None:
    if "could not find expected ':'" in broken.problem:
        message = "has a key without a colon"
        hint = 'write "key: value"; text over several lines is indented, below ">-"'
        return "yaml-syntax", message, hint, broken.context_line
    return None


def _bracket_too_many(broken: YamlProblem) -> Description | None:
    if broken.rest[:1] in ("]", "}", ","):
        message = f'has a "{broken.rest[0]}" too many'
        return "yaml-syntax", message, "remove it, or put the text in quotes", broken.line
    return None


def _indent(broken: YamlProblem) -> Description | None:
    if "block mapping" in broken.context or "block collection" in broken.context:
        message = "does not line up with what stands above it"
        return "yaml-syntax", message, "indent it like its neighbours, with spaces", broken.line
    return None


_TELLERS: tuple[Callable[[YamlProblem], Description | None], ...] = (
    _depth,
    _tab,
    _unclosed_quote,
    _escape,
    _colon,
    _document,
    _first_letter,
    _brackets,
    _after_quote,
    _after_bracket,
    _item,
    _no_colon,
    _bracket_too_many,
    _indent,
)
"""In the order of asking: the first that recognises the fault reports it."""
