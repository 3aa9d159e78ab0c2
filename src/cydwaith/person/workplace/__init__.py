"""At the workplace: an employer whom the person invited, and what both agree on."""
