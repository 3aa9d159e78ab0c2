"""The person, and the circle of people and organisations that they let in."""
