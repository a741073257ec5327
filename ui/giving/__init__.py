"""Giving a list to somebody else: to whom and why, which fields, who has agreed; then file and record together."""
