"""Giving data away: to whom and why, who has agreed, and the file with its record, both or neither."""
