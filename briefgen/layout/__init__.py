"""Layout: text into lines, blocks into columns, columns into pages.

Pure: what goes in is content, look, page master and fonts; what comes out is marks at their
places. Nothing is drawn and nothing is chosen here.
"""

from briefgen.layout.block_formatter import BlockFormatter
from briefgen.layout.measure import PageMeasure, lay_out_widest
from briefgen.layout.pages import lay_out
from briefgen.layout.setting import Setting

__all__ = ["BlockFormatter", "PageMeasure", "Setting", "lay_out", "lay_out_widest"]
