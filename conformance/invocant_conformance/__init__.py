"""Conformance suite for model-serving APIs: requirements, checks, reference server, reports."""

from importlib.metadata import version

__version__ = version("invocant")
