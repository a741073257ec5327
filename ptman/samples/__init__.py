"""Sample workbooks of invented people, as messy as those that offices get, with planted faults."""
