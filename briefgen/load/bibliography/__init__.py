"""Sources out of bibliographies: BibTeX, CSL-JSON and RIS, as the typed sources of an argument."""
