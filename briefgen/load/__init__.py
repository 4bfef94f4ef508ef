"""Reading: every file that comes in, and what is wrong with it."""
