"""Pure rules of work that fits."""
