"""Rules about words that change what a form says: openings, hedges, acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import passages
from briefgen.check.rule import LANGUAGE, OWN, Remark, rule
from briefgen.languages.acronyms import acronyms_in
from briefgen.languages.lexicon import lexicon
from briefgen.languages.units import SYMBOLS
from briefgen.markup import words_in
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.point import Modality, Recommendation
from briefgen.types.reference import references
from briefgen.types.source_map import Path


# What stands before may be left out of a brief.
@rule("context-dependent-opening", "warning", "Every form stands alone.", rests_on=(LANGUAGE,))
def context_dependent_openings(argument: Argument) -> Iterator[Remark]:
    """Report each form that begins with a connective or pronoun that needs what was said before."""
    words = lexicon(argument.article.language)
    if words is None:
        return
    for passage in passages(argument):
        if passage.form is None or not passage.opens:
            continue
        if found := words.hanging_start.match(words_in(passage.text, figure="0", quotation="0")):
            message = f'begins with "{found[1]}", which leans on what stands before'
            yield Remark(passage.path, message, "name what is meant; the form must stand alone")


_ACRONYM = late_pattern(r"(?<![\w$])[A-Z][A-Z0-9&]*[A-Z][A-Z0-9]*(?=s?(?!\w))(?!\$)")
_AMOUNT = late_pattern(r"\d[ \u00a0\u202f-]?$")
_NOT_ONLY_UNITS = frozenset({"KB", "MB", "GB", "TB", "PB"})
"""Symbols that stand for something else where no number stands before them."""
_ROMAN = late_pattern(r"X{0,3}(?:IX|IV|V?I{0,3})")


@rule("unexplained-acronym", "warning", "Every acronym is in the glossary.", rests_on=("glossary",))
def unexplained_acronyms(argument: Argument) -> Iterator[Remark]:
    """Report each acronym (two or more capitals) that the glossary does not hold, once.

    The symbol of a unit, such as MW, and what an author is called are none; what a text writes out
    itself, another one may not.
    """
    known = {
        word
        for term in argument.glossary
        for word in (term.short, *re.split(r"[\s/]+", term.short))
    }
    for author in argument.article.authors:
        known |= _acronyms(" ".join(map(str, author.model_dump().values()))).keys()
    for passage in passages(argument):
        text = words_in(passage.text, figure="1")
        here = {short for short, _, _ in acronyms_in(text)}
        for acronym in _acronyms(text):
            if acronym not in known and acronym not in here and not _ROMAN.fullmatch(acronym):
                known.add(acronym)
                message = f'uses the acronym "{acronym}", which is not in the glossary'
                hint = "add it (plain: true for what every reader knows), or spell it out"
                yield Remark(passage.path, message, hint, passage.text_line)


def _acronyms(text: str) -> dict[str, None]:
    """Return the acronyms of a text, once each, without the symbols of units."""
    found: dict[str, None] = {}
    for acronym in _ACRONYM.finditer(text):
        is_unit = acronym[0] in SYMBOLS and (
            acronym[0] not in _NOT_ONLY_UNITS or _AMOUNT.search(text[: acronym.start()])
        )
        if not is_unit:
            found[acronym[0]] = None
    return found


@rule(
    "lost-hedge",
    "warning",
    "Every form of a possible, planned or reported point says so.",
    rests_on=(OWN, LANGUAGE),
)
def lost_hedges(argument: Argument) -> Iterator[Remark]:
    """Report each form of a possible, planned or reported point that says it as certain."""
    words = lexicon(argument.article.language)
    if words is None:
        return
    quotations = {one.id: one.text for one in argument.quotations}
    forms: dict[Path, tuple[Modality, list[str]]] = {}
    for passage in passages(argument):
        if passage.whole[-1] == "more":  # printed after the summary, which is looked at
            continue
        if passage.whole[-1] == "headline" and isinstance(passage.point, Recommendation):
            continue  # "Give farmers machines" says what to do, not what is
        if passage.point is not None and passage.point.modality in words.hedge:
            _, said = forms.setdefault(passage.whole, (passage.point.modality, []))
            said.append(words_in(passage.text))
            quoted = (one.id for one in references(passage.text) if one.sign == ">")
            said += [quotations[one] for one in quoted if one in quotations]
    for path, (modality, said) in forms.items():
        if not any(map(words.hedge[modality].search, said)):
            message = f"says as certain what is {modality}"
            hint = f"keep a word such as {words.hedge_examples[modality]}"
            yield Remark(path, message, hint)
