"""Links that stand where a file is to be written lead no write to another file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from samples.saved import NEW, OLD

from briefgen import save as saving
from briefgen.held_folder import held_folder
from briefgen.overwrite import refuse_loss
from briefgen.save import save
from briefgen.types.finding import SaveError


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file outside the folder that is written to."""
    file = tmp_path / "outside" / "secret"
    file.parent.mkdir()
    file.write_bytes(OLD)
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def codes(link: Path, **how: bool) -> tuple[str, ...]:
    """Return what writing to a link is refused with."""
    with pytest.raises(SaveError) as caught:
        save(link, NEW, **how)
    assert caught.value.findings[0].file == str(link)
    return caught.value.codes


def test_a_link_out_of_the_folder_is_refused(folder: Path, secret: Path) -> None:
    link = folder / "brief.pdf"
    link.symlink_to(secret)
    assert codes(link) == ("target-link",)
    link.unlink()
    link.symlink_to(Path("..") / "outside" / "secret")
    assert codes(link) == ("target-link",)
    assert secret.read_bytes() == OLD


def test_a_link_to_nothing_outside_makes_no_file(folder: Path, secret: Path) -> None:
    link = folder / "brief.pdf"
    link.symlink_to(secret.parent / "new")
    assert codes(link) == ("target-link",)
    assert [path.name for path in secret.parent.iterdir()] == ["secret"]


def test_a_link_by_a_link_within_the_folder_is_refused(folder: Path, secret: Path) -> None:
    (folder / "sub").symlink_to(secret.parent)
    link = folder / "brief.pdf"
    link.symlink_to("sub/secret")
    assert codes(link) == ("target-link",)
    assert secret.read_bytes() == OLD


def test_the_folder_itself_may_be_named_by_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    save(tmp_path / "link" / "brief.pdf", NEW)
    assert (folder / "brief.pdf").read_bytes() == NEW


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes links of somebody else")
@pytest.mark.parametrize(("owner", "is_followed"), [(65534, False), (0, True)])
def test_a_link_that_somebody_else_has_made_is_refused(
    folder: Path, owner: int, is_followed: bool
) -> None:
    (folder / "other.pdf").write_bytes(OLD)
    link = folder / "brief.pdf"
    link.symlink_to("other.pdf")
    os.chown(link, owner, owner, follow_symlinks=False)
    if is_followed:
        save(link, NEW)
    else:
        assert codes(link) == ("target-link",)
    assert (folder / "other.pdf").read_bytes() == (NEW if is_followed else OLD)


def test_where_no_link_is_followed_one_within_the_folder_is_refused_too(folder: Path) -> None:
    link = folder / "brief.pdf"
    link.symlink_to("other.pdf")
    assert codes(link, follow_link=False) == ("target-link",)
    assert not (folder / "other.pdf").exists()


@pytest.mark.parametrize("force", [False, True])
def test_links_are_refused_before_anything_is_built(
    folder: Path, secret: Path, force: bool
) -> None:
    links = [folder / "a.pdf", folder / "b.pdf", folder / "c.pdf"]
    links[0].symlink_to(secret)
    links[1].symlink_to(secret.parent / "new")
    with pytest.raises(SaveError) as caught:
        refuse_loss(links, force=force)
    assert [(each.code, each.file) for each in caught.value.findings] == [
        ("target-link", str(link)) for link in links[:2]
    ]


@pytest.mark.parametrize("step", ["_look_at", "_make_temporary", "_write"])
def test_a_link_put_there_after_the_look_is_replaced_and_not_followed(
    folder: Path, secret: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """The race that whoever may write in the folder can always win."""
    target = folder / "brief.pdf"
    target.write_bytes(OLD)
    wait_for = getattr(saving, step)

    def swapped(*arguments: object) -> object:
        done = wait_for(*arguments)
        target.unlink()
        target.symlink_to(secret)
        return done

    monkeypatch.setattr(saving, step, swapped)
    save(target, NEW)
    assert not target.is_symlink()
    assert target.read_bytes() == NEW
    assert secret.read_bytes() == OLD


def test_a_link_turned_elsewhere_after_it_was_resolved_leads_nowhere(
    folder: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = folder / "brief.pdf"
    link.symlink_to("other.pdf")
    look_at = saving._look_at

    def turned(*arguments: Any) -> object:
        link.unlink()
        link.symlink_to(secret)
        return look_at(*arguments)

    monkeypatch.setattr(saving, "_look_at", turned)
    save(link, NEW)
    assert (folder / "other.pdf").read_bytes() == NEW
    assert secret.read_bytes() == OLD


@pytest.mark.parametrize("step", ["_look_at", "_make_temporary", "_write"])
def test_a_folder_that_is_swapped_for_a_link_meanwhile_leads_nowhere(
    folder: Path, secret: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    wait_for, aside = getattr(saving, step), folder.with_name("aside")

    def swapped(*arguments: object) -> object:
        done = wait_for(*arguments)
        folder.rename(aside)
        folder.symlink_to(secret.parent)
        return done

    before = sorted(secret.parent.iterdir())
    monkeypatch.setattr(saving, step, swapped)
    save(folder / "brief.pdf", NEW)
    assert (aside / "brief.pdf").read_bytes() == NEW
    assert sorted(secret.parent.iterdir()) == before


def test_a_folder_that_is_a_link_when_it_is_opened_is_not_used(
    folder: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = held_folder

    def swapped(path: Path, **given: bool) -> object:
        folder.rename(folder.with_name("aside"))
        folder.symlink_to(secret.parent)
        return hold(path, **given)

    monkeypatch.setattr(saving, "held_folder", swapped)
    with pytest.raises(SaveError):
        save(folder / "brief.pdf", NEW)


def test_a_file_in_place_of_another_never_sets_its_user(folder: Path) -> None:
    target = folder / "brief.pdf"
    target.write_bytes(OLD)
    target.chmod(0o6755)
    save(target, NEW)
    assert target.stat().st_mode & 0o7777 == 0o755
