"""The office without a window: its records, its rules, its stages and its command line."""
