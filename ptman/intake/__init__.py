"""A workbook somebody sent becomes a draft, and a draft becomes records."""
