"""Messages to people: generic words and a link, in the language that they chose."""
