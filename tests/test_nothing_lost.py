"""No door writes over an input, over what somebody edited, or over what briefgen did not write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from docx.document import Document
from samples.pictured import FERRY, pictured
from samples.stand_in import MALI, ROOT

import briefgen
from briefgen import SaveError
from briefgen.cli import main
from briefgen.overwrite import refuse_loss


@pytest.fixture(scope="module")
def brief() -> briefgen.Brief:
    return briefgen.build(briefgen.load(MALI))


@pytest.fixture
def word(brief: briefgen.Brief, tmp_path: Path) -> Path:
    return brief.save(tmp_path / "mali.docx")


def refused(call: Callable[[], object]) -> tuple[str, ...]:
    with pytest.raises(SaveError) as caught:
        call()
    assert all(finding.hint and finding.file for finding in caught.value.findings)
    return caught.value.codes


def edited(file: Path, change: Callable[[Document], object]) -> None:
    """Edit a Word file as somebody does, by another program."""
    document = docx.Document(str(file))
    change(document)
    document.save(str(file))


def with_part(file: Path, part: str, old: bytes, new: bytes) -> None:
    """Change a part of a Word file."""
    with zipfile.ZipFile(file) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert old in held[part]
    held[part] = held[part].replace(old, new, 1)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    file.write_bytes(stream.getvalue())


def another_text(document: Document) -> None:
    document.paragraphs[1].add_run(" and so on")


def a_comment(document: Document) -> None:
    runs = next(one.runs for one in document.paragraphs if one.runs)
    document.add_comment(runs, text="Is that so?", author="Ann Lee")


def a_tracked_change(file: Path) -> None:
    body, name = b"<w:body>", b'<w:ins w:id="9" w:author="Bo" w:date="2026-01-02T00:00:00Z"><w:r/>'
    new = body + b"<w:p>" + name + b"</w:ins></w:p>"
    with_part(file, "word/document.xml", body, new)


def a_footer(document: Document) -> None:
    document.sections[0].footer.paragraphs[0].add_run("and so on")


# What briefgen wrote is written over


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_file_that_nobody_has_changed_is_written_over(
    brief: briefgen.Brief, tmp_path: Path, kind: str
) -> None:
    file = brief.save(tmp_path / f"mali.{kind}")
    other = briefgen.build(briefgen.load(MALI), audience="public", template="press")
    other.save(file)
    assert file.read_bytes() == other.to_bytes(kind)
    assert main(["build", str(MALI), "-o", str(file), "-q"]) == 0
    assert file.read_bytes() == brief.to_bytes(kind)


def test_a_new_and_an_empty_file_are_written(brief: briefgen.Brief, tmp_path: Path) -> None:
    (tmp_path / "mali.pdf").touch()
    assert brief.save(tmp_path / "mali.pdf").read_bytes() == brief.to_bytes("pdf")


# What somebody edited is not


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda file: edited(file, another_text), "1 point"),
        (lambda file: edited(file, a_comment), "1 comment"),
        (a_tracked_change, "1 tracked change"),
        (lambda file: edited(file, a_footer), "saved by another program"),
    ],
    ids=["text", "comment", "tracked change", "footer"],
)
def test_a_word_brief_that_somebody_saved_is_kept_at_every_door(
    brief: briefgen.Brief, word: Path, change: Callable[[Path], None], said: str
) -> None:
    change(word)
    before = word.read_bytes()
    with pytest.raises(SaveError) as caught:
        brief.save(word)
    (finding,) = caught.value.findings
    assert (finding.code, finding.file) == ("target-edited", str(word))
    assert said in finding.message or "outside points" in finding.message
    assert "briefgen recover" in finding.hint
    assert "force=True" in finding.hint
    isolated = briefgen.build_untrusted(MALI, formats=["docx"])
    assert refused(lambda: isolated.save(word)) == ("target-edited",)
    assert main(["build", str(MALI), "-o", str(word)]) == 1
    assert word.read_bytes() == before
    brief.save(word, force=True)
    assert word.read_bytes() == brief.to_bytes("docx")


def test_recover_reports_comments_and_tracked_changes_by_author_and_date(word: Path) -> None:
    assert briefgen.recover(word).reviews == ()
    assert briefgen.recover(word).as_written
    edited(word, a_comment)
    a_tracked_change(word)
    found = briefgen.recover(word)
    assert not found.as_written
    assert {(one.kind, one.author) for one in found.reviews} == {
        ("comment", "Ann Lee"),
        ("insertion", "Bo"),
    }
    assert all(one.date for one in found.reviews)


def test_a_pdf_with_an_annotation_is_kept(brief: briefgen.Brief, tmp_path: Path) -> None:
    file = brief.save(tmp_path / "mali.pdf")
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text)
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([note]))
        pdf.save(file)
    assert refused(lambda: brief.save(file)) == ("target-edited",)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7\nby somebody else\n%%EOF\n"),
        ("a.docx", (ROOT / "templates" / "themes" / "press" / "template.docx").read_bytes()),
        ("a.docx", b"PK\x03\x04 damaged"),
        ("a.pdf", b"notes\n"),
    ],
)
def test_a_file_that_briefgen_did_not_write_is_kept(
    brief: briefgen.Brief, tmp_path: Path, name: str, data: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert refused(lambda: brief.save(file)) == ("target-foreign",)
    assert file.read_bytes() == data
    brief.save(file, force=True)
    assert file.read_bytes() != data


# What a brief is made of is never written over


def own_files(folder: Path) -> dict[str, Path]:
    """Return files of a user's own in a folder, by the option that names them."""
    argument = folder / "mali.yaml"
    argument.write_bytes(MALI.read_bytes())
    template = folder / "foreign.docx"
    template.write_bytes((ROOT / "templates/themes/standard/template.docx").read_bytes())
    page_style = briefgen.new(folder / "look", template="standard")
    return {
        "argument": argument,
        "length": briefgen.new(folder / "own-length.yaml", length="one-page"),
        "content": folder / "own-length.md.j2",
        "audience": briefgen.new(folder / "own-reader.yaml", audience="public"),
        "look": page_style / "template.docx",
        "page": page_style / "page.yaml",
    }


@pytest.mark.parametrize("which", ["argument", "length", "content", "audience", "look", "page"])
@pytest.mark.parametrize("way", ["path", "spelling", "symlink", "hard link"])
def test_no_input_is_written_over_by_whatever_path_even_by_force(
    tmp_path: Path, which: str, way: str, capsys: pytest.CaptureFixture[str]
) -> None:
    files = own_files(tmp_path)
    target, before = files[which], files[which].read_bytes()
    if way == "spelling":
        target = tmp_path / "look" / ".." / target.relative_to(tmp_path)
    elif way != "path":
        link = tmp_path / "link.pdf"
        (link.symlink_to if way == "symlink" else link.hardlink_to)(target)
        target = link
    options: dict[str, Any] = {
        "length": files["length"],
        "audience": files["audience"],
        "template": tmp_path / "look",
    }
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    kind = "docx" if target.suffix == ".docx" else "pdf"
    command = ["build", str(files["argument"]), *words, "--format", kind, "--force"]
    assert main([*command, "-o", str(target)]) == 1
    assert "is a file that the brief is made of" in capsys.readouterr().err
    built = briefgen.build(briefgen.load(files["argument"]), **options)
    assert refused(lambda: refuse_loss([target], built._made.inputs, force=True)) == (
        "target-is-input",
    )
    assert files[which].read_bytes() == before


def test_a_picture_and_a_font_are_inputs(tmp_path: Path) -> None:
    argument = pictured(tmp_path, FERRY)
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    font = fonts / "Carlito-Regular.ttf"
    font.write_bytes((ROOT / "templates/fonts/Carlito-Regular.ttf").read_bytes())
    inputs = briefgen.build(argument, fonts=fonts)._made.inputs
    both = [tmp_path / "pictures" / "ferry.jpg", font]
    assert refused(lambda: refuse_loss(both, inputs, force=True)) == ("target-is-input",) * 2


# Many files


def test_all_files_of_a_set_are_looked_at_before_the_first_is_built(tmp_path: Path) -> None:
    argument = briefgen.load(MALI)
    given: dict[str, Any] = {"lengths": ["one-page"], "audiences": ["public", "analyst"]}
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "china-mali-one-page-analyst.docx").write_bytes(b"mine")
    (folder / "china-mali-one-page-public.pdf").write_bytes(b"mine, too")
    with pytest.raises(SaveError) as caught:
        briefgen.build_all(argument, folder, **given)
    assert caught.value.codes == ("target-foreign", "target-foreign")
    assert len(list(folder.iterdir())) == 2, "nothing was written"
    results = briefgen.build_all(argument, folder, force=True, **given)
    assert [result.error for result in results] == [None] * 4


def test_an_edited_file_of_a_set_stops_it_although_all_else_is_new(tmp_path: Path) -> None:
    argument = briefgen.load(MALI)
    given: dict[str, Any] = {"lengths": ["one-page"], "audiences": ["public"]}
    briefgen.build_all(argument, tmp_path, **given)
    file = tmp_path / "china-mali-one-page-public.docx"
    edited(file, another_text)
    assert refused(lambda: briefgen.build_all(argument, tmp_path, **given)) == ("target-edited",)
    (tmp_path / ".briefgen-manifest.json").unlink()
    assert refused(lambda: briefgen.build_all(argument, tmp_path, **given)) == ("target-edited",)
    new = briefgen.mark(argument, number="7")
    file.unlink()
    assert [one.error for one in briefgen.build_all(new, tmp_path, **given)] == [None] * 2


def test_a_row_never_writes_over_what_the_rows_are_made_of(tmp_path: Path) -> None:
    argument = briefgen.load(MALI)
    template = tmp_path / "foreign.docx"
    template.write_bytes((ROOT / "templates/themes/standard/template.docx").read_bytes())
    rows = tmp_path / "rows.csv"
    rows.write_text("name,title\nforeign,Another title\nother,A title\n", encoding="utf-8")
    found = refused(
        lambda: briefgen.build_each(
            argument, rows, tmp_path, name="{name}", template=template, force=True
        )
    )
    assert found == ("target-is-input",)
    assert not (tmp_path / "other.docx").exists()


# The command


def test_two_outputs_are_two_files_of_one_brief(
    brief: briefgen.Brief, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / "a.pdf", tmp_path / "a.docx"]
    assert main(["build", str(MALI), *(w for file in files for w in ("-o", str(file)))]) == 0
    assert [file.read_bytes() for file in files] == [
        brief.to_bytes("pdf"),
        brief.to_bytes("docx"),
    ]
    assert [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()] == [
        str(file) for file in files
    ]


def test_of_two_outputs_none_is_written_where_one_would_lose_something(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"mine")
    files = ["-o", str(tmp_path / "a.pdf"), "-o", str(tmp_path / "a.docx")]
    assert main(["build", str(MALI), *files]) == 1
    assert not (tmp_path / "a.pdf").exists()


def test_one_file_cannot_be_two_outputs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = tmp_path / "x" / ".." / "a.pdf"
    (tmp_path / "x").mkdir()
    files = ["-o", str(tmp_path / "a.pdf"), "-o", str(again)]
    assert main(["build", str(MALI), *files]) == 2
    assert "the same file twice" in capsys.readouterr().err
