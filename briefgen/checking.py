"""Check an argument: what is read, what it says, and what its article says, together.

Nothing is fitted, laid out or rendered, so that nothing of that is imported.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Unpack

from msgspec.structs import replace

from briefgen.check.checking import check as check_argument
from briefgen.check.checking import check_for, check_in_part, compared_holds
from briefgen.check.rule import Scope
from briefgen.comparison import Compared, article_of, compare
from briefgen.load.argument import read_argument_in_part
from briefgen.load.copies import examples
from briefgen.load.fonts import carried_characters
from briefgen.load.labels import labels_of
from briefgen.load.profile import read_audience, read_content_template, read_length
from briefgen.load.resources import names
from briefgen.load.text import StandardInput
from briefgen.options import NameOrPath, ReaderFields
from briefgen.select import select
from briefgen.types.argument import Argument, Part, refuse_no_argument
from briefgen.types.finding import Finding, LoadError
from briefgen.types.point import Form
from briefgen.types.selection import Audience
from briefgen.types.source_map import Lost, path_text

__all__ = ["StandardInput", "check", "check_compared", "check_file", "in_part"]


def check_file(
    path: NameOrPath, *, against: NameOrPath | None = None, **reader: Unpack[ReaderFields]
) -> tuple[Finding, ...]:
    """Return all findings about a file: its syntax, its values and what they say, together.

    What is wrong with one place hides nothing that can be known of another; where there are faults
    of syntax or values, the rest is read for no reader and no length in particular, and compared
    with the article; a finding says of what is not compared. `against` is the article's file;
    without it, the one that the argument names as `article.source`.

    Raises:
        BriefgenError: a file that cannot be read at all; or as `check`.
    """
    argument, findings, lost = read_argument_in_part(path)
    if argument is None or findings:
        compared = _compared_in_part(path, argument, lost, against)
        found = in_part(compared.argument, lost)
        return (*findings, *_each_once(compared, found))
    return check_compared(argument, against=against, **reader)


def _compared_in_part(
    path: NameOrPath, argument: Argument | None, lost: Lost, against: NameOrPath | None
) -> Compared:
    """Compare what could be read of an argument with its article, and say what is left out."""
    if argument is None:
        found = (_not_compared(path, "the argument"),) if against is not None else ()
        return Compared(found, None)
    try:
        if article_of(argument, against) is None:
            return Compared((), argument)
        if any(lost.touches("article", key) for key in ("language", "date")):
            return Compared((_not_compared(path, "the argument"),), argument)
        compared = compare(argument, against)
    except LoadError as error:
        return Compared(error.findings, argument)
    held = [each for each in compared.findings if compared_holds(each, argument, lost)]
    places = sorted({path_text(argument.places.typed_path(each)) for each in lost.paths})
    held += [_not_compared(path, place) for place in places[:MOST_LOST]]
    return compared._replace(findings=tuple(held))


MOST_LOST = 20
"""Places of an argument of which it is said that they are not compared."""


def _not_compared(path: NameOrPath, what: str) -> Finding:
    """Say that something of an argument is not compared with the article, and why."""
    message = f"{what} cannot be read, and is not compared with the article"
    hint = "fix what is reported of it, then check again"
    return Finding("not-compared", message, hint, severity="warning", file=str(path))


def check_compared(
    argument: Argument, *, against: NameOrPath | None = None, **reader: Unpack[ReaderFields]
) -> tuple[Finding, ...]:
    """Return all findings about an argument, those of its comparison with the article among them.

    `reader` is what `check` takes; `against` the article's file, else the one that it names.

    Raises:
        BriefgenError: as `check`.
    """
    try:
        compared = compare(argument, against)
    except LoadError as error:
        compared = Compared(error.findings, argument)  # reported with all else that is found
    return _each_once(compared, check(compared.argument or argument, **reader))


def _each_once(compared: Compared, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return what a comparison found and what else was found, what both say once.

    What the article answers is left out.
    """
    reported = {(each.path, each.message) for each in compared.findings} | compared.settled
    others = (each for each in found if (each.path, each.message) not in reported)
    return (*compared.findings, *others)


def in_part(argument: Argument | None, lost: Lost) -> tuple[Finding, ...]:
    """Return what is wrong with what could be read of an argument."""
    scope = Scope(prints=carried_characters, examples=examples())
    return check_in_part(argument, lost, scope) if argument else ()


def check(
    argument: Argument,
    *,
    audience: NameOrPath | None = None,
    lengths: Iterable[NameOrPath] | None = None,
    template: NameOrPath | None = None,
    fonts: NameOrPath | None = None,
) -> tuple[Finding, ...]:
    """Return all findings about an argument: errors and warnings, with place and hint.

    For an audience, sentences and reading level are measured by its limits; without one, any
    reader is meant. Of `lengths`, each form is looked for that they would rather print; unless
    some are named, of all the built-in ones only those that they cannot do without. Where ids are
    used twice, the argument is read for no length. Characters are looked for in the fonts of
    `template` and those that come along; without one, in the latter.

    Raises:
        BriefgenError: what is wrong with a file of the audience's, a length's or the template's.
    """
    refuse_no_argument(argument)
    reader = read_audience(audience) if audience is not None else None
    prints = carried_characters
    if template is not None or fonts is not None:
        from briefgen.load.theme import STANDARD, read_theme  # noqa: PLC0415 - takes long to import

        prints = read_theme(template or STANDARD, fonts).fonts.prints
    known = (*names("audiences"), *((reader.wording or (reader.name,)) if reader else ()))
    scope = Scope(reader, prints=prints, examples=examples(), audiences=known)
    found = check_argument(argument, replace(scope, audience=None))
    if any(finding.code == "duplicate-id" for finding in found):
        return found
    try:
        labels = labels_of(argument)
    except LoadError as error:  # a language or words of the argument's own
        return (*found, *error.findings)
    selection = select(argument, reader or _ANYBODY)
    asked, required = {}, {}
    for length in _lengths_to_read(argument) if lengths is None else lengths:
        from briefgen.compose import asked_forms, required_points  # noqa: PLC0415 - runs templates

        budget = read_length(length)
        content = read_content_template(length, budget)
        asked[budget.name] = asked_forms(argument, selection, content, labels)
        required[budget.name] = required_points(argument, selection, content, labels)
    scope = replace(scope, asked=asked, longest=lengths is not None, required=required)
    return check_for(argument, found, scope)


def _lengths_to_read(argument: Argument) -> tuple[str, ...]:
    """Return the built-in lengths that may miss a form: none, where every point has a summary.

    Each of them takes a summary where there is no detail.
    """
    points = (point for part in Part for point in argument.points(part))
    if all(point.forms.texts(Form.SUMMARY) for point in points):
        return ()
    return names("lengths")


_ANYBODY = Audience(name="anybody", description="Any reader.", weights=dict.fromkeys(Part, 1))
