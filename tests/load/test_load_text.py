"""Reading a file as text: what cannot be text is refused, with its place."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.load.text import SIZE_LIMIT, read_bytes, read_text
from briefgen.types.finding import Finding, LoadError


def input_error(path: str | os.PathLike[str]) -> Finding:
    with pytest.raises(LoadError) as caught:
        read_text(path)
    (finding,) = caught.value.findings
    assert finding.file == os.fspath(path)
    assert finding.hint
    return finding


def written(folder: Path, data: bytes) -> Path:
    path = folder / "argument.yaml"
    path.write_bytes(data)
    return path


def test_text_is_utf8_and_a_byte_order_mark_is_no_part_of_it(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, b"\xef\xbb\xbfa: Touar\xc3\xa9g\n")) == "a: Touarég\n"


@pytest.mark.parametrize("data", [b"", b"\n  \n"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    assert input_error(written(tmp_path, data)).code == "file-empty"


def test_a_folder(tmp_path: Path) -> None:
    assert input_error(tmp_path).code == "file-is-folder"


def test_a_missing_file_names_its_nearest_neighbour(tmp_path: Path) -> None:
    written(tmp_path, b"a: b")
    finding = input_error(tmp_path / "arguments.yaml")
    assert finding.code == "file-missing"
    assert "argument.yaml" in finding.hint
    assert input_error(tmp_path / "no" / "such.yaml").code == "file-missing"


def test_a_missing_file_without_a_neighbour_like_it(tmp_path: Path) -> None:
    written(tmp_path, b"a: b")
    assert input_error(tmp_path / "zzz").hint == "check the path"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a\0b.yaml", "this is no file name"),
        ("\ud800.yaml", "this is no file name"),
        ("x" * 5000 + ".yaml", os.strerror(errno.ENAMETOOLONG)),
    ],
)
def test_an_impossible_name(name: str, reason: str) -> None:
    finding = input_error(name)
    assert (finding.code, finding.message) == ("file-unreadable", f"cannot be read ({reason})")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, b"a: b")
    monkeypatch.setattr(Path, "open", forbidden)
    assert input_error(path).code == "file-no-permission"


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert input_error(pipe).code == "file-not-regular"


def test_a_file_of_50_megabytes_fails_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    began = time.process_time()
    assert input_error(path).code == "file-too-large"
    assert time.process_time() - began < 0.5


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, b"a" * (SIZE_LIMIT + 1))
    small = written(tmp_path / "..", b"a").stat()
    monkeypatch.setattr(Path, "stat", lambda _self: small)
    assert input_error(path).code == "file-too-large"


def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    path = written(tmp_path, b"a" * 2_500_000)
    assert len(read_bytes(path, 2_500_000, name="a.yaml")) == 2_500_000
    with pytest.raises(LoadError) as caught:
        read_bytes(path, 2_499_999, name="a.yaml")
    (finding,) = caught.value.findings
    assert (finding.code, finding.file) == ("file-too-large", "a.yaml")
    assert finding.message == "has 2.5 MB; at most 2.5 MB are read"
    assert finding.hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(tmp_path: Path, encoding: str) -> None:
    finding = input_error(written(tmp_path, "id: argument\n".encode(encoding)))
    assert finding.code == "file-encoding"
    assert "UTF-16" in finding.hint


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a\0\0", "control-character"),
        (b"\0a\0b", "file-encoding"),
        (b"\0\0\0\0", "control-character"),
        (b"abab\0\0", "control-character"),
        (b"ababa\0\0", "control-character"),
        (b"abab\0\0\0", "file-encoding"),
    ],
)
def test_utf16_without_a_mark_is_known_by_four_bytes_of_which_over_a_third_are_zeros(
    tmp_path: Path, data: bytes, code: str
) -> None:
    assert input_error(written(tmp_path, data)).code == code


@pytest.mark.parametrize(
    ("data", "line"), [(b"a: b\nname: Tour\xe9\nc: d\ne: f\n", 2), (b"\nTour\xe9", 2), (b"\xe9", 1)]
)
def test_another_encoding_names_the_line(tmp_path: Path, data: bytes, line: int) -> None:
    finding = input_error(written(tmp_path, data))
    assert (finding.code, finding.line) == ("file-encoding", line)
    assert "0xE9" in finding.message


@pytest.mark.parametrize(
    "letter", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\uffff"]
)
def test_control_characters_name_the_line(tmp_path: Path, letter: str) -> None:
    finding = input_error(written(tmp_path, f"a: b\nc: d\ne: f{letter}g\n".encode()))
    assert (finding.code, finding.line) == ("control-character", 3)
    assert f"U+{ord(letter):04X}" in finding.message
    assert input_error(written(tmp_path, f"\n{letter}".encode())).line == 2


def test_which_characters_are_refused_to_the_last_one(tmp_path: Path) -> None:
    """The C0 and C1 controls, the line separators of Unicode, and what is no character."""
    refused = {*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF}
    refused -= {*b"\t\n\r"}
    allowed = {*range(0x110000)} - {*range(0xD800, 0xE000)} - refused
    text = "".join(map(chr, sorted(allowed)))
    assert read_text(written(tmp_path, text.encode())) == text
    for code in refused:
        assert input_error(written(tmp_path, f"a{chr(code)}".encode())).code == "control-character"


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(tmp_path: Path, data: bytes) -> None:
    path = written(tmp_path, data)
    try:
        assert read_text(path).encode() == data.removeprefix(b"\xef\xbb\xbf")
    except LoadError as error:
        assert error.findings[0].file == str(path)
