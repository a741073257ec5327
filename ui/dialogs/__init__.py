"""Dialogs: what is looked at before it is kept."""
