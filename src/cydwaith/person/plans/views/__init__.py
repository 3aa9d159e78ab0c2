"""The pages of About Me and the plan; one thing to write on each."""
