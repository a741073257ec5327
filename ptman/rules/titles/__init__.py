"""Who may apply for the professional title, test by test."""
