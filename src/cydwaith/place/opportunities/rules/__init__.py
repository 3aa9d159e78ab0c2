"""Pure rules: the words of an opportunity, and whether a posting can stand."""
