"""Sources come out of BibTeX, CSL-JSON and RIS, and what cannot be read is told at its line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from samples.cited import citing

import briefgen
from briefgen.checking import check_file
from briefgen.compose.deferred import entry
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import Words
from briefgen.load.inputs import input_files
from briefgen.load.labels import read_labels
from briefgen.types.argument import Argument
from briefgen.types.finding import LoadError
from briefgen.types.prose import text_of

BIB = r"""
@string{oup = "Oxford University Press"}
@article{smith2019,
  author = {M{\"u}ller, J{\"o}rg and Ludwig van Beethoven and {Fauna \& Flora International}},
  title = "{NATO} and 10\% of H$_2$O -- a study",
  journal = {Journal of Things}, volume = 12, number = {3}, pages = {36--48},
  year = 2019, month = mar, doi = {https://doi.org/10.1000/xyz_123},
  abstract = {Nobody reads this}
}
@book{Smith_2015, author={Smith, Jr., Mary A.}, title={On Books}, publisher = oup # { and Co},
  address={Oxford}, year=2015, edition={2nd}}
@techreport{who:2011/1, author={{World Health Organization}}, title={A report}, number={TR 12},
  institution={World Health Organization}, url={https://who.int/a_b?x=1}, urldate={2020-01-02}}
@inproceedings{ip, author={Doe, Jane}, title={A talk}, crossref={proc}}
@proceedings{proc, title={Proceedings}, editor={Roe, Richard}, year={2018}, publisher={ACM}}
@misc{page, title={A page}, howpublished={\url{https://x.org/~a_b}}}
@misc{press, author={Doe, J. and others}, title={Later}, year={in press}}
"""
KEYS = ("smith2019", "Smith_2015", "who:2011/1", "ip", "page", "press")


def printed(argument: Argument) -> dict[str, str]:
    language = argument.article.language
    words = Words(language, read_labels(language))
    reader = ProseReader(words, {}, {}, ())
    return {one.id: text_of(entry(one, reader)).replace("\u00a0", " ") for one in argument.sources}


def refused(file: Path) -> list[str]:
    with pytest.raises(LoadError) as caught:
        briefgen.load(file)
    return [str(finding).replace(f"{file.parent}/", "") for finding in caught.value.findings]


def test_entries_of_bibtex_are_printed_as_sources(tmp_path: Path) -> None:
    summary = f"So[{'; '.join(f'@{key}' for key in KEYS)}]."
    assert printed(briefgen.load(citing(tmp_path, BIB, summary))) == {
        "smith2019": "Müller, Jörg; van Beethoven, Ludwig; Fauna & Flora International (2019): "
        "NATO and 10% of H₂O – a study. Journal of Things 12(3), pp. 36–48. "
        "https://doi.org/10.1000/xyz_123",
        "Smith_2015": "Smith, Mary A., Jr. (2015): On Books, edition 2. "
        "Oxford: Oxford University Press and Co",
        "who:2011/1": "World Health Organization (n.d.): A report (TR 12). "
        "https://who.int/a_b?x=1 (accessed 2 January 2020)",
        "ip": "Doe, Jane (2018): A talk. In Roe, Richard (ed.): Proceedings. ACM",
        "page": "A page (n.d.). https://x.org/~a_b",
        "press": "Doe, J.; et al. (in press): Later",
    }


@pytest.mark.parametrize(
    ("language", "undated"),
    [("de", "(o. J.)"), ("fr", "(s. d.)"), ("es", "(s. f.)"), ("it", "(s.d.)")],
)
def test_what_has_no_date_says_so_in_the_language(
    tmp_path: Path, language: str, undated: str
) -> None:
    file = citing(tmp_path, BIB, "So[@page].", language=language)
    assert undated in printed(briefgen.load(file))["page"]


RIS = """TY  - JOUR
AU  - Smith, Mary A.
AU  - World Health Organization
TI  - On things
T2  - Journal of Things
PY  - 2019/03/04
VL  - 12
SP  - 36
EP  - 48
DO  - 10.1000/xyz
ER  -

TY  - RPRT
ID  - who-2011
TI  - A report
PB  - WHO
UR  - https://who.int/a
ER  -
"""
CSL = [
    {
        "id": "smith2019",
        "type": "article-journal",
        "title": "On <i>things</i>",
        "container-title": "Journal of Things",
        "author": [
            {"family": "Smith", "given": "Mary A."},
            {"literal": "World Health Organization"},
        ],
        "issued": {"date-parts": [[2019, 3, 4]]},
        "volume": 12,
        "page": "36-48",
        "DOI": "10.1000/xyz",
    },
    {
        "id": "who-2011",
        "type": "report",
        "title": "A report",
        "publisher": "WHO",
        "URL": "https://who.int/a",
    },
]


@pytest.mark.parametrize(("name", "text"), [("a.ris", RIS), ("a.json", json.dumps(CSL))])
def test_ris_and_csl_json_give_the_same(tmp_path: Path, name: str, text: str) -> None:
    file = citing(tmp_path, text, "So[@smith2019, p. 40; @who-2011].", name)
    assert printed(briefgen.load(file)) == {
        "smith2019": "Smith, Mary A.; World Health Organization (2019): On things. "
        "Journal of Things 12, pp. 36–48. https://doi.org/10.1000/xyz",
        "who-2011": "WHO (n.d.): A report. https://who.int/a",
    }


def test_only_what_is_cited_becomes_a_source(tmp_path: Path) -> None:
    assert [one.id for one in briefgen.load(citing(tmp_path, BIB)).sources] == ["smith2019"]


def test_keys_are_guessed_among_those_of_the_files(tmp_path: Path) -> None:
    found = check_file(citing(tmp_path, BIB, "So[@smih2019]."))
    finding = next(one for one in found if one.code == "unknown-reference")
    assert "evidence.bib" in finding.message
    assert finding.hint == "did you mean smith2019?"


@pytest.mark.parametrize(
    ("bibliography", "told"),
    [
        ("@book{smith2019,\n title = {never closed\n}\n", "evidence.bib:1: smith2019: cannot"),
        ("@book{smith2019,\n title = oup}", "evidence.bib:2: smith2019.title: uses the string"),
        ("@string{a = b}@string{b = a}@book{smith2019,title=a}", "which stands for itself"),
        ("\n@book{smith2019, year=2019}", "evidence.bib:2: smith2019: has no title"),
        ("@book{smith2019,title={A}}\n@book{smith2019,title={B}}", "evidence.bib:2: smith2019:"),
        ("@book{smith2019, title={" + "x" * 300 + "}}", "holds a word of 300 characters"),
        ("@book{smith2019, title={" + "x y " * 900 + "}}", "has 3599 characters"),
        ("@book{smith2019, title={" + "{" * 21 + "A" + "}" * 21 + "}}", "more than 20 braces"),
    ],
)
def test_what_is_wrong_with_an_entry_is_told_at_its_line(
    tmp_path: Path, bibliography: str, told: str
) -> None:
    found = refused(citing(tmp_path, bibliography))
    assert any(told in one for one in found), found


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../evidence.bib", "bibliography-outside-root"),
        ("/etc/passwd.bib", "bibliography-outside-root"),
        ("gone.bib", "file-missing"),
        ("evidence.txt", "bibliography-format"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_at_the_argument(
    tmp_path: Path, name: str, code: str
) -> None:
    file = citing(tmp_path, BIB)
    file.write_text(file.read_text().replace("evidence.bib", name))
    with pytest.raises(LoadError) as caught:
        briefgen.load(file)
    finding = next(one for one in caught.value.findings if one.code == code)
    assert (finding.path, finding.line) == (("bibliography", 0), 8)


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    file = citing(tmp_path, BIB)
    outside = tmp_path.parent / "outside.bib"
    outside.write_text(BIB)
    (tmp_path / "evidence.bib").unlink()
    (tmp_path / "evidence.bib").symlink_to(outside)
    assert any("lies outside" in one for one in refused(file))


def test_what_nobody_cites_may_be_wrong_and_is_told_by_check(tmp_path: Path) -> None:
    text = BIB + "@book{open, title={A}\n@misc{page, title={B}}\n@misc{title={C}}\n"
    file = citing(tmp_path, text)
    briefgen.load(file)
    found = {one.code for one in check_file(file) if one.file != str(file)}
    assert found == {"entry-braces", "entry-twice", "entry-no-key"}


def test_a_field_that_is_given_twice_is_read_once_and_told(tmp_path: Path) -> None:
    file = citing(tmp_path, "@book{smith2019, title={A},\n year=2019, year=2020}")
    assert printed(briefgen.load(file)) == {"smith2019": "A (2019)"}
    assert "entry-odd" in {one.code for one in check_file(file)}


def test_a_source_stands_in_one_place_only(tmp_path: Path) -> None:
    file = citing(tmp_path, BIB)
    file.write_text(f"{file.read_text()}\n# Sources\n- A report {{#smith2019}}\n")
    assert any("is in sources of the argument, too" in one for one in refused(file))


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".md"])
def test_conversion_leaves_sources_in_the_bibliography(tmp_path: Path, suffix: str) -> None:
    file = citing(tmp_path, BIB, "So[@smith2019, p. 3; @page; @own].")
    file.write_text(f"{file.read_text()}\n# Sources\n- A report {{#own}}\n")
    argument = briefgen.load(file)
    target = tmp_path / f"converted{suffix}"
    briefgen.convert(file, target)
    assert "Journal of Things" not in target.read_text(encoding="utf-8")
    assert briefgen.load(target) == argument


def test_bibliographies_are_inputs_of_a_brief(tmp_path: Path) -> None:
    argument = briefgen.load(citing(tmp_path, BIB))
    held = input_files(argument, length="full", audience="analyst", template="standard", fonts=None)
    assert str(tmp_path / "evidence.bib") in held


def test_a_library_that_is_not_installed_is_told_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rispy", None)
    told = refused(citing(tmp_path, RIS, "So[@who-2011].", "b.ris"))
    assert 'pip install "briefgen[citations]"' in told[0]


def test_a_colon_stands_as_the_language_has_it(tmp_path: Path) -> None:
    file = citing(tmp_path, BIB, "So[@Smith_2015].", language="fr")
    assert printed(briefgen.load(file)) == {
        "Smith_2015": "Smith, Mary A., Jr. (2015) : On Books, édition 2. "
        "Oxford : Oxford University Press and Co"
    }
