"""The six aspects of the agreement, one package each: what the office does with their records."""
