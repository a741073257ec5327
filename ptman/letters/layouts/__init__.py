"""Frozen facts become the pieces of a page, in the order and with the texts the typesetter is given."""
