"""A brief has the type that a sample's text, title and headings show, by styles or without."""

from __future__ import annotations

from lxml import etree
from samples.word import W

from briefgen.load.word.sample_look import take_look

NAMESPACE = f'xmlns:w="{W[1:-1]}"'
WORDS = "The committee met in May and found that little had been done since then"
ARIAL_11 = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/>'
BOLD = f"{ARIAL_11}<w:b/>"


def style(name: str, letters: str, base: str = "Normal") -> str:
    mark = 'w:default="1" ' if name == "Normal" else ""
    based = "" if name == "Normal" else f'<w:basedOn w:val="{base}"/>'
    return (
        f'<w:style w:type="paragraph" {mark}w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/>{based}<w:rPr>{letters}</w:rPr></w:style>'
    )


NORMAL = style("Normal", '<w:rFonts w:ascii="Cambria"/><w:sz w:val="24"/>')


def p(words: str, letters: str = "", align: str = "", key: str = "Normal") -> str:
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    run = f"<w:r><w:rPr>{letters}</w:rPr><w:t>{words}</w:t></w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="{key}"/>{jc}</w:pPr>{run}</w:p>'


def dressed(body: str, *styles: str) -> dict[str, dict[str, str]]:
    """Return what each style says once a sample was looked at: font, size, colour and so on."""
    root = etree.fromstring(f"<w:styles {NAMESPACE}>{NORMAL}{''.join(styles)}</w:styles>")
    take_look(root, etree.fromstring(f"<w:body {NAMESPACE}>{body}</w:body>"))
    found: dict[str, dict[str, str]] = {}
    for one in root:
        said = {
            str(each.tag).removeprefix(W): each.get(f"{W}ascii") or each.get(f"{W}val") or "on"
            for holder in ("pPr", "rPr")
            for each in one.iterfind(f"{W}{holder}/*")
        }
        name = one.find(f"{W}name")
        assert name is not None
        found[name.get(f"{W}val", "").lower()] = said
    return found


def test_text_has_font_size_colour_and_alignment_of_most_of_a_sample_s_text() -> None:
    blue = f'{ARIAL_11}<w:color w:val="1F3864"/>'
    found = dressed(p(WORDS, blue, "both") * 3 + p(WORDS))
    assert {"rFonts": "Arial", "sz": "22", "color": "1F3864", "jc": "both"}.items() <= (
        found["body text"].items()
    )


def test_text_has_what_another_style_gives_the_sample_s_text() -> None:
    wrong = style("Body Text", '<w:b/><w:sz w:val="40"/><w:color w:val="FF0000"/>')
    found = dressed(p(WORDS, key="Prose"), wrong, style("Prose", ARIAL_11))["body text"]
    assert (found["rFonts"], found["sz"], found["color"]) == ("Arial", "22", "auto")


def test_short_lines_are_text_where_a_sample_has_no_sentences() -> None:
    form = p("Memo", '<w:sz w:val="72"/>') + p("Name:", ARIAL_11) * 3
    assert dressed(form)["body text"]["rFonts"] == "Arial"


def test_words_in_tables_and_headings_are_no_text() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{p(WORDS, ARIAL_11) * 3}</w:tc></w:tr></w:tbl>"
    head = style("heading 1", ARIAL_11)
    assert "body text" not in dressed(cell + p(WORDS) + p(WORDS, key="heading1"), head)


def test_text_of_a_form_is_what_its_tables_say() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{p(WORDS, ARIAL_11) * 9}</w:tc></w:tr></w:tbl>"
    assert dressed(cell + p(WORDS))["body text"]["sz"] == "22"


def test_lines_of_text_are_as_close_as_those_of_the_sample_s_text() -> None:
    apart = style("Body Text", "").replace(
        "<w:rPr>", '<w:pPr><w:spacing w:line="480" w:lineRule="auto"/></w:pPr><w:rPr>'
    )
    listed = style("List Paragraph", "")
    root = etree.fromstring(f"<w:styles {NAMESPACE}>{NORMAL}{apart}{listed}</w:styles>")
    text = p(WORDS, key="ListParagraph") * 3
    take_look(root, etree.fromstring(f"<w:body {NAMESPACE}>{text}</w:body>"))
    spacing = root.find(f"{W}style[@{W}styleId='BodyText']/{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(f"{W}line") == "240"


def test_the_first_line_in_bold_is_the_title_where_none_is_larger_than_the_text() -> None:
    green = f'{ARIAL_11}<w:b/><w:color w:val="2E7D32"/>'
    lines = p("Page 1", ARIAL_11) + p("[Subject]", green, "center") + p("[Text]", ARIAL_11)
    found = dressed(lines, style("Title", '<w:sz w:val="56"/>'), style("heading 1", ""))
    assert {"b": "on", "color": "2E7D32", "jc": "center"}.items() <= found["title"].items()
    assert {"b": "on", "color": "2E7D32"}.items() <= found["heading 1"].items()


def test_a_title_beside_a_logo_in_a_table_is_the_title_and_no_line_in_bold_below_it_is() -> None:
    cell = f"<w:tc>{p('Minutes', align='center', key='Title')}</w:tc>"
    title = f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"
    below = p("Further notes", f'{BOLD}<w:u w:val="single"/>') + p(WORDS, ARIAL_11) * 3
    found = dressed(title + below, style("Title", '<w:sz w:val="52"/>'))["title"]
    assert {"sz": "52", "jc": "center"}.items() <= found.items()
    assert "u" not in found


def test_headings_go_with_those_of_the_second_level_that_a_sample_shows() -> None:
    body = p("[TITLE]", f'{ARIAL_11}<w:sz w:val="46"/><w:b/>') + p("Members", key="heading2") * 2
    second = style("heading 2", '<w:b/><w:sz w:val="34"/>')
    found = dressed(body + p(WORDS, ARIAL_11) * 3, style("heading 1", '<w:sz w:val="48"/>'), second)
    assert (found["heading 1"]["sz"], found["heading 1"]["b"]) == ("34", "on")
    without_text = dressed(p("Members", key="heading2"), style("heading 1", ""), second)
    assert (without_text["heading 1"]["sz"], without_text["heading 1"]["b"]) == ("34", "on")


def test_headings_that_look_like_the_title_are_smaller() -> None:
    body = p("[TITLE]", '<w:sz w:val="46"/><w:b/>') + p(WORDS, ARIAL_11) * 3
    found = dressed(body, style("Title", ""), style("heading 1", ""))
    assert (found["title"]["sz"], found["heading 1"]["sz"]) == ("44", "31")


def test_a_title_that_a_sample_never_shows_may_be_larger_than_its_headings() -> None:
    text = p(WORDS, '<w:sz w:val="16"/>')
    body = text + (p("Results", key="heading1") + text) * 2
    head, title = style("heading 1", '<w:sz w:val="30"/>'), style("Title", '<w:sz w:val="96"/>')
    assert dressed(body, head, title)["title"]["sz"] == "38"
    assert dressed(body, head.replace("30", "20"), title)["title"]["sz"] == "32"


def test_a_heading_of_a_lower_level_is_no_title() -> None:
    lower = style("heading 3", '<w:sz w:val="48"/><w:color w:val="0F4761"/>')
    body = p("Results", BOLD) + p(WORDS, ARIAL_11) * 3 + p("Details", key="heading3")
    found = dressed(body, style("Title", ""), lower)
    assert "color" not in found["title"]


def test_short_lines_in_bold_over_text_are_what_headings_look_like() -> None:
    unused = style("heading 1", '<w:sz w:val="48"/><w:color w:val="2F5496"/>')
    red = f'{BOLD}<w:color w:val="FF0000"/>'
    lines = [p("Warning", red), p("Aims", BOLD), p("Means", BOLD), p("Total:", BOLD)]
    body = "".join(line + p(WORDS, ARIAL_11) for line in lines)
    for found in (dressed(body, unused), dressed(body)):
        heading = found["heading 1"]
        assert (heading["rFonts"], heading["b"], heading["sz"]) == ("Arial", "on", "25")
        assert heading.get("color", "auto") == "auto"


def test_headings_in_the_sample_s_own_styles_stay() -> None:
    own = style("heading 1", '<w:sz w:val="48"/>')
    body = p("Aims", key="heading1") + p("Means", BOLD) + p(WORDS, ARIAL_11)
    assert dressed(body, own)["heading 1"].keys() & {"sz", "b"} == {"sz"}


def test_the_largest_of_the_first_lines_is_what_a_title_looks_like() -> None:
    large = '<w:rFonts w:ascii="Georgia"/><w:sz w:val="96"/>'
    body = p("Ministry", BOLD) + p("The harvest of 2019", large, "center") + p(WORDS, ARIAL_11)
    title = dressed(body)["title"]
    assert (title["rFonts"], title["sz"], title["jc"]) == ("Georgia", "44", "center")


def test_styles_that_a_sample_never_shows_are_in_proportion_to_its_text() -> None:
    huge = [style(name, '<w:sz w:val="90"/>') for name in ("Title", "heading 1", "heading 2")]
    found = dressed(p(WORDS, ARIAL_11) * 2, *huge)
    sizes = [int(found[one]["sz"]) for one in ("title", "heading 1", "heading 2")]
    assert sizes == [44, 31, 26]


def test_a_font_of_other_scripts_alone_is_none_of_the_text() -> None:
    other = '<w:rFonts w:cs="Arial"/>'
    assert "body text" not in dressed(p(WORDS, other))


def test_what_word_gave_a_heading_goes_where_a_sample_in_black_never_shows_it() -> None:
    of_word = '<w:rFonts w:asciiTheme="majorHAnsi"/><w:color w:val="{}" w:themeColor="accent1"/>'
    for colour, kept in (("2F5496", "auto"), ("7A1FA2", "7A1FA2")):
        found = dressed(p(WORDS, ARIAL_11), style("heading 1", of_word.format(colour)))
        assert (found["heading 1"]["rFonts"], found["heading 1"]["color"]) == ("Arial", kept)


def test_empty_lines_are_the_space_of_a_sample() -> None:
    spaced = p(WORDS, ARIAL_11) + "<w:p/>"
    head = style("heading 1", BOLD)
    for body, spaces in ((spaced * 3, True), (p(WORDS, ARIAL_11) * 3, False)):
        found = dressed(body, style("Body Text", ""), head)
        assert ["spacing" in found[one] for one in ("body text", "heading 1")] == [spaces] * 2


def test_the_red_of_what_is_to_be_filled_in_is_no_colour_of_text() -> None:
    red = f'{ARIAL_11}<w:color w:val="FF0000"/>'
    assert dressed(p(WORDS, red))["body text"].keys() & {"sz", "color"} == {"sz"}


def test_a_cover_alone_gives_its_title_and_no_text() -> None:
    lines = [p("The report", '<w:b/><w:sz w:val="56"/>', "center")]
    lines += [p(words, '<w:sz w:val="36"/>', "center") for words in ("by Jo", "May")]
    found = dressed("".join(lines))
    assert (found["title"]["jc"], found["title"]["b"]) == ("center", "on")
    assert "body text" not in found


RULE = '<w:pBdr><w:bottom w:val="single" w:sz="16" w:space="1" w:color="{}"/></w:pBdr>'
BLUE_RULE = RULE.format("4F81BD")


def rules(found: etree._Element, name: str) -> list[str | None]:
    """Return the colours of the rules that a style has, or what it says instead."""
    (held,) = [one for one in found if one.find(f"{W}name").get(f"{W}val") == name]  # type: ignore[union-attr]
    return [
        one.get(f"{W}color") or one.get(f"{W}val") for one in held.iterfind(f"{W}pPr/{W}pBdr/*")
    ]


def ruled(*body: str) -> etree._Element:
    title = style("Title", '<w:color w:val="17365D"/>').replace(
        "<w:rPr>", f"<w:pPr>{BLUE_RULE}</w:pPr><w:rPr>"
    )
    styles = f"{NORMAL}{title}{style('heading 1', '')}"
    root = etree.fromstring(f"<w:styles {NAMESPACE}>{styles}</w:styles>")
    take_look(root, etree.fromstring(f"<w:body {NAMESPACE}>{''.join(body)}</w:body>"))
    return root


def test_rules_are_those_of_the_sample_s_headings() -> None:
    said = f'{RULE.format("A3D55D")}<w:spacing w:before="0" w:after="100"/>'
    line = p("Aims", BOLD).replace("</w:pPr>", f"{said}</w:pPr>") + p(WORDS, ARIAL_11)
    found = ruled(*[line] * 3)
    none = ["nil"] * 4
    assert rules(found, "heading 1") == ["nil", "nil", "A3D55D", "nil"]
    assert rules(found, "Title") == none
    assert found.find(f".//{W}spacing[@{W}after='100']") is not None
    large = p("The harvest", '<w:sz w:val="56"/>')
    assert rules(ruled(large, *[p(WORDS, ARIAL_11)] * 3), "Title") == none


def test_lists_and_strong_words_have_the_colour_of_the_text() -> None:
    navy = '<w:color w:val="1C2345"/>'
    strong = style("Strong", f"<w:b/>{navy}").replace('"paragraph"', '"character"')
    own = style("List Number", '<w:color w:val="7A1FA2"/>')
    normal = NORMAL.replace("<w:sz", f"{navy}<w:sz")
    styles = f"{normal}{strong}{own}{style('List Bullet', '')}"
    root = etree.fromstring(f"<w:styles {NAMESPACE}>{styles}</w:styles>")
    black = p(WORDS, f'{ARIAL_11}<w:color w:val="000000"/>')
    take_look(root, etree.fromstring(f"<w:body {NAMESPACE}>{black * 3}</w:body>"))
    colours = {
        one.find(f"{W}name").get(f"{W}val"): one.find(f".//{W}color").get(f"{W}val")  # type: ignore[union-attr]
        for one in root
    }
    kept = {"Normal": "1C2345", "List Number": "7A1FA2"}
    assert colours == {**kept, "List Bullet": "000000", "Strong": "000000", "Body Text": "000000"}


def test_a_heading_of_word_s_own_that_a_sample_never_shows_has_the_font_of_its_text() -> None:
    letters = '<w:rFonts w:asciiTheme="{}HAnsi"/><w:color w:val="{}"/>'
    for colour, font in (("2F5496", "minorHAnsi"), ("7A1FA2", "majorHAnsi")):
        own = style("heading 1", letters.format("major", colour))
        text = style("Prose", '<w:rFonts w:asciiTheme="minorHAnsi"/>')
        root = etree.fromstring(f"<w:styles {NAMESPACE}>{NORMAL}{own}{text}</w:styles>")
        body = p(WORDS, key="Prose") * 3
        take_look(root, etree.fromstring(f"<w:body {NAMESPACE}>{body}</w:body>"))
        fonts = root[1].find(f".//{W}rFonts")
        assert fonts is not None
        assert fonts.get(f"{W}asciiTheme") == font


def test_code_is_no_text_where_a_sample_says_anything_else() -> None:
    code = '<w:rFonts w:ascii="Consolas"/><w:color w:val="4E9A06"/>'
    shown = p("read the table and write what it says to a file of its own", code)
    found = dressed(p("Body text", ARIAL_11) * 3 + shown, style("Body Text", ""))
    assert "Consolas" not in found["body text"].values()
    assert dressed(shown * 3, style("Body Text", ""))["body text"]["rFonts"] == "Consolas"


def test_a_list_that_a_sample_never_shows_has_the_font_of_its_text() -> None:
    own = style("List Bullet", '<w:rFonts w:ascii="Times New Roman"/><w:sz w:val="30"/>')
    text = style("Body Text", ARIAL_11)
    body = p(WORDS, key="BodyText") * 3
    unseen = dressed(body, own, text)["list bullet"]
    assert (unseen["rFonts"], unseen["sz"]) == ("Arial", "22")
    shown = dressed(body + p(WORDS, key="ListBullet"), own, text)["list bullet"]
    assert (shown["rFonts"], shown["sz"]) == ("Times New Roman", "30")
