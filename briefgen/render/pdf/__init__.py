"""PDF: marks at their places, each in the structure tree or an artifact.

Nothing here knows blocks, briefs or looks. `document.render_pdf` is the way in; what it writes
conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
"""
