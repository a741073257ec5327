"""Everything about one record in one place: what it is, what is around it, what falls due, what happened."""
