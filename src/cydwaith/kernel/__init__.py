"""Floor 1, no Django: identifiers, time, who is acting, errors, the hash chain."""
