"""Mutation testing: whether the tests notice when the code is changed.

`python -m mutation save` in `tests` changes what a target holds, one place at a time, runs its
tests after each change and lists what they let pass. It takes minutes to hours, so CI does not.
README.md beside this file tells the last scores, and why the survivors are left alive.
"""
