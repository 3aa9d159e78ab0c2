"""Enrolments: a person's spells on programmes, what is due in them, and where two do not go together."""
