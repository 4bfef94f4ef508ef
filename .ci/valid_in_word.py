"""Ask Microsoft's own Open XML validator about Word briefs: fail if it finds an error in any.

    python .ci/valid_in_word.py path/to/ooxml-validator

The briefs are the whole set of the first argument, full ones in each theme and with charts, and
some on the Word templates of houses. One that is broken on purpose must be found, too.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from samples.foreign import FOREIGN  # noqa: E402
from samples.rivers import ARTICLE  # noqa: E402
from samples.word import packed, parts  # noqa: E402

import briefgen  # noqa: E402

SOUND = 30
"""At least so many briefs are looked at."""


def briefs(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and Word file of each brief."""
    mali = briefgen.load(ROOT / "data" / "china-mali.yaml")
    charted = briefgen.load(ROOT / "tests" / "arguments" / "series.yaml")
    for length, _ in briefgen.lengths():
        for audience, _ in briefgen.audiences():
            brief = briefgen.build(mali, length=length, audience=audience)
            yield f"{length}, {audience}", brief.to_bytes("docx")
    article = folder / "article.md"
    article.write_text(ARTICLE, encoding="utf-8")
    sheet = folder / "sheet.docx"
    briefgen.signoff(mali, sheet, against=article, lengths=["full"], audiences=["analyst"])
    yield "sign-off sheet", sheet.read_bytes()
    for page_style, _ in briefgen.templates():
        for argument in (mali, charted):
            marked = briefgen.mark(argument, status="draft", number="7", version="2")
            brief = briefgen.build(marked, length="full", audience="analyst", template=page_style)
            yield f"full, {argument.id}, {page_style}", brief.to_bytes("docx")
    for name, house in FOREIGN.items():
        template = folder / f"{name}.docx"
        template.write_bytes(house.package())
        for length in ("one-page", "full"):
            brief = briefgen.build(mali, length=length, audience="analyst", template=template)
            yield f"{length}, {name}", brief.to_bytes("docx")


def broken(docx: bytes) -> bytes:
    """Return a Word file with an element that no paragraph may hold."""
    held = parts(docx)
    held["word/document.xml"] = held["word/document.xml"].replace(b"<w:p>", b"<w:p><w:tr/>", 1)
    return packed(held)


def errors(validator: str, file: Path) -> list[str]:
    """Return what the validator finds wrong with a file, each with its place."""
    done = subprocess.run(  # noqa: S603 - the validator that we were given
        [validator, str(file), "--officeVersion", "Microsoft365"],
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.stdout:
        return [f"the validator cannot be run: {done.stderr.strip()}"]
    reported = json.loads(done.stdout)
    found = [json.dumps(error) for error in reported["errors"]]
    return found if found or reported["ok"] else ["is not sound"]


def main(validator: str) -> int:
    """Name every error; return 1 if there is any, or if a broken file passes."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = dict(briefs(folder))
        wrong = "broken on purpose"
        files = {name: folder / f"{number}.docx" for number, name in enumerate([*made, wrong])}
        for name, data in {**made, wrong: broken(next(iter(made.values())))}.items():
            files[name].write_bytes(data)
        with ThreadPoolExecutor(2) as pool:
            found = dict(
                zip(
                    files,
                    pool.map(lambda file: errors(validator, file), files.values()),
                    strict=True,
                )
            )
    seen = len(found.pop(wrong))
    for name, faults in found.items():
        for fault in faults:
            sys.stderr.write(f"{name}: {fault}\n")
    sound = sum(not faults for faults in found.values())
    sys.stdout.write(f"{sound} of {len(found)} Word briefs are valid\n")
    return 0 if seen and sound == len(found) >= SOUND else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
