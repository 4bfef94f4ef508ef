"""Whatever stands within what, a tree without tracked changes has none, and nothing crashes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefgen.ooxml.build import w
from briefgen.ooxml.fields import freeze, has_changes, reject_changes
from briefgen.ooxml.names import Element, W

NAMES = ("p", "r", "t", "pPr", "rPr", "tr", "trPr", "tc", "tcPr", "ins", "del", "moveFrom",
         "moveTo", "cellIns", "pPrChange", "rPrChange", "sectPr", "sectPrChange", "fldSimple",
         "fldChar", "instrText")  # fmt: skip

NAMED = st.sampled_from(NAMES)
TREES = st.recursive(
    st.builds(w, NAMED),
    lambda inner: st.builds(lambda name, held: w(name, *held), NAMED, st.lists(inner, max_size=4)),
    max_leaves=20,
)


@given(TREES)
def test_no_change_is_left_below_the_root(root: Element) -> None:
    before = has_changes(w("body", etree.fromstring(etree.tostring(root))))
    body = w("body", root)
    assert reject_changes(body) == before
    assert not has_changes(body)
    freeze(body, lambda _: True)
    assert next(body.iter(W + "fldSimple"), None) is None


@pytest.mark.parametrize("name", ["ins", "del", "moveFrom", "fldSimple"])
def test_a_root_that_is_one_itself_is_left_alone(name: str) -> None:
    root = w(name, w("t"))
    reject_changes(root)
    freeze(root, lambda _: True)
    assert root.tag == W + name


def test_a_section_keeps_the_page_that_its_former_state_does_not_say() -> None:
    former = w("sectPr", w("pgMar", left=1701))
    change = w("sectPrChange", former)
    section = w("sectPr", w("pgSz", w=11906), w("pgMar", left=1418), w("titlePg"), change)
    reject_changes(w("body", section))
    assert [(one.tag, *one.attrib.values()) for one in section] == [
        (W + "pgSz", "11906"),
        (W + "pgMar", "1701"),
    ]
