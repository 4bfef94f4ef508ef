"""Reading an article: Word, HTML, Markdown, PDF or plain text becomes a typed `SourceText`.

Each format has a reader that yields blocks in the order of reading; what follows is the same for
all: page boilerplate is left out, split paragraphs are joined, the body is numbered.
"""

from briefgen.load.article.reading import FORMATS, read_article

__all__ = ["FORMATS", "read_article"]
