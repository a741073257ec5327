"""What else an office could use: each solver reads an instance and writes its answer, in an environment of its own."""
