"""The windows: they show rows and drafts, and ask the office to act."""
