"""Arguments as text: YAML, and Markdown with what has no form there in its front matter.

Nothing is read here. Who converts reads the text again and compares: `conversion.convert`.
"""

from briefgen.convert.markdown import PARTS, markdown_of, parts_of
from briefgen.convert.yaml import plain_data, yaml_of

__all__ = ["PARTS", "markdown_of", "parts_of", "plain_data", "yaml_of"]
