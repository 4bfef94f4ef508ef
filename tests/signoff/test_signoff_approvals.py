"""Approvals: taken back from the sheet, carried over, lapsed, and required by a build."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.table import _Row
from samples.rivers import Compared
from samples.signed import sign

import briefgen
from briefgen.load.beside_argument import read_approvals
from briefgen.types.finding import BriefgenError, CheckError, LoadError, SaveError
from briefgen.types.signoff import Sheet


def _sheet(rivers: Compared, audience: str = "analyst", name: str = "sheet.docx") -> Sheet:
    return briefgen.signoff(
        briefgen.load(rivers.folder / "rivers.yaml"),
        rivers.folder / name,
        lengths=["one-page"],
        audiences=[audience],
        against=rivers.folder / "article.md",
        formats=["pdf"],
    )


def _signed(rivers: Compared, writer: str = "AM", reader: str = "BR") -> None:
    _sheet(rivers)
    briefgen.read_signoff(sign(rivers.folder / "sheet.docx", writer, reader))


def _build(rivers: Compared, audience: str = "analyst") -> briefgen.Brief:
    return briefgen.build(
        briefgen.load(rivers.folder / "rivers.yaml"),
        audience=audience,
        require_signoff=True,
        against=rivers.folder / "article.md",
    )


def _refused(rivers: Compared) -> list[tuple[str, str | None, int | None]]:
    with pytest.raises(CheckError) as caught:
        _build(rivers)
    return [(one.message, one.file, one.line) for one in caught.value.findings]


def test_what_both_have_signed_is_built(rivers: Compared) -> None:
    _signed(rivers)
    assert _build(rivers).pages == 1
    assert _sheet(rivers).approved == len(_sheet(rivers).rows)


def test_what_nobody_has_signed_is_refused_where_the_argument_has_it(rivers: Compared) -> None:
    found = {message: (file, line) for message, file, line in _refused(rivers)}
    file, line = found['"Ben Reed spoke of “a promise to the valley”." is not signed']
    assert file == str(rivers.folder / "rivers.yaml")
    assert "summary: >-" in Path(file).read_text("utf-8").splitlines()[(line or 0) - 1]


def test_one_signature_is_not_enough(rivers: Compared) -> None:
    _signed(rivers, reader="")
    assert {message.partition(" is not signed")[2] for message, _, _ in _refused(rivers)} == {
        " by a second reader"
    }


def test_two_copies_signed_apart_add_up(rivers: Compared) -> None:
    _sheet(rivers)
    for writer, reader in (("AM", ""), ("", "BR")):
        briefgen.read_signoff(sign(rivers.folder / "sheet.docx", writer, reader))
    assert _build(rivers).pages == 1


def test_an_approval_carries_over_to_another_output(rivers: Compared) -> None:
    _signed(rivers)
    rows = {row.sentence: row.is_approved for row in _sheet(rivers, "public", "other.docx").rows}
    assert rows["Ben Reed spoke of “a promise to the valley”."]


def test_an_approval_lapses_when_the_sentence_changes(rivers: Compared) -> None:
    _signed(rivers)
    rivers.argument("Ben Reed spoke of", "Ben Reed talked of")
    assert [message for message, _, _ in _refused(rivers)] == [
        '"Ben Reed talked of “a promise to the valley”." is not signed'
    ]


def test_an_approval_lapses_when_the_passage_changes(rivers: Compared) -> None:
    _signed(rivers)
    article = rivers.folder / "article.md"
    text = article.read_text("utf-8").replace("will pay for all of the walls", "will pay for walls")
    article.write_text(text, encoding="utf-8")
    assert all("ministry" in message for message, _, _ in _refused(rivers))


def test_the_file_that_was_signed_is_known_by_its_digest(rivers: Compared) -> None:
    _sheet(rivers)
    _, held, _ = briefgen.read_signoff(sign(rivers.folder / "sheet.docx", "AM", ""))
    assert held.files == {}
    _, held, _ = briefgen.read_signoff(sign(rivers.folder / "sheet.docx", "AM", "BR"))
    assert dict(_sheet(rivers).outputs[0].files) == held.files


def test_a_row_that_was_edited_is_reported_and_not_taken(rivers: Compared) -> None:
    _sheet(rivers)

    def change(row: _Row) -> None:
        if row.cells[1].text.startswith("Ben Reed"):
            row.cells[1].text = "Ben Reed said nothing."

    signed = sign(rivers.folder / "sheet.docx", "AM", "BR", change=change)
    _, held, read = briefgen.read_signoff(signed)
    assert [one.code for one in read.findings] == ["sheet-row-edited"]
    assert not [one for one in held.approvals.values() if one.sentence.startswith("Ben Reed")]
    assert held.files == {}


@pytest.mark.parametrize(
    ("writer", "reader", "code"),
    [("AM", "am", "sheet-same-reader"), ("4711", "BR", "sheet-initials")],
)
def test_initials_must_be_those_of_two(
    rivers: Compared, writer: str, reader: str, code: str
) -> None:
    _sheet(rivers)
    signed = sign(
        rivers.folder / "sheet.docx", writer, reader, only=lambda text: text.startswith("Ben Reed")
    )
    _, held, read = briefgen.read_signoff(signed)
    assert [one.code for one in read.findings] == [code]
    assert held.approvals == {}


def test_initials_that_take_the_place_of_others_are_told(rivers: Compared) -> None:
    _signed(rivers)
    _sheet(rivers, name="again.docx")
    signed = sign(
        rivers.folder / "again.docx", "CD", "BR", only=lambda text: text.startswith("Ben Reed")
    )
    _, _, read = briefgen.read_signoff(signed)
    assert [(one.code, one.severity) for one in read.findings] == [("approval-replaced", "warning")]


def test_a_sheet_with_initials_that_were_not_read_is_not_written_over(rivers: Compared) -> None:
    _sheet(rivers)
    signed = sign(rivers.folder / "sheet.docx", "AM", "")
    with pytest.raises(SaveError) as caught:
        _sheet(rivers, name=signed.name)
    assert caught.value.codes == ("sheet-signed",)
    briefgen.read_signoff(signed)
    _sheet(rivers, name=signed.name)


def test_what_is_no_sheet_is_not_written_over(rivers: Compared) -> None:
    for name in ("other.docx", "other.html"):
        (rivers.folder / name).write_bytes(b"somebody's own")
        with pytest.raises(SaveError) as caught:
            _sheet(rivers, name=name)
        assert caught.value.codes == ("target-foreign",)


def test_what_is_no_sheet_is_not_read(rivers: Compared) -> None:
    brief = briefgen.build(briefgen.load(rivers.folder / "rivers.yaml"))
    word = brief.save(rivers.folder / "brief.docx")
    page = rivers.folder / "sheet.html"
    for path, code in ((word, "sheet-foreign"), (page, "sheet-format")):
        with pytest.raises(LoadError) as caught:
            briefgen.read_signoff(path)
        assert caught.value.codes == (code,)


def test_a_sheet_whose_argument_is_gone_asks_for_it(rivers: Compared) -> None:
    _sheet(rivers)
    signed = sign(rivers.folder / "sheet.docx", "AM", "BR")
    moved = (rivers.folder / "rivers.yaml").rename(rivers.folder / "moved.yaml")
    with pytest.raises(LoadError) as caught:
        briefgen.read_signoff(signed)
    assert caught.value.codes == ("sheet-argument",)
    file, _, _ = briefgen.read_signoff(signed, moved)
    assert file == rivers.folder / "moved.approvals.yaml"


def test_a_fault_in_the_approvals_is_told_with_its_line(rivers: Compared) -> None:
    file = rivers.folder / "rivers.approvals.yaml"
    file.write_text("approvals:\n  abc: {sentence: x}\n", encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        read_approvals(rivers.folder / "rivers.yaml")
    (fault,) = caught.value.findings
    assert (fault.code, fault.file, fault.line) == ("not-as-written", str(file), 2)


def test_a_whole_set_builds_what_is_signed_and_keeps_nothing_that_lapsed(rivers: Compared) -> None:
    _signed(rivers)

    def build() -> list[tuple[str, bool, tuple[str, ...]]]:
        results = briefgen.build_all(
            briefgen.load(rivers.folder / "rivers.yaml"),
            rivers.folder / "out",
            lengths=["one-page"],
            audiences=["analyst"],
            formats=["pdf"],
            require_signoff=True,
            against=rivers.folder / "article.md",
        )
        return [(one.path.name, one.kept, _codes(one.error)) for one in results]

    name = "rivers-one-page-analyst.pdf"
    assert build() == [(name, False, ())]
    assert build() == [(name, True, ())]
    article = rivers.folder / "article.md"
    article.write_text(article.read_text("utf-8").replace("for all of", "for most of"), "utf-8")
    ((_, kept, codes),) = build()
    assert not kept
    assert set(codes) == {"sentence-unsigned"}


def _codes(error: BriefgenError | None) -> tuple[str, ...]:
    return error.codes if error else ()
