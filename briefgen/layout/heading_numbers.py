"""Numbers of headings whose styles a template numbers, counted as Word counts them."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.layout.setting import Setting
from briefgen.types.block import Heading
from briefgen.types.brief import BriefSection
from briefgen.types.list_mark import ListCounter

Place = tuple[int, int | None]
"""A section, and a block in it; None is the section's own heading."""


def heading_labels(sections: Sequence[BriefSection], setting: Setting) -> dict[Place, str]:
    """Return what stands before each heading, by its place, in the order of the document."""
    counter = ListCounter()
    found: dict[Place, str] = {}
    for number, section in enumerate(sections):
        for at, block in ((None, section.heading), *enumerate(section.blocks)):
            mark = setting.style(block.role).mark if isinstance(block, Heading) else None
            if mark is not None:
                found[number, at] = counter.label(mark)
    return found
