"""Pages, components and charts that know no app."""
