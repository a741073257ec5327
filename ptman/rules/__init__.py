"""Pure rules: identifiers, dates and months, names, numbers; frozen values in, frozen values out."""
