"""The parts of the page of meetings: series at the left, the table of a meeting, what is open."""
