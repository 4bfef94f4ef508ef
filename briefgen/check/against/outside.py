"""A rule about the editor's own words: what the article does not say is typed as such."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.against.figures import said_amounts
from briefgen.check.against.names import unknown_names
from briefgen.check.against.rule import GAP, Comparison, Statement, source_rule
from briefgen.check.against.typed_dates import covers
from briefgen.check.passage import Passage, passages, sentences
from briefgen.check.rule import Remark
from briefgen.languages.written_dates import written_dates
from briefgen.markup import words_in
from briefgen.quantities import find_quantities
from briefgen.types.date import PartialDate
from briefgen.types.fact import Quantity

NEXT_YEAR = 1
"""Years by which a note may count on from one that the article names: the previous year."""


@source_rule("outside-untyped", "warning", "What notes say beside the article is typed so.")
def untyped_knowledge(compared: Comparison) -> Iterator[Remark]:
    """Report each note, doubt or term that says what the article nowhere does.

    That is a name, a date or a figure. A note that is marked as outside knowledge names its source;
    in a doubt or a term there is no place for it. Numbers of links, paragraphs and the like that a
    note counts about the article are figures of the argument, and are not looked at.
    """
    own_passages = list(_own_passages(compared))
    unknown: dict[int, list[str]] = {}
    given = tuple(each for _, statements in own_passages for each in statements)
    asked = Comparison(compared.argument, compared.index, compared.anchors, given)
    places = {id(each): number for number, (_, found) in enumerate(own_passages) for each in found}
    for each in given:
        unknown.setdefault(places[id(each)], []).extend(_unknown_data(each, compared))
    paths = {passage.path: number for number, (passage, _) in enumerate(own_passages)}
    for name, remark in unknown_names(asked):
        unknown.setdefault(paths[remark.path], []).append(name)
    for number, (passage, _) in enumerate(own_passages):
        if words := list(dict.fromkeys(unknown.get(number, ()))):
            quoted = ", ".join(f'"{word}"' for word in words)
            message = f"says {quoted}, which the article does not"
            yield Remark(passage.path, message, _hint(passage), passage.text_line)


def _hint(passage: Passage) -> str:
    if passage.path[0] == "notes":
        return "if it is your own knowledge, write outside: true, and its source under sources"
    return "say it in a note that is outside: true and names its source, or leave it out"


def _own_passages(compared: Comparison) -> Iterator[tuple[Passage, list[Statement]]]:
    """Yield what is the editor's and not taken from the article, sentence by sentence."""
    argument = compared.argument
    for passage in passages(argument):
        kind, number = passage.path[0], passage.path[1] if len(passage.path) > 1 else None
        if kind == "notes" and isinstance(number, int) and argument.notes[number].outside:
            continue
        doubt = passage.path[-1] == "uncertainty"
        if kind not in ("notes", "glossary") and not doubt:
            continue
        text = words_in(passage.text, figure=GAP, quotation=GAP)
        yield (
            passage,
            [
                Statement(passage, each, None, 0.0, compared.index.sentences)
                for each in sentences(text, argument.article.language)
            ],
        )


def _unknown_data(each: Statement, compared: Comparison) -> Iterator[str]:
    """Yield the dates and figures of a sentence that the article does not give."""
    article = compared.argument.article
    known = [PartialDate(found.date) for one in compared.index.sentences for found in one.dates]
    known += [article.date, article.cut_off]
    for found in written_dates(each.text, article.language):
        date = PartialDate(found.date)
        near = any(abs(date.year - one.year) <= NEXT_YEAR for one in known)
        whole_year = str(date) == str(date.year)
        if not (any(covers(date, one) for one in known) or (whole_year and near)):
            yield each.text[found.start : found.end]
    amounts = {
        said_amounts(one) for sentence in compared.index.sentences for one in sentence.quantities
    }
    for quantity in find_quantities(each.text, article.language):
        if not isinstance(quantity, Quantity):
            continue
        said = said_amounts(quantity)
        if any(said) and said not in amounts:  # zero is the end of a scale
            yield each.text[quantity.start : quantity.unit_end].strip()
