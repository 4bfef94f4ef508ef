"""The words of a link say where it leads: many readers hear them without the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.lexicon import lexicon
from briefgen.check.passage import prose_texts
from briefgen.check.rule import Remark
from briefgen.markup import links
from briefgen.types.argument import Argument


def vague_links(argument: Argument) -> Iterator[Remark]:
    """Remark each link without words, or whose words could lead anywhere: "click here"."""
    words = lexicon(argument.article.language)
    for path, text in prose_texts(argument):
        for address, said in links(text):
            if not said.strip():
                message = f"links to {address} without a word"
            elif words and words.vague_link.fullmatch(said.strip(" .…:!?»>→\u00a0")):
                message = f'links to {address} by "{said}"'
            else:
                continue
            yield Remark(path, message, "name what is there, such as its title")
