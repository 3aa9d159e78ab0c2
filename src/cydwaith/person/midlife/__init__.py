"""The mid-life review of health, work and money: a few plain questions that end in one to three actions."""
