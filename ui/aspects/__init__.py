"""What the bespoke pages of the aspects are made of."""
