"""The pipeline: the only place where stages meet.

argument → check → select → compose → fit → render → save. Each function here is short, because
each stage says itself what is wrong with what it was given.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Literal

from briefgen.built_in import audiences, lengths, new, rules, schema, templates
from briefgen.check import Scope, check_for, errors
from briefgen.check import check as check_argument
from briefgen.compose import ContentTemplate, PageDesign, asked_forms, compose, identity_of
from briefgen.fit import decisions, fit, hand_of, omissions, with_footnotes, with_pages
from briefgen.layout import Compositor, PageMeasure, Setting, lay_out
from briefgen.load.argument import read_argument
from briefgen.load.created import created
from briefgen.load.design import Design, read_design
from briefgen.load.edition import with_edition
from briefgen.load.labels import labels_of
from briefgen.load.letterhead import read_letterhead
from briefgen.load.pictures import read_pictures
from briefgen.load.profile import CONTENT_LIMIT, content_file, read_audience, read_length
from briefgen.load.text import read_text
from briefgen.load.word_edits import located, read_word_edits
from briefgen.render.glyphs import refuse_missing_glyphs
from briefgen.render.text import render_text, word_count
from briefgen.save import save
from briefgen.select import missing_parts, select
from briefgen.types.argument import Argument, Part
from briefgen.types.brief import Content, Decision, Fitted, Omission
from briefgen.types.draft import Draft, Furniture
from briefgen.types.finding import CheckError, Finding, SaveError
from briefgen.types.identity import ArgumentIdentity
from briefgen.types.labels import Labels
from briefgen.types.laid import LaidOut
from briefgen.types.page import Master
from briefgen.types.profile import Audience, Length
from briefgen.types.selection import Selection
from briefgen.types.word_edits import WordEdits

__all__ = [
    "FORMATS",
    "Brief",
    "Format",
    "audiences",
    "build",
    "check",
    "lengths",
    "load",
    "mark",
    "new",
    "recover",
    "refuse",
    "rules",
    "schema",
    "templates",
]

Format = Literal["pdf", "docx"]
FORMATS: tuple[Format, ...] = ("pdf", "docx")

NameOrPath = str | os.PathLike[str]


def load(path: NameOrPath) -> Argument:
    """Return the argument that a YAML or JSON file holds, checked.

    Raises:
        LoadError: the file cannot be read as an argument.
        CheckError: the argument contradicts itself, such as a reference that leads nowhere.
    """
    argument = read_argument(path)
    refuse(argument)
    return argument


def refuse(
    argument: Argument, pin: Mapping[str, str] | None = None, exclude: Iterable[str] = ()
) -> None:
    """Refuse an argument that contradicts itself. The same object is looked at only once.

    Raises:
        CheckError: the errors of `check`, warnings pass; or what is pinned or excluded is not
            in the argument.
    """
    _refuse_errors(_contradictions(_Same(argument)))
    hand_of(argument, pin, exclude)


def check(
    argument: Argument,
    *,
    audience: NameOrPath | None = None,
    lengths: Iterable[NameOrPath] | None = None,
) -> tuple[Finding, ...]:
    """Return all findings about an argument: errors and warnings, with place and hint.

    For an audience, sentences and reading level are measured by its limits; without one, any
    reader is meant. Of `lengths`, each form is looked for that they would rather print; unless
    some are named, of all the built-in ones only those that they cannot do without.

    Raises:
        BriefgenError: what is wrong with a file of the audience's or a length's.
    """
    from briefgen.load.shelf import names  # noqa: PLC0415

    reader = read_audience(audience) if audience is not None else None
    selection = select(argument, reader or _ANYBODY)
    labels = labels_of(argument)
    asked = {
        (budget := read_length(length)).name: asked_forms(
            argument, selection, _content(length, budget), labels
        )
        for length in (names("lengths") if lengths is None else lengths)
    }
    scope = Scope(reader, asked, longest=lengths is not None)
    return check_for(argument, _checked(_Same(argument)), scope)


_ANYBODY = Audience(name="anybody", description="Any reader.", weights=dict.fromkeys(Part, 1))


def _content(length: NameOrPath, budget: Length) -> ContentTemplate:
    file = content_file(length, budget)
    return ContentTemplate(str(file), read_text(file, limit=CONTENT_LIMIT))


def build(
    argument: Argument,
    *,
    length: NameOrPath = "one-page",
    audience: NameOrPath = "decision-maker",
    template: NameOrPath = "standard",
    fonts: NameOrPath | None = None,
    pin: Mapping[str, str] | None = None,
    exclude: Iterable[str] = (),
    like: Sequence[Decision] | None = None,
    checked: bool = False,
) -> Brief:
    """Build a brief of an argument: of a length, for an audience, in a look.

    Lengths, audiences and templates are built-in names or paths of a user's own files; `template`
    is a look's folder or a Word template, and `fonts` a folder with the fonts it names, where they
    are not built in. What `pin` names is printed, in the form given
    (headline, summary, detail) or in "any"; what `exclude` names is not. Both go by the id of a
    point, before what the argument itself says. `like` are the decisions of another brief, of the
    same points: this one prints what that one does, and fails if it cannot. `checked` says that
    `load` or `refuse` has let the argument pass already, be it in another process.

    Raises:
        BriefgenError: what is wrong with the argument or a file, or what cannot fit.
    """
    if not checked:
        refuse(argument)
    reader, budget, design = (
        read_audience(audience),
        read_length(length),
        read_design(template, fonts),
    )
    selection = select(argument, reader)
    _refuse_errors(missing_parts(argument, selection, budget))
    if budget.page_size:
        design = _on_paper(design, budget.page_size)
    hand = hand_of(argument, pin, exclude)
    labels = labels_of(argument)
    draft = _drafted(argument, selection, _content(length, budget), design, labels)
    master = design.master(budget.master)
    compositor = _compositor(design, labels.table, argument.article.language)
    measure = PageMeasure(compositor, master, draft.furniture)
    fitted = fit(draft, budget, reader.name, measure, hand, like)
    return Brief(
        argument_id=argument.id,
        length=budget.name,
        audience=reader.name,
        omitted=omissions(argument, draft, fitted.chosen, hand),
        findings=(*design.findings, *fitted.findings),
        design=design,
        master=master,
        table_label=labels.table,
        fitted=fitted,
        footnotes=budget.pages is None and reader.evidence == "footnotes",
        explain=partial(decisions, draft, budget, measure, fitted.chosen, hand),
        identify=partial(identity_of, argument),
    )


def _drafted(
    argument: Argument,
    selection: Selection,
    content: ContentTemplate,
    design: Design,
    labels: Labels,
) -> Draft:
    pictures = read_pictures(argument, design.look.text_area_pt) if argument.images else {}
    page = PageDesign(design.file, design.page)
    draft = compose(argument, selection, content, page, labels, created(argument), pictures)
    if design.house:
        return replace(draft, furniture=_of_the_house(draft.furniture, design))
    return draft


def _of_the_house(furniture: Furniture, design: Design) -> Furniture:
    """Return furniture with the headers and footers of a house's own Word template."""
    from briefgen.render.docx.own_text import filled  # noqa: PLC0415

    many, single = (
        read_letterhead(filled(design.word, furniture, folio), design.fonts)[0]
        for folio in (furniture.folio, "")
    )
    return replace(furniture, own=(many, single))


def mark(argument: Argument, **marks: str) -> Argument:
    """Return an argument whose briefs bear marks of an edition, over those that it gives itself.

    `mark(argument, status="draft", number="2019/7", date="2019-06-03")`; the names are those of
    `Edition`.

    Raises:
        LoadError: a mark that there is not, or a value that cannot be one.
    """
    return with_edition(argument, marks)


def recover(path: NameOrPath, argument: Argument | None = None) -> WordEdits:
    """Return what became of each point in a Word brief that somebody has edited.

    Each is untouched, edited or gone, with its text as it reads now, after Word and after
    LibreOffice. With the argument, each says where it stands there.

    Raises:
        BriefgenError: no sound Word file, one that briefgen did not write, or another argument's.
    """
    edits = read_word_edits(path)
    if argument is None:
        return edits
    return located(edits, argument, identity_of(argument), os.fspath(path))


@dataclass(frozen=True)
class Brief:
    """A brief, every choice made, ready to be written in either format.

    `omitted` tells the author which points did not fit, or fitted only in a shorter form, the most
    important first. `findings` are warnings of this brief.
    """

    argument_id: str
    length: str
    audience: str
    omitted: tuple[Omission, ...]
    findings: tuple[Finding, ...]
    design: Design
    master: Master
    table_label: str
    fitted: Fitted
    footnotes: bool
    explain: Callable[[], tuple[Decision, ...]] = field(repr=False, compare=False)
    identify: Callable[[], ArgumentIdentity] = field(repr=False, compare=False)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Each choice in the order of the brief: what was offered, what was taken, and why."""
        return self.explain()

    @property
    def pages(self) -> int:
        """Number of pages."""
        return len(self.fitted.laid_out.pages)

    @cached_property
    def text(self) -> str:
        """All that is printed, as plain text in reading order."""
        return render_text(self.fitted.content, self.table_label)

    def text_in(self, format: Format) -> str:  # noqa: A002 (the word for it)
        """Return all that is printed in a format: in Word, sources may be footnotes."""
        return self.text if format == "pdf" else render_text(self._word[0], self.table_label)

    @cached_property
    def _word(self) -> tuple[Content, LaidOut]:
        """What Word prints, and on which pages: with footnotes, where the audience wants them.

        That is only where no pages are promised.
        """
        content, laid_out = self.fitted.content, self.fitted.laid_out
        told = with_footnotes(content) if self.footnotes else content
        if told is content:
            return content, laid_out
        language = content.metadata.language
        compositor = _compositor(self.design, self.table_label, language)
        laid_out = lay_out(told, compositor, self.master)
        return with_pages(told, laid_out), laid_out

    @property
    def words(self) -> int:
        """Number of words, what figures say included, masthead and footer not."""
        return word_count(self.text)

    @property
    def fill_percent(self) -> int:
        """How far the main column of the last page is filled."""
        fills = [fill for fill in self.fitted.laid_out.fills if fill.frame == "main"]
        return 100 * fills[-1].used_mpt // max(1, fills[-1].height_mpt) if fills else 0

    def to_bytes(self, format: Format) -> bytes:  # noqa: A002 (the word for it)
        """Return the brief as a PDF or a Word file. The same brief is the same bytes.

        Raises:
            RenderError: characters that no font at hand has, in either format.
            TemplateError: a Word template that cannot be filled.
        """
        if format == "pdf":
            from briefgen.render.pdf import render_pdf  # noqa: PLC0415

            content = self.fitted.content
            return render_pdf(self.fitted.laid_out, content.metadata, self.design.fonts)
        from briefgen.render.docx import render_docx  # noqa: PLC0415

        content, laid_out = self._word
        design = self.design
        refuse_missing_glyphs(laid_out, design.fonts)
        if self.pages == 1:
            content = replace(content, furniture=replace(content.furniture, folio=""))
        metadata = replace(content.metadata, argument=self.identify())
        content = replace(content, metadata=metadata)
        return render_docx(
            content,
            design.word,
            design.look,
            self.master,
            table_label=self.table_label,
            begins=laid_out.begins,
            foot_drop_pt=self.fitted.laid_out.side_excess_mpt / 1000,
        )

    def save(self, path: NameOrPath) -> Path:
        """Write the brief as PDF or Word, as the suffix says; the old file or the new one, whole.

        Raises:
            SaveError: another suffix, or the file cannot be written.
        """
        suffix = Path(path).suffix.lower().lstrip(".")
        for known in FORMATS:
            if suffix == known:
                return save(path, self.to_bytes(known))
        message = f'ends in ".{suffix}"' if suffix else "has no suffix"
        hint = "name it .pdf or .docx"
        raise SaveError([Finding("format-unknown", message, hint, file=os.fspath(path))])


class _Same:
    """An argument as a key: the same object, which is frozen, need not be checked again."""

    def __init__(self, argument: Argument) -> None:
        self.argument = argument

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.argument is self.argument

    def __hash__(self) -> int:
        return id(self.argument)


@lru_cache(maxsize=8)
def _checked(same: _Same) -> tuple[Finding, ...]:
    return check_argument(same.argument)


@lru_cache(maxsize=8)
def _contradictions(same: _Same) -> tuple[Finding, ...]:
    return errors(same.argument)


def _refuse_errors(findings: Iterable[Finding]) -> None:
    found = [finding for finding in findings if finding.severity == "error"]
    if found:
        raise CheckError(found)


@lru_cache(maxsize=16)
def _on_paper(design: Design, paper: str) -> Design:
    """Return a design on another paper: the same one for the same paper, so that it is kept."""
    return replace(design, look=design.look.on(paper))


@lru_cache(maxsize=16)
def _compositor(design: Design, table_label: str, language: str) -> Compositor:
    return Compositor(Setting(design.look, design.fonts, language), table_label)
