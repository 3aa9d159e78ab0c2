"""Pages: for anybody, for whoever offers, for whoever checks."""
