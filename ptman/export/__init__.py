"""Any list becomes a workbook that looks right on the screen and on paper."""
