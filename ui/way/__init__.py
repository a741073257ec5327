"""A student's whole way as a picture on a time axis."""
