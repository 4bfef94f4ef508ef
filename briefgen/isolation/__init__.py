"""Isolation: a brief of strangers' files, built in a child process that can do little else.

A layer above the pipeline, as campaigns are: it builds nothing itself. The child is given paths and
limits, and gives back bytes and findings; what it says is checked before it is believed.
"""
