"""What a name may be of: a person, a body or a place; and which names are parts of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from briefgen.cache import Same, kept
from briefgen.check.against.capital_nouns import country_names
from briefgen.check.against.index import without_addresses, words_of
from briefgen.check.against.names import NAME
from briefgen.check.against.same_names import SameNames
from briefgen.pattern import late_pattern

PERSON, BODY, PLACE = "person", "body", "place"

_BODY = late_pattern(
    r"(?:agenc|council|banks?|ministr|department|board|associat|institut|universit|compan|group"
    r"|funds?|union|commission|committee|courts?|part(?:y|i|ei|ido|ito)$|force|army|offic|servic"
    r"|corporation|foundation|federation|society|cent(?:er|re)|bureau|organi|authorit|police"
    r"|parliament|senate|congress|conseil|banque|agence|société|soci[eé]t|école|fondation|tribunal"
    r"|rat$|amt$|verband|verein|gesellschaft|stiftung|gericht|consejo|agencia|fundación|consiglio"
    r"|agenzia|fondazione|banc[ao])\w*$"
)
"""The beginnings of words in the names of bodies, in the languages that are known."""

_RUN = late_pattern(rf"{NAME.pattern}(?:\s{NAME.pattern})*")

_PRONOUN = late_pattern(r"\s*,\s(?:who|qui|der|die|quien|che)\b|\s*\(\d\d\)")
"""Stands behind the name of a person: Ann Reed, who."""


class NameKinds(Struct, frozen=True, dict=True, eq=False):
    """The names of an article, what each may be of, and which stand in one name with it."""

    names: SameNames

    def may_be_alike(self, one: str, other: str) -> bool:
        """Whether one name may stand in the place of another: they may be of one kind."""
        kinds, others = (self._kinds.get(word, frozenset()) for word in (one, other))
        return not (kinds and others and kinds.isdisjoint(others))

    def mates(self, word: str) -> frozenset[str]:
        """Return the words beside a name that may be said for it: Reed for Ann."""
        return self._mates.get(word, frozenset())

    @cached_property
    def _kinds(self) -> Mapping[str, frozenset[str]]:
        """The kinds of each name, by what stands around it in the article."""
        found: dict[str, set[str]] = {}
        for run, kinds in self._runs:
            for word in run:
                found.setdefault(word, set()).update(kinds)
        return {word: frozenset(kinds) for word, kinds in found.items()}

    @cached_property
    def _mates(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        countries = country_names(self.names.compared.index.language)
        for run, _ in self._runs:
            own = {
                word
                for word in run
                if self.names.may_be_name(word)
                if word not in countries and not _BODY.match(word)
            }
            for word in run:
                found.setdefault(word, set()).update(own - {word})
        return {word: frozenset(mates) for word, mates in found.items()}

    @cached_property
    def _runs(self) -> list[tuple[tuple[str, ...], frozenset[str]]]:
        return [*self._found()]

    def _found(self) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
        """Yield the words of each name of the article, with what it is of where it stands."""
        index = self.names.compared.index
        countries = country_names(index.language)
        for paragraph in index.source.paragraphs:
            text = without_addresses(paragraph.text)
            for found in _RUN.finditer(text):
                words = tuple(word for name in found[0].split() for word in words_of(name)[:1])
                kinds = {PLACE} if not countries.isdisjoint(words) else set[str]()
                if index.words.is_within.search(text[: found.start()]):
                    kinds.add(PLACE)
                elif self._is_person(found[0], text[: found.start()], text[found.end() :]):
                    kinds.add(PERSON)
                if found[0].isupper() or any(map(_BODY.match, words)):
                    kinds = {BODY}
                yield words, frozenset(kinds)

    def _is_person(self, run: str, before: str, behind: str) -> bool:
        """Whether what stands around a name, or two words of it, make it that of a person."""
        words = self.names.compared.index.words
        says = words.reports.match(behind.lstrip(" ,")[:REACH])
        said = [*words.reports.finditer(before[-REACH:])][-1:]
        after = any(not before[-REACH:][one.end() :].strip() for one in said)
        return bool(says or after or _PRONOUN.match(behind) or run.count(" ") in (1, 2))


REACH = 24
"""Characters around a name among which a verb of saying stands."""


@kept(4)
def name_kinds(shared: Same[SameNames]) -> NameKinds:
    """Return the kinds of the names of a comparison, made once for all rules."""
    return NameKinds(shared.held)
