"""Finds out how to get a token for a protected API."""

from ._native import __version__

__all__ = ["__version__"]
