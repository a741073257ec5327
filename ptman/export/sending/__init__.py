"""Workbooks for people without an account: keys locked, only what may be filled in open, recognised on return."""
