"""Printed pages that are no letters: briefs, minutes, tables of figures, forms, as PDF and as Word."""
