"""What the command line can do: one file a group of commands, each command a function from its words to a report."""
