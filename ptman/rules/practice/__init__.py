"""Practice counted exactly to the day and judged by the rule in force."""
