"""Pure parts of the need list: words, the list itself, recognising a need."""
