"""Prose into runs: character styles, links, languages and note marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from briefgen.ooxml.build import text_content, w
from briefgen.ooxml.names import Element, R
from briefgen.render.docx.references import References
from briefgen.render.docx.styles import Styles
from briefgen.render.docx.word_faces import WordFaces
from briefgen.types.page_style import TextStyle
from briefgen.types.prose import Run
from briefgen.types.role import QUIET_LINKS

_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
"""Where a run names its font: symbols count as any of these (ISO/IEC 29500-1, 17.3.2.26)."""

_LINKS = ("http://", "https://", "mailto:")


class RunWriter(Struct, frozen=True):
    """Writes runs. `relate` gives an address its relationship; `faces` are those of the PDF."""

    styles: Styles
    references: References
    relate: Callable[[str], str]
    faces: WordFaces

    def write(self, text: Iterable[Run], style: TextStyle) -> list[Element]:
        """Return runs as Word's, links around theirs, note marks as references."""
        written: list[Element] = []
        for (address, note, alone, exhibit), group in groupby(
            _joined(text), key=lambda run: (run.address, run.note, run.alone, run.exhibit)
        ):
            if exhibit:
                written += self.references.lead(exhibit, "".join(run.text for run in group))
                continue
            if note:
                before = "".join(run.text_without_note for run in group)
                written += self.references.cite(note, before, style, superior=not alone)
                continue
            runs = [
                self._run(part, style, family)
                for run in group
                if run.text
                for part, family in self.faces.parts(run, style)
            ]
            if address and runs and address.lower().startswith(_LINKS):
                link = w("hyperlink", *runs, history=1)
                link.set(R + "id", self.relate(address))
                written.append(link)
            else:
                written += runs
        return written

    def _run(self, run: Run, style: TextStyle, family: str | None) -> Element:
        properties: list[Element] = []
        bold, italic = run.bold and not style.bold, run.italic
        named = self._character_style(run, bold=bold)
        if named:
            properties.append(w("rStyle", val=self.styles.id(named, "character")))
        if family:
            properties.append(w("rFonts", **dict.fromkeys(_SLOTS, family)))
        # One run has one character style; what that does not say is said directly.
        if bold and named != "Strong":
            properties += [w("b"), w("bCs")]
        if italic and named != "Emphasis":
            state = 0 if style.italic else None
            properties += [w("i", val=state), w("iCs", val=state)]
        if run.address and style.role in QUIET_LINKS:
            properties.append(w("u", val="none"))
        if run.script:
            properties.append(w("vertAlign", val=f"{run.script}script"))
        if run.language:
            properties.append(w("lang", val=run.language))
        content = text_content(run.text)
        return w("r", w("rPr", *properties), *content) if properties else w("r", *content)

    def _character_style(self, run: Run, *, bold: bool) -> str | None:
        """Return the character style of a run.

        A bold run in a bold style needs none, and must have none: Word reads bold upon bold as
        light again (ISO/IEC 29500-1, 17.7.3), and so italics upon italics, which is meant here.
        """
        if run.address:
            return "Hyperlink"
        if bold:
            return "Strong"
        return "Emphasis" if run.italic else None


def _joined(text: Iterable[Run]) -> Iterator[Run]:
    """Join runs that differ in nothing that is written, so that nobody edits a splintered text."""
    for kind, group in groupby(
        text, key=lambda run: run._replace(text="", fact=None, quotation=None)
    ):
        yield kind._replace(text="".join(run.text for run in group))
