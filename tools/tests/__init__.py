"""Tests of the tools, by `python3 -m unittest discover --start-directory tools/tests --top-level-directory tools`."""
