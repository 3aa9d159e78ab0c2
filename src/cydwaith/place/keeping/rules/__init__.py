"""When an entry is due, whom to ask, what a change is: arithmetic on plain values."""
