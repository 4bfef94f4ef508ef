"""The guide to Word templates shows three ways with pictures, and they show what is made."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from samples.stand_in import ROOT

DOCS = ROOT / "docs"
GUIDE = DOCS / "how-to" / "word-template.md"
BYTES = 200_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pictures as they would be made now, by the script that is for it."""
    sys.path.insert(0, str(DOCS))
    import make_pictures  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("pictures")
    into = folder / "made"
    into.mkdir()
    make_pictures.make(folder, into)
    return {way: into / f"{way}.png" for way in make_pictures.WAYS}


def test_each_shows_what_is_made(made: dict[str, Path]) -> None:
    """Words may differ: an argument is edited more often than a page looks otherwise.

    If this fails, run `python docs/make_pictures.py` and look at what it has made.
    """
    assert len(made) == 3
    for way, file in made.items():
        now, shown = (_blurred(one) for one in (file, DOCS / "pictures" / f"{way}.png"))
        assert ImageStat.Stat(ImageChops.difference(now, shown)).mean[0] < 5, way


def _blurred(file: Path) -> Image.Image:
    """Return a picture in which lines of text are grey."""
    return Image.open(file).convert("L").resize((90, 60), Image.Resampling.BOX)


def test_the_guide_shows_each_of_them_with_a_description(made: dict[str, Path]) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert {one.stem for one in (DOCS / "pictures").iterdir()} == {*made}
    for way in made:
        before, found, _ = text.partition(f"](../pictures/{way}.png)")
        assert found, way
        assert len(before.rpartition("![")[2]) > 40, way


def test_they_are_small() -> None:
    assert sum(one.stat().st_size for one in (DOCS / "pictures").iterdir()) < BYTES
