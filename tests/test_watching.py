"""`watch`: a brief is built anew on each save, and nothing that is wrong ends it."""

from __future__ import annotations

import builtins
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Event, Thread
from typing import Any

import pytest
from samples.buses import BUSES
from samples.shell import briefgen
from samples.stand_in import ROOT
from samples.word import packed, parts

from briefgen.options import BuildOptions
from briefgen.types.finding import LoadError
from briefgen.watching import Built, watch

PATIENCE_S = 20
"""A build takes a tenth of a second where nothing else runs; here others may."""


class Watched:
    """A folder with an argument, and what comes of each save."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.argument = folder / "buses.md"
        self.argument.write_text(BUSES, "utf-8")
        self.pdf, self.docx = folder / "buses.pdf", folder / "buses.docx"
        self.stop = Event()
        self.outcomes: Queue[Built] = Queue()

    def start(self, options: BuildOptions | None = None, **targets: str) -> Built:
        """Begin to watch, and return what comes of the first build."""
        named = {str(self.folder / path): kind for kind, path in targets.items()}
        files = named or {str(self.pdf): "pdf"}

        def run() -> None:
            for built in watch(self.argument, files, options, stop=self.stop):
                self.outcomes.put(built)

        self.thread = Thread(target=run, daemon=True)
        self.thread.start()
        return self.next()

    def next(self) -> Built:
        return self.outcomes.get(timeout=PATIENCE_S)

    def until(self, *, written: bool) -> Built:
        """Return the next outcome of a kind: a save in two steps may be built twice."""
        while True:
            built = self.next()
            if (built.summary is not None) is written:
                return built

    def save(self, old: str, new: str, path: Path | None = None) -> None:
        path = path or self.argument
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    made = Watched(tmp_path)
    yield made
    made.stop.set()
    made.thread.join(PATIENCE_S)
    assert not made.thread.is_alive()


def test_each_save_is_a_new_brief(watched: Watched) -> None:
    first = watched.start()
    assert first.summary is not None
    assert first.summary.pages == 1
    before = watched.pdf.read_bytes()
    watched.save("each October", "each November, in public")
    watched.until(written=True)
    assert watched.pdf.read_bytes() != before


def test_a_save_is_a_page_in_well_under_a_second(watched: Watched) -> None:
    watched.start()
    took = []
    for month in ("May", "June", "July", "August", "September"):
        watched.argument.write_text(BUSES.replace("October", month), "utf-8")
        took.append(watched.until(written=True).seconds)
    assert min(took) < 0.9, "a tenth of a second, where nothing else runs"


def test_what_is_wrong_is_told_with_its_line_and_ends_nothing(watched: Watched) -> None:
    watched.start()
    before = watched.pdf.read_bytes()
    watched.save("each October", "each October[@nobody]")
    failed = watched.until(written=False)
    (finding,) = failed.findings
    assert (finding.code, finding.line) == ("unknown-reference", 10)
    assert watched.pdf.read_bytes() == before
    watched.save("[@nobody]", "")
    assert watched.until(written=True).summary


def test_a_file_that_is_half_written_is_built_when_it_is_whole(watched: Watched) -> None:
    watched.start()
    whole = BUSES.replace("each October", "each year")
    with watched.argument.open("w", encoding="utf-8") as stream:
        stream.write(whole[:60])
        stream.flush()
        assert watched.until(written=False).findings
        stream.write(whole[60:])
    assert watched.until(written=True).summary


def test_an_editor_may_replace_the_file(watched: Watched) -> None:
    watched.start()
    for ending in ("each May", "each June"):
        new = watched.folder / ".buses.md.swp"
        new.write_text(BUSES.replace("each October", ending), "utf-8")
        new.replace(watched.argument)
        assert watched.until(written=True).summary


def test_a_file_that_is_away_for_a_moment_is_waited_for(watched: Watched) -> None:
    watched.start()
    away = watched.argument.rename(watched.folder / "away.md")
    watched.save("each October", "each May", away)
    away.rename(watched.argument)
    assert watched.next().summary


def test_a_file_that_stays_away_is_told_and_taken_when_it_is_back(watched: Watched) -> None:
    watched.start()
    away = watched.argument.rename(watched.folder / "away.md")
    assert watched.next().findings[0].code == "file-missing"
    away.rename(watched.argument)
    assert watched.next().summary


def test_templates_lengths_and_pictures_are_watched_too(watched: Watched) -> None:
    for name in ("one-page.yaml", "one-page.md.j2"):
        folder = "lengths" if name.endswith("yaml") else "content"
        shutil.copy(ROOT / "templates" / folder / name, watched.folder / name)
    shutil.copytree(ROOT / "templates" / "themes" / "standard", watched.folder / "look")
    shutil.copy(ROOT / "examples" / "one-page.png", watched.folder / "page.png")
    picture = '\n# Pictures\n- ![A page](page.png){#page permission="own"}\n'
    watched.argument.write_text(BUSES + picture, "utf-8")
    options = BuildOptions(
        length=str(watched.folder / "one-page.yaml"), template=str(watched.folder / "look")
    )
    assert watched.start(options).summary
    (watched.folder / "one-page.yaml").write_text("name: [", "utf-8")
    assert watched.until(written=False).findings[0].file == str(watched.folder / "one-page.yaml")
    shutil.copy(ROOT / "templates" / "lengths" / "one-page.yaml", watched.folder)
    assert watched.until(written=True).summary
    for path in ("one-page.md.j2", "look/page.yaml", "page.png"):
        os.utime(watched.folder / path)
        assert watched.until(written=True).summary, path


def test_a_word_brief_that_somebody_edited_is_not_written_over(watched: Watched) -> None:
    watched.start(docx="buses.docx")
    held = parts(watched.docx.read_bytes())
    held["word/document.xml"] = held["word/document.xml"].replace(b"October", b"Octobre")
    edited = packed(held)
    watched.docx.write_bytes(edited)
    watched.save("each October", "each May")
    failed = watched.until(written=False)
    assert [finding.code for finding in failed.findings] == ["target-edited"]
    assert watched.docx.read_bytes() == edited


def test_findings_are_those_of_check_too(watched: Watched) -> None:
    watched.save("each October", "each October, and 17 people watch")
    built = watched.start()
    assert built.summary
    assert "unbacked-number" in {finding.code for finding in built.findings}


def test_without_the_extra_the_error_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = builtins.__import__

    def without(name: str, *given: Any, **named: Any) -> Any:
        if name == "watchfiles":
            raise ImportError(name)
        return imported(name, *given, **named)

    monkeypatch.delitem(sys.modules, "watchfiles", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(LoadError) as caught:
        next(watch(tmp_path / "a.md", {}))
    (finding,) = caught.value.findings
    assert (finding.code, finding.hint) == (
        "extra-missing",
        'install it: pip install "briefgen[watch]"',
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.md"], "say where the brief goes: -o FILE"),
        (["a.md", "-o", "-"], "-o - prints a brief once"),
        (["-", "-o", "a.pdf"], "- is standard input"),
    ],
)
def test_the_command_refuses_what_cannot_be_watched(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    done = briefgen("watch", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr.decode()
