"""Office Open XML below the stages: packages, names, measures, elements, text (ISO/IEC 29500).

It knows Word files, and nothing of briefs: `load` reads by it, and `render` writes by it.
"""
