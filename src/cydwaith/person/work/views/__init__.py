"""The pages of work that fits: one thing to write on each."""
