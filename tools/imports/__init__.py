"""Which files of this repository import each other."""
