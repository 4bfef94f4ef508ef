"""What a file names beside itself lies in its folder, wherever links lead."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.word import TEMPLATE

from briefgen.load import page, theme
from briefgen.load.images import read_picture
from briefgen.load.profile import content_file, read_length
from briefgen.load.resources import resources_folder
from briefgen.load.text import within
from briefgen.load.theme import read_theme
from briefgen.load.word.sheet import read_style_map
from briefgen.types.finding import BriefgenError, Finding


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file with a secret, outside every folder of a stranger's."""
    secret = tmp_path / "secret.txt"
    secret.write_text("root:x:0:0")
    return secret


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of a stranger."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def one(error: BriefgenError) -> Finding:
    (finding,) = error.findings
    assert finding.hint
    assert "root:x" not in str(finding)
    return finding


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "a/../../secret.txt",
        "link.txt",
        "folder/secret.txt",
        "/etc/passwd",
        "\\\\server\\share\\x.png",
        "//server/share/x.png",
        "C:\\x.png",
        "C:x.png",
        "a\0b",
    ],
)
def test_what_leads_outside(own: Path, outside: Path, name: str) -> None:
    (own / "link.txt").symlink_to(outside)
    (own / "folder").symlink_to(outside.parent)
    assert within(name, own) is None
    with pytest.raises(BriefgenError) as caught:
        read_picture(name, own, (100, 100))
    assert one(caught.value).code == "image-outside-root"


def test_what_lies_inside(own: Path, tmp_path: Path) -> None:
    (own / "a.txt").write_text("x")
    (own / "b.txt").symlink_to("a.txt")
    (tmp_path / "other").symlink_to(own)
    for folder in (own, tmp_path / "other"):
        for name in ("a.txt", "b.txt", "./c/../a.txt"):
            assert within(name, folder) == (own / "a.txt").resolve()


def test_a_content_template_that_is_a_link(own: Path, outside: Path) -> None:
    length = own / "own.yaml"
    built_in = (resources_folder("lengths") / "one-page.yaml").read_text()
    length.write_text(built_in.replace("one-page.md.j2", "own.md.j2"))
    (own / "own.md.j2").symlink_to(outside)
    with pytest.raises(BriefgenError) as caught:
        content_file(length, read_length(length))
    finding = one(caught.value)
    assert (finding.code, finding.file) == ("content-outside", str(own / "own.md.j2"))


def test_a_word_template_that_is_a_link(own: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.docx").write_bytes(TEMPLATE.read_bytes())
    (own / "page.yaml").write_bytes((TEMPLATE.parent / "page.yaml").read_bytes())
    (own / "template.docx").symlink_to(tmp_path / "elsewhere.docx")
    with pytest.raises(BriefgenError) as caught:
        read_theme(own)
    finding = one(caught.value)
    assert (finding.code, finding.path) == ("word-outside", ("word",))
    assert finding.line


def test_a_style_map_that_is_a_link(own: Path, outside: Path) -> None:
    (own / "styles.yaml").symlink_to(outside)
    with pytest.raises(BriefgenError) as caught:
        read_style_map(own / "styles.yaml")
    assert one(caught.value).code == "styles-outside"


def test_built_in_looks_may_be_links_as_some_installers_make_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    themes = tmp_path / "themes"
    (themes / "standard").mkdir(parents=True)
    for file in TEMPLATE.parent.iterdir():
        (themes / "standard" / file.name).symlink_to(file)
    monkeypatch.setattr(theme, "resources_file", lambda _, name: themes / name)
    monkeypatch.setattr(page, "resources_folder", lambda _: themes)
    assert read_theme("standard").page_style.styles
