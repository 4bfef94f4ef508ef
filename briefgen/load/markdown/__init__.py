"""An argument out of a Markdown file: front matter, and parts with their points.

The same data as of YAML, with the line and often the column of each value, so that whatever is
wrong with it is reported as of YAML. What has no form in Markdown stands in the front matter.
"""

from briefgen.load.markdown.reading import parse_markdown_in_part

__all__ = ["parse_markdown_in_part"]
