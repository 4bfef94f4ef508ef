"""What a child says is believed to the last byte or not at all."""

from __future__ import annotations

import contextlib
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.isolation.terms import (
    HEAD_LIMIT,
    Confinement,
    Garbled,
    Head,
    Limits,
    Request,
    read_reply,
    read_request,
    written_reply,
    written_request,
)
from briefgen.options import BuildOptions
from briefgen.types.argument import Part
from briefgen.types.brief import BriefSummary, Omission
from briefgen.types.finding import Finding
from briefgen.types.point import Form

FILES: dict[Any, bytes] = {"pdf": b"%PDF-1.7 ...", "docx": b"PK\x03\x04 ..."}
OMISSION = Omission("why", Part.RISKS, 2, "Why", (Form.HEADLINE, Form.SUMMARY), Form.HEADLINE)
FINDING = Finding("a-code", "is é", "mend", ("risks", 2), "warning", "a.yaml", 3)
HEAD = Head(
    Confinement("kernel", "interpreter", "kernel"),
    (FINDING,),
    BriefSummary(2, 900, 97, (OMISSION,), (FINDING,)),
    {kind: len(data) for kind, data in FILES.items()},
)
SOUND = written_reply(HEAD, FILES)


def framed(head: bytes, rest: bytes = b"") -> bytes:
    return len(head).to_bytes(8) + head + rest


def reported(**changes: Any) -> bytes:
    """Return a reply whose head is changed, with the files of the sound one."""
    head = json.loads(SOUND[8 : 8 + int.from_bytes(SOUND[:8])])
    return framed(json.dumps(head | changes).encode(), b"".join(FILES.values()))


def test_a_reply_comes_back_as_it_was_written() -> None:
    assert read_reply(SOUND) == (HEAD, FILES)
    nothing = Head(HEAD.confinement, (FINDING,), None, {})
    assert read_reply(written_reply(nothing, {})) == (nothing, {})


def test_a_request_comes_back_as_it_was_written() -> None:
    options = BuildOptions("full", "x", "y", None, {"p": "any"}, ("q",))
    request = Request("a\udcff.yaml", ".", ("pdf",), options, {}, Limits())
    assert read_request(written_request(request)) == request


def test_what_is_no_unicode_is_reported_as_well_as_it_can() -> None:
    head = Head(HEAD.confinement, (Finding("x", "a\ud800b", file="c\udcff"),), None, {})
    (finding,) = read_reply(written_reply(head, {}))[0].findings
    assert (finding.message, finding.file) == ("a?b", "c?")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 7,
        b"\xff" * 40,
        SOUND[:-1],
        SOUND + b"x",
        framed(b"{}"),
        framed(b"[" * 100_000),
        framed(pickle.dumps(HEAD)),
        (HEAD_LIMIT + 1).to_bytes(8) + b" " * (HEAD_LIMIT + 1),
        reported(sizes={"pdf": 9, "docx": 9}),
        reported(sizes={"docx": 12, "pdf": 9}),
        reported(sizes={"pdf": -1, "docx": 22}),
        reported(sizes={"exe": 21}),
        reported(sizes={}),
        reported(more=1),
        reported(confinement={"files": "nobody", "network": "kernel", "processes": "kernel"}),
        reported(findings=[{"code": "x"}]),
        reported(findings=[{"code": "x", "message": ["y"]}]),
        reported(measures={"pages": "many", "words": 1, "fill_percent": 1, "omitted": []}),
        reported(measures={"pages": 1}),
    ],
    ids=range(20),
)
def test_what_is_no_reply(data: bytes) -> None:
    with pytest.raises(Garbled):
        read_reply(data)


@given(
    data=st.binary(max_size=200) | st.binary(max_size=60).map(framed),
    cut=st.integers(0, len(SOUND)),
)
def test_any_bytes_are_a_reply_or_none(data: bytes, cut: int) -> None:
    for said in (data, SOUND[:cut] + data, data + SOUND[cut:]):
        with contextlib.suppress(Garbled):
            assert sum(map(len, read_reply(said)[1].values())) < len(said)
