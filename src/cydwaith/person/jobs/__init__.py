"""Jobs: work that was found and kept, its evidence, staying in touch, and what it counts for."""
