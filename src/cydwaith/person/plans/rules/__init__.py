"""Pure rules of the plan; one concept a file."""
