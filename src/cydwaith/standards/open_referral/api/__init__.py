"""Open Referral for other programs: public, without cookies, the same for everybody."""
