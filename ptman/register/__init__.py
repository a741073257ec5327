"""The card index over every noun: describe, list, look up, add, correct, merge and retire."""
