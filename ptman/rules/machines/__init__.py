"""The state machines of every process, declared once (domain §5.1–§5.16)."""
