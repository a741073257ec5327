"""Workbooks that were sent out to be filled in and have come back: known by their fingerprint, merged cell by cell."""
