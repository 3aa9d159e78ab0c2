"""Pages: what fits, telling an employer, talks with employers."""
