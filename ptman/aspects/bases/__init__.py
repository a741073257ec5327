"""Training bases beyond their records: coverage, visits, checks, evaluations, changes of placements, their papers."""
