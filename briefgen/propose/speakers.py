"""Who is said to have said words in quotation marks, by the clause around them."""

from __future__ import annotations

import re

from briefgen.cache import kept
from briefgen.languages.recognised import ARTICLES, OF_NAMES
from briefgen.languages.source_words import SourceWords, source_words
from briefgen.pattern import compile_pattern, late_pattern

_PERSON = (
    rf"(?:[^\W\d_a-z][\w'\u2019.-]*)(?:\s+(?:{OF_NAMES}|and|et|for|&)?\s*"
    r"(?:[^\W\d_a-z][\w'\u2019.-]*)){0,6}"
)
_NOUNS = (
    rf"(?:one|{ARTICLES})\b['\u2019]?\s*"
    r"(?:[\w'\u2019-]+\s+){0,6}?[\w'\u2019-]+"
)
_CLOSED = "['\"\u2018\u2019\u201c\u201d\u00ab\u00bb\u2039\u203a\\s]"
"""Marks that close quoted words in any language, and spaces."""

_BESIDE = (
    "in|at|on|during|to|when|lors|à|aux?|dans|beim?|am|im|auf|vor|gegenüber|dem|den|en|durante|nel"
    "|al|all[aeo]|agli|ai"
)
"""What follows a name and says where, when or to whom its bearer spoke."""

_SO = {"de": "so"}
"""What names a speaker without a verb, behind what was said: „…“, so der Landrat."""

_PRONOUN_WORDS = """
    he she it they we you i this that there who il elle ils elles on nous er sie es wir ella ellos
    the a an but and as in however
"""
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())
_LINKING_WORDS = """
    of in on at to for by with from that which who the a an and or de du des la le les et à en von
    der die das und del el los las y
"""
_NAME_WITHIN = late_pattern(
    rf"^(?:{ARTICLES})\b.*\s(?P<who>[^\W\d_a-z][\w'\u2019.-]+)\s+"
    r"(?:also|then|later|further|again|already|aussi|ensuite|auch|dann|sp\u00e4ter|zudem)$"
)
"""A name before an adverb, behind words that say where: the same interview Mensch also [said]."""

_RELATIVE = frozenset(("which", "who", "whom", "that"))
_LINKING = frozenset(_LINKING_WORDS.split())
"""Words that no name ends in."""


def speaker_of(sentence: str, start: int, end: int, language: str) -> str | None:
    """Return who speaks the words between two places of a sentence; None where it does not say.

    "According to X", "X said: …", "…, X said", "…, said X" and "As X explained, …" are read, with
    the comma on either side of the mark. A pronoun is nobody: whom it means is for the author to
    say.
    """
    words = source_words(language)
    before, after = sentence[:start], sentence[end:]
    for pattern, text in (
        (_behind(words, _SO.get(language.partition("-")[0], "(?!)")), after),
        (_after(words), after if _goes_on(sentence, end) else ""),
        (_in_front(words), before),
        (_according(words), before),
        (_according(words), after),
        (_as(words), before),
    ):
        names = [name for found in pattern.finditer(text) if (name := _tidied(found["who"]))]
        if names:
            return names[-1]
    return None


def _tidied(name: str) -> str | None:
    name = name.strip(" ,.;:\"'\u2019\u201c")
    words = name.casefold().split()
    if not words or words[-1] in _LINKING | _PRONOUNS or _RELATIVE & {*words}:
        return None
    if named := _NAME_WITHIN.search(name):
        return named["who"]
    first = name.split()[0].casefold() if name else ""
    if not name or name.casefold() in _PRONOUNS:
        return None
    return name if first not in ("he", "she", "it", "they", "we", "il", "elle") else None


def _verbs(words: SourceWords) -> str:
    return rf"(?:(?:{words.auxiliaries})\s+)?(?:{words.reporting})"


@kept(8)
def _behind(words: SourceWords, so: str) -> re.Pattern[str]:
    """A verb and a name right behind the words: "…", said X; "…", X said."""
    who = rf"(?P<who>{_PERSON}|{_NOUNS})"
    return compile_pattern(
        rf"^(?:{_CLOSED}|,)*(?:{_verbs(words)}|{so})\s+{who}(?=\s*(?:[,.;:()]|$|\s(?:{_BESIDE})\b))",
        re.VERBOSE,
    )


_GOES_ON = late_pattern(rf"^{_CLOSED}*,")
_MARKS = "'\"\u2018\u2019\u201c\u201d\u00ab\u00bb\u2039\u203a\u00a0\u202f "


def _goes_on(sentence: str, end: int) -> bool:
    """Whether what follows quoted words may say who said them: they end in a comma, or in ? or !.

    The mark may stand within words that are quoted in them: "… 'No, you first,'" she said.
    """
    return bool(_GOES_ON.match(sentence[end:])) or sentence[:end].rstrip(_MARKS)[-1:] in (
        ",",
        "?",
        "!",
    )


@kept(8)
def _after(words: SourceWords) -> re.Pattern[str]:
    """A name and a verb right behind the words: "…", X said; "…," X, of the council, has said.

    What X is may end in no comma: "…," X, an analyst at the council told reporters.
    """
    who = rf"(?P<who>{_PERSON}|{_NOUNS})"
    words_of_it = r"[^\"\u201c\u00ab.!?]{1,140}?"
    what = rf"(?:,{words_of_it},|,\s+(?:{ARTICLES})\b{words_of_it})"
    return compile_pattern(
        rf"^(?:{_CLOSED}|,)*{who}{what}?\s+{_verbs(words)}(?![\w-])",
        re.VERBOSE,
    )


@kept(8)
def _in_front(words: SourceWords) -> re.Pattern[str]:
    """A name and a verb in front of the words, with little between."""
    return compile_pattern(
        rf"(?P<who>{_PERSON}|\b{_NOUNS})(?:,[^,\"\u201c\u00ab]{{1,100}},)?\s+{_verbs(words)}"
        rf"(?![\w-])[^\"\u201c\u00ab.!?]{{0,70}}['\"\u2018\u201c\u00ab\s]*$",
        re.VERBOSE,
    )


@kept(8)
def _according(words: SourceWords) -> re.Pattern[str]:
    return compile_pattern(
        rf"(?i:\b(?:{words.according}))\s+(?P<who>{_PERSON}|{_NOUNS})(?=\s*(?:[,.;:]|$))",
        re.VERBOSE,
    )


@kept(8)
def _as(words: SourceWords) -> re.Pattern[str]:
    return compile_pattern(
        rf"^\W*(?:As|Comme|Wie|Como)\s+(?P<who>{_PERSON}|{_NOUNS})\s+{_verbs(words)}\s*,",
        re.VERBOSE,
    )
