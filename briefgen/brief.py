"""A brief, every choice made: the pipeline's last stretch, from fit to bytes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from briefgen.fit import has_contents, with_footnotes, with_pages
from briefgen.layout import Compositor, Setting, lay_out_word
from briefgen.layout.setting import NOTE_SIZE, WORD_NOTE_SIZE
from briefgen.load.design import Design
from briefgen.render.glyphs import refuse_missing_glyphs
from briefgen.render.text import render_text, word_count
from briefgen.save import save
from briefgen.types.brief import Content, Decision, Fitted, Omission
from briefgen.types.finding import Finding, SaveError
from briefgen.types.identity import ArgumentIdentity
from briefgen.types.laid import LaidOut
from briefgen.types.making import FORMATS, Format, NameOrPath
from briefgen.types.page import Master


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

        That is only where no pages are promised. Contents name the pages of Word's own columns.
        """
        content, laid_out = self.fitted.content, self.fitted.laid_out
        told = with_footnotes(content) if self.footnotes else content
        if told is content and not has_contents(content):
            return content, laid_out
        language = content.metadata.language
        compositor = compositor_for(self.design, self.table_label, language, WORD_NOTE_SIZE)
        laid_out = lay_out_word(told, compositor, self.master)
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
        metadata = replace(content.metadata, argument=self.identify())
        content = replace(content, metadata=metadata)
        return render_docx(
            content,
            design.word,
            design.look,
            self.master,
            table_label=self.table_label,
            pages=self.pages,
            begins=laid_out.begins,
            foot_drop_pt=self.fitted.laid_out.side_excess_mpt / 1000,
            narrowed=laid_out.narrowed,
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


@lru_cache(maxsize=16)
def compositor_for(
    design: Design, table_label: str, language: str, note_size: float = NOTE_SIZE
) -> Compositor:
    """Return what sets blocks in a design and a language: the same one for the same."""
    return Compositor(Setting(design.look, design.fonts, language, note_size), table_label)
