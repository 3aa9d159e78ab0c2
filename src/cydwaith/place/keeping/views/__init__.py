"""Pages: by link for groups, for anybody, for a walk, for stewards."""
