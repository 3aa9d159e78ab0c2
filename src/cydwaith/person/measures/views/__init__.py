"""Pages: how things are, asking, answering, change over a caseload."""
