"""What an article offers: found in its own words, where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen import built_in, checking, pipeline
from briefgen.load.article import read_article
from briefgen.propose import markdown_skeleton, proposals_of, yaml_skeleton
from briefgen.types.fact import Quantity
from briefgen.types.finding import LoadError, SaveError
from briefgen.types.source_text import EVENT, PLACEHOLDERS, Proposals

ARTICLE = """\
# The river board and its plans

By Ada Moss, 3 May 2019

The River Board of the North (RBN) was set up in 2011. As of March of this year, it had slightly
over 16,400 members, and its [budget](https://www.example.org/budget) totalled US$405 million in
2017. The **ministry** paid for it. The Mission for the Lower Northern Valley's Stability (MLNVS)
is part of it.

## Why the walls

There are three reasons. First, the towns asked for walls. Ben Reed, a member of the board, said
that "the dams do not hold". According to the ministry, the walls are 'a promise'. However, the
boards' own report called it a “gamble with the valley”. The first group came in mid-2013, and the
second in December of that year.

## What next

Finally, the [board](https://www.example.org/budget) may build new walls in 2030.
"""


@pytest.fixture
def offered(tmp_path: Path) -> Proposals:
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return proposals_of(read_article(path))


def test_each_address_is_a_source_once_and_bold_words_are_candidates(offered: Proposals) -> None:
    assert [(each.words, each.address, each.is_bold) for each in offered.sources] == [
        ("budget", "https://www.example.org/budget", False),
        ("ministry", None, True),
    ]


def test_figures_have_what_is_read_of_them_and_the_date_beside(offered: Proposals) -> None:
    facts = [
        (str(fact.read.value), fact.read.scale, fact.read.qualifier, fact.date, fact.locator)
        for fact in offered.facts
        if isinstance(fact.read, Quantity)
    ]
    assert ("16400", None, "slightly over", "2019-03", "paragraph 1") in facts
    assert ("405", "million", None, "2017", "paragraph 1") in facts


def test_a_figure_has_no_date_since_or_until_which_something_holds(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text(
        "# Pumps\n\nSome 18,900 pumps were paid between May 2022 and December 2023. Costs fell by"
        " 6% since 2021, and 600,000 pumps are the aim by 2028. In 2020, there were 400 pumps."
        " In 2022, costs were 7% higher, compared to 2018.\n"
        "\n## Conclusions and recommendations\n\nIt is net zero that counts in the end here.\n",
        "utf-8",
    )
    offered = proposals_of(read_article(path))
    assert [one.date for one in offered.facts] == [None, None, None, "2020", "2022"]
    assert [one.part for one in offered.parts] == ["recommendations"]


def test_quotations_have_the_speaker_that_the_sentence_names(offered: Proposals) -> None:
    assert [(each.text, each.speaker) for each in offered.quotations] == [
        ("the dams do not hold", "Ben Reed"),
        ("a promise", "the ministry"),
        ("gamble with the valley", "the boards' own report"),
    ]


def test_acronyms_have_what_they_stand_for_in_another_order_too(offered: Proposals) -> None:
    assert {each.short: each.long for each in offered.terms} == {
        "RBN": "River Board of the North",
        "MLNVS": "Mission for the Lower Northern Valley's Stability",
    }


def test_dates_are_absolute_and_say_when_they_were_computed(offered: Proposals) -> None:
    dates = {(each.date, each.is_computed) for each in offered.events}
    assert {("2011", False), ("2019-03", True), ("2013-12", True), ("mid-2013", False)} <= dates
    assert offered.events[0].date == "2011"


def test_headings_point_to_parts_and_signposts_are_marked(offered: Proposals) -> None:
    assert [(each.heading, each.part) for each in offered.parts] == [
        ("Why the walls", "rationales"),
        ("What next", "outlook"),
    ]
    marked = [(each.words, each.kind) for each in offered.signposts]
    assert marked[:3] == [("three reasons", "order"), ("First", "order"), ("However", "turn")]
    assert ("Finally", "order") in marked


def test_ids_are_given_once(offered: Proposals) -> None:
    ids = [each.id for each in offered.sources]
    ids += [each.id for each in offered.facts]
    ids += [each.id for each in offered.quotations]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("ending", ["yaml", "md"])
def test_a_skeleton_loads_and_its_placeholders_are_errors(tmp_path: Path, ending: str) -> None:
    article = tmp_path / "article.md"
    article.write_text(ARTICLE, encoding="utf-8")
    path = built_in.new(tmp_path / f"my.{ending}", article=article)
    errors = [each for each in checking.check_file(path) if each.severity == "error"]
    assert {each.code for each in errors} == {"placeholder"}
    text = path.read_text(encoding="utf-8")
    written = [each for each in PLACEHOLDERS if each in text and each != EVENT]
    assert len(errors) >= len(written) >= 5


@pytest.mark.parametrize("ending", ["yaml", "md"])
def test_a_skeleton_whose_sentences_are_written_builds(tmp_path: Path, ending: str) -> None:
    article = tmp_path / "article.md"
    article.write_text(ARTICLE, encoding="utf-8")
    path = built_in.new(tmp_path / f"my.{ending}", article=article)
    text = path.read_text(encoding="utf-8")
    for number, placeholder in enumerate(PLACEHOLDERS):
        text = text.replace(placeholder, f"The board builds walls along the river {'a' * number}")
    path.write_text(text, encoding="utf-8")
    assert not [each for each in checking.check_file(path) if each.severity == "error"]
    assert pipeline.build(pipeline.load(path), length="one-page").pages == 1


@pytest.mark.parametrize("skeleton", [yaml_skeleton, markdown_skeleton])
def test_a_skeleton_holds_every_paragraph_as_a_comment(
    offered: Proposals, skeleton: Callable[[Proposals, str], str]
) -> None:
    text = skeleton(offered, "article.md")
    plain = " ".join(text.replace("\n# ", " ").split())
    for sentence in ("the towns asked for walls", "may build new walls in 2030", "paid for it"):
        assert sentence in plain
    assert "[slightly over 16,400 members]{#" in text
    assert 'date: 2019-03 (computed from "March of this year")' in text


def test_a_skeleton_names_the_article_that_lies_beside_it(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text(ARTICLE, encoding="utf-8")
    assert pipeline.load(built_in.new(tmp_path / "my.yaml", article=article)).article.source == (
        "article.md"
    )
    (tmp_path / "below").mkdir()
    path = built_in.new(tmp_path / "below" / "my.yaml", article=article)
    assert pipeline.load(path).article.source is None


def test_a_term_in_quotation_marks_is_no_quotation_of_the_skeleton(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text(
        "# Title\n\n3 May 2019\n\nThe ‘Valley Five’ met in 2011. It was called “the longest meeting"
        " of all”.\n",
        encoding="utf-8",
    )
    argument = pipeline.load(built_in.new(tmp_path / "my.md", article=article))
    assert [each.text for each in argument.quotations] == ["the longest meeting of all"]
    assert "Valley Five" in (tmp_path / "my.md").read_text(encoding="utf-8")


def test_a_comment_of_the_article_ends_no_comment_of_the_skeleton(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("A title\n\nAn arrow --> stands here, and <!-- a comment begins.\n")
    text = markdown_skeleton(proposals_of(read_article(article)), article.name)
    assert text.count("<!--") == text.count("-->")


@pytest.mark.parametrize("name", ["my.docx", "my.json", "my"])
def test_a_skeleton_is_written_where_an_argument_is_read(tmp_path: Path, name: str) -> None:
    article = tmp_path / "article.md"
    article.write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        built_in.new(tmp_path / name, article=article)
    assert caught.value.codes == ("file-suffix",)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    article, path = tmp_path / "article.md", tmp_path / "my.yaml"
    article.write_text(ARTICLE, encoding="utf-8")
    path.write_text("id: mine\n", encoding="utf-8")
    with pytest.raises(SaveError) as caught:
        built_in.new(path, article=article)
    assert caught.value.codes == ("file-exists",)
    assert path.read_text(encoding="utf-8") == "id: mine\n"


QUOTED = """\
# Tariffs

"A tariff is a tax," said Ada Moss, a professor. "Every tax makes somebody poorer."

"It pays," Ben Reed, of the Chamber, has written. “Is it so?” asked the board. An "oracle",
a list which we call by that name, is no person. In the same report Reed also stated that towns
“have paid for the whole of it since the flood”.

“It grows,” Dana Lee, an analyst at the Council on Towns, Roads and Rivers told the paper. “They
all say ‘not us,’ ‘not us,’” Gus Hill said.

> We pay for all of it.
>
> — Cleo Ford (@cleo), 3 May 2019

ISBN 978-1-60558-392-1, record 314b0a30-5b04-470b-b9f7, 12-month loans near Interstate 405 in Los
Angeles.

| Town | Riders |
|------|--------|
| Mill | 1,200  |
"""


def test_speakers_codes_and_cells_as_real_articles_have_them(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text(QUOTED, encoding="utf-8")
    offered = proposals_of(read_article(path))
    assert [(each.text, each.speaker) for each in offered.quotations] == [
        ("A tariff is a tax", "Ada Moss"),
        ("Every tax makes somebody poorer.", "Ada Moss"),
        ("It pays", "Ben Reed"),
        ("Is it so?", "the board"),
        ("oracle", None),
        ("have paid for the whole of it since the flood", "Reed"),
        ("It grows", "Dana Lee"),
        ("They all say ‘not us,’ ‘not us,’", "Gus Hill"),
        ("We pay for all of it.", "Cleo Ford"),
    ]
    assert [each.words for each in offered.facts] == ["12", "405"]
    skeleton = markdown_skeleton(offered, "article.md")
    assert '# names and terms, more than quotations: "oracle"' in skeleton


def test_dates_stand_in_a_comment_so_that_none_has_to_be_written(offered: Proposals) -> None:
    skeleton = markdown_skeleton(offered, "article.md")
    dates = skeleton.partition("# Timeline\n")[2].partition("-->")[0]
    assert dates.startswith("<!-- take out of this comment what is a key date\n- mid-2013: ")
    assert dates.count("\n- ") == sum("-" in event.date for event in offered.events)


def test_a_german_article_offers_its_acronyms_speakers_and_no_times_of_day(tmp_path: Path) -> None:
    path = tmp_path / "bus.md"
    path.write_text(
        "# Nachtbusse\n\nVon Ada Beispiel, 14. März 2024\n\nDer ÖPNV (Öffentlicher"
        " Personennahverkehr) fährt bis fünf Uhr. „Das hilft“, sagte eine Pflegerin dem Stadtrat."
        " „Die Stellen sind besetzt“, so die Leiterin Karla Weiß. Im 2. Weltkrieg fuhr nichts, und"
        " heute fahren 12 Busse. Der Bundesnachrichtendienst (BND) schweigt.\n",
        encoding="utf-8",
    )
    offered = proposals_of(read_article(path))
    assert [(each.short, each.long) for each in offered.terms] == [
        ("ÖPNV", "Öffentlicher Personennahverkehr"),
        ("BND", "Bundesnachrichtendienst"),
    ]
    assert [each.speaker for each in offered.quotations] == [
        "eine Pflegerin",
        "die Leiterin Karla Weiß",
    ]
    assert [each.words for each in offered.facts] == ["12"]


def test_years_of_cited_works_are_no_dates_and_references_name_their_sources(
    tmp_path: Path,
) -> None:
    path = tmp_path / "study.md"
    path.write_text(
        "# A study of walls\n\nBy Ada Moss, 3 May 2019\n\n"
        "Walls fail (Reed, 2011; Old et al., 2012)."
        " Hall (2013) and Dale and Hill (2014) agree. In 2015, the board said so (see Mill, 2016)."
        ' It called them a "gamble with the valley", and again a "gamble with the valley".'
        " They were built by 2017 (North, 2018).\n\n## References\n\n"
        'Reed, B. 2011. "Walls." https://doi.org/10.1000/1\n',
        encoding="utf-8",
    )
    offered = proposals_of(read_article(path))
    assert [each.date for each in offered.events] == ["2015", "2017"]
    assert [each.text for each in offered.quotations] == ["gamble with the valley"]
    assert [(each.words, each.address) for each in offered.sources] == [
        ("Reed, B. 2011. Walls", "https://doi.org/10.1000/1")
    ]


def test_an_undated_article_gets_no_date_and_run_in_headings_are_no_links(tmp_path: Path) -> None:
    path = tmp_path / "walls.md"
    path.write_text(
        "# Walls\n\n**Summary:** Walls fail, and the **ministry** pays for them each year.\n"
        "\n**Method**: Walls are looked at by those who have built them, once a year.\n",
        encoding="utf-8",
    )
    offered = proposals_of(read_article(path))
    assert [each.words for each in offered.sources] == ["ministry"]
    text = markdown_skeleton(offered, path.name)
    assert "\n  date:   # the article does not say it" in text
    (tmp_path / "my.md").write_text(text, encoding="utf-8")
    assert "not-a-date" in {each.code for each in checking.check_file(tmp_path / "my.md")}


def test_cited_works_of_all_forms_are_neither_dates_nor_acronyms(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text(
        "# Rivers\n\nWalls hold (Moss et al., 2012, Reed, Hill, and Kline, 2013a, Moss et al.,"
        " 2018). Some fail (but see Nowak, 2021; May, 1992). The surveys say so (see the surveys by"
        " Reed and Hill, 2006, Meyer, 2010 and Nichols, 2015). What is within it is likely to hold"
        " (Weible, 2008). They were built (in Bridgetown, in 2003). Some 12 towns and 1500 people"
        " ask for one.\n",
        "utf-8",
    )
    offered = proposals_of(read_article(path))
    assert [each.date for each in offered.events] == ["2003"]
    assert offered.terms == ()


def test_a_german_acronym_stands_for_its_own_name_alone(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(
        "Nach Erhebungen des Bundesamtes für Wirtschaft und Ausfuhrkontrolle (BAFA) sank der Absatz"
        " von Öl und von Gas im Land, und er steigt in diesem Jahr auch nicht wieder an.\n",
        "utf-8",
    )
    (term,) = proposals_of(read_article(path)).terms
    assert (term.short, term.long) == (
        "BAFA",
        "Bundesamtes für Wirtschaft und Ausfuhrkontrolle",
    )
