"""Jobs, work trials, apprenticeships and volunteering roles that employers and groups offer."""
