"""A small article and an argument of it, which can be changed in one place."""

from __future__ import annotations

from pathlib import Path

import briefgen
from briefgen.check.against import check_against
from briefgen.load.article import read_article
from briefgen.types.finding import Finding
from briefgen.types.signoff import Anchors
from briefgen.types.source_map import path_text

ARTICLE = """\
# The river board and its plans

## Ada Moss

3 May 2019

### The river board spends more on dams than it did, and its plans have changed since the flood.

The river board was set up in 2011. As of March of this year, it had slightly over 16,400 members
in the towns of Northam, Oldbridge and Stillwater. Its budget was reported as totalling
US$405 million in 2017. Grants of US$12.5 million came from the ministry.

The dams do not hold back every flood. The board may raise the lower walls in 2020, and its report
suggests that higher walls would help the towns. A member of the board, Ben Reed, called the plan
"a promise to the valley". New dams help to protect the lower towns, the board argues.

In June 2016, the flood killed three people at Oldbridge, and cost 42 days of work
(95% CI 35 to 49). Northam and Stillwater were preparing to
leave the board. It is unlikely that the ministry will pay for all of the walls.
"""

ARGUMENT = """\
id: rivers
title: A river board spends more
article:
  title: The river board and its plans
  authors: [{name: Ada Moss}]
  date: 2019-05-03
  cut_off: 2019-05-03
  citation: Ada Moss, The river board and its plans, 2019
edition: {date: 2021-02-01}
thesis:
  id: thesis
  priority: 1
  locator: standfirst, paragraph 1
  forms:
    headline: The board spends more on dams than before
    summary: Since the flood, the board has had other plans.
context:
  - id: walls
    priority: 1
    locator: paragraph 2
    forms:
      headline: Not every flood is held back by the dams
      summary: According to its report, higher walls could help the towns.
  - id: lower-walls
    priority: 2
    modality: possible
    locator: paragraph 2
    forms:
      headline: The lower walls may be raised in 2020
  - id: leaving
    priority: 2
    locator: paragraphs 2 and 3
    evidence: ["#leavers", ">promise"]
    forms:
      headline: Northam and Stillwater, [#leavers] towns, prepared to leave
      summary: >-
        The ministry is unlikely to pay for all walls, and the board had [#members] members.
        Ben Reed spoke of [>promise]. Money was [#budget], and [#killed] people died.
timeline:
  - {id: flood, date: 2016-06, text: A flood kills people at Oldbridge, priority: 1,
     locator: paragraph 3}
facts:
  - {id: members, value: 16400, qualifier: slightly over, unit: members, measure: Members,
     scope: the board, as_of: 2019-03, locator: paragraph 1}
  - {id: budget, value: 405, scale: million, unit: USD, qualifier: reportedly, measure: Budget,
     scope: the board, as_of: 2017, locator: paragraph 1}
  - {id: killed, value: 3, unit: people, measure: People killed, scope: at Oldbridge,
     as_of: 2016-06, locator: paragraph 3}
  - {id: grants, value: 12.5, scale: million, unit: USD, measure: Grants, scope: from the ministry,
     as_of: 2017, locator: paragraph 1}
  - {id: lost, value: 42, interval: 35–49, unit: days, measure: Days of work lost,
     scope: at Oldbridge, as_of: 2016-06, priority: 1, locator: paragraph 3}
  - {id: leavers, value: 2, unit: towns, measure: Towns that leave, scope: Northam and Stillwater,
     as_of: 2019-05-03, locator: paragraph 3}
quotations:
  - {id: promise, text: a promise to the valley, speaker: Ben Reed, locator: paragraph 2}
"""


COUNT = ("count-not-in-source", "facts[5].value")
"""The article does not say how many towns prepare to leave: the argument counts them."""


class Compared:
    """Writes the argument and the article to a folder, and compares them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "article.md").write_text(ARTICLE, encoding="utf-8")

    def argument(self, old: str = "", new: str = "") -> Path:
        """Write the argument, with a text in it replaced by another."""
        assert old in ARGUMENT
        path = self.folder / "rivers.yaml"
        path.write_text(ARGUMENT.replace(old, new) if old else ARGUMENT, encoding="utf-8")
        return path

    def findings(
        self, old: str = "", new: str = "", anchors: Anchors | None = None
    ) -> tuple[Finding, ...]:
        argument = briefgen.load(self.argument(old, new))
        return check_against(argument, read_article(self.folder / "article.md"), anchors)

    def codes(self, old: str = "", new: str = "") -> list[tuple[str, str]]:
        """Return code and path of what is found."""
        return [(each.code, path_text(each.path)) for each in self.findings(old, new)]
