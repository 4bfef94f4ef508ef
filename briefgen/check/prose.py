"""Rules about how prose is written: markup, links, headlines, quotations, placeholders."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from briefgen.cache import kept
from briefgen.check.passage import marked_texts, passages, prose_texts, texts
from briefgen.check.rule import LANGUAGE, Remark, Scope, rule, scoped_rule
from briefgen.languages import conventions
from briefgen.markup import LINE, TableText, blocks, faults, least_width, links, words_in
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.finding import shown
from briefgen.types.point import Form
from briefgen.types.source_map import Path

_MARKUP_SHOWN = 40
"""Characters of the markup that a message shows."""

_MARKUP = {
    "HTML": ("HTML", "write **bold**, *italic*, H~2~O or m^2^; or \\< where < is a sign"),
    "HTML comment": ("an HTML comment", "delete it, or put it outside of the text"),
    "attributes": ("attributes", "write the words alone, or [mots]{lang=fr} for their language"),
    "block in a quotation": (
        "a block within a quotation",
        "write its words as paragraphs, with the speaker after — on the last line",
    ),
    "block in an item": ("a block within an item of a list", "write it below the list"),
    "block quotation": (
        "a block quotation",
        "write [>quotation-id]; or \\> where > is a sign",
    ),
    "broken table": (
        "a table without its head",
        "write a line of names, then |---|---|, with as many columns; or \\| where | is a sign",
    ),
    "broken link": (
        "a link whose address holds a space",
        "write %20 for it, or correct the address",
    ),
    "code": ("code", "write the words without ` around them"),
    "deeper list": ("a list within a list within a list", "write it as a sentence"),
    "empty item": ("an item without words", "write it, or delete the line"),
    "emoji": ("the name of an emoji", "write the word, or \\: where : is a sign"),
    "footnote": ("a footnote", "cite with [@source], or write it under notes"),
    "formula": ("a formula", "write it in words, or with m^2^ and H~2~O; or \\$ for a dollar"),
    "heading": ("a heading", "write it as the headline of a point; or \\# where # is a sign"),
    "highlight": ("a highlight", "write **words** for important ones"),
    "image": ("an image", "list it under images, with a description for readers who cannot see it"),
    "lettered list": ("a list with letters", "number its items 1., 2., 3., or write - before them"),
    "line break": ("a line break", "join the lines"),
    "link definition": ("the definition of a link", "write [words](address) where they stand"),
    "link title": ("the title of a link", "say it in the words of the link"),
    "list indented too little": (
        "a list that stands in no item above",
        "indent it as far as the text of that item: by three spaces below 1., by two below -",
    ),
    "list": ("a list", "write it as a sentence"),
    "long row": ("a row with more cells than its table has columns", "write \\| where | is a sign"),
    "number out of order": (
        "an item whose number would be printed as another one",
        "number the items one after another; or write 2019\\. where it begins a sentence",
    ),
    "rule": ("a rule", "delete it"),
    "second paragraph": ("a second paragraph", "delete the blank line"),
    "strikethrough": ("struck words", "delete them, or the ~~ around them"),
    "table": ("a table", "list figures under facts, or write it as a sentence"),
    "too many columns": (
        "a table of more than 20 columns",
        "make two tables of it, or rows of its columns",
    ),
    "typed bullet": ("a bullet that is typed", "write - before each item, on a line of its own"),
    "task": ("a list of tasks", "write the items without [ ] before them"),
    "unclosed italic": (
        "italic words that never end",
        "write * after them, too; or \\* for a star",
    ),
    "unclosed bold": ("bold words that never end", "write ** after them, too; or \\* for a star"),
}
"""What each kind of markup is called, and what to do instead."""

_LIST = frozenset({"list", "typed bullet", "lettered list"})
_BLOCKS = _LIST | {"block quotation", "broken table", "second paragraph", "table"}
"""Kinds that a longer form may have, if they are written right."""


# Markup that is not supported would be printed as it was typed.
@rule(
    "unsupported-markup",
    "error",
    "Prose has no markup that is not printed as such: HTML, code, footnotes, lists in a summary.",
    rests_on=(),
)
def unsupported_markup(argument: Argument) -> Iterator[Remark]:
    """Report, once for each kind, the markup of a text that is not printed as such."""
    for path, text, mark in marked_texts(argument):
        for fault in faults(text, longer=mark.longer):
            name, hint = _MARKUP[fault.kind]
            problem = "which is not printed as such"
            if not mark.longer and fault.kind in _BLOCKS:
                problem, hint = "and is one paragraph", _short_hint(path, fault.kind)
            if fault.text.startswith("<br"):
                hint = "part the words by a comma, or begin a new paragraph, item or row"
            begun = fault.text.partition("\n")[0]
            shown = begun if len(begun) <= _MARKUP_SHOWN else f"{begun[: _MARKUP_SHOWN - 3]}..."
            message = f"holds {name}, {problem}: {shown}"
            yield Remark(path, message, hint, fault.line)


def _short_hint(path: Path, kind: str) -> str:
    """Return what to do in a text of one paragraph: of a point, some may stand in its detail."""
    hint = _MARKUP["list" if kind in _LIST else "table" if kind == "broken table" else kind][1]
    of_point = "forms" in path or "wording" in path
    return f"move it to detail, or {hint}" if of_point else hint


# Its words would be parted, letter by letter.
@rule("wide-table", "warning", "The words of a table fit side by side on a page.", rests_on=())
def wide_tables(argument: Argument) -> Iterator[Remark]:
    """Report each table with more columns than the longest words of all leave room for."""
    for path, text, mark in marked_texts(argument):
        for block in blocks(text) if mark.longer and "|" in text else ():
            if isinstance(block, TableText):
                head, *rows = [
                    [words_in(cell.text, figure="000") for cell in row]
                    for row in (block.header, *block.rows)
                ]
                width = least_width(head, rows)
                if width > LINE:
                    message = (
                        f"has a table of {len(head)} columns, whose longest words take"
                        f" {width:.0f} characters side by side; a page has about {LINE:.0f}"
                    )
                    hint = "make two tables of it, or rows of its columns"
                    yield Remark(path, message, hint, block.line)


_LINK = late_pattern(
    r"""(?<!\\)\]\(\s*<?([A-Za-z][\w+.-]*:[^()\s<>]*    # [words](scheme:…
        |[^()\s<>]*(?=>?(?:\s+"[^"]*")?\s*\)))            # [words](anything)
    |(?<!\\)<([A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*)>          # <scheme:…>
    """,
    re.VERBOSE,
)
_SAFE = late_pattern(r"https?://[^\s]+|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)


@rule("unsafe-link", "error", "Links in prose are http, https or mailto addresses.", rests_on=())
def unsafe_links(argument: Argument) -> Iterator[Remark]:
    """Report each link whose address is none of http, https and mailto."""
    for path, text in prose_texts(argument):
        for found in _LINK.finditer(text):
            address = found[1] if found[1] is not None else found[2]
            if not _SAFE.fullmatch(address):
                shown = address if len(address) <= 40 else f"{address[:37]}..."  # noqa: PLR2004
                message = f'links to "{shown}", which is no http, https or mailto address'
                hint = "give the whole address, or drop the link"
                yield Remark(path, message, hint)


# Screen readers read the words of links without the sentence around them.
@rule("vague-link", "warning", "The words of a link say where it leads.", rests_on=(LANGUAGE,))
def vague_links(argument: Argument) -> Iterator[Remark]:
    """Report each link without words, or whose words could lead anywhere: "click here"."""
    from briefgen.languages.lexicon import lexicon  # noqa: PLC0415 - a build looks for errors only

    words = lexicon(argument.article.language)
    for path, text in prose_texts(argument):
        for address, said in links(text):
            if not said.strip():
                message = f"links to {address} without a word"
            elif words and words.vague_link.fullmatch(said.strip(" .…:!?»>→\u00a0")):
                message = f'links to {address} by "{said}"'
            else:
                continue
            yield Remark(path, message, "name what is there, such as its title")


@rule("headline-stop", "warning", "Headlines end without a full stop.", rests_on=())
def headline_stops(argument: Argument) -> Iterator[Remark]:
    """Report each headline that ends in a full stop."""
    abbreviated = conventions(argument.article.language).is_abbreviated
    for passage in passages(argument):
        words = words_in(passage.text).rstrip()
        stopped = words.endswith(".") and not words.endswith("...") and not abbreviated(words)
        if passage.form is Form.HEADLINE and stopped:
            yield Remark(passage.path, "ends in a full stop", "leave it out")


QUOTATION_WORDS = 40
"""From this many words on, style guides set a quotation as a block of its own."""

_QUOTED = late_pattern(r'"([^"]+)"|\u201c([^\u201d]+)\u201d|\u00ab([^\u00bb]+)\u00bb')


@rule("long-quotation", "warning", "Quotations have at most 40 words.", rests_on=())
def long_quotations(argument: Argument) -> Iterator[Remark]:
    """Report each quotation, marked or written out, of more than `QUOTATION_WORDS` words."""
    for path, text in _quoted(argument):
        words = len(text.split())
        if words > QUOTATION_WORDS:
            message = f"quotes {words} words; at most {QUOTATION_WORDS} are a quotation in passing"
            yield Remark(path, message, "quote the few words that matter")


def _quoted(argument: Argument) -> Iterator[tuple[Path, str]]:
    for passage in passages(argument):
        for found in _QUOTED.finditer(words_in(passage.text, figure="0")):
            yield passage.path, found[1] or found[2] or found[3]
    for number, quotation in enumerate(argument.quotations):
        yield ("quotations", number, "text"), quotation.text


_OWN_WORDS = "write your own words in its place, or delete the key"

_ENOUGH_WORDS = 6
"""So many words in a row are the skeleton's; fewer must be the whole of a text to count."""

_LEFT_FOR_LATER = late_pattern(
    r"\bTODO\b|\bFIXME\b|\bTKTK\b|\bXXXX+\b|(?i:\blorem ipsum\b|\[insert\b)"
)
"""What writers leave for later. TK, TBC and XXX are no such marks: they are names and numbers."""

_SIGNS = ("TODO", "FIXME", "TKTK", "XXXX", "LOREM IPSUM", "[INSERT")
"""What each of these marks holds, in capitals: without one there is no mark."""


@scoped_rule(
    "placeholder",
    "error",
    "No words of the skeleton and no marks such as TODO are left.",
    rests_on=(),
)
def placeholders(argument: Argument, scope: Scope) -> Iterator[Remark]:
    """Report each text that has kept words of the skeleton, or a mark such as TODO."""
    within, whole = _examples(tuple(scope.examples))
    read = [(path, " ".join(text.split())) for path, text in texts(argument)]
    everything = "\n".join(words for _, words in read)
    within = tuple(example for example in within if example in everything)
    capitals = everything.upper()
    marked = any(sign in capitals for sign in _SIGNS)
    for path, words in read:
        if path == _HEADLINE and words == " ".join(argument.title.split()):
            continue  # it is made of the title, which is reported
        if left := _unwritten(words, within, whole, marked=marked):
            yield Remark(path, f"still says {shown(left)}", _OWN_WORDS)


_HEADLINE = ("thesis", "forms", "headline")


def _unwritten(
    text: str, within: Collection[str], whole: Collection[str], *, marked: bool
) -> str | None:
    """Return the first words in a text that are the skeleton's, or a mark if some are `marked`."""
    if text.rstrip(".") in whole:
        return text
    if found := next((example for example in within if example in text), None):
        return found
    if marked and (mark := _LEFT_FOR_LATER.search(text)):
        return None if text.isupper() and len(text.split()) > 1 else mark[0]
    return None


@kept(2)
def _examples(given: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the examples that are sought within texts, and those that must be a whole text."""
    plain = [" ".join(one.split()).rstrip(".") for one in given]
    within = tuple(one for one in plain if len(one.split()) >= _ENOUGH_WORDS)
    return within, frozenset(plain)
