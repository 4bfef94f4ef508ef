"""Fields that other programs fill (`{{ nombre }}`), in a template that was made for them.

No brief has a value for them, so they print nothing, and a warning names them. What is spelled
almost as a name that a brief has is no such field but a mistake, and stays one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree
from msgspec.structs import replace

from briefgen.load.word.body import AMONG
from briefgen.ooxml.names import Element, W, child
from briefgen.ooxml.package import WordTemplate
from briefgen.ooxml.text import own_text, whereabouts
from briefgen.pattern import late_pattern
from briefgen.sandbox import document_faults
from briefgen.types.finding import Finding, nearest, shown
from briefgen.types.page import FIELDS, FRAMES, LISTS

_FIELD = late_pattern(r"\{\{\s*([^\W\d][\w .-]*?)\s*\}\}")
_STATEMENT = late_pattern(r"\{%[-+]?\s*(?:(?:p|tr|tc|r)\s+)?([^%{}]*?)\s*[-+]?%\}")
_OTHER = late_pattern(
    r"(?<![{\w])(?:\$\{[^\W\d][\w.]*\}|\{[#/^$@]?[^\W\d][\w.]*\}(?!\})"
    r"|\{(?:if|elseif|for|foreach) [^{}]+\}|<<\s*[^\W\d][\w .]*>>)"
)
"""Fields, conditions and loops of programs that write them in single braces: {name}, ${name}."""

_LABEL_WORDS = 4
"""Words at most of the label of a field."""

_NAME = late_pattern(r"(?<![.\w'\"])[^\W\d]\w*")
_KNOWN = frozenset({*FIELDS, *FRAMES, *LISTS})


def without_foreign_fields(
    template: WordTemplate, *, is_sample: bool
) -> tuple[WordTemplate, tuple[Finding, ...]]:
    """Return a template without the fields of other programs, and a warning that names them.

    Of a sample document, whatever no brief has is another program's.
    """
    changed: dict[str, bytes | Element] = {}
    names: dict[str, None] = {}
    for part, read in template.package.stories():
        if not any(_may_ask(one.text or "") for one in read.iter(W + "t")):
            continue
        root = template.package.copy(part)
        said = " ".join(own_text(one) for one in root.iter(W + "p"))
        is_plain = is_sample and ("{%" not in said or _asks_for_nothing_known(said))
        found = [
            name
            for one in root.iter(W + "p")
            for name in _taken(one, is_sample=is_sample, is_plain=is_plain)
        ]
        if found:
            names |= dict.fromkeys(found)
            changed[part] = root
    if not changed:
        return template, ()
    listed = ", ".join(map(shown, names))
    warning = Finding(
        "word-field-foreign",
        f"asks for what no brief has, and prints nothing for it: {listed}",
        "write the words themselves in their place, or a field that a brief fills, such as "
        "{{ organisation }}",
        severity="warning",
        file=template.file,
    )
    return replace(template, package=template.package.replaced(changed)), (warning,)


def _may_ask(text: str) -> bool:
    return "{" in text or "<<" in text


def _asks_for_nothing_known(said: str) -> bool:
    """Whether conditions and loops are another program's: none of them names what a brief has."""
    asked = [one[1] for one in _STATEMENT.finditer(said) if not one[1].startswith("end")]
    words = {word for one in asked for word in _NAME.findall(one)}
    return bool(asked) and _KNOWN.isdisjoint(words)


def _taken(paragraph: Element, *, is_sample: bool, is_plain: bool) -> Iterator[str]:
    """Take the fields of other programs out of a paragraph and yield their names.

    In a sample that `is_plain`, without loops that give names, parts of other things are, too, and
    so are conditions and loops over them.
    """
    texts = [
        one
        for one in paragraph.iter(W + "t")
        if next(one.iterancestors(W + "p"), None) is paragraph
    ]
    whole = "".join(one.text or "" for one in texts)
    if "{%" in whole and not is_plain:
        return
    spans = [one.span() for one in _STATEMENT.finditer(whole)] if is_plain else []
    yield from (one[1].strip() for one in _STATEMENT.finditer(whole) if spans and " " in one[1])
    for field in _FIELD.finditer(whole):
        name = field[1]
        asked = name.split(".")[0] if is_plain else name
        if not _is_known(asked, is_sample=is_sample):
            spans.append(field.span())
            yield name
    others = [*_OTHER.finditer(whole)] if is_plain else []
    spans += [one.span() for one in others]
    yield from (one[0].strip("${}<> ") for one in others)
    if is_sample and spans and _is_label(whole, spans):
        spans = [(0, len(whole))]
    elif is_sample and spans[1:]:
        spans += _with_holes(texts, spans)
    at = 0
    for text in texts:
        own = text.text or ""
        text.text = "".join(
            character
            for place, character in enumerate(own, at)
            if not any(start <= place < end for start, end in spans)
        )
        at += len(own)
    rest = "".join(text.text or "" for text in texts)
    if spans and not any(character.isalnum() or character in "{}" for character in rest):
        for text in texts:  # what stood between fields that are gone
            text.text = ""


def _with_holes(texts: list[Element], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where a line says words between two fields that are gone, from tab to tab.

    What would be left of it is a sentence with holes.
    """
    found, at, begin, said = [], 0, 0, ""
    for number, text in enumerate(texts):
        said += text.text or ""
        at += len(text.text or "")
        if number < len(texts) - 1 and not _tab_follows(text):
            continue
        inside = sorted(one for one in spans if begin <= one[0] and one[1] <= at)
        between = (said[one[1] - begin : other[0] - begin] for one, other in pairwise(inside))
        if any(character.isalpha() for words in between for character in words):
            found.append((begin, at))
        begin, said = at, ""
    return found


def _tab_follows(text: Element) -> bool:
    """Whether a tab or the end of a line stands between a text and the next one of its line."""
    for one in text.itersiblings(W + "tab", W + "br"):
        return one is not None
    run = text.getparent()
    after = None if run is None else run.getnext()
    while after is not None and after.tag == W + "r" and child(after, "t") is None:
        if next(after.iterchildren(W + "tab", W + "br"), None) is not None:
            return True
        after = after.getnext()
    first = None if after is None else next((one for one in after if one.tag != W + "rPr"), None)
    return first is not None and first.tag in (W + "tab", W + "br")


def _is_label(whole: str, spans: list[tuple[int, int]]) -> bool:
    """Whether what a paragraph says beside its fields is no more than the name of one.

    It stands before them, with nothing behind them.
    """
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    before = whole[:first].strip()
    return (
        not any(character.isalnum() for character in whole[last:])
        and len(before.split()) <= _LABEL_WORDS
        and "{{" not in before
        and (before.endswith(":") or not before.endswith(("–", "-", ",")))
    )


def _is_known(name: str, *, is_sample: bool) -> bool:
    """Whether a brief has a name, or may be meant to have it."""
    if not _KNOWN.isdisjoint(name.split()) or "." in name:
        return True
    return not is_sample and nearest(name.lower(), list(_KNOWN)) is not None


def word_field_findings(template: WordTemplate) -> Iterator[Finding]:
    """Yield a finding for each field of body, headers and footers that no brief can fill."""
    for name, root in template.package.stories():
        yield from _findings(root, name, template.file)


def _findings(root: etree._Element, part: str, file: str) -> Iterator[Finding]:
    paragraphs = [*root.iter(W + "p")]
    lines = [own_text(paragraph) for paragraph in paragraphs]
    known = f"known names: {', '.join(sorted({*FIELDS, *FRAMES, *LISTS}))}"
    for number, message in document_faults(
        ["" if AMONG.search(line) else line for line in lines], FIELDS, LISTS
    ):
        at = min(max(number, 0), len(lines) - 1)
        if not lines[at].strip() and any("{%" in line for line in lines):
            at = max(index for index, line in enumerate(lines) if "{%" in line)
        yield Finding(
            "word-field-unfilled",
            f'"{lines[at].strip()}" cannot be filled: {message}',
            known,
            path=(whereabouts(paragraphs[at], part),),
            file=file,
        )
