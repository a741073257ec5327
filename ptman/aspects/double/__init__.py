"""The double-supervisor system: who qualifies, terms, changes, guidance, assessment, and what a leaving brings."""
