"""Fuzzing: what strangers upload, and what nobody would write.

`python -m fuzz loading` in `tests` runs a target under atheris, guided by coverage; what follows
the name goes to libFuzzer (`-max_total_time=600`). The corpora are replayed by the tests.
"""
