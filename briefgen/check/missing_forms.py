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

    The lengths that ask are named. Where a shorter form stands in, the remark is only made if
    `scope.longest` wants it.
    """
    for path, point in points(argument):
        lengths: dict[tuple[Form, bool], list[str]] = {}
        for length, asked in scope.asked.items():
            forms = [form for form in LONGEST_FIRST if form in asked.get(point.id, ())]
            if not forms or _has(point, forms[0]):
                continue
            stands_in = any(_has(point, form) for form in forms)
            if scope.longest or not stands_in:
                lengths.setdefault((forms[0], stands_in), []).append(length)
        for (form, stands_in), names in lengths.items():
            message = f"has no {form}, which {' and '.join(names)} would print"
            hint = f"write its {form}" + ("" if stands_in else "; until then it is left out there")
            yield Remark((*path, "forms"), message, hint)


def _has(point: Point, form: Form) -> bool:
    return bool(getattr(point.forms, form.value))
