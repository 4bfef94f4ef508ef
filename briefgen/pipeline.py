"""The pipeline: the only place where stages meet.

argument → check → select → compose → fit → render → save. Each function here is short, because
each stage says itself what is wrong with what it was given.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace as replace_fields
from functools import partial
from typing import Any, Unpack

from msgspec.structs import replace

from briefgen.brief import Brief, Made, ReadFiles, read_for
from briefgen.cache import Same, kept
from briefgen.check.errors import errors, glyph_findings, placeholder_warnings
from briefgen.compose import ThemePage, compose, identity_of
from briefgen.fit import by_importance, fit, omissions, overrides_of, unprinted
from briefgen.load.argument import created, read_argument_in_part, with_edition
from briefgen.load.brand import brand_file, brand_named, brand_path, issued, logo_stands
from briefgen.load.citation_style import read_citation_style
from briefgen.load.copies import examples
from briefgen.load.inputs import input_files
from briefgen.load.labels import labels_of
from briefgen.load.profile import read_audience, read_content_template, read_length
from briefgen.load.text import is_file
from briefgen.load.theme import Theme, is_own_look, read_theme
from briefgen.options import (
    BuildOptions,
    NameOrPath,
    OptionFields,
    build_options,
    paper_of,
    takes_options,
)
from briefgen.paging import Asked, Pages, fitted_pages, is_side_idle
from briefgen.select import has_asides, missing_parts, select
from briefgen.types.argument import Argument, refuse_no_argument
from briefgen.types.brief import Decision, Fitted
from briefgen.types.draft import Draft, in_one_column
from briefgen.types.finding import CheckError, Finding, FitError, LoadError
from briefgen.types.labels import Labels
from briefgen.types.page_style import Closeness
from briefgen.types.picture import Picture
from briefgen.types.selection import ContentTemplate, Length, Overrides, Selection
from briefgen.types.work import CitationStyle

__all__ = [
    "Brief",
    "ReadFiles",
    "brand_for",
    "build",
    "inputs",
    "is_own_template",
    "load",
    "mark",
    "read_for",
    "validate",
    "with_brand",
]


def load(path: NameOrPath, *, checked: bool = False) -> Argument:
    """Return the argument of a Markdown, YAML or JSON file, checked, unless it is said to be.

    Raises:
        LoadError: the file cannot be read as an argument; with it, in what way the part of it that
            can be read contradicts itself.
        CheckError: the argument contradicts itself, such as a reference that leads nowhere.
    """
    argument, findings, lost = read_argument_in_part(path)
    if argument is None or findings:
        from briefgen.checking import in_part  # noqa: PLC0415 - every rule, which a build needs not

        raise LoadError([*findings, *_errors(in_part(argument, lost))])
    if not checked:
        validate(argument)
    return argument


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity == "error"]


def validate(
    argument: Argument, pin: Mapping[str, str] | None = None, exclude: Iterable[str] = ()
) -> None:
    """Refuse an argument that contradicts itself. The same object is looked at only once.

    Raises:
        CheckError: the errors of `check`, warnings pass; or what is pinned or excluded is not
            in the argument.
    """
    _refuse_errors(_contradictions(Same(argument)))
    overrides_of(argument, pin, exclude)


@takes_options()
def build(
    argument: Argument,
    options: BuildOptions | None = None,
    *,
    fixed_selection: Sequence[Decision] | None = None,
    checked: bool = False,
    untrusted: bool = False,
    **given: Unpack[OptionFields],
) -> Brief:
    """Build a brief of an argument: of a length, for an audience, in a theme.

    How is said by `BuildOptions`, each by its name or all in one; what stands by name wins.
    `fixed_selection` are the decisions of another brief, of the same points: this one prints what
    that one does, and fails if it cannot. `checked` says that `load` or `validate` has let the
    argument pass already, be it in another process. What a Word template must not bring along
    (macros, an attached template, live fields) is left out with a warning, and refused where it
    is `untrusted`.

    Raises:
        BriefgenError: what is wrong with the argument or a file, or what cannot fit.
    """
    refuse_no_argument(argument)
    wanted = build_options(options, given)
    if not checked:
        validate(argument)
    wanted = with_brand(argument, wanted)
    reader, budget = read_audience(wanted.audience), read_length(wanted.length)
    as_read = _read_theme(wanted, untrusted)
    theme = _for_length(as_read, wanted, budget)
    argument = issued(Same(argument), theme.brand)
    selection = select(argument, reader)
    _refuse_errors(missing_parts(argument, selection, budget))
    if not (theme.is_own or theme.large_print or has_asides(argument, selection)):
        theme = _in_columns(theme)
    overrides = overrides_of(argument, wanted.pin, wanted.exclude)
    selection = replace(selection, excluded=overrides.excluded)
    labels = labels_of(argument)
    content = read_content_template(wanted.length, budget)
    pictures = _pictures(argument, theme)
    style = read_citation_style(reader, wanted.audience)

    def chosen(theme: Theme) -> Chosen:
        draft = _drafted(argument, selection, content, theme, budget, labels, pictures, style=style)
        choose = partial(
            fit, draft, budget, reader.name, overrides=overrides, selection=fixed_selection
        )
        counted = budget.pages is not None
        language, around = argument.article.language, draft.header_footer
        asked = Asked(budget.master, language, labels.table, around, counted)
        closer = partial(_closer_theme, wanted, budget, untrusted)
        return draft, *fitted_pages(theme, asked, choose, closer)

    draft, pages, fitted = _without_idle_side(theme, chosen)
    if wanted.require_signoff:
        from briefgen.signoff import refuse_unsigned  # noqa: PLC0415

        refuse_unsigned(argument, fitted.content, wanted.against)
    digests = tuple(pictures[image.id].source_digest for image in argument.images)
    read = ReadFiles(reader, budget, content.text, labels, as_read, digests, style)
    return _brief(argument, wanted, read, draft, overrides, pages, fitted)


Chosen = tuple[Draft, Pages, Fitted]


def _without_idle_side(theme: Theme, chosen: Callable[[Theme], Chosen]) -> Chosen:
    """Return what is chosen: in two columns where one for the side would stand all but blank."""
    found = chosen(theme)
    _, pages, fitted = found
    if pages.master.side and not theme.is_own and is_side_idle(fitted):
        with suppress(FitError):
            return chosen(_in_columns(theme))
    return found


def _brief(
    argument: Argument,
    wanted: BuildOptions,
    read: ReadFiles,
    draft: Draft,
    overrides: Overrides,
    pages: Pages,
    fitted: Fitted,
) -> Brief:
    """Return the brief of what was chosen, with what is to be said of it."""
    reader, budget, theme = read.audience, read.length, pages.theme
    left_out = (
        *omissions(argument, draft, fitted.chosen, overrides),
        *unprinted(argument, fitted.content, overrides),
    )
    return Brief(
        argument_id=argument.id,
        length=budget.name,
        audience=reader.name,
        omitted=by_importance(left_out),
        findings=(
            *_placeholders(Same(argument)),
            *theme.findings,
            *pages.warnings,
            *fitted.findings,
        ),
        _made=Made(
            fitted=fitted,
            theme=theme,
            master=pages.master,
            table_label=read.labels.table,
            footnotes=budget.pages is None and reader.evidence == "footnotes",
            read=read,
            inputs=inputs(argument, wanted),
            left_out=_left_out(argument, theme),
        ),
        _explain=partial(_decisions, draft, budget, pages.measure, fitted.chosen, overrides),
        _identify=partial(identity_of, argument),
        _placed=partial(glyph_findings, argument),
    )


def _read_theme(
    wanted: BuildOptions, untrusted: bool, closeness: Closeness = Closeness.OWN
) -> Theme:
    return read_theme(
        wanted.template,
        wanted.fonts,
        untrusted=untrusted,
        replace_body=wanted.replace_body,
        closeness=closeness,
        brand=brand_path(wanted.brand),
        large_print=wanted.large_print,
    )


def _closer_theme(
    wanted: BuildOptions, budget: Length, untrusted: bool, closeness: Closeness
) -> Theme:
    """Return the theme of a brief with its text set closer than its template has it."""
    return _for_length(_read_theme(wanted, untrusted, closeness), wanted, budget)


def _for_length(theme: Theme, wanted: BuildOptions, budget: Length) -> Theme:
    """Return the theme of a brief on the paper of its length, and with its cover."""
    paper = paper_of(wanted.paper) or budget.page_size
    if budget.cover:
        theme = replace(theme, page=theme.page.with_covers())
    return _on_paper(theme, paper) if paper else theme


def _pictures(argument: Argument, theme: Theme) -> Mapping[str, Picture]:
    if not argument.images:
        return {}
    from briefgen.load.images import read_pictures  # noqa: PLC0415

    return read_pictures(argument, theme.page_style.text_area_pt)


def _drafted(
    argument: Argument,
    selection: Selection,
    content: ContentTemplate,
    theme: Theme,
    budget: Length,
    labels: Labels,
    pictures: Mapping[str, Picture],
    *,
    style: CitationStyle,
) -> Draft:
    brand = theme.brand
    logo = (brand.logo, brand.logo_alt) if brand and brand.logo else None
    master = theme.page.masters.get(budget.master)
    page = ThemePage(
        theme.word_file,
        theme.header_footer,
        theme.page.logo_height_pt,
        logo if brand and logo_stands(argument, brand) else None,
        numbered_points=bool(master and master.numbered_points),
        side_column=theme.has_side_column(budget.master),
        frames=theme.frames(budget.master),
        cover=bool(master and master.cover and not theme.large_print),
    )
    made = created(argument)
    draft = compose(argument, selection, content, page, labels, made, pictures, style=style)
    if theme.large_print:
        draft = replace(draft, sections=in_one_column(draft.sections))
    return draft


def _left_out(argument: Argument, theme: Theme) -> frozenset[int]:
    """Return the characters of a Word template that its PDF goes without; never the argument's."""
    return frozenset(
        code for code in theme.unprinted if not glyph_findings(argument, frozenset({code}))
    )


def mark(argument: Argument, **marks: str) -> Argument:
    """Return an argument whose briefs bear marks of an edition, over those that it gives itself.

    `mark(argument, status="draft", number="2019/7", date="2019-06-03")`; the names are those of
    `Edition`.

    Raises:
        LoadError: a mark that there is not, or a value that cannot be one.
    """
    refuse_no_argument(argument)
    return with_edition(argument, marks)


def inputs(argument: Argument, options: BuildOptions) -> tuple[str, ...]:
    """Return the absolute paths of all files that a brief of an argument is made of.

    Raises:
        BriefgenError: what is wrong with a file that the options name.
    """
    options = with_brand(argument, options)
    return input_files(
        argument,
        length=options.length,
        audience=options.audience,
        template=options.template,
        fonts=options.fonts,
        replace_body=options.replace_body,
        brand=brand_path(options.brand),
        large_print=options.large_print,
    )


def brand_for(file: NameOrPath, options: BuildOptions) -> str | None:
    """Return the brand of an argument's file that briefs will follow, if it is there."""
    found = brand_named(file, options.brand)
    return os.fspath(found) if found and is_file(found) else None


def is_own_template(template: NameOrPath) -> bool:
    """Whether a template of the user's is meant, which goes before a brand."""
    return is_own_look(template)


def with_brand(argument: Argument, options: BuildOptions) -> BuildOptions:
    """Return options that name the brand's file, where one is beside the argument and is wanted.

    Raises:
        LoadError: `brand-outside`, where that is a link that leads elsewhere.
    """
    file = brand_file(argument, options.brand)
    return replace_fields(options, brand=False if file is None else os.fspath(file))


@kept(8)
def _contradictions(same: Same[Argument]) -> tuple[Finding, ...]:
    return errors(same.held)


@kept(8)
def _placeholders(same: Same[Argument]) -> tuple[Finding, ...]:
    return placeholder_warnings(same.held, examples())


def _refuse_errors(findings: Iterable[Finding]) -> None:
    if found := _errors(findings):
        raise CheckError(found)


@kept(16)
def _in_columns(theme: Theme) -> Theme:
    """Return a design whose text has two columns, where nothing would stand beside one."""
    return replace(theme, page=theme.page.in_columns())


@kept(16)
def _on_paper(theme: Theme, paper: str) -> Theme:
    """Return a design on another paper: the same one for the same paper, so that it is kept."""
    return replace(theme, page_style=theme.page_style.on(paper))


def _decisions(*made: Any) -> tuple[Decision, ...]:
    from briefgen.fit.explaining import decisions  # noqa: PLC0415 - for those who ask why

    return decisions(*made)
