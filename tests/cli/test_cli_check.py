"""`briefgen check`: findings for people and for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from samples.rivers import Compared
from samples.stand_in import MALI

import briefgen
from briefgen import built_in, checking
from briefgen.cli import main
from briefgen.types.finding import Finding, LoadError

ERROR = Finding("id-unknown", 'cites "s7"', "add s7", ("risks", 2), file="a.yaml", line=41)
WARNING = Finding("unused", "is not used", severity="warning", file="a.yaml", line=7)
FILELESS = Finding("unnamed", "is odd", where="one-page", severity="warning")


def _find(monkeypatch: pytest.MonkeyPatch, *found: Finding) -> None:
    monkeypatch.setattr(checking, "check_file", lambda _, **__: found)


def test_findings_are_reported_in_the_order_of_lines_with_a_summary(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _find(monkeypatch, ERROR, WARNING, FILELESS)
    assert main(["check", "a.yaml"]) == 1
    assert capsys.readouterr() == (
        "one-page: warning: is odd\n"
        "a.yaml:7: warning: is not used\n"
        'a.yaml:41: risks[2]: cites "s7"\n'
        "  hint: add s7\n"
        "a.yaml: 1 error, 2 warnings\n",
        "",
    )


def test_warnings_alone_are_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _find(monkeypatch, WARNING)
    assert main(["check", "a.yaml"]) == 0
    assert capsys.readouterr().out.endswith("a.yaml: 1 warning\n")


def test_nothing_found_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _find(monkeypatch)
    assert main(["check", "a.yaml", "b.yaml"]) == 0
    assert capsys.readouterr().out == "a.yaml: nothing to fix\nb.yaml: nothing to fix\n"


def test_a_name_cannot_steer_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _find(monkeypatch)
    assert main(["check", "a\x1b[2J\n\u202e.yaml"]) == 0
    assert capsys.readouterr().out == "a\\u001b[2J\\n\\u202e.yaml: nothing to fix\n"


def test_quiet_reports_errors_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _find(monkeypatch, WARNING, ERROR)
    assert main(["check", "-q", "a.yaml"]) == 1
    assert capsys.readouterr().out == f"{ERROR}\n"


def test_a_file_that_cannot_be_read_does_not_hide_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def check_file(path: str, **_: object) -> tuple[Finding, ...]:
        if path == "a.yaml":
            raise LoadError([Finding("file-empty", "is empty", file=path)])
        return (WARNING,)

    monkeypatch.setattr(checking, "check_file", check_file)
    assert main(["check", "a.yaml", "b.yaml"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("a.yaml: is empty\na.yaml: 1 error\n")
    assert said.endswith("b.yaml: 1 warning\n")


def test_programs_get_every_field(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _find(monkeypatch, ERROR)
    assert main(["check", "--format", "json", "a.yaml"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "a.yaml",
            "line": 41,
            "column": None,
            "where": None,
            "path": "risks[2]",
            "severity": "error",
            "code": "id-unknown",
            "message": 'cites "s7"',
            "hint": "add s7",
        }
    ]


def test_programs_get_an_empty_list_where_nothing_is_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _find(monkeypatch)
    assert main(["check", "--format", "json", "a.yaml"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_misspelt_key_of_a_real_file_is_found_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = MALI.read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines) if text.startswith("title:"))
    lines[line] = lines[line].replace("title:", "titel:")
    path = tmp_path / "mali.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr().out
    assert f"{path}:{line + 1}: titel" in said
    assert "title" in said.split("hint:")[1]


def test_the_argument_that_comes_along_has_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(MALI)]) == 0
    assert "error" not in capsys.readouterr().out


def test_an_audience_and_lengths_reach_the_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, object]] = []

    def check(_: object, **options: object) -> tuple[Finding, ...]:
        asked.append(options)
        return ()

    monkeypatch.setattr(checking, "check_file", check)
    assert main(["check", "a.yaml"]) == 0
    options = ["--audience", "public", "--length", "one-page", "--length", "full"]
    assert main(["check", "a.yaml", *options]) == 0
    unset = {"template": None, "fonts": None, "against": None}
    assert asked == [
        {"audience": None, "lengths": None, **unset},
        {"audience": "public", "lengths": ("one-page", "full"), **unset},
    ]


def test_a_form_that_a_length_lacks_is_found_in_a_real_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = MALI.read_text(encoding="utf-8")
    start = text.index("      summary: >-\n", text.index("- id: risk-state"))
    end = text.index("      detail:", start)
    path = tmp_path / "mali.yaml"
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert main(["check", str(path), "--length", "one-page"]) == 0
    assert "forms: has no summary, which one-page would print" in capsys.readouterr().out
    assert main(["check", str(path), "--length", "full"]) == 0
    assert "would print" not in capsys.readouterr().out


def test_an_unknown_audience_is_reported_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(MALI), "--audience", "nobody"]) == 1
    assert "nobody" in capsys.readouterr().out


def test_what_is_checked_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--rules"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "unbacked-number warning Every number in prose is a fact." in lines
    assert "headline-too-long error Headlines have at most 12 words." in lines
    assert len(lines) == len(built_in.rules())
    assert main(["check", "--rules", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in listed] == [code for code, _, _ in built_in.rules()]


def test_without_a_file_there_is_nothing_to_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 2
    assert "say which file to check" in capsys.readouterr().err


def test_warnings_are_reported_beside_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything at once: a reference that leads nowhere hides no relative date."""
    text = MALI.read_text("utf-8").replace("[@s30]", "[@s99]", 1)
    file = tmp_path / "mali.yaml"
    file.write_text(text.replace("A larger Chinese role", "Yesterday a larger role", 1), "utf-8")
    assert main(["check", str(file), "--format", "json"]) == 1
    found = {(one["code"], one["severity"]) for one in json.loads(capsys.readouterr().out)}
    assert {("unknown-reference", "error"), ("relative-date", "warning")} <= found


@pytest.mark.parametrize("suffix", [".yaml", ".md"])
def test_locators_that_are_missing_are_written_and_nothing_else_changes(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compared = Compared(tmp_path)
    path, article = compared.argument(), str(tmp_path / "article.md")
    if suffix == ".md":
        assert main(["convert", str(path), str(tmp_path / "rivers.md")]) == 0
        path = tmp_path / "rivers.md"
    whole = path.read_text("utf-8")
    gone = re.sub(
        r'(?m)(?<=^# Context) \{at="paragraph 2"\}|\n    locator: paragraph 2$', "", whole
    )
    assert gone != whole
    path.write_text(gone, "utf-8")
    assert main(["anchor", str(path), "--against", article, "--locators"]) == 0
    assert f"{path}: 2 locators written; read them" in capsys.readouterr().out
    changed = briefgen.load(path)
    assert [one.locator for one in changed.context] == [
        "paragraph 2", "paragraph 2", "paragraphs 2 and 3",
    ]  # fmt: skip
    lines = {*path.read_text("utf-8").splitlines()} - {*gone.splitlines()}
    assert all("paragraph 2" in line for line in lines)


def test_an_argument_is_compared_with_its_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compared = Compared(tmp_path)
    path, article = compared.argument(), tmp_path / "article.md"
    assert main(["check", str(path), "--against", str(article)]) == 0
    assert "a count that the article does not make" in capsys.readouterr().out
    assert main(["check", str(path), "--against", str(article), "--strict"]) == 1
    assert main(["anchor", str(path), "--against", str(article)]) == 0
    assert "anchors, " in capsys.readouterr().out
    assert path.with_name("rivers.anchors.yaml").is_file()
    path = compared.argument("scale: million", "scale: billion")
    assert main(["check", str(path), "--against", str(article), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {"figure-not-in-source"} <= {each["code"] for each in told}


def test_what_can_be_read_of_an_argument_is_compared_and_the_rest_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compared = Compared(tmp_path)
    path = compared.argument("405, scale: million", "405, scale: dozen")
    path.write_text(path.read_text("utf-8").replace("value: 16400", "value: 16500"), "utf-8")
    article = str(tmp_path / "article.md")
    assert main(["check", str(path), "--against", article, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert ("figure-not-in-source", "facts[0].value") in {
        (one["code"], one["path"]) for one in found
    }
    assert [one["code"] for one in found if one["path"] == "facts[1].scale"] == ["not-a-choice"]
    left_out = [one["message"] for one in found if one["code"] == "not-compared"]
    assert left_out == ["facts[1].scale cannot be read, and is not compared with the article"]
    assert main(["check", str(path), "--format", "json"]) == 1
    codes = [each["code"] for each in json.loads(capsys.readouterr().out)]
    assert codes
    assert "not-compared" not in codes


def test_a_headline_that_is_too_long_is_compared_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Compared(tmp_path).argument(
        "Not every flood is held back by the dams",
        "More, and every flood is held back by the dams that the board has in its care",
    )
    article = str(tmp_path / "article.md")
    assert main(["check", str(path), "--against", article, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    of_it = {one["code"] for one in found if one["path"] == "context[0].forms.headline"}
    assert {"headline-too-long", "polarity-differs"} <= of_it
    assert "not-compared" not in {one["code"] for one in found}


def test_a_finding_about_a_title_in_markdown_names_the_title(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.md"
    title = "title: " + " ".join(["Word"] * 15)
    path.write_text(f"---\n{title}\narticle: {{title: A}}\n---\n\nSo it is.\n", "utf-8")
    assert main(["check", str(path), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert ("headline-too-long", "title", 2) in {(o["code"], o["path"], o["line"]) for o in found}


def test_findings_are_told_in_sarif(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = Compared(tmp_path).argument("Ben Reed spoke of [>promise]", "He spoke of [>vow]")
    assert main(["check", str(path), "--format", "sarif"]) == 1
    log = json.loads(capsys.readouterr().out)
    (run,) = log["runs"]
    (result,) = [each for each in run["results"] if each["level"] == "error"]
    assert (log["version"], result["ruleId"]) == ("2.1.0", "unknown-reference")
    assert "unknown-reference" in {each["id"] for each in run["tool"]["driver"]["rules"]}
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == str(path)
    assert place["region"]["startLine"] > 1
