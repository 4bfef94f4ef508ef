"""Fuzz one target, guided by coverage: `python -m fuzz word -max_total_time=600`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["briefgen"]):
    # All of it now: what is imported later is not seen.
    import briefgen.load.article.reading
    import briefgen.pipeline
    import briefgen.propose
    import briefgen.render.docx
    import briefgen.render.pdf  # noqa: F401

from fuzz.mutation import changed
from fuzz.targets import TARGETS, corpora

LIMITS = ["-timeout=30", "-rss_limit_mb=2000", "-max_len=60000", "-print_final_stats=1"]


def _word_mutator(data: bytes, most: int, seed: int) -> bytes:
    return changed(data, most, seed, atheris.Mutate)


def main() -> None:
    """Run a target until libFuzzer's limits are reached or something breaks."""
    name, *options = sys.argv[1:] or [""]
    if name not in TARGETS:
        sys.exit(f"python -m fuzz TARGET [OPTION]...; targets: {', '.join(TARGETS)}")
    words = Path(__file__).parent / "dictionaries" / f"{name}.dict"
    own = [f"-dict={words}"] if words.exists() else []
    with TemporaryDirectory() as found:  # new inputs go to the first folder
        arguments = [sys.argv[0], *LIMITS, *own, *options, found, *map(str, corpora(name))]
        mutator = {"custom_mutator": _word_mutator} if name == "word" else {}
        atheris.Setup(arguments, TARGETS[name], **mutator)
        atheris.Fuzz()


main()
