"""Open Referral (UK 1 and 3.0, HSDS 3): from files and addresses to directory records."""
