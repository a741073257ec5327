"""The parts of the title workbench: students × tests, applications of a batch, why a student stands so."""
