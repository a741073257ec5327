"""How a list is laid out, chosen in one place for the screen, the workbook and the paper."""
