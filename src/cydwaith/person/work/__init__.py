"""Work that fits: the vocational profile and the work statement."""
