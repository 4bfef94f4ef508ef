"""Rules about anchors: the article still has the passages, and they are short."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from briefgen.check.against.index import folded
from briefgen.check.against.rule import Comparison, names_of, source_rule
from briefgen.check.passage import points
from briefgen.check.rule import Remark
from briefgen.types.signoff import SHARE, AnchoredPassage
from briefgen.types.source_map import Path


def digest_of(text: str) -> str:
    """Return the digest of a passage, the same for other marks and spaces."""
    return hashlib.sha256(folded(text).encode()).hexdigest()[:16]


@source_rule("anchor-drifted", "error", "Every anchored passage is in the article as it was.")
def drifted(compared: Comparison) -> Iterator[Remark]:
    """Report each anchor whose passage the article no longer has, or has in another paragraph."""
    anchors = compared.anchors
    if anchors is None:
        return
    gone = {name for name, passage in anchors.passages.items() if not _is_there(passage, compared)}
    paths = _paths(compared)
    for identity, anchor in anchors.anchors.items():
        path = paths.get(identity)
        if path is None:
            message = f'the anchors name "{identity}", which the argument does not have'
            yield Remark((), message, "anchor the argument anew")
            continue
        for name in (each for each in anchor.passages if each in gone):
            place = anchors.passages[name].paragraph
            message = f"was anchored in paragraph {place}; the passage has changed"
            yield Remark(path, message, "read the passage again, then anchor it anew")


def _is_there(passage: AnchoredPassage, compared: Comparison) -> bool:
    sentences = compared.index.within(names_of([passage]))
    return any(digest_of(sentence.text) == passage.digest for sentence in sentences)


@source_rule("locator-differs", "error", "Every locator names the paragraph of an anchor.")
def other_locators(compared: Comparison) -> Iterator[Remark]:
    """Report each locator that names none of the paragraphs that its anchors stand in."""
    anchors = compared.anchors
    if anchors is None:
        return
    paths, argument = _paths(compared), compared.argument
    for identity, anchor in anchors.anchors.items():
        if (path := paths.get(identity)) is None:
            continue
        one = getattr(argument, str(path[0]))
        one = one[path[1]] if len(path) > 1 else one
        named = set(compared.places(one.locator))
        passages = [anchors.passages[name] for name in anchor.passages]
        if named and not named.intersection(names_of(passages)):
            places = " and ".join(dict.fromkeys(each.paragraph for each in passages))
            message = f"says {one.locator}; its anchor stands in paragraph {places}"
            hint = f"write locator: paragraph {places}, or anchor it anew"
            yield Remark((*path, "locator"), message, hint)


@source_rule("anchors-too-long", "error", "Anchors hold at most 15 % of the article's words.")
def too_long(compared: Comparison) -> Iterator[Remark]:
    """Report anchors that together hold too much of the article."""
    if compared.anchors is None:
        return
    words = sum(compared.index.vocabulary.values())
    count = compared.anchors.word_count
    if count > words * SHARE:
        message = f"its anchors hold {count} words of the article; the limit is {words * SHARE:.0f}"
        yield Remark((), message, "keep exact words of figures and quotations only")


def _paths(compared: Comparison) -> dict[str, Path]:
    argument = compared.argument
    found: dict[str, Path] = {point.id: path for path, point in points(argument)}
    for name in ("facts", "quotations", "timeline"):
        for number, each in enumerate(getattr(argument, name)):
            found[each.id] = (name, number)
    return found
