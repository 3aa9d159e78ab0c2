"""The work question in a clinic: asked in a minute, with an answer that comes back."""
