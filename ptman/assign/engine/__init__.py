"""The exact solver: prices, columns, a dive and a closing search over one integer model."""
