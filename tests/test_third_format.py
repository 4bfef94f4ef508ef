"""A third format is one module and one line: a web page of ten, in a copy of the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from samples.stand_in import MALI, ROOT

MODULE = '''"""A brief as a web page."""

from html import escape

from briefgen.render.glyphs import Printed
from briefgen.render.text import render_text


def write(printed: Printed) -> bytes:
    """Return the text of a brief as a web page."""
    language, title = printed.content.metadata.language, printed.content.metadata.title
    lines = render_text(printed.content, printed.table_label).splitlines()
    body = "".join(f"<p>{escape(line)}</p>\\n" for line in lines)
    head = f'<html lang="{language}"><meta charset="utf-8"><title>{escape(title)}</title>'
    return f"<!DOCTYPE html>\\n{head}\\n{body}</html>\\n".encode()
'''
LINE = '        Format("html", "text/html", b"<!DOCTYPE html>", "briefgen.render.html"),\n'
AFTER = '        Format("pdf", "application/pdf", b"%PDF-", "briefgen.render.pdf"),\n'


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the module and the line."""
    folder = tmp_path_factory.mktemp("project")
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("briefgen", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    (folder / "briefgen" / "render" / "html.py").write_text(MODULE, encoding="utf-8")
    options = folder / "briefgen" / "options.py"
    text = options.read_text(encoding="utf-8")
    assert text.count(AFTER) == 1
    options.write_text(text.replace(AFTER, AFTER + LINE), encoding="utf-8")
    return folder


def run(copy: Path, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_suffix_of_a_file_asks_for_it(copy: Path, tmp_path: Path) -> None:
    done = run(copy, "-m", "briefgen", "build", MALI, "-o", "a.HTML", "-o", "a.pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "a.HTML").read_text(encoding="utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en')
    assert "<p># " in page
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_a_folder_gets_it_too_under_a_name_like_the_others(copy: Path, tmp_path: Path) -> None:
    done = run(copy, "-m", "briefgen", "build", MALI, "-d", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    name = "china-mali-one-page-decision-maker"
    assert sorted(file.name for file in (tmp_path / "out").glob("[!.]*")) == [
        f"{name}.docx",
        f"{name}.html",
        f"{name}.pdf",
    ]


def test_help_offers_it(copy: Path, tmp_path: Path) -> None:
    done = run(copy, "-m", "briefgen", "build", "--help", cwd=tmp_path)
    assert "--format [pdf|html|docx]" in done.stdout


@pytest.mark.parametrize(
    ("output", "wanted"),
    [
        ("a.odt", "ends in .odt; name it .pdf, .html or .docx, or add --format"),
        ("-", "needs a format: --format pdf or --format html or --format docx"),
    ],
)
def test_errors_name_it(copy: Path, tmp_path: Path, output: str, wanted: str) -> None:
    done = run(copy, "-m", "briefgen", "build", MALI, "-o", output, cwd=tmp_path)
    assert done.returncode == 2
    assert wanted in " ".join(done.stderr.split())


def test_python_knows_it(copy: Path, tmp_path: Path) -> None:
    """By name, by suffix, where a format is refused, and in a process that sees little else."""
    code = f"""
import briefgen
brief = briefgen.build(briefgen.load({str(MALI)!r}))
assert brief.save("a.html").read_bytes() == brief.to_bytes("HTML")
assert brief.text_in("html") == brief.text
for wrong in (lambda: brief.to_bytes("odt"), lambda: brief.save("a.odt")):
    try:
        wrong()
    except briefgen.BriefgenError as error:
        print(error.findings[0].hint)
"""
    done = run(copy, "-c", code, cwd=tmp_path)
    assert done.stdout.splitlines() == [
        "formats are pdf, html, docx",
        "name it .pdf, .html or .docx",
    ], done.stderr


@pytest.mark.linux
def test_a_file_that_nobody_trusts_is_built_in_it(copy: Path, tmp_path: Path) -> None:
    code = f"""
import briefgen
page = briefgen.build_untrusted({str(MALI)!r}, formats=["html"]).to_bytes("html")
assert page == briefgen.build(briefgen.load({str(MALI)!r})).to_bytes("html")
"""
    done = run(copy, "-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
