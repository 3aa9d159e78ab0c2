"""Pure rules of the clinic: what may be asked, and what is told of how often it is."""
