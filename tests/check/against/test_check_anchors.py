"""Anchors and waivers beside an argument: proposed, kept, reported where a passage has changed."""

from __future__ import annotations

import pytest
import yaml
from samples.rivers import ARTICLE, COUNT, Compared

import briefgen
from briefgen import comparison
from briefgen.check.against import check_against, proposed_anchors
from briefgen.checking import check_file
from briefgen.cli import main
from briefgen.load.article import read_article
from briefgen.load.beside_argument import read_anchors
from briefgen.types.signoff import SHARE, Anchors, Waiver


def test_anchors_are_proposed_within_their_share_of_the_article(compared: Compared) -> None:
    path = compared.argument()
    article = compared.folder / "article.md"
    argument = briefgen.load(path)
    anchors = proposed_anchors(argument, read_article(article), None)
    assert {"members", "budget", "promise", "flood", "walls"} <= set(anchors.anchors)
    assert anchors.anchors["promise"].words == "a promise to the valley" or (
        anchors.anchors["promise"].words is None
    )
    assert anchors.word_count <= len(ARTICLE.split()) * (SHARE + 0.02)


def test_a_changed_passage_is_told_as_drifted(compared: Compared) -> None:
    path = compared.argument()
    article = compared.folder / "article.md"
    comparison.anchor(briefgen.load(path), article)
    found = comparison.compare(briefgen.load(path), article).findings
    assert [each.code for each in found] == [COUNT[0]]
    article.write_text(
        ARTICLE.replace("killed three people", "hurt three people"), encoding="utf-8"
    )
    found = comparison.compare(briefgen.load(path), article).findings
    codes = {(each.code, each.path[0]) for each in found}
    assert ("anchor-drifted", "timeline") in codes
    assert ("anchor-drifted", "facts") in codes


def test_anchors_that_are_there_stay(compared: Compared) -> None:
    path = compared.argument()
    article = compared.folder / "article.md"
    _, first = comparison.anchor(briefgen.load(path), article)
    article.write_text(
        ARTICLE.replace("killed three people", "hurt three people"), encoding="utf-8"
    )
    _, second = comparison.anchor(briefgen.load(path), article)
    assert second.anchors == first.anchors


def test_anchors_hold_no_more_of_the_article_than_they_may(compared: Compared) -> None:
    path = compared.argument()
    source = read_article(compared.folder / "article.md")
    anchors = proposed_anchors(briefgen.load(path), source, None)
    name, held = next(iter(anchors.passages.items()))
    many = {f"{name}-{number}": held for number in range(60)}
    found = compared.findings(anchors=Anchors(article=source.digest, passages=many))
    assert "anchors-too-long" in {each.code for each in found}


def test_a_waiver_lets_a_finding_stand_and_is_told_when_it_is_not_needed(
    compared: Compared,
) -> None:
    source = read_article(compared.folder / "article.md")
    waiver = Waiver(code=COUNT[0], at="leavers", reason="counted by the editor", by="A. M.")
    anchors = Anchors(article=source.digest, waive=(waiver,))
    assert compared.findings(anchors=anchors) == ()
    idle = Waiver(code="copied-run", at="walls", reason="a title", by="A. M.")
    anchors = Anchors(article=source.digest, waive=(waiver, idle))
    assert [each.code for each in compared.findings(anchors=anchors)] == ["waiver-unused"]


@pytest.mark.parametrize(
    ("code", "at", "message", "hint"),
    [
        ("copied-rn", "walls", "copied-rn, which is no rule", "did you mean copied-run?"),
        ("copied-run", "wals", "wals, which is no id", "did you mean walls?"),
        ("copied-run", "argument", "lets nothing stand", "take it out"),
    ],
)
def test_a_waiver_of_what_there_is_not_names_what_is_meant(
    compared: Compared, code: str, at: str, message: str, hint: str
) -> None:
    anchors = Anchors(waive=(Waiver(code=code, at=at, reason="a title", by="A. M."),))
    (found,) = (each for each in compared.findings(anchors=anchors) if each.code != COUNT[0])
    assert (found.code, found.severity, found.hint) == ("waiver-unused", "warning", hint)
    assert message in found.message


def test_waivers_may_stand_alone_in_their_file(compared: Compared) -> None:
    path = compared.argument()
    own = path.with_name("rivers.anchors.yaml")
    waiver = f"{{code: {COUNT[0]}, at: leavers, reason: counted, by: A. M.}}"
    own.write_text(f"waive:\n  - {waiver}\n", encoding="utf-8")
    article = str(compared.folder / "article.md")
    assert [each.code for each in check_file(path, against=article)] == ["unused-fact"]


def test_the_command_prints_what_would_waive_each_finding(
    compared: Compared, capsys: pytest.CaptureFixture[str]
) -> None:
    path = compared.argument()
    against = ["--against", str(compared.folder / "article.md")]
    main(["check", str(path), *against, "--waivers"])
    printed = capsys.readouterr().out
    own = path.with_name("rivers.anchors.yaml")
    own.write_text(printed.replace("...}", "A. M.}").replace("...,", "counted,"), "utf-8")
    assert main(["check", str(path), *against]) == 0
    said = capsys.readouterr().out
    assert "unused" not in printed and "is waived in" not in said
    assert said.endswith("rivers.yaml: 1 warning\n")


def test_the_anchors_file_is_written_beside_the_argument(compared: Compared) -> None:
    path = compared.argument()
    written, anchors = comparison.anchor(briefgen.load(path), compared.folder / "article.md")
    assert written == path.with_name("rivers.anchors.yaml")
    assert read_anchors(path) == anchors
    data = yaml.safe_load(written.read_text(encoding="utf-8"))
    assert all(len(one["first"].split()) <= 4 for one in data["passages"].values())


def test_a_proposed_anchor_adds_no_finding(compared: Compared) -> None:
    """A summary says what other paragraphs than those of its nearest sentences say."""
    text = compared.argument("locator: standfirst, paragraph 1", "").read_text("utf-8")
    text = text.replace("has had other plans.", "has had other plans. Three drowned in the flood.")
    (compared.folder / "rivers.yaml").write_text(text, "utf-8")
    argument = briefgen.load(compared.folder / "rivers.yaml")
    source = read_article(compared.folder / "article.md")
    before = {(each.path, each.code) for each in check_against(argument, source)}
    made = proposed_anchors(argument, source, None)
    assert "thesis" in made.anchors
    assert {(each.path, each.code) for each in check_against(argument, source, made)} == before
