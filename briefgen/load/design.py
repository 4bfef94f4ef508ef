"""Read a look: page template, Word template, and the fonts that its styles name."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefgen.load.fonts import read_fonts
from briefgen.load.look import read_look
from briefgen.load.page import read_page_template
from briefgen.load.shelf import shelf_file, shelf_folder
from briefgen.load.word_template import read_word_template
from briefgen.types.finding import Finding, LoadError
from briefgen.types.font import FontLibrary
from briefgen.types.look import Look
from briefgen.types.page import Master, PageTemplate
from briefgen.types.word_template import WordTemplate

PAGE_FILE = "page.yaml"
STANDARD = "standard"


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """All that gives a brief its looks. `file` is the page template's, for errors."""

    file: str
    page: PageTemplate
    word: WordTemplate
    look: Look
    fonts: FontLibrary
    findings: tuple[Finding, ...]

    def master(self, name: str) -> Master:
        """Return a page master.

        Raises:
            LoadError: the page template has none of this name.
        """
        if name in self.page.masters:
            return self.page.masters[name]
        hint = f"there are: {', '.join(self.page.masters)}"
        message = f'has no page master "{name}"'
        raise LoadError([Finding("master-unknown", message, hint, ("masters",), file=self.file)])


def read_design(name_or_path: str | os.PathLike[str]) -> Design:
    """Return a look: a built-in one by name, a folder with a `page.yaml`, or a Word template.

    A Word template of the user's own is set on the pages of the standard look. What was read is
    kept for as long as the files stay as they are.

    Raises:
        LoadError, TemplateError: what is wrong with any of the files.
    """
    page_file, word_file = _files(name_or_path)
    return _read(page_file, word_file, _stamp(page_file), _stamp(word_file) if word_file else 0)


def _files(name_or_path: str | os.PathLike[str]) -> tuple[Path, Path | None]:
    path = Path(name_or_path)
    if path.suffix.lower() in (".docx", ".dotx", ".docm", ".dotm"):
        return shelf_file("looks", STANDARD) / PAGE_FILE, path
    is_path = len(path.parts) > 1 or path.is_dir()
    folder = path if is_path else shelf_file("looks", os.fspath(name_or_path))
    return folder / PAGE_FILE, None


def _stamp(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=16)
def _read(page_file: Path, word_file: Path | None, *_stamps: int) -> Design:
    page = read_page_template(page_file)
    word = read_word_template(word_file or page_file.parent / page.word)
    look = read_look(word)
    families = frozenset(style.family for style in look.styles.values())
    fonts, findings = read_fonts(shelf_folder("fonts"), families)
    return Design(str(page_file), page, word, look, fonts, findings)
