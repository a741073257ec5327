"""Technology transfer beyond its records: the ledger of contracts, their checks, money and students, their papers."""
