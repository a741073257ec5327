"""The small things pages are put together from, each in its own file."""
