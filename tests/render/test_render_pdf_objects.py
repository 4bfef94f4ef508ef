"""What stands beside ReportLab's own objects: another reader gets back what was written."""

from __future__ import annotations

import io
import zlib
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf.generic import read_object
from reportlab.pdfbase.pdfdoc import DummyDoc, PDFDictionary, PDFDocument, PDFString

from briefgen.render.pdf.objects import Entries, Stream, array, deflated, name_tree, text_string

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def read(string: PDFString) -> object:
    return read_object(io.BytesIO(string.format(DummyDoc()) + b" "), None)


@given(ANY_TEXT)
@example("soft\u00adhyphen")
@example("þÿ, which begins like a byte-order mark")
@example("a (b) \\")
def test_any_text_is_read_back(text: str) -> None:
    assert read(text_string(text)) == text


def test_reportlab_alone_would_lose_a_soft_hyphen() -> None:
    """When this fails, `text_string` has outlived its reason."""
    assert read(PDFString("soft\u00adhyphen")) != "soft\u00adhyphen"


@given(st.binary(max_size=200))
@example(b"ends in a return\r")
def test_an_end_of_line_outside_the_data_stands_before_endstream(data: bytes) -> None:
    written = Stream(data, plain=True).format(PDFDocument())
    head, _, rest = written.partition(b"\nstream\n")
    assert rest == data + b"\r\nendstream\n"
    assert f"/Length {len(data)}\n".encode() in head
    assert b"/Filter" not in head


def test_a_stream_is_deflated_once() -> None:
    data = b"0 0 10 10 re f " * 50
    written = Stream(data).format(PDFDocument())
    assert written.count(b"/FlateDecode") == 1
    assert b"stream\n" + zlib.compress(data, 4) + b"\r\nendstream\n" in written
    again = deflated(zlib.compress(data, 4)).format(PDFDocument())
    assert again.partition(b"stream\n")[2] == written.partition(b"stream\n")[2]


@given(st.lists(ANY_TEXT, unique=True))
def test_names_stand_in_the_order_of_their_bytes(names: list[str]) -> None:
    tree = name_tree({name: index for index, name in enumerate(names)})
    read_back = read_object(io.BytesIO(tree.format(PDFDocument())), None)
    assert read_back is not None
    flat = [*read_back["/Names"]]  # type: ignore[index]
    keys = [each.original_bytes for each in flat[::2]]
    assert keys == sorted(name.encode() for name in names)
    assert [names[index].encode() for index in flat[1::2]] == keys


@pytest.mark.parametrize("entries", [{}, {"N": 3}])
def test_the_entries_of_a_stream_are_not_shared(entries: dict[str, object]) -> None:
    before = dict(entries)
    Stream(b"x", entries).format(PDFDocument())
    assert entries == before


@given(st.dictionaries(st.text("ABab", min_size=1, max_size=9), st.integers(), max_size=20))
def test_entries_are_read_back_as_reportlab_would_have_them_read(entries: dict[str, int]) -> None:
    written = [
        kind({key: b"%d" % value for key, value in entries.items()}).format(PDFDocument())
        for kind in (Entries, PDFDictionary)
    ]
    ours, theirs = (read_object(io.BytesIO(each), None) for each in written)
    assert ours == theirs
    assert len(ours) == len(entries)  # type: ignore[arg-type]


@given(st.lists(st.integers(), max_size=40))
def test_an_array_is_read_back(values: list[int]) -> None:
    written = io.BytesIO(array([b"%d" % value for value in values]))
    assert [*cast(list[int], read_object(written, None))] == values
