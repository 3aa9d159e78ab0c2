"""The shapes of input: the front door, the team's answers, asking a service, the last word."""
