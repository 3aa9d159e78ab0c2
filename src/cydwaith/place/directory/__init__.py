"""The directory: what support is really there, who runs it, and when it was last checked."""
