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
from typing import Any

from briefgen.quantities import find_quantities
from briefgen.types.argument import Argument, Part
from briefgen.types.article import Article
from briefgen.types.fact import Fact
from briefgen.types.finding import Finding, LoadError
from briefgen.types.point import Attribution, Forms, Point, referred
from briefgen.types.quantity import Ambiguity
from briefgen.types.slug import slug
from briefgen.types.supplements import Event, Source

_PRIORITIES = 5
_EVENT_PRIORITY = 3
_LONGEST_FIGURE = 400


def argument(title: str, *, article: Article, thesis: str | Point, **more: Any) -> Argument:
    """Return an argument: `more` are fields of `Argument`.

    Its id is made of the title, and a thesis that is a text has the title for its headline. The
    points of a part have their place for a priority, unless it is given.

    Raises:
        LoadError: what is missing, unknown or not what is wanted, all at once.
    """
    if isinstance(thesis, str):
        thesis = point(title, thesis, id="thesis", priority=1)
    for part in Part:
        if isinstance(points := more.get(part.value), list | tuple):
            more[part.value] = _ranked(points)
    more.setdefault("id", slug(title, "argument"))
    return Argument(title=title, article=article, thesis=thesis, **more)


def _ranked(points: Sequence[Any]) -> list[Any]:
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


def fact(words: str, *, of: str, language: str = "en-GB", **more: Any) -> Fact:
    """Return the fact that words say: "about 1,200 riders", "US$405 million", "12 to 18 months".

    `of` is what is measured, `at` where in the article it stands, `by` its sources, `key` its rank
    as a key figure; `more` are other fields of `Fact`, which come before what is read.

    Raises:
        LoadError: `quantity-unread`, `quantity-ambiguous` with both readings; or as `Fact`.
    """
    for short, name in (("at", "locator"), ("by", "sources"), ("key", "priority")):
        if short in more:
            more[name] = more.pop(short)
    if isinstance(more.get("sources"), str):
        more["sources"] = (more["sources"],)
    found = find_quantities(words[:_LONGEST_FIGURE], language)
    if len(found) != 1:
        message = f'"{words[:60]}" says {"several figures" if found else "no figure"}'
        raise _unread("quantity-unread", message, "write one number with its scale and unit")
    read = found[0]
    if isinstance(read, Ambiguity):
        if read.attribute not in more:
            message = f'"{words[:60]}" reads as {" or as ".join(read.readings)}'
            raise _unread("quantity-ambiguous", message, f"say which by {read.attribute}=")
        read = read.undecided
    for name in ("value", "qualifier", "scale", "unit", "interval", "confidence"):
        if (said := getattr(read, name)) is not None:
            more.setdefault(name, said)
    more.setdefault("id", slug(of, "figure"))
    return Fact(measure=of, **more)


def _unread(code: str, message: str, hint: str) -> LoadError:
    return LoadError([Finding(code, message, hint, ("value",), where="Fact")])


def event(date: str, text: str, **more: Any) -> Event:
    """Return a dated event; `more` are other fields of `Event`. Its id is made of the text.

    Raises:
        LoadError: what is unknown or not what is wanted, all at once.
    """
    more.setdefault("id", slug(text, "event"))
    more.setdefault("priority", _EVENT_PRIORITY)
    return Event(date=date, text=text, **more)


def source(title: str, address: str | None = None, **more: Any) -> Source:
    """Return a source: resolved where it has an address or a reference, and else unresolved.

    `more` are other fields of `Source`. Its id is made of the title.

    Raises:
        LoadError: what is unknown or not what is wanted, all at once.
    """
    more.setdefault("id", slug(title, "source"))
    known: Iterable[str | None] = (address, more.get("reference"))
    more.setdefault("status", "resolved" if any(known) else "unresolved")
    return Source(title=title, address=address, **more)
