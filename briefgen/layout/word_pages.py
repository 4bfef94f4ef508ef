"""The pages of the Word file, as LibreOffice lays them out: what its table of contents names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from briefgen.layout.columns import Flow
from briefgen.layout.compositor import Compositor
from briefgen.layout.first_guess import FirstGuess, Frame, frames_of, most_on_page, own_frames
from briefgen.layout.footnotes import Foot, set_footnotes
from briefgen.layout.pages import Document
from briefgen.layout.word_columns import WordFlow, divided, word_flow
from briefgen.types.brief import Content
from briefgen.types.laid import Begin, LaidOut
from briefgen.types.page import Master
from briefgen.types.role import Role


def lay_out_word(content: Content, compositor: Compositor, master: Master) -> LaidOut:
    """Lay content out as LibreOffice does, on as many pages as it takes.

    `begins` say besides where the Word file must tell a word processor how to break pages.
    """
    return _WordDocument(content, compositor, master).laid_out(None)


class _WordDocument(Document):
    """One layout of a Word file under way. It lives for one call."""

    def __init__(self, content: Content, compositor: Compositor, master: Master) -> None:
        super().__init__(content, compositor, master)
        width = self.room.geometry.main_mpt
        self.notes = set_footnotes(content.footnotes, compositor, width)
        for frame in ("head", "main"):
            pieces = self.frames[frame]
            pieces[:] = [
                replace(piece, galley=self.notes.marked(divided(piece.galley))) for piece in pieces
            ]
        self.told: WordFlow | None = None

    def _flow(self, frame: str, last: int) -> Flow:
        if frame != "main":
            return super()._flow(frame, last)
        galleys = [piece.galley for piece in self.frames[frame]]
        above, frames = self._frames_above(), [*self._frames("main")]
        most = most_on_page([*above, *(frame for held in frames for frame in held)])
        guess = FirstGuess(most)
        guess.deal(above)
        self.told = word_flow(
            galleys,
            frames,
            partial(self._column_at, frame, last),
            guess,
            self.notes,
            self._head_foot(),
            self._gap_mpt(),
        )
        return self.told.flow

    def _frames_above(self) -> list[Frame]:
        own = self.content.furniture.own
        above = own_frames(own[0].above) if own else ()
        return [*above, *(frame for held in self._frames("head") for frame in held)]

    def _frames(self, frame: str) -> Iterator[tuple[Frame, ...]]:
        width_pt = self.room.geometry.width_of_mpt(frame) / 1000
        figure_pt = self.compositor.setting.style(Role.KEY_FIGURE).size_pt
        for piece in self.frames[frame]:
            yield frames_of(piece.block, width_pt, figure_pt)

    def _gap_mpt(self) -> int:
        """Return what the column keeps from the head beyond the space below that.

        Beside a side column its first line stands level with the other's.
        """
        head, main = self.frames["head"], self.frames["main"]
        if self.master.side or not head or not main:
            return 0
        return max(0, main[0].galley.space_before_mpt - head[-1].galley.space_after_mpt)

    def _head_foot(self) -> Foot:
        """Return the foot of the first page, as what the head cites makes it."""
        rows = [row for piece in self.frames["head"] for row in piece.galley.rows]
        notes = [note for row in rows for note in self.notes.under(row)]
        return self.notes.set(Foot(), notes, self._column("main", 1, 0).height_mpt) or Foot()

    def _begins(self, flows: dict[str, Flow]) -> tuple[Begin, ...]:
        assert self.told
        pieces = self.frames["main"]
        turned = {(pieces[n].section, pieces[n].number) for n in self.told.turned}
        whole = {(pieces[n].section, pieces[n].number) for n in self.told.whole}
        return tuple(
            replace(
                one,
                turned=(one.section, one.block) in turned,
                whole=(one.section, one.block) in whole,
            )
            for one in super()._begins(flows)
        )
