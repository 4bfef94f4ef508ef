"""What a brief says of itself: the values of header and footer, and the lines at its foot.

The title over following pages, where an argument gives no short one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from briefgen.compose.exhibit import Pictures
from briefgen.compose.words import Words
from briefgen.types.argument import Argument
from briefgen.types.article import NOT_STATED, Organisation, Person
from briefgen.types.draft import Entries, Logo
from briefgen.types.labels import Labels
from briefgen.types.picture import Picture

LONGEST = 60
"""Characters that the left end of a running line holds in every built-in theme, in PDF and Word."""

MOST_WORDS = 6
"""Words of it. A running head is in no element of the tags, and checkers of accessibility take a
line of eight words that is in none for prose that was left out."""

FEWEST_WORDS = 2
"""A single word before a colon says too little."""

CLAUSE_WORDS = 3
"""Words of a clause that stands for a title, at least."""

_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_MARKS = " \u00a0\u202f,;:.–—"
_DASHES = ("–", "—")
_GENITIVES = ("’s", "'s", "s’", "s'")


def running_title(title: str, weak_words: Collection[str] = ()) -> str:
    """Return a title for running heads: whole if it is short, else its beginning.

    It is cut at a colon or dash, or at its only comma, if a clause goes on with a weak word after
    it: what is whole has no ellipsis. Else it is cut after the last word that does not lean on the
    next one, as `weak_words` (articles, prepositions, auxiliaries in lower case) and genitives do;
    never within brackets or quotation marks. Where every word leans, it is cut all the same.
    """
    words = title.split(" ")
    if len(words) <= MOST_WORDS and len(title) <= LONGEST:
        return title
    ways = [" ".join(words[:count]) for count in range(1, min(MOST_WORDS, len(words) - 1) + 1)]
    ways = [way for way in ways if len(way) < LONGEST]
    if not ways:
        return f"{title[: LONGEST - 1].rstrip(_MARKS)}…"
    whole = [
        way
        for count, way in enumerate(ways, 1)
        if (count >= FEWEST_WORDS and (way[-1] in ":;" or words[count] in _DASHES))
        or (count >= CLAUSE_WORDS and _ends_clause(way, words[count], title, weak_words))
    ]
    sound = [way for way in ways if not _leans(way, weak_words)]
    if whole and not _is_open(whole[0]):
        return whole[0].rstrip(_MARKS)
    chosen = sound[-1] if sound else ways[-1]
    return f"{chosen.rstrip(_MARKS)}…"


def _ends_clause(way: str, following: str, title: str, weak_words: Collection[str]) -> bool:
    """Whether a comma ends a clause: one of several may stand in a list."""
    return way[-1] == "," and title.count(",") == 1 and following.lower() in weak_words


def _leans(text: str, weak_words: Collection[str]) -> bool:
    """Whether the beginning of a title is incomplete without what follows it."""
    if _is_open(text):
        return True
    last = text.rpartition(" ")[2].rstrip(_MARKS).lower()
    return not last or last in weak_words or last.endswith(_GENITIVES)


def _is_open(text: str) -> bool:
    """Whether brackets or quotation marks are open at its end."""
    return any(text.count(first) > text.count(last) for first, last in _PAIRS)


def author_names(argument: Argument) -> tuple[str, ...]:
    """Return the names of the article's authors."""
    return tuple(
        author.organisation if isinstance(author, Organisation) else author.name
        for author in argument.article.authors
    )


def authors(argument: Argument) -> str:
    """Return the names of the article's authors, as they are printed."""
    return ", ".join(author_names(argument))


def byline(argument: Argument, words: Words) -> str:
    """Return who wrote the article, with role and affiliation where they are known.

    Of an organisation that issues the brief, too, the masthead says so already: what is named then
    is the article.
    """
    article = argument.article
    if _is_issuer(argument) and all(isinstance(one, Organisation) for one in article.authors):
        opening, closing, *_ = words.labels.quotation_marks
        title = "" if article.title == argument.title else f"{opening}{article.title}{closing}"
        return ", ".join(filter(None, (title, words.date(article.date))))
    reported = []
    for author in argument.article.authors:
        if isinstance(author, Organisation):
            reported.append(author.organisation)
        else:
            reported.append(", ".join(filter(None, (author.name, author.role, author.affiliation))))
    return words.labels.author.format(author="; ".join(reported))


def values(argument: Argument, words: Words) -> dict[str, str]:
    """Return the values of fields by name; what the argument does not give is empty."""
    labels, edition, issuer = words.labels, argument.edition, argument.issuer
    status = {
        None: "",
        "draft": labels.draft,
        "cleared": labels.cleared,
        "embargoed": labels.embargoed.format(
            date=words.date(edition.embargo) if edition.embargo else ""
        ).strip(),
    }[edition.status]
    version = labels.version.format(version=edition.version) if edition.version else ""
    updates = labels.updates.format(date=words.date(edition.updates)) if edition.updates else ""
    markings = (edition.classification, status, version, updates)
    return {
        "organisation": issuer.organisation or "",
        "series": issuer.series or "",
        "number": edition.number or "",
        "edition_date": words.date(edition.date) if edition.date else "",
        "status": status,
        "version": version,
        "classification": edition.classification or "",
        "updates": updates,
        "markings": " · ".join(filter(None, markings)),
        "kind": labels.kind,
        "position": labels.position.format(date=words.date(argument.article.cut_off)),
        "title": argument.title,
        "short_title": argument.short_title or running_title(argument.title, labels.weak_words),
        "topic": argument.topic or "",
        "author": authors(argument),
    }


def lists(argument: Argument, words: Words) -> dict[str, Entries]:
    """Return what a Word template may loop over: all figures, events and sources, as plain text."""
    return {
        "facts": tuple(
            {
                "value": words.amount(fact),
                "measure": fact.label or fact.measure,
                "as_of": words.date(fact.as_of) if fact.as_of else "",
            }
            for fact in argument.facts
        ),
        "timeline": tuple(
            {"date": words.date(event.date), "event": event.text} for event in argument.timeline
        ),
        "sources": tuple(
            {"title": source.name, "address": source.address or ""} for source in argument.sources
        ),
    }


def about(argument: Argument, words: Words, *, positioned: bool = False) -> dict[str, str]:
    """Return the lines of the foot: what is summarised, whose views, licence, how to cite.

    Each is a sentence, or empty where no field of the argument says it; `address` is where the
    article is. Links whose addresses are not known are counted. Who wrote the article and issues
    the brief, too, has no review to report. Where every page is `positioned`, its header or footer
    says what the information is as of, and the foot does not say it again.
    """
    labels, article, issuer = words.labels, argument.article, argument.issuer
    given = values(argument, words)
    edition = argument.edition
    linked = sum(source.is_only_linked for source in argument.sources)
    review = {None: "", True: labels.reviewed, False: labels.not_reviewed}
    citation = article.citation or _cited(argument, words)
    own = _reference(argument, words, given, positioned)
    lines = {
        "based_on": labels.based_on.format(citation=citation),
        "cite_brief": labels.cite_brief.format(citation=own),
        "views": issuer.disclaimer
        or (labels.views.format(author=given["author"]) if edition.views_of_author else ""),
        "reviewed": ""
        if _is_issuer(argument)
        else review[edition.reviewed_by_author].format(author=given["author"]),
        "licence": _licence(article.licence, labels),
        "unresolved": labels.unresolved.format(
            count=words.number(linked), total=words.number(len(argument.sources))
        )
        if linked
        else "",
        "one_view": labels.one_view if article.one_sided else "",
        "status": ". ".join(filter(None, (given["classification"], given["status"]))),
        "updates": given["updates"],
        "prepared_by": labels.prepared_by.format(name=issuer.prepared_by)
        if issuer.prepared_by
        else "",
        "contact": labels.contact.format(contact=issuer.contact) if issuer.contact else "",
    }
    reported = {name: _sentence(line) for name, line in lines.items()}
    address = article.address or ""
    return reported | {"address": "" if address in citation else address}


def _cited(argument: Argument, words: Words) -> str:
    """Return how to cite the article, of what is known of it."""
    article, labels = argument.article, words.labels
    opening, closing, *_ = labels.quotation_marks
    names = ", ".join(
        author.name if isinstance(author, Person) else author.organisation
        for author in article.authors
    )
    title = f"{opening}{article.title}{closing}"
    return ", ".join(filter(None, (names, title, article.publisher, words.date(article.date))))


def _reference(argument: Argument, words: Words, given: Mapping[str, str], positioned: bool) -> str:
    """Return how to cite the brief: as the edition says, else what is known of it."""
    labels, issuer = words.labels, argument.issuer
    cut_off = labels.cited_position.format(date=words.date(argument.article.cut_off))
    return argument.edition.citation or ", ".join(
        part
        for part in (
            issuer.organisation,
            f"{labels.quotation_marks[0]}{argument.title}{labels.quotation_marks[1]}",
            issuer.series or _within(labels.kind, labels),
            given["number"],
            _within(given["version"], labels),
            given["edition_date"] or ("" if positioned else cut_off),
        )
        if part
    )


def _licence(licence: str | None, labels: Labels) -> str:
    if licence is None:
        return ""
    if licence.casefold() == NOT_STATED:
        return labels.licence_not_stated
    return labels.licence.format(licence=licence)


def _is_issuer(argument: Argument) -> bool:
    """Whether the article's only author is the organisation that issues the brief."""
    issuer = (argument.issuer.organisation or "").casefold()
    return authors(argument).casefold() == issuer


def _sentence(line: str) -> str:
    return line if not line or line[-1] in ".!?" else f"{line}."


WIDEST_LOGO_PT = 200.0
"""A logo is no wider: it shares the masthead with words."""


def logo_of(
    argument: Argument,
    pictures: Pictures,
    height_pt: float,
    otherwise: tuple[Picture, str] | None = None,
) -> Logo | None:
    """Return the issuer's logo, or the other one, at a height, less where it would be too wide."""
    image = next((one for one in argument.images if one.id == argument.issuer.logo), None)
    own = (pictures[image.id], image.alt) if image and image.id in pictures else otherwise
    if own is None:
        return None
    picture, alt = own
    scale = min(height_pt / picture.height_px, WIDEST_LOGO_PT / picture.width_px)
    return Logo(picture, alt, picture.width_px * scale, picture.height_px * scale)


def _within(label: str, labels: Labels) -> str:
    """Return a label as it stands within a sentence, where German nouns keep their capitals."""
    return label if labels.nouns_keep_capitals else label.lower()
