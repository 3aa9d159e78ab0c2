"""Pure rules: what fits whom and why; the words of interest and of contacts."""
