"""Accounts, organisations and the roles that people have in them."""
