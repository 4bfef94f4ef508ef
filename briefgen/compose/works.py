"""Works of a bibliography as a list of sources prints them, and as a citation names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.cache import kept
from briefgen.compose.words import Words
from briefgen.languages.cldr import listed
from briefgen.pattern import late_pattern
from briefgen.types.prose import Emphasis, Prose, Text, plain
from briefgen.types.work import Name, Work

MOST_NAMED = 5
"""Authors that a list names. Of more it names the first three."""

_FIRST = 3
_DATED = frozenset(
    {"webpage", "post-weblog", "article-newspaper", "article-magazine", "report", "speech"}
)
"""Kinds of which a reader wants to know the day."""

_WITHIN = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "review", "chapter"}
    | {"paper-conference"}
)
"""Kinds that stand in something, which then bears the title in italics."""

_EDITION = late_pattern(
    r"(\d+)(?:st|nd|rd|th|e|ère|ème|\.|ª|\.ª)?(?:\s+(?:ed\.?|edition))?", re.IGNORECASE
)


def reference(work: Work, words: Words, *, letter: str = "") -> Prose:
    """Return a work as a list of sources prints it, without its address.

    Author (year): title. What it stands in, its volume and pages. Where and by whom it was
    published. `letter` parts it from others of the same authors and year.
    """
    labels = words.labels
    who = _all_names(work, words) or work.publisher or ""
    when = dated(work, words) + letter
    opening = f"{who} ({when}){labels.colon}" if who else ""
    title = work.title or work.container or ""
    within = _within(work, words)
    head: Prose = plain(title) if within else (Emphasis(plain(title)),)
    said = [*plain(opening), *head, *plain(_notes(work, words, when="" if who else when))]
    for part in (within, plain(_published(work, words, opened_by=who))):
        if part:
            said += [Text("" if _ends(said) else "."), Text(" "), *part]
    return tuple(node for node in said if not (isinstance(node, Text) and not node.text))


def _ends(said: Sequence[object]) -> bool:
    last = said[-1]
    text = last.text if isinstance(last, Text) else ""
    if isinstance(last, Emphasis) and isinstance(last.children[-1], Text):
        text = last.children[-1].text
    return text.endswith((".", "?", "!"))


def _all_names(work: Work, words: Words) -> str:
    names = work.authors or (work.editors if work.kind == "book" else ())
    named = _listed(names, words, others=work.others and bool(work.authors))
    if not named or work.authors:
        return named
    labels = words.labels
    return (labels.editor if len(names) == 1 else labels.editors).format(names=named)


def _listed(names: Sequence[Name], words: Words, *, others: bool) -> str:
    shown = names[:_FIRST] if len(names) > MOST_NAMED else names
    more = [words.labels.and_others] if others or len(shown) < len(names) else []
    return "; ".join([*(name.inverted for name in shown), *more])


def dated(work: Work, words: Words) -> str:
    """Return when a work was published: to the day where readers want that."""
    if work.date is None:
        return work.date_words or words.labels.no_date
    return words.date(work.date) if work.kind in _DATED else str(work.date.year)


def _notes(work: Work, words: Words, *, when: str) -> str:
    """Return what stands in brackets behind a title, and the edition."""
    number = "" if work.kind in _WITHIN else work.number
    numbered = " ".join(filter(None, (work.genre, number)))
    in_brackets = ", ".join(filter(None, (numbered, when)))
    edition = ""
    if work.edition:
        found = _EDITION.fullmatch(work.edition)
        edition = words.labels.edition.format(edition=found[1]) if found else work.edition
    volume = words.locator(f"vol. {work.volume}") if work.volume and work.kind == "book" else ""
    joined = "".join(f", {part}" for part in (edition, volume) if part)
    return (f" ({in_brackets})" if in_brackets else "") + joined


def _within(work: Work, words: Words) -> Prose:
    """Return what a work stands in: a journal with volume and issue, or a book with editors."""
    if not work.container or work.container == work.title or work.kind not in _WITHIN:
        return ()
    pages = f", {words.locator(_paged(work.pages))}" if work.pages else ""
    if work.kind in ("chapter", "paper-conference"):
        before, _, after = words.labels.in_container.partition("{container}")
        named = _listed(work.editors, words, others=False)
        if named:
            labels = words.labels
            pattern = labels.editor if len(work.editors) == 1 else labels.editors
            before += f"{pattern.format(names=named)}{labels.colon}"
        return (*plain(before), Emphasis(plain(work.container)), *plain(f"{pages}{after}"))
    issue = f"({work.issue})" if work.issue else ""
    numbered = f" {work.volume or ''}{issue}" if work.volume or issue else ""
    return (Emphasis(plain(work.container)), *plain(f"{numbered}{pages}"))


def _paged(pages: str) -> str:
    return f"pp. {pages}" if pages[0].isdigit() else pages


def _published(work: Work, words: Words, *, opened_by: str) -> str:
    """Return place and publisher, which a journal goes without."""
    if work.kind.startswith(("article-", "review")):
        return ""
    publisher = "" if work.publisher == opened_by else work.publisher
    return words.labels.colon.join(filter(None, (work.place, publisher)))


def named(work: Work, words: Words) -> str:
    """Return the words by which a citation names a work: families, who published it, or title."""
    names = [name.main for name in work.authors or work.editors]
    if len(names) > 2 or (names and work.others):  # noqa: PLR2004 - two are named together
        return f"{names[0]} {words.labels.and_others}"
    if names:
        return _joined(tuple(names), words.language)
    return work.publisher or work.title or work.container or ""


@kept(1024)
def _joined(names: tuple[str, ...], language: str) -> str:
    return listed(names, language)
