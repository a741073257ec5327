"""The parts of the letters page: what waits and what was issued, issuing, printing, saving."""
