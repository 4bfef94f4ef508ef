"""Rules about the parts of an argument: ids, glossary, recommendations, forms."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.passage import points
from briefgen.check.rule import OWN, Remark, Scope, rule, scoped_rule
from briefgen.types.argument import Argument
from briefgen.types.point import Form, Point
from briefgen.types.source_map import Path, path_text

_WITH_IDS = ("timeline", "facts", "quotations", "sources", "notes", "images")


# A Word brief and a template name a point by its id alone, so it must be unique across all lists.
@rule("duplicate-id", "error", "Ids are unique over the whole argument.", rests_on=())
def duplicate_ids(argument: Argument) -> Iterator[Remark]:
    """Report each id that was given before."""
    first: dict[str, Path] = {}
    for path, each in _identified(argument):
        if each in first:
            before = path_text(first[each])
            line = argument.places.line((*first[each], "id"))
            place = f"{before} (line {line})" if line else before
            yield Remark((*path, "id"), f'"{each}" is the id of {place} already', "choose another")
        else:
            first[each] = path


def _identified(argument: Argument) -> Iterator[tuple[Path, str]]:
    for path, point in points(argument):
        yield path, point.id
    for name in _WITH_IDS:
        for number, each in enumerate(getattr(argument, name)):
            yield (name, number), each.id


# With two entries it would be chance which of them expands the acronym.
@rule("duplicate-term", "error", "The glossary explains each term once.", rests_on=())
def duplicate_terms(argument: Argument) -> Iterator[Remark]:
    """Report each glossary entry whose term was explained before."""
    seen: dict[str, int] = {}
    for number, term in enumerate(argument.glossary):
        if term.short in seen:
            message = f'"{term.short}" is explained in glossary[{seen[term.short]}] already'
            yield Remark(("glossary", number, "short"), message, "keep one of the two")
        seen.setdefault(term.short, number)


RECOMMENDATIONS = 5
"""More than a reader takes away from a brief."""


@rule("many-recommendations", "warning", "There are at most five recommendations.", rests_on=())
def many_recommendations(argument: Argument) -> Iterator[Remark]:
    """Report, at the first too many, that there are more than `RECOMMENDATIONS`."""
    count = len(argument.recommendations)
    if count > RECOMMENDATIONS:
        message = f"is one of {count} recommendations; {RECOMMENDATIONS} are remembered at most"
        hint = "join those that belong together, or make the least important an implication"
        yield Remark(("recommendations", RECOMMENDATIONS), message, hint)


LONGEST_FIRST = (Form.DETAIL, Form.SUMMARY, Form.HEADLINE)


@scoped_rule(
    "missing-form",
    "warning",
    "Every point has a form that a length can print; with --length, the longest.",
    rests_on=(OWN,),
)
def missing_forms(argument: Argument, scope: Scope) -> Iterator[Remark]:
    """Report each point that lacks the longest form that a length asks it for.

    The lengths that ask are named. Where a shorter form stands in, this is only reported if
    `scope.longest` asks for it.
    """
    for path, point in points(argument):
        lengths: dict[tuple[Form, bool], list[str]] = {}
        for length, asked in scope.asked.items():
            forms = [form for form in LONGEST_FIRST if form in asked.get(point.id, ())]
            if not forms or _has(point, forms[0]):
                continue
            stands_in = any(_has(point, form) for form in forms)
            if not stands_in and point.id in scope.required.get(length, ()):
                continue  # an error of its own
            if scope.longest or not stands_in:
                lengths.setdefault((forms[0], stands_in), []).append(length)
        for (form, stands_in), names in lengths.items():
            message = f"has no {form}, which {' and '.join(names)} would print"
            hint = f"write its {form}" + ("" if stands_in else "; until then it is left out there")
            yield Remark((*path, "forms"), message, hint)


# The brief would be refused when it is built.
@scoped_rule(
    "required-form",
    "error",
    "A point that a length cannot do without has a form that it prints.",
    rests_on=(OWN,),
)
def required_forms(argument: Argument, scope: Scope) -> Iterator[Remark]:
    """Report each point that lengths must print, and that has none of the forms they print."""
    for path, point in points(argument):
        missing: dict[Form, list[str]] = {}
        for length, required in scope.required.items():
            asked = scope.asked[length].get(point.id, frozenset())
            forms = [form for form in LONGEST_FIRST if form in asked]
            if point.id in required and forms and not any(_has(point, form) for form in forms):
                missing.setdefault(forms[0], []).append(length)
        for form, names in missing.items():
            message = f"has no {form}, which {' and '.join(names)} must print"
            yield Remark((*path, "forms"), message, f"write its {form}")


def _has(point: Point, form: Form) -> bool:
    return bool(point.forms.texts(form))


@scoped_rule(
    "wording-unread",
    "warning",
    "Each wording is for an audience that there is.",
    rests_on=(OWN,),
)
def unread_wordings(argument: Argument, scope: Scope) -> Iterator[Remark]:
    """Report the first wording for each audience that neither comes along nor is asked for."""
    seen = set(scope.audiences)
    for path, point in points(argument):
        for name in point.wording if scope.audiences else ():
            if name in seen:
                continue
            seen.add(name)
            message = f'is for "{name}", an audience that does not come along'
            known = ", ".join(sorted(scope.audiences))
            hint = f"known: {known}; or print it with --audience {name}.yaml, a file of your own"
            yield Remark((*path, "wording", name), message, hint)
