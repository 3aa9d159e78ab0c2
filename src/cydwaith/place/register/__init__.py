"""How the groups and services of a place stand, which are at risk, and what was done about it."""
