"""Pictures come from the argument's own folder; all that cannot be read are named at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.pictured import FERRY, LOGO, pictured

from briefgen import cache
from briefgen.load.images import read_pictures
from briefgen.types.finding import LoadError

ROOM = (400.0, 600.0)


def test_pictures_are_read_by_the_ids_of_their_images(tmp_path: Path) -> None:
    found = read_pictures(pictured(tmp_path, FERRY, LOGO), ROOM)
    assert [*found] == ["ferry", "alder-logo"]
    assert (found["ferry"].width_px, found["ferry"].height_px) == (1600, 900)


def test_pictures_are_no_finer_than_print_needs(tmp_path: Path) -> None:
    found = read_pictures(pictured(tmp_path, FERRY), (144, 600))
    assert found["ferry"].width_px == 600


def test_a_picture_that_changes_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "SETTLED_NS", -(10**18))  # as if it had been written long ago
    argument = pictured(tmp_path, FERRY)
    before = read_pictures(argument, ROOM)["ferry"]
    assert read_pictures(argument, ROOM)["ferry"] is before
    (tmp_path / "logo.png").replace(tmp_path / "pictures" / "ferry.jpg")
    assert read_pictures(argument, ROOM)["ferry"].width_px == 600


def test_every_picture_that_cannot_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path.parent / "outside.png").write_bytes(b"")
    argument = pictured(
        tmp_path,
        {**FERRY, "file": "gone.jpg"},
        LOGO,
        {**LOGO, "id": "away", "file": "../outside.png"},
        {**LOGO, "id": "words", "file": "pictured.yaml"},
    )
    with pytest.raises(LoadError) as caught:
        read_pictures(argument, ROOM)
    found = [(fault.code, fault.path, fault.file) for fault in caught.value.findings]
    file = str(tmp_path / "pictured.yaml")
    assert found == [
        ("file-missing", ("images", 0, "file"), file),
        ("image-outside-root", ("images", 2, "file"), file),
        ("image-format", ("images", 3, "file"), file),
    ]
    assert all(fault.line and fault.hint for fault in caught.value.findings)
    assert caught.value.findings[1].message.startswith('"../outside.png" lies outside')
