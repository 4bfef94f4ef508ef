"""A title has the same lines in PDF and Word: of like length, not a full one over a single word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

from samples.foreign import INSTITUT, MINISTERE, Foreign, p, table
from samples.read_aloud import word_pages
from samples.word import W, tree
from samples.word_lines import lines_of, placed_words

import briefgen
from briefgen.compose.imprint import LONGEST

DATA = Path(__file__).resolve().parent.parent / "data" / "china-mali.yaml"
LOOKS = [name for name, _ in briefgen.templates()]
TITLES = (
    "",
    "Why small states should invest in early warning before the next regional drought begins",
    "Counter-terrorism, peacekeeping and/or state-building: three aims that the mission in Mali "
    "was never given the means to reach at once",
    "UN peacekeeping reform after 2019: what the Secretary-General’s “Action for Peacekeeping” "
    "asks of troop-contributing countries",
    "AVATAR WAVES To Av. Yo, LT WA fi fl ffi: efficient office affairs finally fit",
)
TEMPLATES_OF = {
    "left": MINISTERE,
    "center": replace(MINISTERE, styles=MINISTERE.styles.replace(
        '"Titre"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>',
        '"Titre"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        '<w:jc w:val="center"/>',
    )),
    "exact": INSTITUT,
}  # fmt: skip


def briefs(folder: Path) -> Iterator[tuple[str, str, briefgen.Brief]]:
    """Yield a name, the title and the brief of each title in each theme and foreign template."""
    argument = briefgen.load(DATA)
    given = [argument.model_copy(update={"title": each or argument.title}) for each in TITLES]
    columns = [(page_style, "one-page") for page_style in LOOKS] + [("standard", "four-page")]
    for (number, one), (page_style, length) in product(enumerate(given), columns):
        brief = briefgen.build(one, length=length, template=page_style)
        yield f"{page_style}-{length}-{number}", one.title, brief
    for (number, one), (name, foreign) in product(enumerate(given[:2]), TEMPLATES_OF.items()):
        brief = briefgen.build(one, template=stored(foreign, folder / f"{name}-foreign.docx"))
        yield f"{name}-foreign-{number}", one.title, brief


def stored(foreign: Foreign, path: Path) -> Path:
    path.write_bytes(foreign.package())
    return path


def indents(docx: bytes, style: str) -> list[dict[str, int]]:
    """Return the indents that paragraphs of a style have of their own."""
    return [
        {str(key).removeprefix(W): int(value) for key, value in indent.attrib.items()}
        for paragraph in tree(docx).iter(W + "p")
        if (named := paragraph.find(f"{W}pPr/{W}pStyle")) is not None
        and named.get(W + "val") == style
        and (indent := paragraph.find(f"{W}pPr/{W}ind")) is not None
    ]


def test_libreoffice_ends_the_lines_of_titles_where_the_pdf_does(tmp_path: Path) -> None:
    reported = {name: (title, brief) for name, title, brief in briefs(tmp_path)}
    files = {name: brief.to_bytes("docx") for name, (_, brief) in reported.items()}
    pages = word_pages(files, tmp_path)
    differ = 0
    for name, (title, brief) in reported.items():
        own = brief.save(tmp_path / f"own-{name}.pdf")
        ours, words = (
            lines_of(title, placed_words(file)) for file in (own, tmp_path / f"{name}.pdf")
        )
        assert len(ours) > 1, name
        assert words == ours, name
        assert min(map(len, ours)) * 2 > max(map(len, ours)), name
        differ += bool(brief._made.fitted.laid_out.narrowed)
        if brief.length == "one-page":
            assert pages[name] == 1, name
    assert differ > len(reported) / 2


def test_words_of_the_title_stay_whole_in_word() -> None:
    """It is an indent that ends its lines: a break or a hard space would be in the words."""
    brief = briefgen.build(briefgen.load(DATA), length="full")
    docx = brief.to_bytes("docx")
    (indent,) = indents(docx, "Title")
    (narrowed,) = (one for one in brief._made.fitted.laid_out.narrowed if one.section == 0)
    assert (narrowed.left_mpt, indent) == (0, {"right": round(narrowed.right_mpt / 50)})
    (heading,) = (
        paragraph
        for paragraph in tree(docx).iter(W + "p")
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None
        and style.get(W + "val") == "Title"
    )
    assert not [*heading.iter(W + "br")]
    assert "".join(each.text or "" for each in heading.iter(W + "t")) == (briefgen.load(DATA).title)


def test_running_heads_say_the_beginning_of_the_title_on_one_line(tmp_path: Path) -> None:
    """In PDF and Word, as long as it may be, and beside a marking."""
    argument = briefgen.mark(briefgen.load(DATA), status="embargoed", embargo="2019-09-30")
    head = "Peacekeepers demonstrated determination throughout droughts…"
    assert len(head) == LONGEST
    title = f"{head[:-1]} of years past and still ahead"
    given = argument.model_copy(update={"title": title, "short_title": None})
    reported = {
        page_style: briefgen.build(given, length="four-page", template=page_style)
        for page_style in LOOKS
    }
    word_pages(
        {page_style: brief.to_bytes("docx") for page_style, brief in reported.items()}, tmp_path
    )
    for page_style, brief in reported.items():
        own = brief.save(tmp_path / f"own-{page_style}.pdf")
        for file in (own, tmp_path / f"{page_style}.pdf"):
            words = placed_words(file, 2)
            assert lines_of(head, words) == [head.replace(" ", "")], file
            status = next(word for word in words if word.text.casefold() == "embargoed")
            assert abs(status.top_pt - words[0].top_pt) < 2, file


def test_a_centred_title_of_a_organisation_is_narrowed_on_both_sides(tmp_path: Path) -> None:
    template = stored(TEMPLATES_OF["center"], tmp_path / "foreign.docx")
    brief = briefgen.build(briefgen.load(DATA), length="full", template=template)
    (indent,) = indents(brief.to_bytes("docx"), "Titre")
    assert indent["left"] > 0
    assert indent["left"] == indent["right"]


def test_in_a_cell_of_an_organisation_lines_are_left_to_word_and_not_in_a_font_not_at_hand(
    tmp_path: Path,
) -> None:
    argument = briefgen.load(DATA)
    celled = replace(
        MINISTERE,
        body=table((6000, 3354), (p("{{ head }}"), p("Ministère"))) + p("{{ main }}"),
    )
    for name, foreign in (("celled", celled), ("foreign", replace(MINISTERE, font="Frutiger"))):
        template = stored(foreign, tmp_path / f"{name}.docx")
        docx = briefgen.build(argument, length="full", template=template).to_bytes("docx")
        assert bool(indents(docx, "Titre")) is (name == "foreign")
