"""Characters that no face at hand has: each is named, before a page or a Word file is made."""

from __future__ import annotations

import pytest
from samples.laid import FACES, FONTS, METADATA, of_texts, text

from briefgen.render.glyphs import characters
from briefgen.render.pdf import render_pdf
from briefgen.types.finding import Finding, RenderError
from briefgen.types.laid import TextMark


def refused(*texts: TextMark) -> list[Finding]:
    with pytest.raises(RenderError) as caught:
        render_pdf(of_texts(*texts), METADATA, FONTS)
    assert {finding.code for finding in caught.value.findings} == {"glyph-missing"}
    assert all(finding.hint for finding in caught.value.findings)
    return list(caught.value.findings)


def test_what_the_faces_have_passes() -> None:
    assert render_pdf(of_texts(text(0, 0, "Café in Αθήνα, Київ", None)), METADATA, FONTS)


def test_each_character_is_named_once_for_each_face_that_lacks_it() -> None:
    found = refused(
        text(0, 0, "the word 中国", None),
        text(0, 9_000, "again 中", None),
        text(0, 18_000, "中", None, "Caladea-Regular"),
    )
    assert [finding.message for finding in found] == [
        '"中": Caladea-Regular cannot print "中" (U+4E2D)',
        '"the word 中国": Carlito-Regular cannot print "中" (U+4E2D)',
        '"the word 中国": Carlito-Regular cannot print "国" (U+56FD)',
    ]


@pytest.mark.parametrize(
    ("words", "excerpt"),
    [
        ("b" * 30 + "中" + "a" * 29, "b" * 30 + "中" + "a" * 29),
        ("b" * 31 + "中" + "a" * 30, "b" * 30 + "中" + "a" * 29),
        ("b" * 20 + " " * 10 + "中" + "a" * 60, "b" * 20 + " " * 10 + "中" + "a" * 29),
        ("bb中 ", "bb中"),
        ("a中b中c", "a中b中c"),
        ("中" + "a" * 40 + "中", "中" + "a" * 29),
    ],
)
def test_what_stands_around_the_first_is_quoted_thirty_characters_each_way(
    words: str, excerpt: str
) -> None:
    (finding,) = refused(text(0, 0, words, None))
    assert finding.message.startswith(f'"{excerpt}": ')


def test_the_characters_of_a_face_are_those_of_all_its_texts() -> None:
    texts = [
        text(0, 0, "ab", None),
        text(0, 0, "b", None, "Caladea-Regular"),
        text(0, 0, "c", None),
    ]
    used, _ = characters(texts, FACES)
    assert used == {"Carlito-Regular": {*b"abc"}, "Caladea-Regular": {*b"b"}}


def test_a_character_counts_as_that_of_the_face_that_prints_it() -> None:
    texts = [text(0, 0, "a⇒₿", None), text(0, 0, "ქ", None, "Caladea-Bold")]
    used, printing = characters(texts, FACES)
    assert printing.keys() == used.keys()
    assert used == {
        "Carlito-Regular": {ord("a")},
        "fallback-DejaVuSans": {ord("⇒")},
        "fallback-NotoSans-Regular": {ord("₿")},
        "fallback-DejaVuSerif-Bold": {ord("ქ")},
    }


def test_what_no_face_prints_is_reported_by_its_place_where_that_is_known() -> None:
    """The words of a content template stand in no argument, so what is around them is quoted."""
    place = Finding("glyph-missing", "holds 中", path=("title",), file="a.yaml", line=3)

    def placed(missing: frozenset[int]) -> tuple[Finding, ...]:
        return (place,) if ord("中") in missing else ()

    marks = of_texts(text(0, 0, "the word 中国", None))
    with pytest.raises(RenderError) as caught:
        render_pdf(marks, METADATA, FONTS, placed)
    assert caught.value.findings[0] is place
    assert [finding.message for finding in caught.value.findings[1:]] == [
        '"the word 中国": Carlito-Regular cannot print "国" (U+56FD)'
    ]
