"""Rules about names: spelt as the article spells them, and said where they can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from briefgen.cache import Same, kept
from briefgen.check.against.capital_nouns import (
    chooser,
    has_capital_nouns,
    is_marked,
    names_of,
    root,
)
from briefgen.check.against.figures import holding, is_count
from briefgen.check.against.index import folded, words_of
from briefgen.check.against.long_names import known_otherwise
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.against.strength import unaccented
from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.languages.lexicon import lexicon
from briefgen.languages.recognised import ARTICLES, JOINS
from briefgen.markup import words_in
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.fact import Fact
from briefgen.types.reference import references
from briefgen.types.source_text import SourceText

SHORTEST_NAME, ALIKE, ALIKE_OPENING = 4, 0.75, 0.86
"""Letters of a name whose spelling is compared, and how alike two spellings of one name are; a word
that begins a sentence must be more alike, as it may be none."""

_ENDINGS = tuple(
    "atic ats at dian ian ean an n ern ese ish ien ienne ais aise ois oise i s es a ia e".split()  # noqa: SIM905
)
"""What makes a people or a thing of the name of a country: Libya, Libyan; Canada, Canadian."""

NAME = late_pattern(r"(?<!\w)[^\W\d_a-zß-öø-ÿ][\w'\u2019\u2010\u2011-]*")
_SEVERAL = late_pattern(rf"{NAME.pattern}(?: {NAME.pattern})+")
_ELISION = late_pattern(r"^(?:[cdjlmnst]|qu)['\u2019](?=\w)", re.IGNORECASE)
"""A word that leans on the name after it: l'Union, d'Alger."""

_OPENS = late_pattern(r"(?:^|[.!?\u2026]['\"\u2019\u201d\u00bb)]*\s+|[\u201c\u00ab\"(]\s?)$")


_OPENS_HERE = late_pattern(rf"{_OPENS.pattern}|:\s$")
"""Stands before a word whose capital may say nothing, as in "May 2018: First ship arrives"."""


@source_rule("name-not-in-source", "warning", "Names and titles are spelt as in the article.")
def other_names(compared: Comparison) -> Iterator[Remark]:
    """Report each name that the article does not have, once, with the nearest that it has.

    A word that begins a sentence is a name only if it is nearly one of the article's. What the
    glossary, the sources and the article's own data name is known.
    """
    reported: set[str] = set()
    for name, remark in unknown_names(compared):
        if name.casefold() not in reported:
            reported.add(name.casefold())
            yield remark
    yield from _other_numbers(compared)


def _other_numbers(compared: Comparison) -> Iterator[Remark]:
    """Report each name with a number, of which the article has only others: EN 301 594."""
    known: dict[str, set[str]] = {}
    for paragraph in compared.index.source.paragraphs:
        for found in _NUMBERED.finditer(paragraph.text):
            known.setdefault(found[1], set()).add(_NO_DIGIT.sub("", found[2]))
    for each in compared.statements if known else ():
        for found in _NUMBERED.finditer(each.text):
            number, theirs = _NO_DIGIT.sub("", found[2]), known.get(found[1], set())
            if theirs and not any(one.startswith(number) for one in theirs):
                message = f'names "{found[0]}", which the article does not'
                hint = f"the article has {found[1]} with {', '.join(sorted(theirs))}"
                yield Remark(each.passage.path, message, hint)


_NUMBERED = late_pattern(
    r"(?<![\w-])([A-Z]{2,})[ \u00a0\u202f-](?!(?:1[5-9]|20)\d\d(?!\d))"
    r"(\d+(?:[ \u00a0\u202f.:-]\d+)*)"
)
"""A name that is an acronym with a number, which is no year."""

_NO_DIGIT = late_pattern(r"\D")


def unknown_names(compared: Comparison) -> Iterator[tuple[str, Remark]]:
    """Yield each name that the article does not have, wherever it stands, with what is said."""
    own = own_names(compared.argument)
    known = {*compared.index.vocabulary, *own}
    known |= {unaccented(word) for word in known if not word.isascii()}
    roots = {root for word in known for root in roots_of(word)}
    proper = _proper(compared)
    source = compared.index.source
    is_name = chooser(source)
    spelt_bare = names_of(source)[1] if has_capital_nouns(source.language) else None
    for each in compared.statements:
        otherwise: set[str] | None = None
        foreign = {name for run in _other_runs(each, compared, proper, own) for name in run}
        for name, opens, start in names_in(each):
            word = next(iter(words_of(name)), "")
            if foreign and otherwise is None:
                otherwise = known_otherwise(each.text, compared.index)
            if name in foreign and word not in (otherwise or ()):
                message = f'names "{name}", which the article has as a common word only'
                yield name, Remark(each.passage.path, message, "name it as the article does")
            if not word or _is_known(word, known, roots):
                continue
            if otherwise is None:
                otherwise = known_otherwise(each.text, compared.index)
            if word in otherwise:
                continue
            near = _spelling(word, proper, ALIKE_OPENING if opens else ALIKE)
            if spelt_bare is not None:
                near = near if near in spelt_bare and root(near) != root(word) else None
                if near is None and not is_name(name, each.text, start):
                    continue
            placed = compared.index.words.is_within.search(each.text[:start])
            sure = placed or _is_sure(name, start, each.text, source.language)
            if near is None and (opens or not sure or len(name) < SHORTEST_NAME):
                continue
            if opens and (_is_small(word, near, compared) or near in _small_there(Same(source))):
                continue
            hint = f'the article writes "{proper[near]}"' if near else "name it as the article does"
            message = f'names "{name}", which the article does not'
            yield name, Remark(each.passage.path, message, hint)


def _is_sure(name: str, start: int, text: str, language: str) -> bool:
    """Whether a word with a capital is a name for sure: an acronym, a country, beside another name.

    A word that stands alone may be what the article says in another way: Connecticut of (D-CT).
    """
    if len(name) < SHORTEST_NAME:
        return False
    around = (text[: start - 1].split()[-1:], text[start + len(name) :].split()[:1])
    beside = any(word[:1].isupper() and word[-1:].isalpha() for part in around for word in part)
    return beside or is_marked(name, language)


def _other_runs(
    each: Statement, compared: Comparison, proper: dict[str, str], own: set[str]
) -> Iterator[list[str]]:
    """Yield the names in several words that the article does not have, by their common words.

    A word of such a name is one that the article writes with a small letter only.
    """
    for found in _SEVERAL.finditer(each.text):
        if folded(found[0]) in compared.index.text:
            continue
        opens = _OPENS_HERE.search(each.text[: found.start()])
        names = found[0].split()[1 if opens else 0 :]
        if len(names) < 2:  # noqa: PLR2004 - one word is no name in several
            continue
        yield [
            name
            for name in names
            for word in words_of(name)[:1]
            if word in compared.index.vocabulary and word not in proper and word not in own
            if compared.index.stems(word)  # "From May 2018" begins a line
        ]


_AMPERSAND = late_pattern(r"&(?=\w{1,2}(?!\w))|(?<!\w)\w{1,2}&")
"""What joins letters to one name, as in M&S: neither of them is a name."""


def opens_sentence(text: str, start: int) -> bool:
    """Whether a word at a place of a text begins a sentence, so that its capital says nothing."""
    return bool(_OPENS.search(text[:start]))


def names_in(statement: Statement) -> Iterator[tuple[str, bool, int]]:
    """Yield the words of a sentence with a capital, whether they begin one, and their place."""
    for found in NAME.finditer(statement.text):
        name = _ELISION.sub("", found[0])
        if _AMPERSAND.search(statement.text, max(0, found.start() - 1), found.end() + 1):
            continue  # M&S is no M
        if name[:1].isupper():
            elided = len(name) < len(found[0])
            opens = not elided and bool(_OPENS.search(statement.text[: found.start()]))
            yield name, opens, found.start()


def _proper(compared: Comparison) -> dict[str, str]:
    """Return the names of the article as it writes them, by their small letters."""
    found: dict[str, str] = {}
    for paragraph in compared.index.source.paragraphs:
        for name in NAME.finditer(paragraph.text):
            for word in words_of(_ELISION.sub("", name[0]))[:1]:
                found.setdefault(
                    word, _ELISION.sub("", name[0]).removesuffix("'s").removesuffix("\u2019s")
                )
    return found


def _is_known(word: str, known: set[str], known_roots: set[str]) -> bool:
    """Whether the article has a word, in this or another form, such as the plural, or its parts.

    Capitals may go without accents there: Etat is État.
    """
    if word in known or unaccented(word) in known:
        return True
    forms = (word.removesuffix("s"), word.removesuffix("es"), f"{word}s", word.removesuffix("n"))
    parts = re.split(r"[-\u2010\u2011]", word)
    if any(form in known for form in forms):
        return True
    if len(parts) > 1 and all(part in known for part in parts):
        return True
    return not roots_of(word).isdisjoint(known_roots)


@kept(4096)
def roots_of(word: str) -> frozenset[str]:
    """Return a word and what is left of it without an ending."""
    return frozenset({word}) | {
        word.removesuffix(ending)
        for ending in _ENDINGS
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_NAME
    }


def _is_small(word: str, near: str | None, compared: Comparison) -> bool:
    """Whether a word that begins a sentence, or the one it is like, is no name at all."""
    small = lexicon(compared.argument.article.language)
    return small is not None and any(
        bool(small.counts_nothing.fullmatch(each)) for each in (word, near or word)
    )


@kept(4)
def _small_there(shared: Same[SourceText]) -> frozenset[str]:
    """Return the words that an article writes with a small letter: offices, but not Oxford."""
    texts = (each.text for each in shared.held.paragraphs)
    return frozenset(found[0] for text in texts for found in _SMALL_LETTER.finditer(text))


_SMALL_LETTER = late_pattern(r"(?<!\w)[a-zß-öø-ÿ]{4,}(?!\w)")


def _spelling(word: str, proper: dict[str, str], alike: float) -> str | None:
    if len(word) < SHORTEST_NAME:
        return None
    alike_long = [
        name
        for name in proper
        if name[0] == word[0] and abs(len(name) - len(word)) <= 2  # noqa: PLR2004
    ]
    near = get_close_matches(word, alike_long, 1, alike)
    return near[0] if near else None


def own_names(argument: Argument, *, with_terms: bool = True) -> set[str]:
    """Return the words that the argument's own lists explain or name, months among them."""
    article = argument.article
    terms = argument.glossary if with_terms else ()
    texts = [f"{term.short} {term.long}" for term in terms]
    for one in argument.sources:
        texts += filter(None, (one.title, one.authors, one.publisher, one.reference, one.short))
        host = (one.address or "").partition("//")[2].partition("/")[0]
        texts.append(host.replace(".", " "))  # a page of canada.ca is a Canadian one
    texts += [article.title, article.citation or "", article.publisher or ""]
    for author in article.authors:
        texts += map(str, author.model_dump().values())
    words = lexicon(article.language)
    texts.append((words.months if words else "").replace("|", " "))
    return {word for text in texts for word in words_of(text)}


@source_rule("count-without-names", "warning", "An editor's count is printed with its names.")
def counts_without_names(compared: Comparison) -> Iterator[Remark]:
    """Report each form that prints a small count and none of the names that its scope gives.

    A count that the article makes itself may stand alone.
    """
    counts = {
        fact.id: names
        for fact in compared.argument.facts
        if (names := _counted_names(fact))
        and not holding(fact, compared.passage_of(fact.id, fact.locator) or ())
    }
    for passage in passages(compared.argument):
        if passage.point is None:
            continue
        said = words_in(passage.text)
        for reference in references(passage.text):
            listed = counts.get(reference.id) if reference.sign == "#" else None
            if listed and not any(name in said for name in listed):
                message = f"says [#{reference.id}] without naming {' or '.join(listed)}"
                yield Remark(passage.path, message, "say the names, or leave the number out")


MOSTNAMED = 5
"""The largest count whose names can be said."""


_LISTED = late_pattern(
    rf"(?:the\s+)?{NAME.pattern}(?:\s+{NAME.pattern})*"
    rf"(?:(?:,\s*(?:(?:{JOINS})\s+)?|\s+(?:{JOINS}|&)\s+)"
    rf"(?:the\s+)?{NAME.pattern}(?:\s+{NAME.pattern})*)+"
)
_BETWEEN = late_pattern(rf",\s*(?:(?:{JOINS})\s+)?|\s+(?:{JOINS}|&)\s+")


def listed_names(fact: Fact) -> list[str]:
    """Return the names that the scope of a fact begins with, where it lists several."""
    found = _LISTED.match(fact.scope or "")
    names = _BETWEEN.split(found[0]) if found else []
    return [re.sub(rf"^(?:{ARTICLES})\s+", "", name) for name in names]


def _counted_names(fact: Fact) -> list[str]:
    """Return the names of a small count, if its scope lists as many as are counted."""
    names = listed_names(fact)
    return names if len(names) <= MOSTNAMED and str(fact.value) == str(len(names)) else []


@source_rule("count-of-names", "error", "A count is that of the names that its scope lists.")
def other_counts(compared: Comparison) -> Iterator[Remark]:
    """Report each small count that differs from the number of names in its scope.

    Where the article makes the count, its names may be some of those that are counted.
    """
    for number, fact in enumerate(compared.argument.facts):
        names = listed_names(fact)
        if not is_count(fact) or not names or str(fact.value) in ("1", str(len(names))):
            continue
        if holding(fact, compared.passage_of(fact.id, fact.locator) or ()):
            continue
        message = f"is {fact.value}, and its scope lists {len(names)}: {', '.join(names)}"
        yield Remark(("facts", number, "value"), message, "count the names again")


@source_rule("relative-heading", "warning", "No heading speaks of now.")
def relative_headings(compared: Comparison) -> Iterator[Remark]:
    """Report the title and each heading with a date that depends on the day of reading.

    "Why now" is a name for its part, as the built-in one is.
    """
    argument = compared.argument
    words = lexicon(argument.article.language)
    if words is None:
        return
    headings = {("title",): argument.title}
    for name, text in argument.headings.model_dump().items():
        if text and name != "significance":
            headings["headings", name] = text  # type: ignore[index]
    for path, text in headings.items():
        if found := words.relative_date.search(text):
            message = f'has a relative date: "{found[0]}"'
            hint = f"the article's information reaches up to {argument.article.cut_off}"
            yield Remark(path, message, hint)
