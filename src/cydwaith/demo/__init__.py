"""Cwm Teg, the invented valley on which anyone may try Cydwaith."""
