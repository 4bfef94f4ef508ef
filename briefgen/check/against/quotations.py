"""Rules about quotations and locators: they are in the article, where it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.cache import Same, kept
from briefgen.check.against.index import Sentence, SourceIndex, folded, words_of
from briefgen.check.against.long_names import written_out
from briefgen.check.against.named_speakers import PERSON, speakers_in
from briefgen.check.against.rule import GAP, Comparison, source_rule
from briefgen.check.against.same_names import same_names
from briefgen.check.passage import points
from briefgen.check.rule import Remark
from briefgen.languages.quoted import quoted
from briefgen.pattern import late_pattern
from briefgen.types.source_map import Path
from briefgen.types.source_text import SourceParagraph
from briefgen.types.supplements import Quotation

_EDGES = " .,;:!?\"'"
_LEFT_OUT = late_pattern(rf"{GAP}|\s*\[[^\]]{{0,80}}\]\s*|\s*(?:\.{{3}}|\u2026)\s*")
_ELLIPSIS = late_pattern(r"\s*(?:\[?(?:\.{3}|\u2026)\]?)\s*")


@source_rule("quotation-not-in-source", "error", "Every quotation stands in the article.")
def quotations_elsewhere(compared: Comparison) -> Iterator[Remark]:
    """Report each quotation whose words the article does not have in that order."""
    for number, quotation in enumerate(compared.argument.quotations):
        if not _places(quotation, compared):
            near, share = compared.index.nearest(quotation.text)
            hint = "quote it word by word, or say it in your own words"
            if near is not None and share > SIMILAR:
                hint = near.reading(_shortened(near.text, quotation.text))
            yield Remark(("quotations", number, "text"), "is not in the article", hint)


@source_rule("quoted-words-not-in-source", "error", "Words in quotation marks are the article's.")
def misquoted_words(compared: Comparison) -> Iterator[Remark]:
    """Report words in quotation marks within prose that the article does not have in that order.

    One or two words may be marked for other reasons, and the title of a source is its own.
    """
    marked = [
        (each, said)
        for each in compared.statements
        for said in quoted(each.text)
        if said.word_count >= LEAST_QUOTED or _is_nearly_quoted(said.text, compared)
    ]
    argument = compared.argument
    names = [argument.article.title, *(one.name for one in argument.sources)]
    texts = [folded(one.text) for one in compared.index.source.paragraphs] if marked else []
    for each, said in marked:
        parts = [folded(part).strip(_EDGES) for part in _LEFT_OUT.split(said.text)]
        if any(_holds(text, parts) for text in (*texts, folded("\n".join(names)))):
            continue
        near, share = compared.index.nearest(said.text)
        hint = "quote it word by word, or say it without quotation marks"
        if near is not None and share > SIMILAR:
            hint = near.reading(_shortened(near.text, said.text))
        message = f'quotes "{said.text}", which the article does not say'
        yield Remark(each.passage.path, message, hint)


def _is_nearly_quoted(text: str, compared: Comparison) -> bool:
    """Whether the article has one of two words in quotation marks, and beside it another."""
    words = words_of(text)
    if len(words) != PAIR:
        return False
    theirs = (words_of(said) for said in _quoted_pairs(Same(compared.index)))
    return any(len({*words} & {*its}) == 1 for its in theirs)


@kept(4)
def _quoted_pairs(shared: Same[SourceIndex]) -> frozenset[str]:
    """Return what an article has in quotation marks that is two words."""
    texts = (each.text for each in shared.held.source.paragraphs)
    found = (said.strip() for text in texts for said in _MARKED.findall(text))
    return frozenset(said for said in found if len(words_of(said)) == PAIR)


_MARKED = late_pattern(r"[\u201c\u00ab\"]([^\u201c\u201d\u00ab\u00bb\"]{3,60})[\u201d\u00bb\"]")
PAIR = 2

LEAST_QUOTED = 3
"""Words in quotation marks that are taken for a quotation."""

SIMILAR = 0.5
"""Share of the words of a misquotation by which its passage is recognised."""


def _places(quotation: Quotation, compared: Comparison) -> list[SourceParagraph]:
    """Return the paragraphs that a quotation stands in; what it leaves out is marked by dots."""
    parts = [folded(part).strip(_EDGES) for part in _ELLIPSIS.split(quotation.text)]
    return [
        paragraph
        for paragraph in compared.index.source.paragraphs
        if _holds(folded(paragraph.text), parts)
    ]


def _holds(text: str, parts: list[str]) -> bool:
    place = 0
    for part in parts:
        found = text.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return True


def _shortened(text: str, quotation: str) -> str:
    """Return the part of a sentence that a quotation was made of, and a little around it."""
    if len(text) <= SHOWN:
        return text
    stems = set(words_of(quotation))
    places = [found.start() for found in re.finditer(r"\w+", text) if found[0].casefold() in stems]
    start = max(0, min(places, default=0) - 10)
    return f"{text[start : start + SHOWN]}..."


SHOWN = 120
"""Characters of the article that a hint shows."""


@source_rule("speaker-differs", "error", "Every quotation has the speaker that the article names.")
def other_speakers(compared: Comparison) -> Iterator[Remark]:
    """Report each speaker whose name is not said near the quotation, nor is the author's.

    Names are compared by their words with a capital; who is described only ("a witness") is not.
    """
    authors = {word for name in compared.index.source.authors for word in words_of(name)}
    bodies = _who_speaks_in_it(compared)
    for number, quotation in enumerate(compared.argument.quotations):
        names = {
            word.casefold() for word in re.findall(r"\b[^\W\d_a-z][\w-]+", quotation.speaker or "")
        }
        names -= {"a", "an", "the", "as", "by", "le", "la", "les", "der", "die", "das", "el"}
        places = _places(quotation, compared)
        if not names or not places or names & authors or any(names <= one for one in bodies):
            continue
        shorts = written_out(quotation.speaker or "", compared.index.acronyms)
        names |= {short.casefold() for short, _ in shorts}
        around = {word for place in places for word in words_of(_near(compared, place))}
        topic = names if _is_body_said_so(names, places, compared) else set[str]()
        if not any(
            place.kind == "quotation" or _is_quoted(quotation.text, place.text) for place in places
        ):
            message = f'is given to "{quotation.speaker}"; the article says it in words of its own'
            hint = f"look at {places[0].locator}; the author of the article says it"
            yield Remark(("quotations", number, "speaker"), message, hint)
        elif _is_said_by_another(quotation, names, compared):
            message = f'is given to "{quotation.speaker}"; the article lets another say it'
            yield Remark(("quotations", number, "speaker"), message, f"look at {places[0].locator}")
        elif topic:
            continue  # "the watchdog said": of what all the article is about
        elif not names & around or not (
            any(_introduces(names, place, compared) for place in places)
            or _is_said_there(quotation, names, compared)
        ):
            message = f'is given to "{quotation.speaker}", whom the article does not name there'
            yield Remark(("quotations", number, "speaker"), message, f"look at {places[0].locator}")


def _who_speaks_in_it(compared: Comparison) -> list[frozenset[str]]:
    """Return the words of the names of the authors and publishers: the article's text is theirs.

    A body that its title names is one, too: a summary of deliberations of the Council.
    """
    article, source = compared.argument.article, compared.index.source
    said = [article.publisher, source.publisher, article.title, source.title]
    for author in article.authors:
        said += [getattr(author, "name", None), getattr(author, "organisation", None)]
    return [frozenset(words_of(one)) for one in said if one]


def _is_said_by_another(quotation: Quotation, names: set[str], compared: Comparison) -> bool:
    """Whether the sentence of a quotation has others beside a verb of saying, and not its speaker.

    What is quoted says nothing of who says it.
    """
    index, known = compared.index, same_names(Same(compared))
    first = folded(_ELLIPSIS.split(quotation.text)[0]).strip(_EDGES)
    for one in index.sentences:
        if first in folded(one.text):
            text = _QUOTED.sub(" ", one.text)
            if any(not known.keys(word).isdisjoint(names) for word in words_of(text)):
                continue
            said = speakers_in(text, index)
            words = {word for name in said for word in known.keys(name)}
            own = {word for name in names for word in known.keys(name)}
            if said and all(known.is_name(name) for name in said) and own.isdisjoint(words):
                return True
    return False


def _is_said_there(quotation: Quotation, names: set[str], compared: Comparison) -> bool:
    """Whether the sentence of a quotation, or one next to it, has its speaker or a verb of saying.

    "He said" is enough, as the name may stand further up.
    """
    index = compared.index
    first = folded(_ELLIPSIS.split(quotation.text)[0]).strip(_EDGES)
    holding_it = [one for one in index.sentences if first in folded(one.text)]
    beside = [other for one in holding_it for other in index.beside(one)]
    beside += [other for one in holding_it for other in _until_said(one, index)]
    return not holding_it or any(
        not names.isdisjoint(words_of(one.text))
        or index.words.reports.search(one.text)
        or index.words.accords.search(one.text)
        for one in beside
    )


def _until_said(sentence: Sentence, index: SourceIndex) -> list[Sentence]:
    """Return the sentences of its paragraph before one, back to that which says who speaks."""
    found: list[Sentence] = []
    one = sentence
    while (before := index.beside(one)[0]).paragraph is sentence.paragraph and before is not one:
        found.append(before)
        if index.words.reports.search(before.text) or index.words.accords.search(before.text):
            break
        one = before
    return found


def _is_quoted(words: str, text: str) -> bool:
    """Whether a paragraph has the first words of a quotation within quotation marks."""
    start = r"\W+".join(map(re.escape, re.findall(r"\w+", words)[:FIRST_WORDS]))
    return any(re.search(start, said[0], re.IGNORECASE) for said in _QUOTED.finditer(text))


_QUOTED = late_pattern(
    r"[\u201c\u201e\u00ab\u2018\u201a\"](?:[^\u201d\u201c\u00bb\"]|(?<=\w)[\u201c\"](?=\w)){2,}"
    r"|(?<!\w)'.{2,}?'(?!\w)"
)
FIRST_WORDS = 3
"""Words of a quotation by which it is found in a passage in quotation marks."""


def _introduces(names: set[str], paragraph: SourceParagraph, compared: Comparison) -> bool:
    """Whether the paragraph before a block quotation has a name: it says whose words follow."""
    before = _introducing(compared, paragraph)
    said = words_of(f"{before} {_signature(compared, paragraph)}")
    goes_on = paragraph.kind == "quotation" or _goes_on(paragraph)
    return goes_on and not names.isdisjoint(said)


def _introduction(compared: Comparison, paragraph: SourceParagraph) -> SourceParagraph:
    """Return the paragraph before another one and, of a block quotation, before all of it."""
    paragraphs = compared.index.source.paragraphs
    place = paragraphs.index(paragraph)
    while place and (
        paragraph.kind == "quotation" == paragraphs[place - 1].kind
        or (_goes_on(paragraphs[place]) and _goes_on(paragraphs[place - 1]))
    ):
        place -= 1
    return paragraphs[max(0, place - 1)]


def _goes_on(paragraph: SourceParagraph) -> bool:
    """Whether a paragraph goes on with what is quoted in the one before: it only opens marks."""
    return bool(_ONLY_OPENS.match(paragraph.text))


_ONLY_OPENS = late_pattern(r"['\u2018\"\u201c\u00ab](?=\w)")


def _is_body_said_so(
    names: set[str], places: Sequence[SourceParagraph], compared: Comparison
) -> bool:
    """Whether a body of which the article tells is meant by a noun: "the watchdog said".

    Its name stands in many sentences, and no other name beside the verb of saying.
    """
    index, known = compared.index, same_names(Same(compared))
    if not any(known.is_topic(one) for one in names):
        return False
    texts = [one.text for one in places if index.words.reports.search(one.text)]
    said = {word for text in texts for word in speakers_in(text, index) if known.is_name(word)}
    return bool(texts) and not said


def _near(compared: Comparison, paragraph: SourceParagraph) -> str:
    """Return the text of a paragraph and of the one before, where a speaker may be named."""
    signed = _signature(compared, paragraph)
    return f"{_introducing(compared, paragraph)} {paragraph.text} {signed}"


def _introducing(compared: Comparison, paragraph: SourceParagraph) -> str:
    """Return what the paragraphs before one say besides quotations, of which one may be its first.

    '"It is late," says Ann Reed, who owns a mill.' introduces the next one, which only quotes.
    """
    paragraphs = compared.index.source.paragraphs
    first = _introduction(compared, paragraph)
    start, end = paragraphs.index(first), paragraphs.index(paragraph)
    between = [_SPOKEN.sub(" ", one.text) for one in paragraphs[start + 1 : end]]
    named = [text for text in between if PERSON.search(text)]
    return named[-1] if named else first.text


_SPOKEN = late_pattern(r"[\u201c\u201e\u00ab\"][^\u201c\u201d\u00bb\"]*[\u201c\u201d\u00bb\"]?")
"""What a paragraph quotes, with its quotation marks."""


def _signature(compared: Comparison, paragraph: SourceParagraph) -> str:
    """Return the line behind a quotation that says whose it is: "- Ann Reed"; empty without one."""
    paragraphs = compared.index.source.paragraphs
    behind = paragraphs[paragraphs.index(paragraph) + 1 :][:1]
    return next((one.text for one in behind if _SIGNS.match(one.text)), "")


_SIGNS = late_pattern(r"\W{0,3}[-\u2013\u2014]\s?[^\W\d_a-z].{0,80}$")


@source_rule("locator-not-in-source", "error", "Every locator is a place that the article has.")
def impossible_locators(compared: Comparison) -> Iterator[Remark]:
    """Report each locator with a paragraph or page that the article does not have."""
    for path, locator in _locators(compared):
        missing = [
            name for name in compared.places(locator) if not compared.index.has_paragraph(name)
        ]
        if missing:
            body = [each for each in compared.index.source.paragraphs if each.number]
            names = [each.label or each.number for each in body] or [0]
            hint = f"the article has paragraphs {names[0]} to {names[-1]}"
            yield Remark(path, f"names {', '.join(missing)}, which the article does not have", hint)


def _locators(compared: Comparison) -> Iterator[tuple[Path, str]]:
    argument = compared.argument
    for path, point in points(argument):
        if point.locator:
            yield (*path, "locator"), point.locator
    for name in ("facts", "quotations", "timeline", "sources", "notes"):
        for number, each in enumerate(getattr(argument, name)):
            if each.locator:
                yield (name, number, "locator"), each.locator


@source_rule("quotation-elsewhere", "error", "Every quotation stands where its locator says.")
def misplaced_quotations(compared: Comparison) -> Iterator[Remark]:
    """Report each quotation that stands in other paragraphs than its locator names."""
    for number, quotation in enumerate(compared.argument.quotations):
        found = _places(quotation, compared)
        named = [
            name
            for name in compared.places(quotation.locator)
            if compared.index.has_paragraph(name)
        ]
        there = {name for each in found for name in (each.locator, f"page {each.page}", each.kind)}
        if found and named and not there & set(named):
            message = f"says {quotation.locator}; the words stand in {found[0].locator}"
            hint = f"write locator: {found[0].locator}"
            yield Remark(("quotations", number, "locator"), message, hint)
