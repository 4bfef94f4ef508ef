"""Attributes in braces, as Pandoc writes them: `{#id .class key=value key="several words"}`."""

from __future__ import annotations

from msgspec import Struct, field

from briefgen.markup.document import TextAt
from briefgen.pattern import late_pattern

_ONE = late_pattern(
    r"""\s*(?:\#(?P<id>[^\s{}"'=.\#]+)|\.(?P<cls>[A-Za-z][\w-]*)"""
    r"""|(?P<key>[A-Za-z][\w-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"'“”„‘’{}]+)))(?=[\s}])"""
)
_END = late_pattern(r"\s*\}")
_BRACE = late_pattern(r"(?<!\\)\{")
_MEANT = late_pattern(r"\{\s*(?:[#.][\w-]|[A-Za-z][\w-]*\s*=)")
_MOST_BRACES = 16
_CURLY = frozenset("“”„‘’")


class Attribute(Struct, frozen=True):
    """One attribute: its name, its value, and where its value stands in the text."""

    name: str
    value: str
    at: int


class Attributes(Struct, frozen=True):
    """What stands in braces, from `start` to `end` of a text; `fault` says what to fix."""

    start: int
    end: int
    held: tuple[Attribute, ...] = field(default_factory=tuple)
    fault: str = ""


def attributes_at(text: str, start: int) -> Attributes:
    """Return the attributes whose brace opens at a place; a class is named `.class`."""
    at, attributes = start + 1, []
    while found := _ONE.match(text, at):
        group = str(found.lastgroup)
        value = " ".join(found[group].split()) if group == "quoted" else found[group]
        if group == "cls":
            attributes.append(Attribute(f".{value}", "", found.start(group)))
        else:
            attributes.append(Attribute(found["key"] or "#", value, found.start(group)))
        at = found.end()
    if (end := _END.match(text, at)) and attributes:
        return Attributes(start, end.end(), tuple(attributes))
    closing = text.find("}", at)
    stop = closing + 1 if closing >= 0 else len(text)
    return Attributes(start, stop, tuple(attributes), _fault(text[start:stop]))


def _fault(text: str) -> str:
    if _CURLY & set(text):
        return 'write straight quotation marks: key="several words"'
    if "}" not in text:
        return "close it with }"
    if "='" in text:
        return 'write double quotation marks: key="several words"'
    return 'write {#id .class key=value}; a value with spaces stands in quotes: key="two words"'


def trailing(text: TextAt) -> tuple[TextAt, Attributes | None]:
    """Return a text without the attributes at its end, and these; spans stay in the text."""
    whole = text.text
    if not whole.rstrip().endswith("}"):
        return text, None
    opened = [found.start() for found in _BRACE.finditer(whole)][-_MOST_BRACES:]
    meant: Attributes | None = None
    for at in opened:
        if whole[at - 1 : at] == "]" or not _MEANT.match(whole, at):
            continue
        found = attributes_at(whole, at)
        if not found.fault and found.end == len(whole.rstrip()):
            return text.part(0, at), found
        meant = meant or (found if found.fault else None)
    return (text.part(0, meant.start), meant) if meant else (text, None)
