"""Walking together: who to think of today, attempts to reach, talks, the person's own page."""
