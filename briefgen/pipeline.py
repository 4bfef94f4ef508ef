"""The pipeline: the only place where stages meet.

argument → check → select → compose → fit → render → save. Each function here is short, because
each stage says itself what is wrong with what it was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Unpack

from msgspec.structs import replace

from briefgen.brief import Brief, Made, ReadFiles, formatter_for, read_for
from briefgen.built_in import audiences, lengths, new, rules, schema, templates
from briefgen.cache import Same, kept
from briefgen.check import (
    Scope,
    check_for,
    check_in_part,
    errors,
    glyph_findings,
    placeholder_warnings,
)
from briefgen.check import check as check_argument
from briefgen.comparison import anchor, compare, strictly
from briefgen.compose import ContentTemplate, ThemePage, asked_forms, compose, identity_of
from briefgen.conversion import convert, save_argument
from briefgen.fit import by_importance, decisions, fit, omissions, overrides_of, unprinted
from briefgen.layout import PageMeasure
from briefgen.load.argument import read_argument_in_part
from briefgen.load.created import created
from briefgen.load.edition import with_edition
from briefgen.load.fonts import carried_characters
from briefgen.load.inputs import input_files
from briefgen.load.labels import labels_of
from briefgen.load.pictures import read_pictures
from briefgen.load.profile import CONTENT_LIMIT, content_file, read_audience, read_length
from briefgen.load.schema import examples
from briefgen.load.standard_input import STANDARD_INPUT, StandardInput
from briefgen.load.text import read_text
from briefgen.load.theme import STANDARD, Theme, read_theme
from briefgen.options import (
    BuildOptions,
    NameOrPath,
    OptionFields,
    ReaderFields,
    build_options,
    takes_options,
)
from briefgen.recovery import recover
from briefgen.select import missing_parts, select
from briefgen.types.argument import Argument, Part
from briefgen.types.brief import Decision
from briefgen.types.draft import Draft
from briefgen.types.finding import CheckError, Finding, LoadError
from briefgen.types.labels import Labels
from briefgen.types.picture import Picture
from briefgen.types.profile import Audience, Length
from briefgen.types.selection import Selection
from briefgen.types.source_map import Lost

__all__ = [
    "STANDARD_INPUT",
    "Brief",
    "ReadFiles",
    "StandardInput",
    "anchor",
    "audiences",
    "build",
    "check",
    "check_compared",
    "check_file",
    "compare",
    "convert",
    "inputs",
    "lengths",
    "load",
    "mark",
    "new",
    "read_for",
    "recover",
    "rules",
    "save_argument",
    "schema",
    "strictly",
    "templates",
    "validate",
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
        raise LoadError([*findings, *_errors(_in_part(argument, lost))])
    if not checked:
        validate(argument)
    return argument


def check_file(
    path: NameOrPath, *, against: NameOrPath | None = None, **reader: Unpack[ReaderFields]
) -> tuple[Finding, ...]:
    """Return all findings about a file: its syntax, its values and what they say, together.

    What is wrong with one place hides nothing that can be known of another; where there are faults
    of syntax or values, the rest is read for no reader and no length in particular, and not
    compared with the article. `against` is the article's file; without it, the one that the
    argument names as `article.source`.

    Raises:
        BriefgenError: a file that cannot be read at all; or as `check`.
    """
    argument, findings, lost = read_argument_in_part(path)
    if argument is None or findings:
        return (*findings, *_in_part(argument, lost))
    return check_compared(argument, against=against, **reader)


def check_compared(
    argument: Argument, *, against: NameOrPath | None = None, **reader: Unpack[ReaderFields]
) -> tuple[Finding, ...]:
    """Return all findings about an argument, those of its comparison with the article among them.

    `reader` is what `check` takes; `against` the article's file, else the one that it names.

    Raises:
        BriefgenError: as `check`.
    """
    found = check(argument, **reader)
    try:
        compared = compare(argument, against)
    except LoadError as error:
        compared = error.findings  # told with all else that is found
    told = {(each.path, each.message) for each in compared}
    return (*compared, *(each for each in found if (each.path, each.message) not in told))


def _in_part(argument: Argument | None, lost: Lost) -> tuple[Finding, ...]:
    scope = Scope(prints=carried_characters, examples=examples())
    return check_in_part(argument, lost, scope) if argument else ()


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


def check(
    argument: Argument,
    *,
    audience: NameOrPath | None = None,
    lengths: Iterable[NameOrPath] | None = None,
    template: NameOrPath | None = None,
    fonts: NameOrPath | None = None,
) -> tuple[Finding, ...]:
    """Return all findings about an argument: errors and warnings, with place and hint.

    For an audience, sentences and reading level are measured by its limits; without one, any
    reader is meant. Of `lengths`, each form is looked for that they would rather print; unless
    some are named, of all the built-in ones only those that they cannot do without. Where ids are
    used twice, the argument is read for no length. Characters are looked for in the fonts of
    `template` and those that come along; without one, in the latter.

    Raises:
        BriefgenError: what is wrong with a file of the audience's, a length's or the template's.
    """
    from briefgen.load.resources import names  # noqa: PLC0415

    reader = read_audience(audience) if audience is not None else None
    prints = carried_characters
    if template is not None or fonts is not None:
        prints = read_theme(template or STANDARD, fonts).fonts.prints
    found = check_argument(argument, Scope(prints=prints, examples=examples()))
    if any(finding.code == "duplicate-id" for finding in found):
        return found
    try:
        labels = labels_of(argument)
    except LoadError as error:  # a language or words of the argument's own
        return (*found, *error.findings)
    selection = select(argument, reader or _ANYBODY)
    asked = {
        (budget := read_length(length)).name: asked_forms(
            argument, selection, _content(length, budget), labels
        )
        for length in (names("lengths") if lengths is None else lengths)
    }
    scope = Scope(reader, asked, longest=lengths is not None, prints=prints, examples=examples())
    return check_for(argument, found, scope)


_ANYBODY = Audience(name="anybody", description="Any reader.", weights=dict.fromkeys(Part, 1))


def _content(length: NameOrPath, budget: Length) -> ContentTemplate:
    file = content_file(length, budget)
    return ContentTemplate(str(file), read_text(file, limit=CONTENT_LIMIT))


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
    wanted = build_options(options, given)
    if not checked:
        validate(argument)
    reader, budget, theme = (
        read_audience(wanted.audience),
        read_length(wanted.length),
        read_theme(
            wanted.template,
            wanted.fonts,
            untrusted=untrusted,
            replace_body=wanted.replace_body,
        ),
    )
    selection = select(argument, reader)
    _refuse_errors(missing_parts(argument, selection, budget))
    if budget.page_size:
        theme = _on_paper(theme, budget.page_size)
    overrides = overrides_of(argument, wanted.pin, wanted.exclude)
    labels = labels_of(argument)
    content = _content(wanted.length, budget)
    pictures = read_pictures(argument, theme.page_style.text_area_pt) if argument.images else {}
    draft = _drafted(argument, selection, content, theme, labels, pictures)
    master = theme.master(budget.master)
    formatter = formatter_for(theme, labels.table, argument.article.language)
    measure = PageMeasure(formatter, master, draft.header_footer)
    fitted = fit(draft, budget, reader.name, measure, overrides, fixed_selection)
    if wanted.require_signoff:
        from briefgen.signoff import refuse_unsigned  # noqa: PLC0415

        refuse_unsigned(argument, fitted.content, wanted.against)
    return Brief(
        argument_id=argument.id,
        length=budget.name,
        audience=reader.name,
        omitted=by_importance(
            (
                *omissions(argument, draft, fitted.chosen, overrides),
                *unprinted(argument, fitted.content, overrides),
            )
        ),
        findings=(
            *_placeholders(Same(argument)),
            *theme.findings,
            *fitted.findings,
        ),
        _made=Made(
            fitted=fitted,
            theme=theme,
            master=master,
            table_label=labels.table,
            footnotes=budget.pages is None and reader.evidence == "footnotes",
            read=ReadFiles(
                reader,
                budget,
                content.text,
                labels,
                theme,
                tuple(pictures[image.id].source_digest for image in argument.images),
            ),
            inputs=inputs(argument, wanted),
            left_out=_left_out(argument, theme),
        ),
        _explain=partial(decisions, draft, budget, measure, fitted.chosen, overrides),
        _identify=partial(identity_of, argument),
        _placed=partial(glyph_findings, argument),
    )


def _drafted(
    argument: Argument,
    selection: Selection,
    content: ContentTemplate,
    theme: Theme,
    labels: Labels,
    pictures: Mapping[str, Picture],
) -> Draft:
    page = ThemePage(theme.word.file, theme.header_footer, theme.page.logo_height_pt)
    return compose(argument, selection, content, page, labels, created(argument), pictures)


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
    return with_edition(argument, marks)


def inputs(argument: Argument, options: BuildOptions) -> tuple[str, ...]:
    """Return the absolute paths of all files that a brief of an argument is made of.

    Raises:
        BriefgenError: what is wrong with a file that the options name.
    """
    return input_files(
        argument,
        length=options.length,
        audience=options.audience,
        template=options.template,
        fonts=options.fonts,
        replace_body=options.replace_body,
    )


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
def _on_paper(theme: Theme, paper: str) -> Theme:
    """Return a design on another paper: the same one for the same paper, so that it is kept."""
    return replace(theme, page_style=theme.page_style.on(paper))
