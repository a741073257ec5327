"""Degree and professional title: who may apply and why not, batches, committee, publicity, certificates."""
