"""Records become numbered documents: frozen facts, their wording, their exact page, their preview."""
