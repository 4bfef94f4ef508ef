"""What the options of `build` ask for, before anything is read."""

from __future__ import annotations

from typing import Any

import click
import pytest

from briefgen.cli.order import One, Several, order


def _order(**given: Any) -> One | Several:
    nothing: dict[str, Any] = {
        "output": None,
        "folder": None,
        "every": False,
        "formats": (),
        "lengths": (),
        "audiences": (),
    }
    return order(**(nothing | given))


@pytest.mark.parametrize(
    ("output", "formats", "expected"),
    [
        ("mali.pdf", (), "pdf"),
        ("mali.docx", (), "docx"),
        ("MALI.PDF", (), "pdf"),
        ("mali.pdf", ("pdf",), "pdf"),
        ("mali", ("docx",), "docx"),
        ("mali.tmp", ("docx",), "docx"),
        ("-", ("pdf",), "pdf"),
    ],
)
def test_the_suffix_names_the_format_and_an_option_where_it_does_not(
    output: str, formats: tuple[str, ...], expected: str
) -> None:
    asked = _order(output=output, formats=formats)
    assert asked == One(output, expected, "one-page", "decision-maker")  # type: ignore[arg-type]


def test_a_folder_gets_both_formats_of_the_default_brief() -> None:
    asked = _order(folder="out")
    assert asked == Several("out", ("pdf", "docx"), ("one-page",), ("decision-maker",))


def test_all_leaves_open_what_is_not_named() -> None:
    assert _order(folder="out", every=True) == Several("out", ("pdf", "docx"), None, None)
    asked = _order(folder="out", every=True, lengths=("full",), formats=("pdf",))
    assert asked == Several("out", ("pdf",), ("full",), None)


def test_a_folder_takes_several_of_each() -> None:
    asked = _order(folder="out", lengths=("one-page", "full"), audiences=("public", "analyst"))
    assert asked == Several("out", ("pdf", "docx"), ("one-page", "full"), ("public", "analyst"))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "say where the brief goes"),
        ({"every": True}, "give a folder"),
        ({"every": True, "output": "mali.pdf"}, "give a folder"),
        ({"output": "mali.pdf", "folder": "out"}, "not both"),
        ({"output": "mali.pdf", "formats": ("docx",)}, "ends in .pdf, but --format asks for docx"),
        ({"output": "mali.txt"}, "ends in .txt; name it .pdf or .docx"),
        ({"output": "mali"}, "has no suffix; name it .pdf or .docx"),
        ({"output": "-"}, "needs a format"),
        ({"output": ""}, "an empty name"),
        ({"output": "/tmp"}, "/tmp is a folder; -d /tmp writes both formats there"),
        ({"output": "a.pdf", "lengths": ("one-page", "full")}, "--length is given 2 times"),
        ({"output": "a.pdf", "audiences": ("a", "b", "c")}, "--audience is given 3 times"),
        ({"output": "-", "formats": ("pdf", "docx")}, "--format is given 2 times"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(given: dict[str, Any], message: str) -> None:
    with pytest.raises(click.UsageError) as caught:
        _order(**given)
    assert message in caught.value.message
