"""The file of a language: word lists as data, which nobody needs to know Python to add."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml
from msgspec import Struct

from briefgen.cache import kept

FOLDER = Path(__file__).resolve().parent


class QuantityWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language by which figures are read, as verbose regular expressions.

    `docs/reference/languages.md` says what each holds.
    """

    decimal: str
    group: str
    noun: Literal["plural", "next", "capital"]
    cardinals: Mapping[str, int]
    compound: str
    hundred: str
    pronouns: str
    articles: str
    half: str
    qualifiers: list[str]
    minus: str
    decreases: str
    scales: Mapping[str, str]
    money_scales: Mapping[str, str]
    of: str
    percent: str
    units: str
    currencies: Mapping[str, str]
    ambiguous_currencies: Mapping[str, list[str]]
    to: str
    between: str
    and_: str = msgspec.field(name="and")
    from_: str = msgspec.field(name="from")
    changes: str
    share_in: str
    share_of: str
    fractions: Mapping[str, str]
    fiscal: str
    split_year: str
    quarter_letter: str
    quarters: str
    quarter_words: Mapping[str, int]
    confidence: str
    months: str
    before_year: str
    date_joins: str
    ordinals: str
    names: str
    functional: str
    phrases: str = "(?!)"


def section(
    language: str,
    name: Literal["quantities", "locators", "conventions", "lexicon", "parts", "relative_days"],
) -> Any:
    """Return a section of the file of a language (two letters); None where there is none."""
    return _read(language).get(name)


@kept(64)
def quantity_words(language: str) -> QuantityWords | None:
    """Return the words by which figures are read in a BCP 47 language; None where none are."""
    data = section(language.partition("-")[0], "quantities")
    return msgspec.convert(data, QuantityWords) if data else None


def languages_with_files() -> tuple[str, ...]:
    """Return the languages that have a file, in order of the alphabet."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@kept(64)
def is_decrease(qualifier: str, language: str) -> bool:
    """Whether words before a number say that it fell, as its minus sign would: down by."""
    words = quantity_words(language)
    falls = words.decreases if words else "(?!)"
    return bool(re.fullmatch(falls, qualifier, re.IGNORECASE | re.VERBOSE))


@kept(16)
def _read(language: str) -> Mapping[str, Any]:
    file = FOLDER / f"{language}.yaml"
    if not language.isalpha() or not file.is_file():
        return {}
    data: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return data


def part_names(language: str) -> dict[str, str]:
    """Return the part of each plain name, in small letters; English names where none are known."""
    data: Mapping[str, list[str]] = section(language.partition("-")[0], "parts")
    return {
        name: part
        for part, names in (data or section("en", "parts")).items()
        for name in (*names, part.replace("_", " "))
    }
