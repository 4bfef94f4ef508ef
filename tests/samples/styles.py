"""A small style of CSL, whole enough to be read, and the same with what is hostile in it."""

from __future__ import annotations

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info>
    <title>Foreign</title><id>foreign</id><updated>2020-01-01T00:00:00+00:00</updated>
    <category citation-format="FORMAT"/>
  </info>
  MACROS
  <citation>
    <layout prefix="(" suffix=")" delimiter="; ">
      <names variable="author"><name form="short" and="symbol"/></names>
      <date variable="issued" prefix=" "><date-part name="year"/></date>
      <text variable="locator" prefix=": "/>
    </layout>
  </citation>
  <bibliography>
    <sort><key variable="title"/></sort>
    <layout suffix=".">
      <names variable="author"><name name-as-sort-order="all"/></names>
      <text variable="title" font-style="italic" prefix=", "/>
      <text variable="DOI" prefix=". https://doi.org/"/>
    </layout>
  </bibliography>
</style>
"""


def style(macros: str = "", category: str = "author-date") -> str:
    """Return the style with some macros, and of a category."""
    return STYLE.replace("MACROS", macros).replace("FORMAT", category)


def multiplying(levels: int, times: int = 10) -> str:
    """Return a style whose macros call one another many times over."""
    macros = "".join(
        f'<macro name="m{level}">' + f'<text macro="m{level + 1}"/>' * times + "</macro>"
        for level in range(levels)
    )
    text = style(f'{macros}<macro name="m{levels}"><text value="x"/></macro>')
    return text.replace('<text variable="locator" prefix=": "/>', '<text macro="m0"/>')
