"""Which registers there are, one file an aspect of the programme: add a noun's page to the file it belongs to."""
