"""A stand-in for the pipeline, so that the command line is tested by itself."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from samples.stand_in import StandIn

import briefgen.batch.each_row  # noqa: F401 - it takes `build` from the pipeline: the true one
from briefgen import pipeline
from briefgen.options import BuildOptions


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Put a stand-in in the place of what the pipeline would build, and keep what was asked."""
    brief = StandIn()

    def build(argument: object, options: BuildOptions) -> StandIn:
        brief.asked = {"argument": argument, **asdict(options)}
        return brief

    monkeypatch.setattr(pipeline, "build", build)
    monkeypatch.setattr(pipeline, "load", str)
    monkeypatch.setattr(pipeline, "inputs", lambda *_: ())
    return brief
