"""The pieces of the page of coverage, and the bars of a practice ledger."""
