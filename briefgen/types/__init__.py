"""The nouns of briefgen: what the stages hand to one another.

Everything here is frozen data. Nothing here reads, measures, draws or writes, and nothing here
imports a stage.
"""
