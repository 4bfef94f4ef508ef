"""Sources out of bibliographies: BibTeX, CSL-JSON and RIS, as the typed sources of an argument."""

from briefgen.load.bibliography.reading import with_bibliography

__all__ = ["with_bibliography"]
