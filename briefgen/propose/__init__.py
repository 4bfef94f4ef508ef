"""Propose what an argument can be written from: sources, facts, quotations, terms, events, parts.

`SourceText` → `Proposals` → a skeleton in Markdown. All of it is found in the article's own words;
nothing is summarised, and nothing is decided for the author.
"""

from briefgen.propose.proposals import proposals_of
from briefgen.propose.skeleton import markdown_skeleton, yaml_skeleton

__all__ = ["markdown_skeleton", "proposals_of", "yaml_skeleton"]
