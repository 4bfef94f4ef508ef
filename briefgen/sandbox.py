"""The narrowed Jinja2 environment that every template runs in.

Templates may come from strangers. What they get is plain dictionaries, lists, strings and
numbers; what they can do is place, loop, test and join. No loader, no globals, no callables, no
attributes of Python objects, a short list of filters, and no operator that makes much of little.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, meta, nodes
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

OUTPUT_LIMIT = 2_000_000
"""Characters that one template may write."""

_FILTERS = ("default", "d", "first", "join", "last", "length", "lower", "title", "trim", "upper")
_REFUSED_OPERATORS = frozenset({"*", "**", "%", "//"})
_LOOP = frozenset({"index", "index0", "first", "last", "length"})
_PLAIN = (str, int, float, bool, type(None), tuple, list, dict)


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja2 environment for templates that nobody has vouched for.

    Undefined names are errors. `{{ value.name }}` looks a key up in a dictionary and never an
    attribute. Multiplication, power and formatting are refused, as they turn a few characters into
    gigabytes; `range` and all other globals are gone.
    """

    intercepted_binops = _REFUSED_OPERATORS

    def __init__(self, **options: Any) -> None:
        super().__init__(
            undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True, **options
        )
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}

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

    def call_binop(self, _context: Any, operator: str, _left: Any, _right: Any) -> Any:
        """Refuse the operators that make much of little."""
        raise SecurityError(f'the operator "{operator}" is not allowed in templates')

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing may be called but the tags of this environment's own extensions."""
        return getattr(obj, "__self__", None) in self.extensions.values()


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
            template.render(dict.fromkeys(names, value))
    except TemplateError as error:
        return FieldFaults(error=error.message or "it is no template")
    except (TypeError, ValueError, ArithmeticError, LookupError) as error:
        return FieldFaults(error=str(error))
    return FieldFaults()


def plain_context(context: Mapping[str, Any]) -> dict[str, Any]:
    """Return a context after making sure that it holds nothing but plain values.

    Raises:
        TypeError: an object with methods of its own is in it, which is a bug of the caller.
    """

    def look(value: Any) -> None:
        if type(value) not in _PLAIN:
            raise TypeError(f"{type(value).__name__} does not belong in a template")
        if isinstance(value, dict):
            for held in value.values():
                look(held)
        elif isinstance(value, (list, tuple)):
            for held in value:
                look(held)

    look(dict(context))
    return dict(context)


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
