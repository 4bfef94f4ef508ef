"""Campaign: many briefs into one folder, on every core or on a cluster, and only what changed.

A layer above the pipeline, as the command line is: it builds nothing itself.
"""
