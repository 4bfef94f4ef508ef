"""The tags of content templates: they place points and supplements, and never read a form.

A tag writes a marker that no text can forge, since the record separator U+001E is rejected in
every argument. What the marker asks for is made after the template has run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import NoneType
from typing import Any

from jinja2 import Template, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Undefined
from msgspec import Struct

from briefgen.cache import kept
from briefgen.markup import escaped
from briefgen.sandbox import (
    Exhausted,
    Forbidden,
    Sandbox,
    TooDeep,
    plain_context,
    reason,
    run,
)
from briefgen.sandbox.bounds import printable
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.selection import ContentTemplate, Supplement

_RECORD = "\x1e"


class _Marker(str):
    """Text of a tag, which is no user's text and is not escaped."""

    __slots__ = ()


class Tag(Struct, frozen=True):
    """A tag where it stands in the template's output: name, arguments, line of the template."""

    name: str
    arguments: tuple[Any, ...]
    options: Mapping[str, Any]
    line: int


class Tags(Extension):
    """Tags of content templates, with arguments written as `{% point p, as="bullet" %}`."""

    tags = {  # noqa: RUF012 (declared so by jinja2.ext.Extension)
        "section",
        "endsection",
        "point",
        "chart",
        "picture",
        "stats",
        "lead_figure",
        "in_brief",
        "callout",
        "endcallout",
        "pull_quote",
        "qr_code",
        "sources",
        "values",
        "actions",
        "contents",
        *(kind.value for kind in Supplement),
    }

    def parse(self, parser: Parser) -> nodes.Node:
        """Read one tag with its arguments (jinja2.ext.Extension)."""
        tag = next(parser.stream)
        arguments: list[nodes.Expr] = []
        options: list[nodes.Pair] = []
        while parser.stream.current.type != "block_end":
            if arguments or options:
                parser.stream.skip_if("comma")
            if parser.stream.current.type == "name" and parser.stream.look().type == "assign":
                key = next(parser.stream).value
                if any(pair.key == nodes.Const(key) for pair in options):
                    parser.fail(f'the option "{key}" is given twice', tag.lineno)
                next(parser.stream)
                value = parser.parse_expression()
                options.append(nodes.Pair(nodes.Const(key), value))
            else:
                arguments.append(parser.parse_expression())
        call = self.call_method(
            "_marked",
            [
                nodes.Const(tag.value),
                nodes.List(arguments),
                nodes.Dict(options),
                nodes.Const(tag.lineno),
            ],
            lineno=tag.lineno,
        )
        return nodes.Output([call], lineno=tag.lineno)

    def _marked(
        self, name: str, arguments: list[Any], options: dict[str, Any], line: int
    ) -> _Marker:
        _refuse_strange([arguments, options], name)
        record = json.dumps([name, arguments, options, line])
        return _Marker(f"{_RECORD}{record}{_RECORD}")


def _refuse_strange(value: Any, tag: str) -> None:
    """Reject what a tag cannot be given; a name that there is not raises its own error.

    Raises:
        SecurityError: a loop, or a group whose keys are no text.
    """
    if isinstance(value, Undefined):
        str(value)
    elif isinstance(value, (list, tuple)):
        for each in value:
            _refuse_strange(each, tag)
    elif isinstance(value, dict) and all(isinstance(key, str) for key in value):
        _refuse_strange([*value.values()], tag)
    elif not isinstance(value, (str, int, float, NoneType)):
        raise SecurityError(f"gives {{% {tag} %}} what is no text, number or list")


def _finalize(value: Any) -> Any:
    if isinstance(value, (_Marker, Undefined)):
        return value
    text = printable(value)
    if _RECORD in text:
        raise SecurityError("prints the control character U+001E")
    return escaped(text)


@kept(4)
def _environment() -> Sandbox:
    return Sandbox(extensions=[Tags], finalize=_finalize, trim_blocks=True, lstrip_blocks=True)


@kept(64)
def _compiled(content: ContentTemplate) -> Template:
    sandbox = _environment()
    return sandbox.of_code(content.code) or sandbox.from_string(content.text)


def code_of(text: str) -> bytes:
    """Return what a content template is compiled to, and by which Jinja2 and Python."""
    return _environment().code_of(text)


def rendered(content: ContentTemplate, context: Mapping[str, Any]) -> tuple[str | Tag, ...]:
    """Run a content template and return its text and its tags, in order.

    Values that a template prints are escaped: they are text, not Markdown. A template that sees
    the same writes the same, so it is not run again: it sees no point's words and no figure.

    Raises:
        TemplateError: the template does not parse, asks for what there is not or for what is not
            allowed, or does or writes more than a template may (`sandbox.bounds`).
    """
    if _RECORD in content.text:
        raise error_at(
            content.file, 1, "template-control", "holds the control character U+001E", "remove it"
        )
    given = plain_context(context)
    try:
        return _written(content, json.dumps(given))
    except JinjaError as error:
        raise _fault(error, content.file, given) from None


@kept(64)
def _written(content: ContentTemplate, context: str) -> tuple[str | Tag, ...]:
    """Return what a template makes of a context, which is given as JSON."""
    output = run(_compiled(content), json.loads(context))
    found: list[str | Tag] = []
    for number, part in enumerate(output.split(_RECORD)):
        if number % 2:
            name, arguments, options, line = json.loads(part)
            found.append(Tag(name, tuple(arguments), options, line))
        elif part.strip():
            found.append(part)
    return tuple(found)


def _fault(error: JinjaError, file: str, names: Mapping[str, Any]) -> TemplateError:
    """Return what went wrong in a template as an error of its file."""
    line = error.lineno if isinstance(error, Forbidden) else _line(error)
    reported = reason(error)
    match error:
        case TooDeep():
            hint = "set parts of it apart by {% set %}, or leave conditions and filters out"
            message = f"is no valid template: {reported}"
            return error_at(file, error.lineno, "template-syntax", message, hint)
        case TemplateSyntaxError():
            ends = "tag" in reported and "option" not in reported
            hint = "each {% for %}, {% if %} and {% section %} needs its end tag"
            message = f"is no valid template: {reported}"
            hint = hint if ends else "look at the tag on this line: its names, quotes and commas"
            return error_at(file, error.lineno, "template-syntax", message, hint)
        case Exhausted():
            hint = "look for a loop that runs too often, or for loops within loops"
            return error_at(file, line, "template-exhausted", f"is stopped: {reported}", hint)
        case SecurityError():
            hint = "templates place what they are given: values, conditions, loops and tags"
            return error_at(file, line, "template-forbidden", f"goes too far: {reported}", hint)
        case UndefinedError():
            hint = f"known names: {', '.join(sorted(names))}"
            message = f"asks for what there is not: {reported}"
            return error_at(file, line, "template-undefined", message, hint)
        case _:
            hint = "text is joined with ~, lists are looped over, and numbers are no text"
            return error_at(file, line, "template-failed", f"cannot be run: {reported}", hint)


def _line(error: BaseException) -> int | None:
    line, frame = None, error.__traceback__
    while frame:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line


def error_at(file: str, line: int | None, code: str, message: str, hint: str) -> TemplateError:
    """Return an error of a content template, at its line where that is known."""
    return TemplateError([Finding(code, message, hint, file=file, line=line)])
