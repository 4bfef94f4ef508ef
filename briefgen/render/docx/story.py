"""The story: sections into the frames they name, block by block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.render.docx.figures import write_key_figures, write_timeline
from briefgen.render.docx.frames import Geometry, Place
from briefgen.render.docx.identity import Written
from briefgen.render.docx.paragraphs import Desk
from briefgen.render.docx.tables import write_table
from briefgen.render.docx.wordml import Element, W
from briefgen.types.block import Block, Heading, KeyFigures, Paragraph, Table, Timeline
from briefgen.types.brief import BriefSection, Content
from briefgen.types.finding import Bug, Finding, RenderError
from briefgen.types.prose import runs
from briefgen.types.role import Role


def frame_of(section: BriefSection, geometry: Geometry) -> str:
    """Return the frame of a section; without a side column its sections flow with the main ones."""
    return "main" if section.frame == "side" and geometry.side is None else section.frame


def write_story(content: Content, geometry: Geometry, desk: Desk) -> dict[str, list[Element]]:
    """Return the paragraphs and tables of each frame, in the order of the sections.

    Those of a point stand in a content control.

    Raises:
        RenderError: a table in the side column, which Word's text frames cannot hold.
    """
    _refuse_tables_beside(content, geometry)
    frames: dict[str, _Frame] = {}
    flush = frozenset({"side", "main"} if geometry.side else ())
    for section in content.sections:
        name = frame_of(section, geometry)
        frame = frames.setdefault(name, _Frame(geometry.place(name), desk, flush=name in flush))
        desk.lists.end()
        if section.heading:
            frame.add(section.heading)
        for block in section.blocks:
            frame.add(block)
    return {name: desk.identity.marked(frame.story) for name, frame in frames.items()}


def _refuse_tables_beside(content: Content, geometry: Geometry) -> None:
    findings = [
        Finding(
            "word-table-in-side-column",
            f'section "{section.key}" puts a table into the side column',
            "flow the section into the main frame, or choose a master without a side column",
            where=section.key,
        )
        for section in content.sections
        if frame_of(section, geometry) == "side"
        and any(isinstance(block, Table) for block in section.blocks)
    ]
    if findings:
        raise RenderError(findings)


@dataclass
class _Frame:
    """One frame being filled: what is written, where it came from and what it says.

    Where it is flush, nothing stands above its first paragraph. Main and side column are: so their
    first lines stand level, whatever a word processor takes the top of a paragraph to be.
    """

    place: Place
    desk: Desk
    flush: bool
    story: list[Written] = field(default_factory=list)

    def add(self, block: Block) -> None:
        says = ""
        if isinstance(block, Heading | Paragraph):
            says = "".join(run.text for run in runs(block.prose) if not run.note)
        self.story += [(element, block.origin, says) for element in self._written(block)]

    def _written(self, block: Block) -> Iterator[Element] | list[Element]:
        desk, place = self.desk, self.place
        match block:
            case Heading(_, role, prose):
                text = desk.text(runs(prose), role)
                return [
                    desk.paragraph(
                        role, text, place, keep_next=True, space_before_pt=self._space(role)
                    )
                ]
            case Paragraph(role, prose):
                return [
                    desk.paragraph(
                        role,
                        desk.text(runs(prose), role),
                        place,
                        list_number=desk.lists.number_of(block),
                        space_before_pt=self._space(role),
                        anchor=block.anchor,
                    )
                ]
            case KeyFigures():
                return write_key_figures(block, place, desk)
            case Timeline():
                return write_timeline(block, place, desk)
            case Table():
                return write_table(block, place, desk)
            case _:
                raise Bug(f"{type(block).__name__} was not resolved before it was written")

    def _space(self, role: Role) -> float | None:
        """Return the space before a paragraph, where its style cannot know it.

        A table has no space after it in Word, so the paragraph below one keeps the distance that
        paragraphs of text keep.
        """
        if not self.story:
            return 0 if self.flush and self.desk.style(role).space_before_pt else None
        if self.story[-1][0].tag != W + "tbl":
            return None
        wanted = self.desk.style(Role.BODY).space_after_pt
        own = self.desk.style(role).space_before_pt
        return wanted if wanted > own else None
