"""The loop of the system, quarters to years: what a place has, lacks, learns and publishes."""
