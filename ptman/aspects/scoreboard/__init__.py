"""The scoreboard of the co-operation: what each aspect is to reach in a year, and what it has reached."""
