"""Render: a finished brief into PDF, Word or plain text."""
