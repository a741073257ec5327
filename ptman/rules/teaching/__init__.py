"""Shared teaching: certificates, classes and bookings."""
