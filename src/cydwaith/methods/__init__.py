"""Floor 1, no Django: the field's methods - numbers in, numbers out."""
