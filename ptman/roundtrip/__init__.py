"""What a workbook that goes out and the reading of one that comes back have to agree on."""
