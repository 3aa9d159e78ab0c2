"""Pure parts of the directory: records, words, times, ranking."""
