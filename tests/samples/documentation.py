"""Pages of the documentation as steps: commands, scripts and files, and what is shown of them.

A block is run by its language: `sh` holds commands, one a line; `console` commands after `$ ` with
what they print; `python` a script. A comment on the line above says more:

- `<!-- file: NAME -->` writes the block into a file before what follows is run;
- `<!-- from: FILE -->` says that it stands in that file of the repository;
- `<!-- prints -->` says that the block before prints this, and `<!-- exit: 1 -->` how it ends;
- `<!-- not run: why -->` is for what cannot be run, of which a test keeps the list.

A line `…` stands for any lines, and within a line for any characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from samples.stand_in import ROOT

PAGES = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if "_generated" not in path.parts),
)

_BLOCK = re.compile(
    r"^(?:<!-- (?P<mark>.+?) -->\n)?```(?P<language>\S*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the comment above it, its language and its text."""

    mark: str
    language: str
    text: str

    @property
    def commands(self) -> list[tuple[str, str | None]]:
        """Commands, each with what it is shown to print, if anything is shown."""
        if self.language == "console":
            return [(command, shown) for command, shown in _COMMAND.findall(self.text)]
        return [(line, None) for line in self.text.splitlines()]

    def marked(self, kind: str) -> str | None:
        """Return what stands after a mark of some kind, if the block has it."""
        name, _, rest = self.mark.partition(":")
        return rest.strip() if name == kind else None


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page, but those that are directives of Sphinx."""
    found = _BLOCK.finditer(page.read_text(encoding="utf-8"))
    every = [Block(one["mark"] or "", one["language"], one["text"]) for one in found]
    return [block for block in every if not block.language.startswith("{")]


def name_of(page: Path) -> str:
    """Return the path of a page in the repository."""
    return page.relative_to(ROOT).as_posix()


def shows(shown: str, printed: str) -> bool:
    """Whether a text is what is shown, where `…` stands for what is not shown."""
    lines = re.split(r"(?m)^…$\n?", f"{shown.strip()}\n")
    pattern = r"(?:.*\n)*?".join(
        re.escape(each).replace(re.escape("…"), r"[^\n]*") for each in lines
    )
    return re.fullmatch(pattern, f"{printed.strip()}\n") is not None
