"""The narrowed Jinja2 environment that every template runs in.

Templates may be untrusted. What they get is plain dictionaries, lists, strings and
numbers; what they can do is place, loop, test and join. No loader, no globals, no callables, no
attributes of Python objects, a short list of filters, no operator that makes much of little, and
bounds on what a run may do (`bounds`).
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Collection, Mapping
from typing import Any

import jinja2
from jinja2 import StrictUndefined, Template, nodes
from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from jinja2.parser import Parser
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefgen.sandbox.bounds import (
    BOUNDED_FILTERS,
    CHARGED,
    DEPTH_LIMIT,
    OUTPUT_LIMIT,
    BudgetedContext,
    Exhausted,
    TooDeep,
    bounded,
    printable,
    refuse_foreign,
)

FILTERS = ("default", "d", "first", "join", "last", "length", "lower", "title", "trim", "upper")
_INTERCEPTED = frozenset({"*", "**", "%", "//", "+"})
_LOOP = frozenset({"index", "index0", "first", "last", "length"})
TESTS = (
    "defined", "undefined", "none", "boolean", "true", "false", "integer", "float", "number",
    "string", "mapping", "sequence", "in", "eq", "ne", "lt", "le", "gt", "ge",
)  # fmt: skip


def _whole(value: Any) -> int:
    """Return a whole number: `%`, by which Jinja2 tests, formats what is text."""
    if type(value) is not int:
        raise TypeError("only a whole number is odd, even or divisible")
    return value


_WHOLE_TESTS = {
    "odd": lambda value: _whole(value) % 2 == 1,
    "even": lambda value: _whole(value) % 2 == 0,
    "divisibleby": lambda value, by: _whole(value) % _whole(by) == 0,
}
_DEEPER = f"more than {DEPTH_LIMIT} levels"
COMPILERS = f"Jinja2 {jinja2.__version__} {sys.implementation.cache_tag}\n".encode()
"""How code begins that was compiled in advance: another Jinja2 or Python compiles anew."""

_PLAIN = (str, int, float, bool, type(None), tuple, list, dict)


def _finalize(value: Any) -> Any:
    return value if isinstance(value, (str, Undefined)) else printable(value)


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja2 environment for untrusted templates.

    Undefined names are errors. `{{ value.name }}` looks a key up in a dictionary and never an
    attribute. Multiplication, power and formatting are rejected, as they turn a few characters into
    gigabytes; `range` and all other globals are gone. `filters` names those that there are; the
    tests are `TESTS`, `odd`, `even` and `divisibleby`.
    """

    intercepted_binops = _INTERCEPTED
    context_class = BudgetedContext

    def __init__(self, filters: Collection[str] = FILTERS, **options: Any) -> None:
        settings = {
            "finalize": _finalize,
            "keep_trailing_newline": True,
            "optimized": False,  # nothing is computed outside the budget of a run
            **options,
        }
        super().__init__(undefined=StrictUndefined, autoescape=False, **settings)
        self.globals.clear()
        there = {**self.filters, **BOUNDED_FILTERS}
        self.tests = {**{name: self.tests[name] for name in TESTS}, **_WHOLE_TESTS}
        self.filters = {**{name: there[name] for name in filters}, **CHARGED}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse a template (jinja2.Environment). One that is nested beyond reason is no template.

        Raises:
            TemplateSyntaxError: it cannot be read.
        """
        line = 1
        try:
            parser = Parser(self, source, name, filename)
            try:
                return parser.parse()
            finally:
                line = parser.stream.current.lineno
        except RecursionError:
            raise TooDeep(_DEEPER, line) from None
        except (ValueError, OverflowError, UnicodeError) as error:
            raise TemplateSyntaxError(f"it cannot be read: {error}", line, name, filename) from None

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        """Write the code of a template (jinja2.Environment), once it holds only what it may."""
        refuse_foreign(source)
        try:
            return super()._generate(bounded(source, self), name, filename, defer_init)
        except RecursionError:
            raise TooDeep(_DEEPER, 1) from None

    def _compile(self, source: str, filename: str) -> Any:
        """Compile the code of a template (jinja2.Environment)."""
        try:
            return super()._compile(source, filename)
        except (SyntaxError, RecursionError, MemoryError):
            raise TooDeep(_DEEPER, 1) from None

    def code_of(self, source: str | nodes.Template) -> bytes:
        """Return what a template is compiled to, and by which Jinja2 and Python."""
        python = self.compile(source, raw=True)
        # Version 2 writes the same bytes for the same code, whatever else refers to its parts.
        return COMPILERS + marshal.dumps(compile(python, "<template>", "exec"), 2)

    def of_code(self, code: bytes) -> Template | None:
        """Return a template of what `code_of` returned; None, if others compiled it.

        It runs as any code does: only what comes along with this package may be given.
        """
        if not code.startswith(COMPILERS):
            return None
        compiled = marshal.loads(code.removeprefix(COMPILERS))  # noqa: S302 - our own
        return self.template_class.from_code(self, compiled, self.make_globals(None))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up a key of a dictionary. Objects have no attributes here."""
        if isinstance(obj, Mapping):
            if attribute in obj:
                return obj[attribute]
            return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, Undefined) or (isinstance(obj, LoopContext) and attribute in _LOOP):
            return super().getattr(obj, attribute)
        raise SecurityError(f'"{attribute}" was asked of a value that has no parts')

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Look up an item of a dictionary, list or string, never an attribute."""
        try:
            return obj[argument]
        except (KeyError, IndexError, TypeError, AttributeError):
            return self.undefined(obj=obj, name=argument)

    def call_binop(self, _context: Any, operator: str, left: Any, right: Any) -> Any:
        """Add numbers; reject what makes much of little."""
        if operator == "+" and type(left) in (int, float) and type(right) in (int, float):
            return left + right
        hint = "; join text with ~" if operator == "+" else ""
        raise SecurityError(f'the operator "{operator}" is not allowed here{hint}')

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing may be called but the tags of this environment's own extensions."""
        return getattr(obj, "__self__", None) in self.extensions.values()


def plain_context(context: Mapping[str, Any]) -> dict[str, Any]:
    """Return a context after making sure that it holds nothing but plain values.

    Raises:
        TypeError: an object with methods of its own is in it, which is a bug of the caller.
    """

    def refuse_objects(value: Any) -> None:
        if type(value) not in _PLAIN:
            raise TypeError(f"{type(value).__name__} does not belong in a template")
        if isinstance(value, dict):
            for inner in value.values():
                refuse_objects(inner)
        elif isinstance(value, (list, tuple)):
            for inner in value:
                refuse_objects(inner)

    refuse_objects(dict(context))
    return dict(context)


_PYTHON = (TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
"""What a template can make Python raise: a text that is no list, a number by nothing."""


def reason(error: TemplateError) -> str:
    """Return what an error of a template says, in a line."""
    return " ".join((error.message or "it is no template").split())


def run(template: Template, context: Mapping[str, Any]) -> str:
    """Return what a template writes.

    Raises:
        Exhausted: it does or writes more than a template may.
        TemplateError: it asks for what there is not, or for what cannot be done.
    """
    pieces = []
    written = 0
    try:
        for piece in template.generate(context):
            written += len(piece)
            if written > OUTPUT_LIMIT:
                raise Exhausted(f"it writes more than {OUTPUT_LIMIT:,} characters")
            pieces.append(piece)
    except _PYTHON as error:
        raise TemplateRuntimeError(str(error)).with_traceback(error.__traceback__) from None
    return "".join(pieces)
