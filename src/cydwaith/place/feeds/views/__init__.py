"""The steward's pages of what comes from other directories."""
