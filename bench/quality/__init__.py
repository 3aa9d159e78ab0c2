"""How well do people find what they need, in their own words? Wordings, judged feeds and their score."""
