"""briefgen: one argument, many briefs."""
