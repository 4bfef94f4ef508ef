"""How an error reads: where, what is wrong, what to do."""

from __future__ import annotations

import pickle

import pytest

from briefgen.types.finding import Finding, LoadError, memory_exhausted


def test_a_finding_reads_where_what_and_then_what_to_do() -> None:
    finding = Finding(
        "unknown-reference",
        'cites "s7", which is not in sources',
        "add s7 under sources, or drop the citation",
        ("rationales", 2, "evidence"),
        file="data/china-mali.yaml",
        line=41,
    )
    assert str(finding) == (
        'data/china-mali.yaml:41: rationales[2].evidence: cites "s7", which is not in sources\n'
        "  hint: add s7 under sources, or drop the citation"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert str(Finding("c", "is a folder", file="a")) == "a: is a folder"
    assert str(Finding("c", "is full", where="one-page")) == "one-page: is full"
    assert str(Finding("c", "is wrong")) == "is wrong"


def test_a_warning_says_that_it_is_one_and_an_error_does_not() -> None:
    warning = Finding("c", "is long", severity="warning", path=("title",), file="a", line=7)
    assert str(warning) == "a:7: warning: title: is long"
    assert str(Finding("c", "is long", severity="error", file="a")) == "a: is long"


def test_memory_that_is_not_enough_is_a_finding_like_others() -> None:
    finding = memory_exhausted()
    assert finding.code == "memory-exhausted"
    assert "nothing was changed" in finding.message
    assert finding.hint


def test_an_error_reports_all_its_findings() -> None:
    error = LoadError([Finding("one", "is wrong"), Finding("two", "is too")])
    assert error.codes == ("one", "two")
    assert str(error) == "is wrong\nis too"


def test_an_error_travels_between_processes_with_all_its_findings() -> None:
    error = LoadError([Finding("one", "is wrong", path=("title",)), Finding("two", "is too")])
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.findings, str(again)) == (LoadError, error.findings, str(error))


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\r", "\u202e", "\u200b", "\ud800"])
def test_what_could_steer_a_terminal_is_written_out(character: str) -> None:
    shown = f"a\\u{ord(character):04x}b"
    text = f"a{character}b"
    finding = Finding("word-link-scheme", f'links to "{text}"', text, (text,), file=text)
    assert str(finding) == f'{shown}: {shown}: links to "{shown}"\n  hint: {shown}'


def test_a_line_feed_in_a_name_forges_no_line() -> None:
    finding = Finding("x", "is wrong", "mend it", ("a\nb",), file="c\nd")
    assert str(finding) == "c\\nd: a\\nb: is wrong\n  hint: mend it"
