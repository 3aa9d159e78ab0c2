"""Pure rules of jobs; one concept a file."""
