"""Paper that came back: letters scanned in bulk are filed to their records by the codes on them."""
