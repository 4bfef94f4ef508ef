"""The tags of content templates: they place points and apparatus, and never read a form.

A tag writes a marker that no text can forge, since the record separator U+001E is refused in
every argument. What the marker asks for is made after the template has run.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Undefined

from briefgen.compose.markdown import escaped
from briefgen.sandbox import OUTPUT_LIMIT, Sandbox, plain_context
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.profile import Apparatus

_RECORD = "\x1e"


class _Marker(str):
    """Text of a tag, which is no user's text and is not escaped."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Tag:
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
        "sources",
        "contents",
        *(kind.value for kind in Apparatus),
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
        for value in (*arguments, *options.values()):
            if isinstance(value, Undefined):
                str(value)
        record = json.dumps([name, arguments, options, line])
        return _Marker(f"{_RECORD}{record}{_RECORD}")


def _finalize(value: Any) -> Any:
    return value if isinstance(value, (_Marker, Undefined)) else escaped(str(value))


@lru_cache(maxsize=4)
def _environment() -> Sandbox:
    return Sandbox(extensions=[Tags], finalize=_finalize, trim_blocks=True, lstrip_blocks=True)


@lru_cache(maxsize=64)
def _compiled(text: str) -> Any:
    return _environment().from_string(text)


def rendered(text: str, context: Mapping[str, Any], file: str) -> Iterator[str | Tag]:
    """Run a content template and yield its text and its tags, in order.

    Values that a template prints are escaped: they are text, not Markdown.

    Raises:
        TemplateError: the template does not parse, asks for what there is not or for what is not
            allowed, or writes more than `OUTPUT_LIMIT` characters.
    """
    if _RECORD in text:
        raise _error(file, 1, "template-control", "holds the control character U+001E", "remove it")
    try:
        output = _compiled(text).render(plain_context(context))
    except TemplateSyntaxError as error:
        hint = "each {% for %}, {% if %} and {% section %} needs its end tag"
        message = f"is no valid template: {error.message}"
        raise _error(file, error.lineno, "template-syntax", message, hint) from None
    except JinjaError as error:
        message = f"asks for what there is not: {error.message}"
        hint = f"known names: {', '.join(sorted(context))}"
        raise _error(file, _line(error), "template-undefined", message, hint) from None
    if len(output) > OUTPUT_LIMIT:
        message = f"writes {len(output):,} characters; the limit is {OUTPUT_LIMIT:,}"
        raise _error(file, 1, "template-output", message, "look for a loop that runs too often")
    for number, part in enumerate(output.split(_RECORD)):
        if number % 2:
            name, arguments, options, line = json.loads(part)
            yield Tag(name, tuple(arguments), options, line)
        elif part.strip():
            yield part


def _line(error: JinjaError) -> int | None:
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == "<template>"
    ]
    return lines[-1] if lines else None


def _error(file: str, line: int | None, code: str, message: str, hint: str) -> TemplateError:
    return TemplateError([Finding(code, message, hint, file=file, line=line)])
