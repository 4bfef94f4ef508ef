"""A brief, every choice made: the pipeline's last stretch, from fit to bytes."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.fit import has_contents, with_pages
from briefgen.layout import BlockFormatter, Setting, lay_out_widest
from briefgen.layout.setting import NOTE_SIZE, WORD_NOTE_SIZE
from briefgen.load.theme import Theme
from briefgen.options import NameOrPath, format_named, format_of
from briefgen.overwrite import refuse_loss, write
from briefgen.render.glyphs import Placed, Printed, nowhere
from briefgen.render.text import render_text, word_count
from briefgen.types.brief import BriefSummary, Content, Decision, Fitted, Omission
from briefgen.types.finding import Finding
from briefgen.types.header_footer import NO_HEADER_FOOTER
from briefgen.types.identity import ArgumentIdentity
from briefgen.types.labels import Labels
from briefgen.types.laid import LaidOut, spread_as, unspread
from briefgen.types.measure import RESERVE_MPT
from briefgen.types.page import Master
from briefgen.types.selection import Audience, Length
from briefgen.types.work import BY_NUMBER, CitationStyle

Value = TypeVar("Value")

LOWERED_RESERVE = 3
"""Lines that are left below the foot of a page in Word where it is lowered: what a word processor
takes more of a page has been one line and a half at most."""


class ReadFiles(Struct, frozen=True):
    """What a brief was made of besides its argument, as it was read, whatever stands there since.

    `pictures` are the digests of the argument's picture files, in its order.
    """

    audience: Audience
    length: Length
    content: str
    labels: Labels
    theme: Theme
    pictures: tuple[str, ...]
    style: CitationStyle = BY_NUMBER


class Made(Struct, frozen=True):
    """What a brief is made of. `footnotes` says whether its reader wants sources as such.

    `inputs` are all files that were read for it, by their absolute paths. `left_out` are
    characters of the Word template's own text that the PDF goes without.
    """

    fitted: Fitted
    theme: Theme
    master: Master
    table_label: str
    footnotes: bool
    read: ReadFiles
    inputs: tuple[str, ...] = ()
    left_out: frozenset[int] = frozenset()


class Brief(Struct, frozen=True, eq=False, dict=True):
    """A brief, every choice made, ready to be written in each format: what `build` returns.

    `omitted` shows the author which points did not fit, or fitted only in a shorter form, the most
    important first. `findings` are warnings of this brief.

    Two briefs are equal if they save the same bytes. One that is pickled saves the same bytes
    wherever it is unpickled: fonts and Word template travel along.
    """

    argument_id: str
    length: str
    audience: str
    omitted: tuple[Omission, ...]
    findings: tuple[Finding, ...]
    _made: Made
    _explain: Callable[[], tuple[Decision, ...]]
    _identify: Callable[[], ArgumentIdentity]
    _placed: Placed

    def __repr__(self) -> str:
        return f"<Brief {self.argument_id}, {self.length}, {self.audience}: {self.summary}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Brief):
            return NotImplemented
        return self is other or self._compared == other._compared

    def __hash__(self) -> int:
        return hash((self.argument_id, self.length, self.audience, self._made.fitted.chosen))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel with decisions and identity worked out, without what they are worked out from.

        Characters that no font has are then named by what stands around them.
        """
        known = partial(_same, self.decisions), partial(_same, self._identity), nowhere
        own = (self.argument_id, self.length, self.audience, self.omitted, self.findings)
        return Brief, (*own, self._made, *known)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002
        """Show the brief in a notebook: its pages as a PDF, and one line where none can be."""
        pdf = base64.b64encode(self.to_bytes("pdf")).decode("ascii")
        return {"text/plain": repr(self), "application/pdf": pdf}

    @property
    def _compared(self) -> tuple[object, ...]:
        own = (self.argument_id, self.length, self.audience, self.omitted, self.findings)
        made = self._made
        fonts = {key: face.data for key, face in made.theme.fonts.faces.items()}
        themes = made.master, made.theme.word.package.digest, made.theme.page_style, fonts
        content = made.fitted.content
        around = replace(  # it is read from the Word template, which is compared
            content.header_footer, several=NO_HEADER_FOOTER, single=NO_HEADER_FOOTER
        )
        fitted = replace(made.fitted, content=replace(content, header_footer=around))
        return (*own, fitted, made.footnotes, made.table_label, *themes, self._identity)

    @cached_property
    def _identity(self) -> ArgumentIdentity:
        return self._identify()

    @cached_property
    def summary(self) -> BriefSummary:
        """Pages, words, fill, what is left out, and warnings."""
        return BriefSummary(self.pages, self.words, self.fill_percent, self.omitted, self.findings)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Each choice in the order of the brief: what was offered, what was taken, and why."""
        return self._explain()

    @property
    def pages(self) -> int:
        """Number of pages."""
        return len(self._made.fitted.laid_out.pages)

    @cached_property
    def text(self) -> str:
        """All that is printed, as plain text in reading order."""
        return render_text(self._made.fitted.content, self._made.table_label)

    def text_in(self, format: str) -> str:  # noqa: A002 (the word for it)
        """Return all that is printed in a format: in Word, sources may be footnotes.

        Raises:
            RenderError: `format-unknown`.
        """
        if not format_named(format).footnotes:
            return self.text
        return render_text(self._with_footnotes[0], self._made.table_label)

    @cached_property
    def _with_footnotes(self) -> tuple[Content, LaidOut]:
        """What Word prints, and on which pages: with footnotes, where the audience wants them.

        That is only where no pages are promised. Contents name the pages of Word's own columns.
        """
        made = self._made
        content, laid_out = made.fitted.content, made.fitted.laid_out
        if not made.footnotes and not has_contents(content):
            return content, laid_out
        from briefgen.fit.footnotes import with_footnotes  # noqa: PLC0415 - few briefs have any
        from briefgen.layout.footnotes import lay_out_word  # noqa: PLC0415

        reported = with_footnotes(content) if made.footnotes else content
        if reported is content and not has_contents(content):
            return content, laid_out
        language = content.metadata.language
        formatter = formatter_for(made.theme, made.table_label, language, WORD_NOTE_SIZE)
        laid_out = lay_out_word(reported, formatter, made.master)
        return with_pages(reported, laid_out), laid_out

    @property
    def words(self) -> int:
        """Number of words, what figures say included, masthead and footer not."""
        return word_count(self.text)

    @property
    def fill_percent(self) -> int:
        """How far the main column of the last page is filled."""
        fills = [fill for fill in self._made.fitted.laid_out.fills if fill.frame == "main"]
        return 100 * fills[-1].used_mpt // max(1, fills[-1].height_mpt) if fills else 0

    def to_bytes(self, format: str) -> bytes:  # noqa: A002 (the word for it)
        """Return the brief in a format, "pdf" or "docx". The same brief is the same bytes.

        Raises:
            RenderError: `format-unknown`; characters of a PDF that no font at hand has. Word finds
                fonts of its own.
            TemplateError: a Word template that cannot be filled.
        """
        kind = format_named(format)
        write: Callable[[Printed], bytes] = import_module(kind.writer).write
        if not kind.footnotes:
            return write(self._printed(self._made.fitted.content, self._made.fitted.laid_out))
        content, laid_out = self._with_footnotes
        if not self._made.theme.is_own or self._made.read.length.pages is None:
            laid_out = unspread(laid_out)
        metadata = replace(content.metadata, argument=self._identity)
        printed = self._printed(replace(content, metadata=metadata), laid_out)
        return write(self._lowered(self._at_widest(printed)))

    def _at_widest(self, printed: Printed) -> Printed:
        """Return what Word prints where it has it in whatever it takes for fonts not at hand.

        The foot is lowered as far as any fonts ask for, and the page has room for in the fonts of
        the PDF, which go along, or the widest.
        """
        made, promised = self._made, self._made.read.length.pages
        if promised is None or not made.theme.fonts.widest:
            return printed
        content = made.fitted.content
        formatter = formatter_for(made.theme, made.table_label, content.metadata.language)
        wide = lay_out_widest(content, formatter, made.master, promised)
        if len(wide.pages) > promised:
            return printed
        wide = spread_as(wide, printed.laid_out)
        drop_mpt = max(printed.laid_out.foot_drop_mpt, wide.foot_drop_mpt)
        drop_pt = min(drop_mpt, max(wide.spare_mpt, printed.laid_out.spare_mpt)) / 1000
        return replace(printed, laid_out=wide, foot_drop_pt=drop_pt)

    def _lowered(self, printed: Printed) -> Printed:
        """Return what Word prints of an own template with its spaces and its foot as in the PDF.

        Such a template may leave much of a page blank. The PDF spreads that over the gaps and has
        its foot at the foot of the page; so does Word, but for what other templates ask for: their
        spaces are those of the styles, as somebody may write on below. Where the foot cannot be
        pinned it is lowered by the room that is left but for some lines, which a word processor may
        take more.
        """
        made, laid_out = self._made, printed.laid_out
        if not made.theme.is_own:
            return printed
        if made.read.length.pages is None or laid_out.main_pages < self.pages:
            return printed
        if not made.theme.page_style.below_pt and (top := made.fitted.laid_out.foot_top_mpt):
            printed = replace(printed, foot_top_pt=top / 1000)
        if self.pages != 1:
            return printed
        spare_pt = (laid_out.spare_mpt - LOWERED_RESERVE * RESERVE_MPT) / 1000
        return replace(printed, foot_drop_pt=max(printed.foot_drop_pt, spare_pt))

    def _printed(self, content: Content, laid_out: LaidOut) -> Printed:
        made = self._made
        return Printed(
            content,
            laid_out,
            made.theme.page_style,
            made.theme.fonts,
            lambda: made.theme.word,
            made.master,
            made.table_label,
            pages=self.pages,
            foot_drop_pt=laid_out.foot_drop_mpt / 1000,
            placed=self._placed,
            left_out=made.left_out,
        )

    def save(self, path: NameOrPath, *, force: bool = False) -> Path:
        """Write the brief in the format that the suffix says; the old file or the new one, whole.

        What briefgen wrote before and nobody has changed is written over; anything else only with
        `force`, and what the brief is made of never.

        Raises:
            SaveError: another suffix; a file that was edited (`target-edited`), that briefgen did
                not write (`target-foreign`) or that the brief is made of (`target-is-input`); or
                the file cannot be written.
        """
        kind = format_of(path)
        refuse_loss([path], self._made.inputs, force=force)
        write({os.fspath(path): self.to_bytes(kind.name)}, self._made.inputs, force=force)
        return Path(path)


def content_of(brief: Brief) -> Content:
    """Return what a brief prints, in reading order."""
    return brief._made.fitted.content  # noqa: SLF001 - of the same module


def read_for(brief: Brief) -> ReadFiles:
    """Return what was read for a brief."""
    return brief._made.read  # noqa: SLF001 - of the same module


def _same(value: Value) -> Value:
    return value


@kept(16)
def formatter_for(
    theme: Theme, table_label: str, language: str, note_size: float = NOTE_SIZE
) -> BlockFormatter:
    """Return what sets blocks in a design and a language: the same one for the same."""
    return BlockFormatter(Setting(theme.page_style, theme.fonts, language, note_size), table_label)
