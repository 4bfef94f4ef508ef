"""Where a sentence ends, and which words ask for a number in digits."""

import re
from collections.abc import Iterator
from functools import cached_property

import msgspec
from msgspec import Struct

from briefgen.cache import kept
from briefgen.languages.files import section
from briefgen.pattern import compile_pattern, late_pattern

_STOP = late_pattern(r"(\.{3}|…|[.!?])(?:\s?[\"'”’»)\]])*(?=\s|$)")
_OPENING = late_pattern(r"[\s\"'“‘«‹„(\[¿¡]*$")
_QUOTES = "\"'“‘«‹„"
_QUOTED_SENTENCE = late_pattern(r"[^\"”»]*[.!?…]\s?[\"”»]")
_WORD_SIGN = late_pattern(r"[^\s\"“”‘«»()\[\]/]")
_DOTTED = late_pattern(r"(?:[^\W\d_]\.)+[^\W\d_]")
_GOES_ON = late_pattern(r"[ \u00a0][a-z]")
_ORDINAL = late_pattern(r"\d{1,2}")
_INITIAL = late_pattern(r"[^\W\d_a-z]")
_AROUND = 250
"""Characters on either side of a stop by which it is judged: more than the longest word has."""

_SENTENCE_LETTER = late_pattern(r"[\s\"'“‘«‹„(\[]*[^\W\d_a-zß-öø-ÿ]")


class Conventions(Struct, frozen=True, eq=False, dict=True):
    """The words of one language that decide where a sentence ends and how a number is written.

    `abbreviations` end in a stop that ends no sentence, `final_abbreviations` in one that may; both
    stand without that stop, in lower case unless only a capital makes them one, with ~ for a space
    inside. `designators` come
    before a number that names ("page 5"), `several_designators` before two ("pages 5 and 9"), and
    `not_designating` before a designator that names nothing ("per page"). `quantities` follow a
    number in digits ("5 million"). `ranges` join two numbers that are written alike, `joins` two
    after several designators or after `opens_range` ("between 5 and 12"), and `shares` a number
    to a whole in digits ("9 of 12"). `closing_abbreviations` are those final ones behind which a
    number begins a sentence, as nothing is counted behind the end of a list. `elisions` are words
    that lose their last letter and hang on the next one (l’art. 5). `articles` are the
    two that change by the sound after them, the second before what `vowel_sound` begins.
    `definite` is the article that names take which hold one of `definite_names`, where they begin
    a sentence or stand behind one of `definite_follows`.
    `after_ordinals` have a capital and follow an ordinal written with a stop (14. Januar).
    """

    abbreviations: str
    final_abbreviations: str
    designators: str
    several_designators: str
    not_designating: str
    quantities: str
    ranges: str
    joins: str
    opens_range: str
    shares: str
    elisions: str = "(?!)"
    articles: tuple[str, str] | None = None
    vowel_sound: str = "(?!)"
    definite: str = ""
    definite_names: str = "(?!)"
    definite_follows: str = "(?!)"
    closing_abbreviations: str = ""
    after_ordinals: str = "(?!)"

    @cached_property
    def never_final(self) -> frozenset[str]:
        """The abbreviations whose stop ends no sentence."""
        return frozenset(each.replace("~", " ") for each in self.abbreviations.split())

    @cached_property
    def maybe_final(self) -> frozenset[str]:
        """The abbreviations whose stop may end a sentence."""
        return frozenset(self.final_abbreviations.split())

    @cached_property
    def _closing(self) -> frozenset[str]:
        return frozenset(self.closing_abbreviations.split())

    def sentence_stops(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the stop of each sentence begins, and where what closes with it ends."""
        for stop in _STOP.finditer(text):
            if self._ends(text, stop):
                yield stop.start(), stop.end()

    def sentence_ends(self, text: str) -> list[int]:
        """Return where the sentences of a text end: behind stops and the quotes that close."""
        return [end for _, end in self.sentence_stops(text)]

    def begins_sentence(self, before: str, after: str = "") -> bool:
        """Whether a number begins a sentence between two texts.

        Quotation marks and brackets may open with it. After a colon a quotation is a sentence if it
        ends as one.
        """
        opened = _OPENING.search(before)
        reported = before[: opened.start()] if opened else before
        gap = before[len(reported) :]
        if not reported:
            return True
        if not any(letter.isspace() for letter in gap):
            return False
        if reported.endswith(":") and any(letter in _QUOTES for letter in gap):
            return bool(_QUOTED_SENTENCE.match(after))
        stops = [stop for stop in _STOP.finditer(reported) if stop.end() == len(reported)]
        return bool(stops) and self._ends(f"{reported} 1", stops[-1])

    def article_before(self, text: str) -> str | None:
        """Return the article that a text ends with, if it changes by the sound that follows."""
        found = self._article.search(text) if self._article else None
        return found[1] if found else None

    def article_for(self, article: str, word: str) -> str:
        """Return an article as it stands before a word: an NGO, a non-governmental organisation."""
        assert self.articles is not None
        right = self.articles[bool(re.match(self.vowel_sound, word, re.IGNORECASE | re.VERBOSE))]
        return right.capitalize() if article[0].isupper() else right

    def definite_for(self, name: str, before: str, after: str) -> str:
        """Return the article that a name takes and its acronym does not, if it lacks one: VA.

        Behind an adjective, a possessive or a name it has none: former VA staff. Nor has it where
        no sentence begins with it, as in the cell of a table. One that has an article keeps it.
        """
        if not self.definite or not self._definite_names.search(name):
            return ""
        if name.casefold().startswith(f"{self.definite} "):
            return ""
        if not before.strip() or self.begins_sentence(before):
            return self.definite.capitalize() if _GOES_ON.match(after) else ""
        return self.definite if self._definite_follows.search(before) else ""

    @cached_property
    def _definite_names(self) -> re.Pattern[str]:
        return compile_pattern(rf"\b(?:{self.definite_names})", re.VERBOSE)

    @cached_property
    def _definite_follows(self) -> re.Pattern[str]:
        pattern = rf"(?<![\w’'-])(?:{self.definite_follows})[ \u00a0]$"
        return compile_pattern(pattern, re.IGNORECASE | re.VERBOSE)

    @cached_property
    def _article(self) -> re.Pattern[str] | None:
        if self.articles is None:
            return None
        either = "|".join(self.articles)
        return compile_pattern(rf"(?<![\w’'-])({either})[ \u00a0]$", re.IGNORECASE)

    def names_number(self, before: str) -> bool:
        """Whether a number after a text is a name and no count: that of a page, an article."""
        return bool(self._designated.search(before)) and not self._undesignated.search(before)

    @cached_property
    def _designated(self) -> re.Pattern[str]:
        pattern = rf"(?<!\w)(?:{self.designators})\s*$"
        return compile_pattern(pattern, re.IGNORECASE | re.VERBOSE)

    @cached_property
    def _undesignated(self) -> re.Pattern[str]:
        pattern = rf"\b(?:{self.not_designating})\s+(?:{self.designators})\s*$"
        return compile_pattern(pattern, re.IGNORECASE | re.VERBOSE)

    def is_abbreviated(self, text: str) -> bool:
        """Whether the stop that a text ends in belongs to an abbreviation."""
        word = self._word(text.rstrip().removesuffix("."))
        known = self.never_final | self.maybe_final
        return text.rstrip().endswith(".") and (_in(word, known) or bool(_DOTTED.fullmatch(word)))

    def _word(self, text: str) -> str:
        """Return the last word of a text, with those before it that make one abbreviation."""
        for known in self.never_final:
            if " " in known and text.replace("\u00a0", " ").replace("\u202f", " ").endswith(known):
                return known
        start = len(text)
        while start and _WORD_SIGN.match(text, start - 1):
            start -= 1
        word = text[start:].strip("'’‘")
        leaning = self._elision.match(word)
        return word[leaning.end() :] if leaning else word

    @cached_property
    def _elision(self) -> re.Pattern[str]:
        return compile_pattern(rf"(?:{self.elisions})['’](?=\w)", re.IGNORECASE | re.VERBOSE)

    @cached_property
    def _after_ordinal(self) -> re.Pattern[str]:
        return compile_pattern(rf"(?:{self.after_ordinals})(?!\w)", re.VERBOSE)

    def _ends(self, text: str, stop: re.Match[str]) -> bool:
        after = text[stop.end() : stop.end() + _AROUND].lstrip()
        capital = bool(_SENTENCE_LETTER.match(after))
        if after[:1].islower():
            return False
        if stop[1] in ("…", "..."):
            return capital or not after
        if stop[1] != ".":
            return True
        word = self._word(text[max(0, stop.start() - _AROUND) : stop.start()])
        if _in(word, self.never_final):
            return False
        if _in(word, self.maybe_final) or _DOTTED.fullmatch(word):
            return capital or (after[:1].isdigit() and word in self._closing)
        if _ORDINAL.fullmatch(word) and self._after_ordinal.match(after):
            return False
        return not (_INITIAL.fullmatch(word) and capital)


def _in(word: str, known: frozenset[str]) -> bool:
    """Whether a word is known, also where it begins a sentence."""
    return word in known or word[:1].lower() + word[1:] in known


def conventions(language: str) -> Conventions:
    """Return the conventions of a BCP 47 language; of an unknown one, those that need no words."""
    return _read(language.partition("-")[0])


@kept(8)
def _read(language: str) -> Conventions:
    data = section(language, "conventions")
    return msgspec.convert(data, Conventions) if data else _NO_WORDS


_NEVER = "(?!)"
_NO_WORDS = Conventions("", "", _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER)
