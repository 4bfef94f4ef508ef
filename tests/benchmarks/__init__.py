"""How fast briefgen is, beside its peers, on equal pages: `python -m benchmarks` in `tests`.

One run measures everything and prints one table. Each row is timed on inputs that differ from run
to run, so that no result as a whole is known beforehand. Times are processor time.
"""
