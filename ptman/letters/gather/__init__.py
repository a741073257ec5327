"""Reads from the records what the documents of each family state."""
