"""Sharing of teaching resources: catalogue, bookings, use and evaluation, give and take."""
