"""The pages: one widget for each part of the office's work."""
