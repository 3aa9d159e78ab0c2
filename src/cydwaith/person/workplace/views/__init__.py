"""Pages: for the person, for the contact at the employer, for anybody."""
