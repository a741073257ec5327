"""What the pairing workbench is made of: three columns and the proposal."""
