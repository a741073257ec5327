"""The parts of the import page: the queue of workbooks, the place to drop them, the five kinds, the notices."""
