"""What a template may be made of, and how much it may do: every run ends, and soon.

A template holds values, conditions, loops over what it is given and the tags of its environment.
There are no calls, macros, blocks, includes or imports. Loops, filters, tests, comparisons, joined
text and values that are set are charged to a budget that each run has, so that nesting cannot
multiply without end. How deep a template nests is bounded before anything walks it: Jinja2's own
walks recurse, and take time that grows with the cube of the depth.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import Environment, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer

OUTPUT_LIMIT = 2_000_000
"""Characters that one template may write."""

WORK_LIMIT = 2_000_000
"""What one run may do: nodes of a loop's body times its turns, and characters joined. The built-in
templates do some thousands; the whole of it takes about a second."""

SET_LIMIT = 1_000
"""Values that one `{% set %}` may hold, those within them included."""

DEPTH_LIMIT = 40
"""Levels of nesting: tags within tags, filters after filters, parts of parts. The built-in
templates have eight."""

NODE_LIMIT = 20_000
"""Parts of a template: names, tags, values. The built-in ones have some hundreds."""

LOOP_DEPTH_LIMIT = 12
"""Loops within loops. Python itself allows twenty."""

ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.List,
    nodes.Tuple, nodes.Dict, nodes.Pair, nodes.Keyword, nodes.If, nodes.CondExpr, nodes.Filter,
    nodes.Test, nodes.Not, nodes.Neg, nodes.Pos, nodes.And, nodes.Or, nodes.Compare, nodes.Operand,
    nodes.Add, nodes.Sub, nodes.Div, nodes.Concat, nodes.For, nodes.Assign, nodes.Getattr,
    nodes.Getitem, nodes.ExtensionAttribute,
)  # fmt: skip

_NAMES: dict[type[nodes.Node], str] = {
    nodes.Call: "a call",
    nodes.Macro: "{% macro %}",
    nodes.CallBlock: "{% call %}",
    nodes.FilterBlock: "{% filter %}",
    nodes.With: "{% with %}",
    nodes.AssignBlock: "{% set %} around text",
    nodes.Include: "{% include %}",
    nodes.Import: "{% import %}",
    nodes.FromImport: "{% from %}",
    nodes.Extends: "{% extends %}",
    nodes.Block: "{% block %}",
    nodes.Mul: 'the operator "*"',
    nodes.Pow: 'the operator "**"',
    nodes.Mod: 'the operator "%"',
    nodes.FloorDiv: 'the operator "//"',
}

_TURNS, _JOINED, _KEPT = "turns of a loop", "text put together", "a value that is set"
_WEIGHED = "a value that is looked at"
"""Filters that only `bounded` can put into a template: no template can write such a name."""


class Exhausted(SecurityError):
    """A template that would do more than its run may."""


class Forbidden(SecurityError):
    """A template that holds what none may hold, with its line."""

    def __init__(self, message: str, lineno: int) -> None:
        super().__init__(message)
        self.lineno = lineno


class TooDeep(TemplateSyntaxError):
    """A template that is nested beyond reason."""

    def __init__(self, measured: str, lineno: int) -> None:
        super().__init__(f"it is nested too deeply: {measured}", lineno)


class BudgetedContext(Context):
    """The names of one run, and what it has done so far."""

    spent = 0

    def spend(self, work: int) -> None:
        """Charge some work.

        Raises:
            Exhausted: it is more than the run may do.
        """
        self.spent += work
        if self.spent > WORK_LIMIT:
            message = f"it does more than a template may: {WORK_LIMIT:,} steps and joined letters"
            raise Exhausted(message)


def refuse_foreign(tree: nodes.Template) -> None:
    """Reject what no template needs.

    Raises:
        Forbidden: a node that is not `ALLOWED`, by the name that a template gives it; a number
            that is none.
        TooDeep: nesting beyond `DEPTH_LIMIT` or `LOOP_DEPTH_LIMIT`.
        Exhausted: more parts than `NODE_LIMIT`.
    """
    for number, (node, depth, loops) in enumerate(_descended(tree)):
        if number > NODE_LIMIT:
            raise Exhausted(f"it has more than {NODE_LIMIT:,} parts")
        if depth > DEPTH_LIMIT:
            raise TooDeep(f"more than {DEPTH_LIMIT} levels", node.lineno)
        if loops > LOOP_DEPTH_LIMIT:
            raise TooDeep(f"more than {LOOP_DEPTH_LIMIT} loops within loops", node.lineno)
        if isinstance(node, nodes.Const) and not _finite(node.value):
            raise Forbidden("it holds a number that is too large to be one", node.lineno)
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.ExtensionAttribute):
            continue
        if not isinstance(node, ALLOWED):
            name = _NAMES.get(type(node), f'"{type(node).__name__.lower()}"')
            raise Forbidden(f"{name} is not allowed in templates", node.lineno)
        if isinstance(node, nodes.For) and node.recursive:
            raise Forbidden("a recursive loop is not allowed in templates", node.lineno)


def _descended(tree: nodes.Template) -> Iterator[tuple[nodes.Node, int, int]]:
    """Yield each node, in the order of the text, with the levels and the loops around it.

    Without recursion, which depth could exhaust.
    """
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    while waiting:
        node, depth, loops = waiting.pop()
        yield node, depth, loops
        loops += isinstance(node, nodes.For)
        waiting += [(child, depth + 1, loops) for child in [*node.iter_child_nodes()][::-1]]


def _finite(value: Any) -> bool:
    return not isinstance(value, float) or math.isfinite(value)


def bounded(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """Return a template in which all that takes time is charged: loops, filters and their like."""
    charged: nodes.Template = _Charging(environment).visit(tree)
    return charged


class _Charging(NodeTransformer):
    def __init__(self, environment: Environment) -> None:
        self.environment = environment

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 (jinja2's naming)
        turned = [*node.body, *([node.test] if node.test else [])]
        weight = 1 + sum(1 for part in turned for _ in part.find_all(nodes.Node))
        self.generic_visit(node)
        assert isinstance(node.iter, nodes.Expr)
        node.iter = self._filtered(node.iter, _TURNS, nodes.Const(weight, lineno=node.lineno))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        return self._filtered(nodes.List(node.nodes, lineno=node.lineno), _JOINED)

    def visit_Assign(self, node: nodes.Assign) -> nodes.Assign:  # noqa: N802
        self.generic_visit(node)
        assert isinstance(node.node, nodes.Expr)
        node.node = self._filtered(node.node, _KEPT)
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        if node.node is not None and node.name not in BOUNDED_FILTERS:
            node.node = self._filtered(node.node, _WEIGHED)
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Test:  # noqa: N802
        self.generic_visit(node)
        node.node = self._filtered(node.node, _WEIGHED)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802
        self.generic_visit(node)
        node.expr = self._filtered(node.expr, _WEIGHED)
        for operand in node.ops:
            operand.expr = self._filtered(operand.expr, _WEIGHED)
        return node

    def _filtered(self, node: nodes.Expr, name: str, *arguments: nodes.Expr) -> nodes.Filter:
        line = node.lineno
        made = nodes.Filter(node, name, list(arguments), [], None, None, lineno=line)
        made.set_environment(self.environment)
        return made


@pass_context
def _turns(context: BudgetedContext, iterable: Iterable[Any], weight: int) -> Iterator[Any]:
    for entry in iterable:
        context.spend(weight)
        yield entry


@pass_context
def _joined(context: BudgetedContext, values: Iterable[Any], separator: Any = "") -> str:
    """Join values to text, each as it would be printed."""
    between = printable(separator)
    texts = []
    for value in values:
        text = printable(value)
        context.spend(len(text) + len(between) + 1)
        texts.append(text)
    return between.join(texts)


@pass_context
def _weighed(context: BudgetedContext, value: Any) -> Any:
    """Return a value that a filter, a test or a comparison looks at, charged by its size."""
    context.spend(1 + (len(value) if isinstance(value, (str, list, tuple, dict)) else 0))
    return value


@pass_context
def _kept(context: BudgetedContext, value: Any) -> Any:
    """Return a value after making sure that it is small, however its parts are shared."""
    left, waiting = SET_LIMIT, [value]
    while waiting:
        value_now = waiting.pop()
        left -= 1
        if left < 0:
            raise Exhausted(f"{{% set %}} holds more than {SET_LIMIT:,} values")
        if isinstance(value_now, dict):
            waiting += value_now.values()
        elif isinstance(value_now, (list, tuple)):
            waiting += value_now
    context.spend(SET_LIMIT - left)
    return value


def printable(value: Any) -> str:
    """Return a value as text.

    Raises:
        SecurityError: a list, a group or nothing, which have no text, or a number that is none.
            Undefined raises its own.
    """
    if not _finite(value):
        raise SecurityError("prints a number that is too large to be one")
    if isinstance(value, (list, tuple, dict)) or value is None:
        kind = "nothing" if value is None else "a list or a group"
        raise SecurityError(f"prints {kind}, which has no text")
    return str(value)


CHARGED = {_TURNS: _turns, _JOINED: _joined, _KEPT: _kept, _WEIGHED: _weighed}
"""The filters that charge, by their names."""

BOUNDED_FILTERS = {"join": _joined}
"""Filters that a template may use, in place of Jinja2's own that know no bounds."""
