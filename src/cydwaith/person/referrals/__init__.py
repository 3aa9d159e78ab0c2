"""Referrals: from the front door to the person's own "it happened, it helped"."""
