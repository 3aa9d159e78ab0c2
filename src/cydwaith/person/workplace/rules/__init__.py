"""Pure rules at the workplace: agreeing, looking at oneself, asking everybody."""
