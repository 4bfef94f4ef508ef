"""Any block into a galley, set once for each width."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefgen.layout.figures import set_key_figures
from briefgen.layout.paragraph import set_paragraph
from briefgen.layout.setting import Setting
from briefgen.layout.table import set_table
from briefgen.layout.timeline import set_timeline
from briefgen.types.block import Block, Heading, KeyFigures, Paragraph, Table, Timeline
from briefgen.types.finding import Bug
from briefgen.types.galley import Galley

BULLET = "•"


@dataclass(frozen=True, slots=True)
class Compositor:
    """Sets blocks with one look and its fonts, and keeps what it has set.

    What is kept only saves time: a block set to a width is always the same galley. `table_label`
    is the word before a table's number, in the brief's language.
    """

    setting: Setting
    table_label: str
    _kept: dict[tuple[Block, int, str], Galley] = field(default_factory=dict, repr=False)

    def set(self, block: Block, width_mpt: int, label: str = "") -> Galley:
        """Return the galley of a block. `label` is the number or bullet of a list item."""
        key = (block, width_mpt, label)
        if (galley := self._kept.get(key)) is None:
            galley = self._kept[key] = self._set(block, width_mpt, label)
        return galley

    def _set(self, block: Block, width: int, label: str) -> Galley:
        match block:
            case Heading() | Paragraph():
                return set_paragraph(block, width, self.setting, label)
            case KeyFigures():
                return set_key_figures(block, width, self.setting)
            case Timeline():
                return set_timeline(block, width, self.setting)
            case Table():
                caption = f"{self.table_label} {block.number}"
                return set_table(block, width, self.setting, caption)
            case _:
                raise Bug(f"{type(block).__name__} was not resolved before layout")

    def labels(self, blocks: tuple[Block, ...]) -> list[str]:
        """Return the bullet or number of each block; "" for what is no item of a list."""
        labels: list[str] = []
        number = 0
        for block in blocks:
            item = block.item if isinstance(block, Paragraph) else None
            number = number + 1 if item == "number" else 0
            labels.append({"bullet": BULLET, "number": f"{number}."}.get(item or "", ""))
        return labels
