"""An argument written in Python in few words, with the defaults that Markdown has.

    argument = briefgen.argument(
        "Night buses keep people in work",
        article=briefgen.Article(title="Night buses", authors=["Ada Example"], date="2024-03-01"),
        thesis="They carry [#riders] people a night[@count], Ada Example argues.",
        risks=[briefgen.point("Money is secured for one year only", at="paragraph 3")],
        facts=[briefgen.fact("about 1,200 riders", of="riders a night", id="riders")],
        sources=[briefgen.source("January count", id="count")],
    )

What is wrong is a `LoadError` with path and hint, as of the models.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from briefgen.quantities import find_quantities
from briefgen.types.argument import Argument, Part
from briefgen.types.article import Article
from briefgen.types.fact import Ambiguity, Fact
from briefgen.types.finding import Finding, LoadError
from briefgen.types.point import Attribution, Forms, Point, referred
from briefgen.types.reference import slug
from briefgen.types.supplements import Event, Source

_PRIORITIES = 5
_EVENT_PRIORITY = 3
_LONGEST_FIGURE = 400


def argument(title: str, *, article: Article, thesis: str | Point, **more: Any) -> Argument:
    """Return an argument: `more` are fields of `Argument`.

    Its id is made of the title, and a thesis that is a text has the title for its headline. A part
    is a list of points, or of texts that are their headlines; their place is their priority, unless
    it is given.

    Raises:
        LoadError: what is missing, unknown or not what is wanted, all at once.
    """
    if isinstance(thesis, str):
        thesis = point(title, thesis, id="thesis", priority=1)
    for part in Part:
        points = more.get(part.value)
        if isinstance(points, list | tuple):
            more[part.value] = _ranked(points)
        elif isinstance(points, str | Point) and part is not Part.THESIS:
            message, hint = "is one point; a list is wanted", f"write {part.value}=[...]"
            found = Finding("wrong-type", message, hint, (part.value,), where="Argument")
            raise LoadError([found])
    more.setdefault("id", slug(title, "argument"))
    return Argument(title=title, article=article, thesis=thesis, **more)


def _ranked(given: Sequence[Any]) -> list[Any]:
    points = [point(one) if isinstance(one, str) else one for one in given]
    return [
        one.model_copy(update={"priority": min(place, _PRIORITIES)})
        if isinstance(one, Point) and "priority" not in one.model_fields_set
        else one
        for place, one in enumerate(points, 1)
    ]


def point(
    headline: str,
    summary: str | None = None,
    *paragraphs: str,
    at: str | None = None,
    by: str | Attribution = "author",
    **more: Any,
) -> Point:
    """Return a point: a headline, a summary, and what further paragraphs add to it.

    `at` is where in the article it stands, `by` who holds it; `more` are other fields of `Point`.
    Its id is made of the headline, and it rests on what its text refers to.

    Raises:
        LoadError: what is unknown or not what is wanted, all at once.
    """
    forms = Forms(headline=headline, summary=summary, more=paragraphs)
    more.setdefault("id", slug(headline, "point"))
    more.setdefault("evidence", referred((*paragraphs, summary or "")))
    given = {"forms": forms, "locator": at, "attribution": by, **more}
    if "priority" in more:
        return Point(**given)
    made = Point(**given, priority=_EVENT_PRIORITY)
    made.model_fields_set.discard("priority")
    return made


def fact(words: str | int | Decimal, *, of: str, language: str = "en-GB", **more: Any) -> Fact:
    """Return the fact that words say: "about 1,200 riders", "US$405 million", "12 to 18 months".

    A whole number or a `Decimal` may stand for them, but no float, which has no digits of its own.
    `of` is what is measured, `at` where in the article it stands, `by` its sources, `key` its rank
    as a key figure, `date` what it holds as of; `more` are other fields of `Fact`, which come
    before what is read.

    Raises:
        LoadError: `quantity-unread`, `quantity-ambiguous` with both readings; or as `Fact`.
    """
    more = _in_full(more, key="priority", date="as_of")
    more.setdefault("id", slug(of, "figure"))
    if isinstance(words, int | Decimal):
        return Fact(measure=of, value=words, **more)
    if not isinstance(words, str):
        message = f"is the {type(words).__name__} {words!r}, of which the digits are not known"
        raise _unread("quantity-unread", message, f'write it as a text, "{words}", or a Decimal')
    found = find_quantities(words[:_LONGEST_FIGURE], language)
    if len(found) != 1:
        message = f'"{words[:60]}" says {"several figures" if found else "no figure"}'
        raise _unread("quantity-unread", message, "write one number with its scale and unit")
    read = found[0]
    if isinstance(read, Ambiguity):
        if read.attribute not in more:
            message = f'"{words[:60]}" reads as {" or as ".join(read.readings)}'
            raise _unread("quantity-ambiguous", message, _deciding(read))
        read = read.undecided
    for name in ("value", "qualifier", "scale", "unit", "interval", "confidence"):
        if (said := getattr(read, name)) is not None:
            more.setdefault(name, said)
    return Fact(measure=of, **more)


def _deciding(read: Ambiguity) -> str:
    return f'say which by {read.attribute}="{read.readings[0]}", or as it is meant'


def _in_full(given: dict[str, Any], **short: str) -> dict[str, Any]:
    """Return fields by their names: `at` and `by` are shorter ones, as in Markdown."""
    names = {"at": "locator", "by": "sources", **short}
    found = {names.get(name, name): value for name, value in given.items()}
    if isinstance(found.get("sources"), str):
        found["sources"] = (found["sources"],)
    return found


def _unread(code: str, message: str, hint: str) -> LoadError:
    return LoadError([Finding(code, message, hint, ("value",), where="Fact")])


def event(date: str, text: str, *, planned: bool = False, **more: Any) -> Event:
    """Return a dated event, which may be `planned`. Its id is made of the text.

    `at` is where in the article it stands, `by` its sources; `more` are other fields of `Event`.

    Raises:
        LoadError: what is unknown or not what is wanted, all at once.
    """
    more = _in_full(more)
    if planned:
        more.setdefault("status", "planned")
    more.setdefault("id", slug(text, "event"))
    more.setdefault("priority", _EVENT_PRIORITY)
    return Event(date=date, text=text, **more)


def source(title: str, address: str | None = None, **more: Any) -> Source:
    """Return a source: resolved where it has an address or a reference, and else unresolved.

    `at` is where the article cites it, `by` its authors; `more` are other fields of `Source`. Its
    id is made of the title.

    Raises:
        LoadError: what is unknown or not what is wanted, all at once.
    """
    more = _in_full(more, by="authors")
    more.setdefault("id", slug(title, "source"))
    known: Iterable[str | None] = (address, more.get("reference"))
    more.setdefault("status", "resolved" if any(known) else "unresolved")
    return Source(title=title, address=address, **more)
