"""Rules about characters that formats, fonts or readers cannot show."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from briefgen.cache import kept
from briefgen.check.passage import texts
from briefgen.check.rule import Remark, Scope, rule, scoped_rule
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.characters import named

_STAND_INS = {"\ufffc": "stands for a lost object", "\ufffd": "stands for a lost character"}
_CATEGORIES = {
    "Cc": "is a control character",
    "Co": "is for private use: its shape depends on one font",
    "Cs": "is half a character",
    "Zl": "ends a line only in some programs",
    "Zp": "ends a paragraph only in some programs",
}
_DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_TAGS = range(0xE0000, 0xE0080)


@rule(
    "unsupported-character",
    "error",
    "No control, private-use or replacement characters, none that turn the direction of text.",
    rests_on=(),
)
def unsupported_characters(argument: Argument) -> Iterator[Remark]:
    """Report each text with characters that make formats differ, or that stand for nothing.

    Those are control, private-use and replacement characters, noncharacters, what turns the
    direction of the text after it (UAX #9, 2.1 to 2.3), tags that nobody sees, and separators of
    lines and paragraphs: Word would show other words than a PDF, which prints none of them.
    """
    for path, text in texts(argument):
        if text.isascii() and text.isprintable():
            continue
        for letter in dict.fromkeys(text):
            if reason := unsupported_character(letter):
                message = f"holds U+{ord(letter):04X}, which {reason}"
                yield Remark(path, message, "delete it, or write what it stands for")


@kept(4096)
def unsupported_character(letter: str) -> str | None:
    """Return why a character is an error in any font, or None."""
    if letter in "\t\n\r":
        return None
    code = ord(letter)
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:  # noqa: PLR2004 - Unicode 23.7
        return "is no character"
    if letter in _DIRECTIONS:
        return "turns the direction of the words after it"
    if code in _TAGS:
        return "is a tag that nobody sees"
    return _STAND_INS.get(letter) or _CATEGORIES.get(unicodedata.category(letter))


@rule("unnormalised-text", "error", "Letters with accents are single characters.", rests_on=())
def unnormalised_texts(argument: Argument) -> Iterator[Remark]:
    """Report each text that is not in Unicode's normalisation form C (UAX #15).

    Fonts print the accent beside its letter, and names that look alike are not the same.
    """
    for path, text in texts(argument):
        if text.isascii() or unicodedata.is_normalized("NFC", text):
            continue
        whole = unicodedata.normalize("NFC", text)
        at = next(n for n, pair in enumerate(zip(text, whole, strict=False)) if len({*pair}) > 1)
        found = " ".join(f"U+{ord(letter):04X}" for letter in text[at : at + 2])
        message = f"writes {whole[at : at + 1]} as {found}"
        yield Remark(path, message, "save it normalised (NFC); most editors have a command for it")


_SHAPED = (
    range(0x0900, 0x10A0),  # Devanagari to Sinhala, Thai, Lao, Tibetan, Myanmar
    range(0x1700, 0x18B0),  # scripts of the Philippines, Khmer, Mongolian
    range(0x1900, 0x1A00),  # Limbu, Tai Le, New Tai Lue
    range(0x1A00, 0x1C50),  # Buginese, Tai Tham, Balinese, Sundanese, Batak, Lepcha
    range(0xA800, 0xA830),  # Syloti Nagri
    range(0xA840, 0xA960),  # Phags-pa, Saurashtra, Devanagari, Kayah Li, Rejang
    range(0xA980, 0xAB00),  # Javanese, Cham, Tai Viet, Meetei Mayek
    range(0xABC0, 0xAC00),  # Meetei Mayek
    range(0x11000, 0x12000),  # Brahmi and what came of it
)
"""Blocks of scripts whose letters change their shape or place with their neighbours."""

_SELECTORS = range(0xFE00, 0xFE10)


# Their letters would print, but in the wrong order or shape.
@rule(
    "unset-script",
    "error",
    "No script from right to left, or whose letters change with their neighbours.",
    rests_on=(),
)
def unset_scripts(argument: Argument) -> Iterator[Remark]:
    """Report each text with letters that need another direction, shaping, or a mark over them."""
    for path, text in texts(argument):
        if text.isascii():
            continue
        reported: set[str] = set()
        for letter in dict.fromkeys(text):
            reason = unset_script(letter)
            if reason and reason not in reported:
                reported.add(reason)
                message = f"holds U+{ord(letter):04X} ({_character_name(letter)}), which {reason}"
                hint = "write it in Latin, Greek or Cyrillic letters, or leave it out"
                yield Remark(path, message, hint)


@kept(4096)
def unset_script(letter: str) -> str | None:
    """Return why a character is an error in any font, or None."""
    code = ord(letter)
    if unicodedata.category(letter) == "Sc":
        return None  # signs of currencies stand alone, in any block
    if unicodedata.bidirectional(letter) in ("R", "AL"):
        return "is written from right to left"
    if any(code in block for block in _SHAPED):
        return "takes its shape from its neighbours"
    if unicodedata.category(letter) in ("Mn", "Mc", "Me") and code not in _SELECTORS:
        return "is a mark on a letter that Unicode has no single character for"
    return None


def _character_name(letter: str) -> str:
    return unicodedata.name(letter, "no name").lower()


_INVISIBLE = late_pattern("[\u061c\u180e\u200b-\u200f\u2061-\u2064\u206a-\u206f\u3164\ufeff]")
"""Soft hyphen and word joiner are not among these: they are set on purpose, and are followed."""

_JOINERS = "\u200c\u200d\u200e\u200f"
_FIRST_JOINED = "\u0590"
"""Scripts from Hebrew on, and emoji, use joiners and direction marks rightly."""


@rule(
    "invisible-character",
    "warning",
    "No direction marks or zero-width characters, unless the script needs them.",
    rests_on=(),
)
def invisible_characters(argument: Argument) -> Iterator[Remark]:
    """Report direction marks and zero-width characters, where no script needs them.

    What turns the direction of whole words is an error: see `unsupported_character`.
    """
    for path, text in texts(argument):
        found = {
            match[0]
            for match in _INVISIBLE.finditer(text)
            if not (match[0] in _JOINERS and text[: match.start()][-1:] >= _FIRST_JOINED)
        }
        if found:
            codes = ", ".join(f"U+{ord(letter):04X}" for letter in sorted(found))
            message = f"holds characters that nobody sees: {codes}"
            yield Remark(path, message, "delete them, unless the script needs them")


_GLYPH_HINT = (
    "write it otherwise, or give a font that has it (--fonts FOLDER) to a Word template that names "
    "that font (--template); a Word brief can be built all the same"
)


@scoped_rule(
    "glyph-missing",
    "error",
    "Every character is in an available font; Word finds others.",
    rests_on=(),
)
def missing_glyphs(argument: Argument, scope: Scope) -> Iterator[Remark]:
    """Report each text with characters that no available font can print."""
    return unprinted(argument, lambda character: not scope.prints(ord(character)))


def unprinted(argument: Argument, lacks: Callable[[str], bool]) -> Iterator[Remark]:
    """Report each text with characters that are lacking, all of them in one finding.

    Characters that are errors in any font are left to the rules about these.
    """
    for path, text in texts(argument):
        if text.isascii():
            continue
        found = [one for one in dict.fromkeys(text) if not one.isascii() and lacks(one)]
        found = [one for one in found if not _has_own_rule(one)]
        if found:
            yield Remark(
                path, f"holds {named(found)}, which no available font can print", _GLYPH_HINT
            )


def _has_own_rule(character: str) -> bool:
    return bool(unsupported_character(character) or unset_script(character))
