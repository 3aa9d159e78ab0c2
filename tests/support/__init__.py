"""What the tests stand on: a real PostgreSQL, a real browser, a real server."""
