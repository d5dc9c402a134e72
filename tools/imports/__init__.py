"""Finds the imports between the files of this repository, and cycles of imports."""
