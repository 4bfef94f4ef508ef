"""A content template run over an argument."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any

import msgspec
from msgspec import Struct, field

from briefgen.compose.builder import Builder
from briefgen.compose.citing import Citations, Citing
from briefgen.compose.header_footer import filled
from briefgen.compose.imprint import about, author_names, byline, lists, logo_of, values
from briefgen.compose.longer import exhibits
from briefgen.compose.marks import with_marks
from briefgen.compose.prose import ProseReader
from briefgen.compose.tags import Tag, rendered
from briefgen.compose.words import Words
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument, Part
from briefgen.types.draft import LOGO, Draft, FilledHeaderFooter, Metadata
from briefgen.types.header_footer import HeaderFooter
from briefgen.types.identity import ArgumentIdentity, text_digest
from briefgen.types.labels import Labels
from briefgen.types.page import frames_of
from briefgen.types.picture import Picture
from briefgen.types.point import Form
from briefgen.types.prose import text_of
from briefgen.types.selection import Audience, ContentTemplate, Selection, Supplement
from briefgen.types.work import BY_NUMBER, CitationStyle


class ThemePage(Struct, frozen=True):
    """What the Word template holds around a brief, and the file that errors name.

    `logo` is that of a brand, and what stands for it: the argument's own goes before it. With
    `numbered_points`, those of the main frame are numbered through the brief. `side_column` says
    whether its pages have one, `cover` whether the head has a page of its own, and `frames` where
    the parts of its first page stand.
    """

    file: str
    header_footer: HeaderFooter
    logo_height_pt: float
    logo: tuple[Picture, str] | None = None
    numbered_points: bool = False
    side_column: bool = False
    cover: bool = False
    frames: Mapping[str, str] = field(default_factory=partial(frames_of, None, side=False))


def compose(
    argument: Argument,
    selection: Selection,
    content: ContentTemplate,
    theme: ThemePage,
    labels: Labels,
    created: datetime.datetime | None,
    pictures: Mapping[str, Picture] | None = None,
    *,
    style: CitationStyle = BY_NUMBER,
) -> Draft:
    """Run a content template over an argument and return the draft that it lays down.

    The template sees points by id, part, priority and value, never their words: it places them,
    and each keeps offering its forms. `pictures` are those of the argument's images that were
    read, by their ids.

    Raises:
        TemplateError: the template cannot be run, or a tag asks for what there is not.
    """
    words = Words(argument.article.language, labels)
    argument = with_marks(argument, labels.quotation_marks)
    header_footer = _header_footer(argument, selection.audience, words, theme, pictures or {})
    context = _context(argument, selection, words, theme, positioned=_positioned(header_footer))
    # What the template lists is only known once it has run, and this it may print.
    listing = {"sources"} if _LISTS_SOURCES.search(content.text) else set[str]()
    citing = _citing(selection.audience, style, listing)
    context["about"]["opening"] = _opening_source(argument, words, citing)
    parts = rendered(content, context)
    tags = frozenset(part.name for part in parts if isinstance(part, Tag))
    reader = ProseReader(
        words,
        {fact.id: fact for fact in argument.facts},
        {quotation.id: quotation for quotation in argument.quotations},
        argument.glossary,
        {source.id: source for source in argument.sources},
        _citing(selection.audience, style, tags),
        style,
        expands=_expands(selection.audience, tags),
        exhibits=exhibits(argument.facts, tags, labels),
        authors=(*author_names(argument), labels.holders["author"]),
    )
    numbered = theme.numbered_points
    builder = Builder(
        argument,
        selection,
        reader,
        content.file,
        pictures or {},
        numbered=numbered,
        in_brief_at=theme.frames["in_brief"],
    )
    for part in parts:
        if isinstance(part, Tag):
            builder.tag(part)
        else:
            builder.text(part)
    metadata = _metadata(argument, labels, created, header_footer.values["status"])
    return Draft(metadata=metadata, sections=builder.finished(), header_footer=header_footer)


def _metadata(
    argument: Argument, labels: Labels, created: datetime.datetime | None, status: str
) -> Metadata:
    issuer = argument.issuer
    return Metadata(
        title=argument.title,
        author=issuer.prepared_by or issuer.organisation or "",
        subject=labels.based_on.format(citation=argument.article.title),
        keywords=(labels.kind,),
        language=argument.article.language,
        created=created,
        publisher=issuer.organisation or "",
        category=labels.kind,
        status=status,
        version=argument.edition.version or "",
        number=argument.edition.number or "",
    )


def _header_footer(
    argument: Argument,
    audience: Audience,
    words: Words,
    theme: ThemePage,
    pictures: Mapping[str, Picture],
) -> FilledHeaderFooter:
    """Return the template's headers and footers, filled for several pages and for a single one."""
    logo = logo_of(argument, pictures, theme.logo_height_pt, theme.logo)
    known = words.labels.readers
    names = (audience.name, *audience.wording)
    reader = audience.reader or next((known[name] for name in names if name in known), "")
    given = {**values(argument, words), "reader": reader, "logo": LOGO if logo else ""}
    listed, folio = lists(argument, words), words.labels.folio
    several, single = (
        filled(theme.header_footer, given, pattern, listed, theme.file) for pattern in (folio, "")
    )
    return FilledHeaderFooter(given, folio, several, single, listed, logo)


def _positioned(header_footer: FilledHeaderFooter) -> bool:
    """Whether header or footer say on each page what the information of a brief is as of."""
    around = ((header_footer.single, 1), (header_footer.several, 1), (header_footer.several, 2))
    return all(
        any(
            header_footer.values["position"] in paragraph.text
            for header in (True, False)
            for paragraph in one.on_page(page, header=header).paragraphs
        )
        for one, page in around
    )


def asked_forms(
    argument: Argument, selection: Selection, content: ContentTemplate, labels: Labels
) -> dict[str, frozenset[Form]]:
    """Return the forms that a content template asks for, by the id of each point it places.

    Raises:
        TemplateError: the template cannot be run.
    """
    asked: dict[str, frozenset[Form]] = {}
    for key, tag in _points_placed(argument, selection, content, labels):
        listed = tag.options.get("forms", list(Form))
        known = {form for form in Form if isinstance(listed, list) and form in listed}
        asked[key] = asked.get(key, frozenset()) | known
    return asked


def required_points(
    argument: Argument, selection: Selection, content: ContentTemplate, labels: Labels
) -> frozenset[str]:
    """Return the ids of points without which a content template makes no brief.

    Raises:
        TemplateError: the template cannot be run.
    """
    placed = _points_placed(argument, selection, content, labels)
    return frozenset(key for key, tag in placed if tag.options.get("required") is True)


def _points_placed(
    argument: Argument, selection: Selection, content: ContentTemplate, labels: Labels
) -> Iterator[tuple[str, Tag]]:
    context = _context(argument, selection, Words(argument.article.language, labels))
    for part in rendered(content, context):
        if isinstance(part, Tag) and part.name == "point" and part.arguments:
            point = part.arguments[0]
            yield str(point.get("id") if isinstance(point, dict) else point), part


def identity_of(argument: Argument) -> ArgumentIdentity:
    """Return which argument this is. Its edition and who issues it say nothing of it.

    A brand may name the issuer, and a brief that it is built with is still one of this argument.
    """
    reported = argument.model_dump_json(exclude={"edition", "issuer"})
    return ArgumentIdentity(argument.id, text_digest(reported))


_LISTS_SOURCES = late_pattern(r"\{%[-+]?\s*sources\b")


def _citing(audience: Audience, style: CitationStyle, tags: Collection[str]) -> Citing:
    """Return how citations are printed: numbers lead into a list, so there must be one."""
    if style.marks == "names" and audience.evidence != "none":
        listed = audience.evidence == "endnotes"
        return "none" if listed and "sources" not in tags else "names"
    match audience.evidence:
        case "none":
            return "none"
        case "inline":
            return "brackets"
        case kind:
            if "sources" in tags:
                return "numbers"
            return "brackets" if kind == "footnotes" else "none"


def _expands(audience: Audience, tags: Collection[str]) -> bool:
    """Return whether text expands acronyms: also where a list is wanted and there is none."""
    if audience.acronyms == "list":
        return Supplement.GLOSSARY not in tags
    return audience.acronyms == "first-use"


def _opening_source(argument: Argument, words: Words, citing: Citing) -> str:
    """Return where the bottom line is said, which names no source in brackets itself.

    A number says so where it leads to more than a place in the article.
    """
    thesis = argument.thesis
    known = {source.id: source for source in argument.sources}
    cited = [one for one in thesis.cited if one.id in known]
    is_place = bool(cited) and all(known[one.id].is_only_place for one in cited)
    if not (citing == "brackets" or (citing == "numbers" and is_place)):
        return ""
    named = Citations(words, known, "brackets").named(cited, thesis.locator, brief=True)
    return words.labels.opening_source.format(place=text_of(named)) if named else ""


def _page(argument: Argument, theme: ThemePage | None) -> dict[str, Any]:
    """Return what a template knows of pages: a side column without dates would have no figures."""
    if theme is None:
        return {"side_column": False, "cover": False, **frames_of(None, side=False)}
    frames = {"side_column": theme.side_column, "cover": theme.cover, **theme.frames}
    undated = theme.side_column and not argument.timeline
    return {**frames, "figures": "side"} if undated else frames


def _context(
    argument: Argument,
    selection: Selection,
    words: Words,
    theme: ThemePage | None = None,
    *,
    positioned: bool = False,
) -> dict[str, Any]:
    labels = msgspec.to_builtins(words.labels)
    headings = argument.headings.model_dump()
    return {
        "title": argument.title,
        "subtitle": argument.article.subtitle or "",
        "byline": byline(argument, words),
        "labels": labels,
        "page": _page(argument, theme),
        "headings": {part: heading or labels[part] for part, heading in headings.items()},
        "about": {"opening": "", **about(argument, words, positioned=positioned)},
        "events": min(len(argument.timeline), selection.audience.events),
        "wants": {
            **{kind.value: bool(selection.audience.supplements.get(kind)) for kind in Supplement},
            "sources": selection.audience.evidence in ("footnotes", "endnotes"),
            "footnotes": selection.audience.evidence == "footnotes",
        },
        "points": {
            part.value: [
                {
                    "id": ranked.point.id,
                    "part": part.value,
                    "priority": ranked.point.priority,
                    "value": ranked.value,
                }
                for ranked in selection.parts.get(part, ())
            ]
            for part in Part
        },
    }
