"""Preferences and seats become pairings and placements: the problem, its exact solution, its proof, its reasons."""
