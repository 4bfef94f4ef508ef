"""Briefs built in eight threads at once are the same bytes as one by one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from threading import Barrier
from typing import Any, NoReturn

import pytest
from markdown_it.ruler import Ruler
from samples.shell import python
from samples.stand_in import MALI, ROOT

import briefgen
from briefgen import cache
from briefgen.markup import BlockText, blocks
from briefgen.markup.grammar import light_markdown

THREADS = 8

COLD = """if True:
    import sys
    from pathlib import Path
    from test_threads import all_at_once, one_by_one
    together = all_at_once(Path(sys.argv[1]))
    alone = one_by_one(Path(sys.argv[1]))
    assert len(alone) == 24, len(alone)
    print([key for key in alone if alone[key] != together[key]])
"""


@pytest.fixture
def nervous() -> Iterator[None]:
    """Threads that take turns after almost every step."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def arguments(folder: Path) -> list[briefgen.Argument]:
    """Return arguments in two languages, with and without pictures, charts and a logo."""
    from samples.pictured import FERRY, LOGO, pictured  # noqa: PLC0415

    mali = briefgen.load(MALI)
    article = mali.article.model_copy(update={"language": "fr-FR"})
    return [
        mali,
        mali.model_copy(update={"article": article}),
        pictured(folder, FERRY, LOGO, logo=LOGO["id"]),
    ]


def jobs(folder: Path) -> list[tuple[briefgen.Argument, str, str, str]]:
    ways = [
        ("one-page", "decision-maker", "standard"),
        ("two-page", "public", "press"),
        ("full", "analyst", "standard"),
        ("full", "journalist", "parliament"),
    ]
    return [(argument, *way) for argument in arguments(folder) for way in ways]


def built(job: tuple[briefgen.Argument, str, str, str]) -> list[str]:
    argument, length, audience, template = job
    brief = briefgen.build(argument, length=length, audience=audience, template=template)
    return [sha256(brief.to_bytes(kind)).hexdigest() for kind in ("pdf", "docx")]


def one_by_one(folder: Path) -> dict[tuple[int, int], str]:
    return named([built(job) for job in jobs(folder)])


def all_at_once(folder: Path) -> dict[tuple[int, int], str]:
    """Build in threads that begin together, in a process that has built nothing yet."""
    orders = jobs(folder)
    sys.setswitchinterval(1e-6)
    together = Barrier(THREADS)
    with ThreadPoolExecutor(THREADS, initializer=together.wait) as executor:
        return named([*executor.map(built, orders)])


def named(digests: list[list[str]]) -> dict[tuple[int, int], str]:
    return {(n, m): digest for n, each in enumerate(digests) for m, digest in enumerate(each)}


def test_a_process_that_begins_with_eight_threads_writes_the_same_bytes(tmp_path: Path) -> None:
    done = python(
        "-c", COLD, tmp_path, cwd=tmp_path, changes={"PYTHONPATH": f"{ROOT}:{ROOT}/tests"}
    )
    assert (done.stdout.decode().strip(), done.stderr.decode()) == ("[]", "")


@pytest.mark.usefixtures("nervous")
def test_a_campaign_of_threads_writes_the_same_bytes(tmp_path: Path) -> None:
    argument = briefgen.load(MALI)
    given: dict[str, Any] = {
        "lengths": ["one-page", "full"],
        "audiences": ["public", "analyst", "journalist"],
    }
    with ThreadPoolExecutor(THREADS) as executor:
        results = briefgen.build_all(argument, tmp_path / "many", executor=executor, **given)
    briefgen.build_all(argument, tmp_path / "one", **given)
    assert [result.error for result in results] == [None] * 12
    for result in results:
        assert result.path.read_bytes() == (tmp_path / "one" / result.path.name).read_bytes()


def test_a_parser_is_whole_before_any_thread_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """markdown-it-py would list its rules at the first text, in the sight of other threads."""

    def fail(_: object) -> NoReturn:
        raise AssertionError("rules are listed late")

    text = '*a* **b** [#c] [d]{lang=fr} &amp; [e](https://f.org) "g"'
    cache.clear()
    parser = light_markdown()
    blocks("- B")
    monkeypatch.setattr(Ruler, "__compile__", fail)
    assert "<em>" in parser.renderInline(text)
    kinds = [one.kind for one in blocks("# A\n\n- b") if isinstance(one, BlockText)]
    assert kinds == ["heading", "bullet"]
