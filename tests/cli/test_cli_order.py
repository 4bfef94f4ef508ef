"""What the options of `build` ask for, before anything is read."""

from __future__ import annotations

from typing import Any

import click
import pytest
from samples.ordered import ordered

from briefgen.cli.order import One, Several, Target
from briefgen.options import BuildOptions


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
    asked = ordered(output=output, formats=formats)
    assert asked == One((Target(output, expected),), BuildOptions("one-page", "decision-maker"))


def test_a_folder_gets_both_formats_of_the_default_brief() -> None:
    asked = ordered(folder="out")
    assert asked == Several(
        "out", ("pdf", "docx"), ("one-page",), ("decision-maker",), BuildOptions()
    )


def test_all_leaves_open_what_is_not_named() -> None:
    assert ordered(folder="out", every=True) == Several(
        "out", ("pdf", "docx"), None, None, BuildOptions()
    )
    asked = ordered(folder="out", every=True, lengths=("full",), formats=("pdf",))
    assert asked == Several("out", ("pdf",), ("full",), None, BuildOptions())


def test_a_folder_takes_several_of_each() -> None:
    asked = ordered(folder="out", lengths=("one-page", "full"), audiences=("public", "analyst"))
    assert isinstance(asked, Several)
    assert (asked.lengths, asked.audiences) == (("one-page", "full"), ("public", "analyst"))


def test_look_and_hand_are_wished_of_every_brief() -> None:
    wished: dict[str, Any] = {"template": "ours.docx", "fonts": "fonts", "exclude": ("us",)}
    wished["pin"] = {"war": "any"}
    assert ordered(folder="out", **wished).options == BuildOptions(**wished)
    assert ordered(output="a.pdf", **wished).options == BuildOptions(**wished)


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
        ({"output": "/tmp"}, "/tmp is a folder; -d /tmp writes every format there"),
        ({"output": "a.pdf", "lengths": ("one-page", "full")}, "--length is given 2 times"),
        ({"output": "a.pdf", "audiences": ("a", "b", "c")}, "--audience is given 3 times"),
        ({"output": "-", "formats": ("pdf", "docx")}, "--format is given 2 times"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(given: dict[str, Any], message: str) -> None:
    with pytest.raises(click.UsageError) as caught:
        ordered(**given)
    assert message in caught.value.message
