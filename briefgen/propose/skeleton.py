"""A skeleton of an argument that is honest about being one: the article's words, nothing more.

What the article gives whole stands where it belongs: title, authors, date, sources, quotations,
terms. Figures and dates are proposed in comments beside the paragraph they stand in, as it is for
the author to say what they are of. Every sentence that is to be written is a placeholder.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator

from briefgen.languages.files import part_names
from briefgen.propose.entries import LONGEST_QUOTATION, LONGEST_TERM, WIDTH, Ids, in_text, is_term
from briefgen.types.fact import Ambiguity
from briefgen.types.source_text import (
    ARTICLE_TITLE,
    REASON,
    SUMMARY,
    THESIS,
    THESIS_SUMMARY,
    TITLE,
    WHY_NOW,
    Proposals,
    ProposedFact,
    SourceParagraph,
)

ENTRIES = ("timeline", "quotations", "sources", "glossary")
LONGEST_LINE, LONGEST_TITLE = 400, 300
"""Characters that the fields of an argument hold."""


def quoted(text: str) -> str:
    """Return a text as YAML reads it whatever it contains."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def front(proposals: Proposals, beside: str | None) -> Iterator[str]:
    """Yield what stands above the text: what the article says of itself.

    `beside` is the path of its file from that of the argument, where it lies there.
    """
    source = proposals.source
    title = source.title or ARTICLE_TITLE
    yield f"id: {Ids().of(title, 'argument', words_most=6)}"
    yield f"title: {quoted(TITLE)}"
    yield "article:"
    yield f"  title: {quoted(title[:LONGEST_TITLE])}"
    if source.subtitle:
        yield f"  subtitle: {quoted(source.subtitle[:LONGEST_TITLE])}"
    authors = ", ".join(map(quoted, source.authors or ("Given and Family Name",)))
    yield f"  authors: [{authors}]"
    if source.about_author:
        yield from (f"  # {line}" for line in _wrapped(source.about_author))
    yield f"  publisher: {quoted(source.publisher)}" if source.publisher else "  # publisher:"
    undated = "   # the article does not say it: 2020-01-31, 2020-01 or 2020"
    yield f"  date: {source.date}" if source.date else f"  date:{undated}"
    guessed = "   # guessed by its words" if source.language_is_guessed else ""
    yield f"  language: {source.language}{guessed}"
    if unclear := _unclear_currency(proposals):
        words, codes = unclear
        yield f"  # currency:   # what {quoted(words)} means: {', '.join(codes)} or another"
    if beside:
        yield f"  source: {quoted(beside)}   # check compares with it; it is never printed"
    if source.address:
        yield f"  address: {quoted(source.address)}"
    yield "edition: {status: draft}"


def _unclear_currency(proposals: Proposals) -> tuple[str, tuple[str, ...]] | None:
    """Return the first amount that does not say its currency, and what its sign may mean."""
    for fact in proposals.facts:
        if isinstance(fact.read, Ambiguity) and fact.read.attribute == "unit":
            return fact.words, fact.read.readings
    return None


def lists(proposals: Proposals) -> Iterator[str]:
    """Yield quotations, sources and terms, each whole."""
    yield "quotations:"
    terms: dict[str, str] = {}
    for quotation in proposals.quotations:
        if is_term(quotation.text, quotation.speaker):
            terms.setdefault(quotation.text.strip(" .").casefold(), quotation.text)
            continue
        if len(quotation.text) > LONGEST_QUOTATION:
            yield f"  # {quotation.locator}: too long to quote whole: {quoted(quotation.text)}"
            continue
        by = f"speaker: {quoted(quotation.speaker)}" if quotation.speaker else "unnamed: true"
        yield (
            f"  - {{id: {quotation.id}, text: {quoted(quotation.text)}, {by},"
            f" locator: {quoted(quotation.locator)}}}"
        )
    if terms:
        listed = f"names and terms, more than quotations: {', '.join(map(quoted, terms.values()))}"
        yield from (f"  # {line}" for line in _wrapped(listed))
    yield "sources:"
    for each in proposals.sources:
        status = "resolved" if each.address else "unresolved"
        address = f", address: {quoted(each.address)}" if each.address else ""
        source = (
            f"- {{id: {each.id}, status: {status},"
            f" link_text: {quoted(each.words[:LONGEST_LINE])}{address},"
            f" locator: {quoted(each.locator)}}}"
        )
        yield f"  # {source}   # bold: may have been a link" if each.is_bold else f"  {source}"
    yield "glossary:"
    for term in proposals.terms:
        if len(term.short) <= LONGEST_TERM:
            yield f"  - {{short: {quoted(term.short)}, long: {quoted(term.long)}}}"


def filled(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines without the keys that hold nothing but comments."""
    pending: str | None = None
    comments: list[str] = []
    for line in lines:
        if line.endswith(":") and not line.startswith(" "):
            if pending is not None:
                yield from _emptied(pending, comments)
            pending, comments = line, []
        elif pending is not None and line.lstrip().startswith("#"):
            comments.append(line)
        else:
            if pending is not None:
                yield pending
                yield from comments
                pending, comments = None, []
            yield line
    if pending is not None:
        yield from _emptied(pending, comments)


def _emptied(key: str, comments: list[str]) -> Iterator[str]:
    if comments:
        yield f"# {key}"
        yield from comments


def paragraph_lines(place: int, proposals: Proposals) -> Iterator[str]:
    """Yield the text of a paragraph, and what it offers, line by line."""
    paragraph = proposals.source.paragraphs[place]
    yield _name(paragraph)
    yield from _wrapped(paragraph.text)
    for at in paragraph.joined_at:
        before, after = paragraph.text[max(0, at - 25) : at], paragraph.text[at : at + 25]
        yield f"joined where something split it: ... {before.strip()} | {after.strip()} ..."
    signposts = [each.words for each in proposals.signposts if each.paragraph == place]
    if signposts:
        yield f"signposts: {', '.join(signposts)}"
    for fact in proposals.facts:
        if fact.paragraph == place:
            yield f"figure: {fact_line(fact)}"
    for event in proposals.events:
        if event.paragraph == place:
            computed = f' (computed from "{event.words}")' if event.is_computed else ""
            yield f"date: {event.date}{computed}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _name(paragraph: SourceParagraph) -> str:
    kind = "" if paragraph.kind == "paragraph" else f"{paragraph.kind} of "
    page = f", page {paragraph.page}" if paragraph.page and paragraph.number else ""
    name = paragraph.locator
    return f"{'' if name == paragraph.kind else kind}{name}{page}"


def fact_line(fact: ProposedFact) -> str:
    """Return a figure as it is marked in Markdown, what is open as dots, and its unit."""
    read = fact.read
    if isinstance(read, Ambiguity):
        if read.attribute != "unit":
            return f'"{fact.words}" reads as {" or as ".join(read.readings)}'
        read = read.undecided
    date = f" date={fact.date}" if fact.date else ""
    unit = read.unit or ""
    noun = f" {unit}" if unit and unit != "%" and not unit.isupper() else ""
    return f'[{fact.words}{noun}]{{#{fact.id} of="..."{date}}}'


def yaml_skeleton(proposals: Proposals, article: str, beside: str | None = None) -> str:
    """Return a skeleton in YAML, with the article in comments."""
    lines = [
        "# yaml-language-server: $schema=argument.schema.json",
        "# (your editor completes keys by that file: briefgen schema > argument.schema.json)",
        f"# Written from {article}. All of it is the article's own words, found and not summed up;",
        "# `briefgen check` names the sentences that are still to be written.",
        "",
        "briefgen: 1",
        *front(proposals, beside),
        "",
        "thesis:",
        "  id: thesis",
        "  priority: 1",
        f"  forms: {{headline: {quoted(THESIS)}, summary: {quoted(THESIS_SUMMARY)}}}",
        "",
        "significance:",
        "  - id: why-now",
        "    priority: 1",
        f"    forms: {{headline: {quoted(WHY_NOW)}}}",
        "",
        "rationales:",
        "  - id: first-reason",
        "    priority: 1",
        "    forms:",
        f"      headline: {quoted(REASON)}",
        f"      summary: {quoted(SUMMARY)}",
        "",
        *filled(lists(proposals)),
        "",
    ]
    for place, paragraph in enumerate(proposals.source.paragraphs):
        if paragraph.kind == "heading":
            lines += ["#", f"# == {paragraph.text} =={_part(place, proposals)}"]
        elif paragraph.kind != "title":
            lines += ["#", *(f"# {line}".rstrip() for line in paragraph_lines(place, proposals))]
    lines += [f"# left out ({each.reason}): {each.text[:80]}" for each in proposals.source.omitted]
    return "\n".join([*lines, *_remarks(proposals), ""])


def _part(place: int, proposals: Proposals) -> str:
    part = next((each.part for each in proposals.parts if each.paragraph == place), None)
    return f" (a part for {part}?)" if part else ""


def _remarks(proposals: Proposals) -> Iterator[str]:
    yield from (f"# {remark}" for remark in proposals.source.remarks)


def markdown_skeleton(proposals: Proposals, article: str, beside: str | None = None) -> str:
    """Return a skeleton in Markdown, with the article in comments between its parts."""
    names = {part: _heading(part, proposals) for part in ENTRIES}
    left, entries = in_text(proposals, names)
    lines = [
        "---",
        f"# Written from {article}. All of it is the article's own words, found and not summed up;",
        "# `briefgen check` names the sentences that are still to be written.",
        *front(proposals, beside),
        *filled(lists(left)),
        *_remarks(proposals),
        "---",
        THESIS,
        "",
        f"# {_heading('significance', proposals)}",
        "",
        f"## {WHY_NOW}",
        "",
        f"# {_heading('rationales', proposals)}",
        "",
        f"## {REASON}",
        "",
        SUMMARY,
        "",
    ]
    for place, paragraph in enumerate(proposals.source.paragraphs):
        if paragraph.kind == "heading":
            lines += [f"<!-- part: {_commented(paragraph.text)}{_part(place, proposals)} -->", ""]
        elif paragraph.kind != "title":
            paragraphs = map(_commented, paragraph_lines(place, proposals))
            lines += ["<!--", *paragraphs, "-->", ""]
    if proposals.source.omitted:
        omitted = (f"{each.reason}: {each.text[:80]}" for each in proposals.source.omitted)
        lines += ["<!-- left out", *map(_commented, omitted), "-->", ""]
    lines += entries
    return "\n".join(lines)


def _heading(part: str, proposals: Proposals) -> str:
    """Return the plain name of a part in the article's language, which has no words of its own."""
    names = part_names(proposals.source.language)
    return next(name for name, known_part in names.items() if known_part == part).capitalize()


def _commented(line: str) -> str:
    """Return a line that neither ends a comment nor looks like a heading in it."""
    line = line.replace("-->", "-- >").replace("<!--", "<! --")
    return f"\\{line}" if line.startswith("#") else line
