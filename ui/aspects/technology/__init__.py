"""The pieces of the page of technology contracts."""
