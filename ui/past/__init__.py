"""The journal as the window shows it: steps as rows, what each one did, the way back."""
