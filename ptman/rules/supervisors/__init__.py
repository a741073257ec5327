"""Industry supervisors: who qualifies, for which term, and how one is changed for another."""
