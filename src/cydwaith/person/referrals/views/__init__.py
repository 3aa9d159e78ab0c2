"""Pages: the front door, triage, the asker's list, one referral, asking a service, signed links."""
