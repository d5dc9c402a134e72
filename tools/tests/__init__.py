"""Tests of the tools. Run: `python3 -m unittest discover --start-directory tools/tests --top-level-directory tools`."""
