"""How a list is laid out: columns, order, widths, sort, filter and groups, kept under a name and used again."""
