"""Measures: questions a person answers about how things are, and the change that they show."""
