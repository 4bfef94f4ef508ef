"""Plain data as it is gathered from Markdown, with the place of each value, and what is wrong."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from briefgen.load.tree import NODE_LIMIT
from briefgen.markup.document import TextAt
from briefgen.types.finding import FAULT_LIMIT, Finding, LoadError
from briefgen.types.reference import cited, slug
from briefgen.types.source_map import Lost, Path

Values = dict[str, tuple[Any, int, int | None]]
"""Values by the names of their fields, each with line and column."""


class Gathered:
    """The data of one file: what the front matter gives, and what is added from the text."""

    def __init__(self, file: str, data: dict[str, Any], lines: dict[Path, int]) -> None:
        self.file = file
        self.data = data
        self.lines = lines
        self.columns: dict[Path, int] = {}
        self.findings: list[Finding] = []
        self.lost = Lost()
        self.ids: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._values = len(lines)
        self.order: dict[str, tuple[int, int]] = {}
        self.files: dict[Path, str] = {}
        self.near: dict[Path, str] = {}
        self.typed: dict[Path, Path] = {}
        self._in_front = {
            part: len(entries) for part, entries in data.items() if isinstance(entries, list)
        }
        self._opened: dict[Path, Any] = {}

    def put(self, path: Path, value: Any, line: int, column: int | None = None) -> None:
        """Add a value at a path, whose last number is the next one of its list."""
        self._count()
        holder = self._holder(path, line)
        if isinstance(holder, list):
            holder.append(value)
        else:
            holder[path[-1]] = value
        self.lines[path] = line
        if column:
            self.columns[path] = column

    def put_all(self, path: Path, values: Values, line: int) -> None:
        """Add an entry with its fields, on the line of the entry where they have none."""
        holder = self._holder((*path, ""), line)
        for name, (value, at, column) in values.items():
            self._count()
            holder[name] = value
            where = (*path, name)
            self.lines[where] = at or line
            if column:
                self.columns[where] = column

    def _count(self) -> None:
        self._values += 1
        if self._values > NODE_LIMIT:
            message = f"holds more than {NODE_LIMIT} values"
            finding = Finding("too-many-values", message, "is this the right file?", file=self.file)
            raise LoadError([*self.findings, finding])

    def _holder(self, path: Path, line: int) -> Any:
        """Return the list or mapping that holds a path; those that are new are on its line."""
        opened = self._opened.get(path[:-1])
        if opened is not None:
            return opened
        holder: Any = self.data
        for length, (step, following) in enumerate(pairwise(path), 1):
            empty: Any = [] if isinstance(following, int) else {}
            if isinstance(step, int) and step == len(holder):
                holder.append(empty)
            elif not isinstance(step, int):
                holder.setdefault(step, empty)
            holder = holder[step]
            self._opened[path[:length]] = holder
            self.lines.setdefault(path[:length], line)
        return holder

    def next(self, part: str, line: int) -> Path | None:
        """Return the path of the next entry of a part; None where the part is no list so far."""
        entries = self.data.setdefault(part, [])
        if not isinstance(entries, list):
            hint = f"write {part} in the front matter as a list, or all of them in the text"
            self.report(
                "wrong-type", f"{part} stands in the front matter, and not as a list", hint, line
            )
            return None
        return (part, len(entries))

    def settle_locators(self) -> None:
        """Let what is given no place stand where its source is cited, or where its point stands.

        `at=""` says that it has none.
        """
        places = {
            one["id"]: one["locator"]
            for one in self._entries("sources")
            if isinstance(one.get("id"), str) and one.get("locator")
        }
        for part, key in (("facts", "sources"), ("timeline", "sources"), ("quotations", "source")):
            for number, entry in enumerate(self._entries(part)):
                path: Path = (part, number)
                if number < self._in_front.get(part, 0):
                    continue
                if entry.get("locator") == "":
                    del entry["locator"]
                elif "locator" not in entry:
                    given = entry.get(key) or ()
                    named = cited([given] if isinstance(given, str) else map(str, given))
                    if place := next(
                        (places[one.id] for one in named if one.id in places), self.near.get(path)
                    ):
                        self.put((*path, "locator"), place, self.lines.get(path, 1))

    def _entries(self, part: str) -> list[dict[str, Any]]:
        entries = self.data.get(part)
        return (
            [one for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []
        )

    def sort_facts(self) -> None:
        """Put the facts in the order that is given; those that it does not name come after."""
        facts = self.data.get("facts")
        if not self.order or not isinstance(facts, list):
            return
        ids = [fact.get("id") if isinstance(fact, dict) else None for fact in facts]
        for key, place in self.order.items():
            if key not in ids:
                message = f'orders "{key}", which is not in facts'
                self.report("unknown-reference", message, "mark it, or drop it here", *place)
        rank = {key: number for number, key in enumerate(self.order)}
        old = sorted(range(len(facts)), key=lambda at: rank.get(str(ids[at]), len(rank)))
        if old == [*range(len(facts))]:
            return
        self.data["facts"] = [facts[at] for at in old]
        new = {at: number for number, at in enumerate(old)}

        def moved(path: Path) -> Path:
            is_fact = len(path) > 1 and path[0] == "facts" and isinstance(path[1], int)
            return ("facts", new[int(path[1])], *path[2:]) if is_fact else path

        self.lines = {moved(path): line for path, line in self.lines.items()}
        self.files = {moved(path): file for path, file in self.files.items()}
        self.columns = {moved(path): column for path, column in self.columns.items()}
        self.lost = Lost(frozenset(map(moved, self.lost.paths)), self.lost.text, self.lost.unseen)

    def report(
        self, code: str, message: str, hint: str, line: int, column: int | None = None
    ) -> None:
        """Note what is wrong. After `FAULT_LIMIT` of it, reading ends."""
        finding = Finding(code, message, hint, file=self.file, line=line, column=column)
        self.findings.append(finding)
        if len(self.findings) >= FAULT_LIMIT:
            raise LoadError(self.findings)

    def lose(self, path: Path, text: str) -> None:
        """Note that something at a path could not be read."""
        self.lost = self.lost.with_more([path], text)

    def report_at(self, code: str, message: str, hint: str, text: TextAt, at: int = 0) -> None:
        """Note what is wrong at a character of a text."""
        self.report(code, message, hint, *text.place(at))

    def new_id(self, text: str, instead: str) -> str:
        """Return an id made of a text that nothing else has."""
        base = slug(text, instead)
        made, number = base, self._numbers.get(base, 1)
        while made in self.ids:
            number += 1
            made = f"{base}-{number}"
        self._numbers[base] = number
        self.ids.add(made)
        return made
