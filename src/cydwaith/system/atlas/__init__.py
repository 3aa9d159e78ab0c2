"""A page for every place: need, assets, flow, gaps and voice."""
