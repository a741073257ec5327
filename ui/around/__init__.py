"""What stands around a record: its parts, its steps, what touches it, its history; in the inspector and in full."""
