"""What the pages over registers are put together from: actions, inspector, sections, and the work on records."""
