"""A form that a length asks for and the argument does not have."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.passage import points
from briefgen.check.rule import Remark
from briefgen.check.scope import Scope
from briefgen.types.argument import Argument
from briefgen.types.point import Form, Point

LONGEST_FIRST = (Form.DETAIL, Form.SUMMARY, Form.HEADLINE)


def missing_forms(argument: Argument, scope: Scope) -> Iterator[Remark]:
    """Remark each point that lacks the longest form that a length asks it for.

    The lengths that ask are named. A shorter form stands in, if the length takes one.
    """
    for path, point in points(argument):
        lengths: dict[Form, list[str]] = {}
        stands_in = True
        for length, asked in scope.asked.items():
            forms = [form for form in LONGEST_FIRST if form in asked.get(point.id, ())]
            if forms and not _has(point, forms[0]):
                lengths.setdefault(forms[0], []).append(length)
                stands_in = stands_in and any(_has(point, form) for form in forms)
        for form, names in lengths.items():
            message = f"has no {form}, which {' and '.join(names)} would print"
            hint = f"write its {form}" + ("" if stands_in else "; until then it is left out there")
            yield Remark((*path, "forms"), message, hint)


def _has(point: Point, form: Form) -> bool:
    return bool(getattr(point.forms, form.value))
