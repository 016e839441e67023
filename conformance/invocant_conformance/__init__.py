"""Conformance suite for model-serving APIs: requirements, checks, reference server, reports."""
